using System.Globalization;
using Heng.App.Features.Notices;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>
/// Who is told of warnings: whose turn it is. The gravest and what went on untaken at once, all others together every <see cref="Every"/>. Words name the kind, the group and how many; no buyer and
/// no chat.
/// </summary>
public sealed class WarningTold(Database database, TimeProvider time)
{
    public const string RaisedKind = "warning-raised", DigestKind = "warning-digest", EscalatedKind = "warning-escalated", NoteKind = "live-note", NoteAnsweredKind = "live-note-answered";
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private readonly SortedSet<long> waiting = [];
    private Instant digested;
    private bool loaded;

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public IReadOnlyList<Notice> After(IReadOnlyList<KeptMatter<WarningHappening>> changed)
    {
        var told = new List<Notice>();
        if (!loaded) told.AddRange(Load());
        // What became part of its group's in the same look is not told of: the group's is.
        var parts = changed.Where(k => k.Happened[^1].What == WarningEvent.Merged).Select(k => k.Id).ToHashSet();
        foreach (var kept in changed.Where(k => !parts.Contains(k.Id))) told.AddRange(Of(kept, kept.Happened.Count - 1));
        if (waiting.Count > 0 && Now.SecondsSince(digested) >= (long)Every.TotalSeconds)
        {
            told.AddRange(Digest());
            waiting.Clear();
            digested = Now;
        }
        return database.Notices.Tell(told);
    }

    /// <summary>Of a step, what is to be told at once; what may wait waits for the digest.</summary>
    private IEnumerable<Notice> Of(KeptMatter<WarningHappening> kept, int step)
    {
        var (what, gravity) = (kept.Happened[step].What, kept.Happened[0].Raised!.Gravity);
        if (what == WarningEvent.Raised && gravity != Gravity.Grave) waiting.Add(kept.Id);
        if ((what == WarningEvent.Raised && gravity == Gravity.Grave ? RaisedKind : what == WarningEvent.Escalated ? EscalatedKind : null) is not { } kind) return [];
        var state = new WarningState([.. kept.Happened.Take(step + 1)]);
        return new WarningTurns(database).Has(state).Select(to => new Notice(to, kind, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{step + 1}"), Words(state), WarningLinks.One(kept.Id), Now));
    }

    /// <summary>A server that starts anew goes on: what is open and in no digest waits for the next, which is no sooner; what the last one may not have come to tell is told now, and nothing twice.</summary>
    private List<Notice> Load()
    {
        loaded = true;
        var (now, told) = (Now, new List<Notice>());
        var digests = database.Notices.OfKind(DigestKind, now.Plus(-2 * 86_400));
        foreach (var kept in database.Matters(WarningMatters.Kind).All.Where(k => WarningMatters.StateOf(k).Stage == WarningStage.Open && now.SecondsSince(k.Happened[0].At) < 86_400))
            for (var step = 0; step < kept.Happened.Count; step++) told.AddRange(Of(kept, step));
        foreach (var digest in digests)
        {
            waiting.ExceptWith(digest.Words.GetValueOrDefault("ids", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture)));
            if (digest.At > digested) digested = digest.At;
        }
        return told;
    }

    /// <summary>What was over before the digest left is not told of.</summary>
    private IEnumerable<Notice> Digest()
    {
        var (turns, many) = (new WarningTurns(database), database.Shops.All.Count > 1);
        string Where(WarningSubject of) => of.Group is not { } group ? of.Shop : many ? $"{of.Shop} · {group}" : group;
        return waiting.Select(id => database.Matters(WarningMatters.Kind).Find(id)!).Where(k => WarningMatters.StateOf(k).Stage == WarningStage.Open)
            .SelectMany(k => turns.Has(WarningMatters.StateOf(k)).Select(to => (To: to, Kept: k))).GroupBy(x => x.To, StringComparer.Ordinal)
            .Select(g => new Notice(g.Key, DigestKind, string.Create(CultureInfo.InvariantCulture, $"warnings/{Now.UnixSeconds}"), new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["count"] = g.Count().ToString(CultureInfo.InvariantCulture), ["kinds"] = string.Join(' ', g.Select(x => (int)x.Kept.Happened[0].Raised!.Kind).Distinct().Order()),
                ["groups"] = string.Join('、', g.Select(x => Where(x.Kept.Happened[0].Raised!.Of)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                // For who starts anew; no sentence says them.
                ["ids"] = string.Join(' ', g.Select(x => x.Kept.Id)),
            }, WarningLinks.List, Now));
    }

    private Dictionary<string, string> Words(WarningState state)
    {
        var of = state.Raised.Of;
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = ((int)state.Raised.Kind).ToString(CultureInfo.InvariantCulture), ["about"] = of.Person ?? "", ["group"] = of.Group ?? "", ["shop"] = of.Shop, ["count"] = state.Count.ToString(CultureInfo.InvariantCulture),
        };
        // Where there is one shop alone nobody has to be told which.
        if (database.Shops.All.Count > 1) words["in"] = of.Shop;
        return words;
    }
}
