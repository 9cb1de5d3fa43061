using System.Runtime.InteropServices;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// The talks of each buyer in order of their start, for looking up who was there at an instant. Talks without a human message are left out.
/// <c>endsBy[i]</c> is the latest end among a buyer's talks up to i, so that a look back stops as soon as nothing earlier can reach.
/// </summary>
internal sealed class TalkIndex
{
    private readonly Dictionary<int, (int From, int To)> slices = [];
    private readonly Session[] parts;
    private readonly List<Talk> talks;
    private readonly long[] endsBy;

    public TalkIndex(IReadOnlyList<Session> sessions, int gapSeconds)
    {
        parts = new Session[sessions.Count];
        talks = new List<Talk>(sessions.Count);
        foreach (var (buyer, from, to) in GroupByBuyer(sessions)) AddBuyer(buyer, from, to, gapSeconds);
        endsBy = new long[talks.Count];
        foreach (var (from, to) in slices.Values) FillEnds(from, to);
    }

    public ReadOnlySpan<Talk> Talks => CollectionsMarshal.AsSpan(talks);

    /// <summary>The part of the talk that an event belongs to: the last one begun by then.</summary>
    public Session PartAt(in Talk talk, long at)
    {
        var part = talk.LastPart;
        while (part > talk.FirstPart && parts[part].Start.UnixSeconds > at) part--;
        return parts[part];
    }

    /// <summary>
    /// A range that holds every talk of the buyer begun in [.., <paramref name="startedBy"/>] and ended at or after <paramref name="endedFrom"/>.
    /// It may hold some that ended before; whoever asks looks at the end again.
    /// </summary>
    public (int From, int To) Reaching(int buyer, long endedFrom, long startedBy)
    {
        if (!slices.TryGetValue(buyer, out var slice)) return (0, 0);
        int low = slice.From, high = slice.To;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (talks[middle].Start <= startedBy) low = middle + 1;
            else high = middle;
        }
        var from = low;
        while (from > slice.From && endsBy[from - 1] >= endedFrom) from--;
        return (from, low);
    }

    private List<(int Buyer, int From, int To)> GroupByBuyer(IReadOnlyList<Session> sessions)
    {
        var rankOf = new Dictionary<int, int>();
        var groups = new List<(int Buyer, int From, int To)>();
        var rank = new int[sessions.Count];
        for (var i = 0; i < rank.Length; i++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(rankOf, sessions[i].Buyer, out var exists);
            if (!exists)
            {
                known = groups.Count;
                groups.Add((sessions[i].Buyer, 0, 0));
            }
            rank[i] = known;
            CollectionsMarshal.AsSpan(groups)[known].To++;
        }
        var at = 0;
        foreach (ref var group in CollectionsMarshal.AsSpan(groups))
        {
            var count = group.To;
            (group.From, group.To) = (at, at);
            at += count;
        }
        for (var i = 0; i < rank.Length; i++) parts[CollectionsMarshal.AsSpan(groups)[rank[i]].To++] = sessions[i];
        return groups;
    }

    private void AddBuyer(int buyer, int from, int to, int gapSeconds)
    {
        if (to - from > 1) parts.AsSpan(from, to - from).Sort(ByAccountThenStart);
        var first = talks.Count;
        for (var i = from; i < to;)
        {
            var last = i;
            while (last + 1 < to && Continues(parts[last], parts[last + 1], gapSeconds)) last++;
            AddTalk(i, last);
            i = last + 1;
        }
        if (talks.Count == first) return;
        if (talks.Count - first > 1) CollectionsMarshal.AsSpan(talks)[first..].Sort(ByStart);
        slices[buyer] = (first, talks.Count);
    }

    private void AddTalk(int first, int last)
    {
        int human = 0, rounds = 0;
        for (var i = first; i <= last; i++)
        {
            human += parts[i].HumanMessages;
            rounds += parts[i].Rounds;
        }
        if (human == 0) return;
        talks.Add(new Talk(parts[first].Start.UnixSeconds, parts[last].End.UnixSeconds, parts[first].Agent, rounds, parts[first].Id, first, last));
    }

    private void FillEnds(int from, int to)
    {
        var latest = long.MinValue;
        for (var i = from; i < to; i++) endsBy[i] = latest = Math.Max(latest, talks[i].End);
    }

    /// <summary>Only the cut of the business day divided them: the day after, and a silence of at most the session gap.</summary>
    private static bool Continues(Session before, Session after, int gapSeconds) =>
        before.Agent == after.Agent && before.Account == after.Account && before.Day.DayNumber + 1 == after.Day.DayNumber
        && after.Start.SecondsSince(before.End) <= gapSeconds;

    private static int ByAccountThenStart(Session a, Session b)
    {
        var order = a.Account.CompareTo(b.Account);
        if (order == 0) order = a.Agent.CompareTo(b.Agent);
        if (order == 0) order = a.Start.CompareTo(b.Start);
        return order != 0 ? order : a.Id.CompareTo(b.Id);
    }

    private static int ByStart(Talk a, Talk b)
    {
        var order = a.Start.CompareTo(b.Start);
        return order != 0 ? order : a.Key.CompareTo(b.Key);
    }
}
