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
    public Plan? PlanFor(string person, string position, DateOnly day, Cycle cycle = Cycle.Month) => On(day, cycle).PlanFor(person, position);

    public SchemeVersion? PayFor(string person, string position, DateOnly day) => On(day).PayFor(person, position);

    /// <summary>What is in force on the day, looked up once for many people.</summary>
    internal RegimeOn On(DateOnly day, Cycle cycle = Cycle.Month) => new(
        [.. Schemes.SelectMany(s => s.Plans).Where(p => p.Cycle == cycle && p.Effective.Holds(day))],
        [.. Schemes.Where(s => s.Pay is not null).Select(s => (s, s.Plans.Where(p => p.Effective.Holds(day)).ToArray()))]);

    /// <summary>As it is once the draft is published: first, and in place of the scheme's version before, which counts on until the draft begins.</summary>
    public Regime With(SchemeVersion draft) => new([draft, .. Schemes.Select(s => s.Scheme != draft.Scheme ? s : s with { Plans = Succession.Until(s.Plans, draft.Plans) }).Where(s => s.Plans.Count > 0 || s.Scheme != draft.Scheme)]);

    /// <summary>Of somebody with one stretch in the month.</summary>
    internal Plan? PlanFor(Subject person, Month month) => PlanFor(person.Agent, person.Position, person.LastDay(month));
    internal SchemeVersion? PayFor(Subject person, Month month) => PayFor(person.Agent, LastOf(person, month).Position, month.Last);

    /// <summary>Where pay sees a person: in the last stretch of the month, which may have taken in a few days elsewhere.</summary>
    public (string Group, string Position) LastOf(Subject person, Month month) =>
        StretchesOf(person, month) is [.., var last] ? (last.Group, last.Position) : (person.Scored.Group, person.Position);

    /// <summary>How the person's month is divided (月内分段). Null where all of it is scored alike, in the position that they had last.</summary>
    public IReadOnlyList<Stretch>? StretchesOf(Subject person, Month month) => person.On is null ? null : StretchesOf(person, ChangesIn(month));

    /// <summary>Those whose month is divided.</summary>
    internal IReadOnlyList<Subject> Divided(SimulatedMonth month)
    {
        var changes = ChangesIn(month.Month);
        return [.. month.People.Where(p => StretchesOf(p, changes) is not null)];
    }

    private IReadOnlyList<Stretch>? StretchesOf(Subject person, DateOnly[] changes)
    {
        if (person.On is null || (person.Posts.Count < 2 && changes.Length == 0)) return null;
        var found = Stretches.Of(person.Posts, changes, (post, day) => PlanFor(person.Agent, post.Position, day), person.Due, person.Scored.WorkedDays);
        return found is [{ Joined: [] } only] && (only.Group, only.Position) == (person.Scored.Group, person.Position) ? null : found;
    }

    /// <summary>Days on which another plan may begin to count.</summary>
    private DateOnly[] ChangesIn(Month month) => [.. Schemes.SelectMany(s => s.Plans).Where(p => p.Cycle == Cycle.Month).SelectMany(p => new[] { p.Effective.From, p.Effective.To?.AddDays(1) })
        .OfType<DateOnly>().Where(month.Holds)];
}

/// <summary>The plans of a cycle in force on one day, and the schemes that pay with theirs.</summary>
internal sealed class RegimeOn(Plan[] plans, (SchemeVersion Scheme, Plan[] Plans)[] paying)
{
    public Plan? PlanFor(string person, string position) => Array.Find(plans, p => Names(p, person)) ?? Array.Find(plans, p => p.Fits(position));

    public SchemeVersion? PayFor(string person, string position) =>
        Array.Find(paying, s => Array.Exists(s.Plans, p => Names(p, person))).Scheme ?? Array.Find(paying, s => Array.Exists(s.Plans, p => p.Fits(position))).Scheme;

    private static bool Names(Plan plan, string person) => plan.People.Contains(person, StringComparer.Ordinal);
}
