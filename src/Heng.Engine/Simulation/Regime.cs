using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>A scheme as it counts: its plans, and its pay where it has one.</summary>
public sealed record SchemeVersion(string Scheme, int Version, IReadOnlyList<Plan> Plans, PayScheme? Pay)
{
    /// <summary>The days of promotions that its targets and balance points know.</summary>
    public IReadOnlyList<DaySpan> Promotions { get; init; } = [];
}

/// <summary>
/// The schemes that count at one time (现行方案), the one published last first: where two fit a person, the first wins. A plan that names the person stands before one for the
/// position, and only what is in force on the day counts, the last day of what is worked out.
/// </summary>
public sealed record Regime(IReadOnlyList<SchemeVersion> Schemes)
{
    public Plan? PlanFor(string person, string position, DateOnly day, Cycle cycle = Cycle.Month)
    {
        Plan[] plans = [.. Schemes.SelectMany(s => s.Plans).Where(p => p.Cycle == cycle && p.Effective.Holds(day))];
        return Array.Find(plans, p => Names(p, person)) ?? Array.Find(plans, p => p.Fits(position));
    }

    public SchemeVersion? PayFor(string person, string position, DateOnly day)
    {
        SchemeVersion[] paying = [.. Schemes.Where(s => s.Pay is not null)];
        return Array.Find(paying, s => s.Plans.Any(p => p.Effective.Holds(day) && Names(p, person)))
            ?? Array.Find(paying, s => s.Plans.Any(p => p.Effective.Holds(day) && p.Fits(position)));
    }

    /// <summary>As it is once the draft is published: first, and in place of the scheme's version before.</summary>
    public Regime With(SchemeVersion draft) => new([draft, .. Schemes.Where(s => s.Scheme != draft.Scheme)]);

    /// <summary>Of somebody with one stretch in the month.</summary>
    internal Plan? PlanFor(Subject person, Month month) => PlanFor(person.Agent, person.Position, person.LastDay(month));
    internal SchemeVersion? PayFor(Subject person, Month month) => PayFor(person.Agent, LastOf(person, month).Position, month.Last);

    /// <summary>Where pay sees a person: in the last stretch of the month, which may have taken in a few days elsewhere.</summary>
    public (string Group, string Position) LastOf(Subject person, Month month) =>
        StretchesOf(person, month) is [.., var last] ? (last.Group, last.Position) : (person.Scored.Group, person.Position);

    /// <summary>How the person's month is divided (月内分段). Null where all of it is scored alike, in the position that they had last.</summary>
    public IReadOnlyList<Stretch>? StretchesOf(Subject person, Month month)
    {
        DateOnly[] changes = [.. Schemes.SelectMany(s => s.Plans).Where(p => p.Cycle == Cycle.Month).SelectMany(p => new[] { p.Effective.From, p.Effective.To?.AddDays(1) })
            .OfType<DateOnly>().Where(month.Holds)];
        if (person.On is null || (person.Posts.Count < 2 && changes.Length == 0)) return null;
        var found = Stretches.Of(person.Posts, changes, (post, day) => PlanFor(person.Agent, post.Position, day), person.Due, person.Scored.WorkedDays);
        return found is [{ Joined: [] } only] && (only.Group, only.Position) == (person.Scored.Group, person.Position) ? null : found;
    }

    private static bool Names(Plan plan, string person) => plan.People.Contains(person, StringComparer.Ordinal);
}
