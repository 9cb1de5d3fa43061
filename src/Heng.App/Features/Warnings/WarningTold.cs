using System.Globalization;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
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
    private readonly List<KeptMatter<WarningHappening>> waiting = [];
    private Instant digested;

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public IReadOnlyList<Notice> After(IReadOnlyList<KeptMatter<WarningHappening>> changed)
    {
        var told = new List<Notice>();
        foreach (var kept in changed)
        {
            var (state, last) = (WarningMatters.StateOf(kept), kept.Happened[^1]);
            if (last.What == WarningEvent.Escalated) told.AddRange(One(kept, state, EscalatedKind));
            else if (last.What == WarningEvent.Raised && state.Raised.Gravity == Gravity.Grave) told.AddRange(One(kept, state, RaisedKind));
            else if (last.What == WarningEvent.Raised) waiting.Add(kept);
        }
        if (waiting.Count > 0 && Now.SecondsSince(digested) >= (long)Every.TotalSeconds)
        {
            told.AddRange(Digest());
            waiting.Clear();
            digested = Now;
        }
        return database.Notices.Tell(told);
    }

    private IEnumerable<Notice> One(KeptMatter<WarningHappening> kept, WarningState state, string kind) => To(state).Select(to => new Notice(to, kind,
        string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{kept.Happened.Count}"), Words(state), WarningLinks.One(kept.Id), Now));

    /// <summary>What was over before the digest left is not told of.</summary>
    private IEnumerable<Notice> Digest() => waiting.Select(k => database.Matters(WarningMatters.Kind).Find(k.Id)!).Where(k => WarningMatters.StateOf(k).Stage == WarningStage.Open)
        .SelectMany(k => To(WarningMatters.StateOf(k)).Select(to => (To: to, Kept: k))).GroupBy(x => x.To, StringComparer.Ordinal)
        .Select(g => new Notice(g.Key, DigestKind, string.Create(CultureInfo.InvariantCulture, $"warnings/{Now.UnixSeconds}"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["count"] = g.Count().ToString(CultureInfo.InvariantCulture), ["kinds"] = string.Join(' ', g.Select(x => (int)WarningMatters.StateOf(x.Kept).Raised.Kind).Distinct().Order()),
        }, WarningLinks.List, Now));

    private static Dictionary<string, string> Words(WarningState state) => new(StringComparer.Ordinal)
    {
        ["kind"] = ((int)state.Raised.Kind).ToString(CultureInfo.InvariantCulture), ["about"] = state.Raised.Of.Person ?? "", ["group"] = state.Raised.Of.Group ?? "", ["shop"] = state.Raised.Of.Shop,
        ["count"] = state.Count.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whose turn it is: the leader's, the supervisor's, the manager's; where nobody holds an office it is the next one's.</summary>
    private IReadOnlyList<string> To(WarningState state)
    {
        var group = state.Raised.Of.Group;
        IReadOnlyList<string> Leading(Role role) => group is null ? [] : Recipients.Who(database, v => v.Role == role && v.Groups.Contains(group, StringComparer.Ordinal));
        for (var level = state.Level; level <= WarningCourse.Highest; level++)
        {
            IReadOnlyList<string> to = level switch { 0 => Leading(Role.Leader), 1 => Leading(Role.Supervisor), _ => Recipients.Holding(database, Role.Manager) };
            if (to.Where(t => t != state.Raised.Of.Person).ToList() is { Count: > 0 } others) return others;
        }
        return [];
    }
}
