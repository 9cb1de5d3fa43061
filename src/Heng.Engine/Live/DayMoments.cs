using System.Runtime.InteropServices;
using Heng.Engine.Facts;

namespace Heng.Engine.Live;

/// <summary>What of a day is still going on, the earliest first: an entry is looked at when it changes and when it ends, never in between.</summary>
internal abstract class Ongoing<T>(IComparer<T> order) where T : struct
{
    private readonly SortedSet<T> entries = new(order);

    /// <summary>The last second at which the entry holds.</summary>
    protected abstract int Until(T entry);

    protected abstract void Count(T entry, int sign);

    public void Replace(IEnumerable<T> before, IEnumerable<T> now)
    {
        foreach (var one in before)
            if (entries.Remove(one)) Count(one, -1);
        foreach (var one in now)
            if (entries.Add(one)) Count(one, 1);
    }

    /// <summary>What holds at a second; what ended before it is forgotten, so seconds are asked for as they pass.</summary>
    public SortedSet<T> At(int second)
    {
        while (entries.Count > 0 && entries.Min is var first && Until(first) < second)
        {
            entries.Remove(first);
            Count(first, -1);
        }
        return entries;
    }
}

/// <summary>Buyers who wait.</summary>
internal sealed class OngoingWaits() : Ongoing<Waiting>(Comparer<Waiting>.Create((a, b) => (a.Since, a.Reception).CompareTo((b.Since, b.Reception))))
{
    protected override int Until(Waiting entry) => entry.Since + LiveDay.LongestWait;
    protected override void Count(Waiting entry, int sign) { }
}

/// <summary>A session by the second of its last message.</summary>
internal readonly record struct LastSaid(int Second, long Session, int Agent);

/// <summary>Sessions that are open, counted by agent.</summary>
internal sealed class OngoingSessions(int gap) : Ongoing<LastSaid>(Comparer<LastSaid>.Create((a, b) => (a.Second, a.Session).CompareTo((b.Second, b.Session))))
{
    private readonly Dictionary<int, int> counts = [];

    public int Of(int agent) => counts.GetValueOrDefault(agent);

    protected override int Until(LastSaid entry) => entry.Second + gap;
    protected override void Count(LastSaid entry, int sign) => CollectionsMarshal.GetValueRefOrAddDefault(counts, entry.Agent, out _) += sign;
}

/// <summary>A round by the second of its answer; two of a reception may be alike, so it has a number there.</summary>
internal readonly record struct AnsweredRound(int Second, long Reception, int Number, int Agent, int Wait);

/// <summary>
/// By agent, the newest rounds that were answered, none longer ago than the gap that ends a session. What is older than so many others is forgotten: only the newest are ever asked for, and what
/// ends by time ends from the other side.
/// </summary>
internal sealed class LatelyAnswered(int gap)
{
    /// <summary>More than are asked for, since rounds that are folded again may leave.</summary>
    private const int Least = LiveDay.MostAnswered * 2, Most = Least * 2;
    private static readonly Comparer<AnsweredRound> Order = Comparer<AnsweredRound>.Create((a, b) => (a.Second, a.Reception, a.Number, a.Wait).CompareTo((b.Second, b.Reception, b.Number, b.Wait)));
    private readonly Dictionary<int, SortedSet<AnsweredRound>> agents = [];

    public static AnsweredRound[] Of(IEnumerable<Reception> receptions) =>
        [.. receptions.Where(r => !r.Filtered).SelectMany(r => r.Rounds.Where(o => o.Answered is not null).Select((o, number) => new AnsweredRound(o.Answered!.Value, r.Id, number, r.Agent, o.Wait!.Value)))];

    public void Replace(ReadOnlySpan<AnsweredRound> before, ReadOnlySpan<AnsweredRound> now)
    {
        foreach (var one in before)
            if (agents.TryGetValue(one.Agent, out var known)) known.Remove(one);
        foreach (var one in now)
        {
            if (!agents.TryGetValue(one.Agent, out var of)) agents[one.Agent] = of = new(Order);
            of.Add(one);
            if (of.Count <= Most) continue;
            while (of.Count > Least) of.Remove(of.Min);
        }
    }

    /// <summary>Seconds that they took, the newest last.</summary>
    public IReadOnlyList<int> Of(int agent, int most, int second)
    {
        if (!agents.TryGetValue(agent, out var of)) return [];
        while (of.Count > 0 && of.Min.Second + gap < second) of.Remove(of.Min);
        int[] newest = [.. of.Reverse().Take(most).Select(o => o.Wait)];
        Array.Reverse(newest);
        return newest;
    }
}
