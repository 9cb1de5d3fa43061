using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Ui;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>The causes of a month as somebody may see them: of a group as a whole, and of each person beside their group and their own month before.</summary>
internal sealed class CauseRows(CauseBook book, Sight sight, CoachingAsk ask)
{
    private readonly CauseTally month = book.Between(ask.Month.First, ask.Month.Last), before = book.Between(ask.Month.Plus(-1).First, ask.Month.Plus(-1).Last);
    private readonly Dictionary<(Cause, string), CauseShare> groups = [];

    /// <summary>The dearest first; what few were looked at for stands after all else.</summary>
    public IReadOnlyList<CauseRow> OfGroup() => Ranked(Asked.Select(c => new CauseRow(c, book.NameOf(c), book.CategoryOf(c), null, month.Of(c, Within), before.Of(c, Within))
    {
        Href = (ask with { Cause = c, Page = 1 }).Href,
    }));

    public IReadOnlyList<CauseRow> OfPeople() => Ranked(Asked.SelectMany(c => month.People.Where(p => ask.Agent is null || sight.Roster.NameOf(p) == ask.Agent).Select(p => Row(c, p))));

    private IEnumerable<Cause> Asked => month.Causes.Where(c => ask.Cause is null || c == ask.Cause);

    private bool Within(int agent, DateOnly day) => sight.Sees(agent, day) && (ask.Group is null || sight.Roster.On(agent, day)?.Group == ask.Group);

    private CauseRow Row(Cause cause, int agent)
    {
        var name = sight.Roster.NameOf(agent) ?? "";
        var group = sight.Roster.In(agent, ask.Month)?.Group;
        return new(cause, book.NameOf(cause), book.CategoryOf(cause), name, month.Of(cause, agent, Within), before.Of(cause, agent, Within))
        {
            // What a group adds up to is for who sees the group.
            Group = group is { Length: > 0 } && Rights.SeesGroup(sight.Viewer, group) ? GroupOf(cause, group) : null,
            Href = cause.Kind == CauseKind.Rule ? new FindingsAsk(ask.Month, name, cause.Id, State: FindingState.Counts).Href : null,
            Inspections = cause.Kind == CauseKind.Criterion ? [.. month.Hits(cause, agent, Within).Select(h => h.Fact)] : [],
        };
    }

    private CauseShare GroupOf(Cause cause, string group)
    {
        if (!groups.TryGetValue((cause, group), out var share)) groups.Add((cause, group), share = month.Of(cause, (agent, day) => sight.Roster.On(agent, day)?.Group == group));
        return share;
    }

    private static List<CauseRow> Ranked(IEnumerable<CauseRow> rows) =>
        [.. rows.Where(r => r.Now.Touched > 0).OrderBy(r => r.Now.IsFew).ThenByDescending(r => r.Now.Cost).ThenByDescending(r => r.Now.Touched).ThenBy(r => r.Agent, StringComparer.Ordinal).ThenBy(r => r.Cause.ToString(), StringComparer.Ordinal)];
}
