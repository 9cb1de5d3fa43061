using Heng.App.Features.Appraisals;
using Heng.App.Features.Months;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>A plan's champion and runner-up in a period. ShowsScores: whether the plan's course lets everybody see them.</summary>
public sealed record PlanPodium(Plan Plan, Month Last, bool ShowsScores, Podium Podium)
{
    public Wording Period => Plan.Cycle.Name(Last);

    /// <summary>What one of them is honoured for, once.</summary>
    public string KeyOf(HonourKind kind, string agent) => $"podium/{Plan.Id}/{Last}/{CommandLine.Json.Kebab(kind)}/{agent}";

    public IReadOnlyList<Placed> On(HonourKind kind) => kind switch { HonourKind.Champion => Podium.Champions, HonourKind.RunnerUp => Podium.RunnersUp, _ => [] };
}

/// <summary>
/// The podiums of the periods that end with a month: of plans whose course lets everybody see the rank, once the assessment is published or the month sealed. Before that nobody is
/// told a place, and never of a small group.
/// </summary>
public static class PublishedPodiums
{
    public static IReadOnlyList<PlanPodium> Of(Database database, KeptMonth kept, Instant now)
    {
        var published = Assessment.All(database, kept, now).Where(a => a.State.Published).ToDictionary(a => (a.Of.Scheme, a.Of.Cycle), a => a.State.Course.Shown);
        return [.. kept.Book.Files.SelectMany(f => f.Plans.Select(p => (File: f, Plan: p))).DistinctBy(p => p.Plan.Id).Where(p => p.Plan.Cycle.EndsIn(kept.Month)).Select(p =>
        {
            Shown? shown = published.TryGetValue((p.File.Scheme, p.Plan.Cycle), out var of) ? of : kept.Sealed is not null ? p.File.CourseOf(p.Plan.Cycle).Shown : null;
            return shown?.HasFlag(Shown.Rank) == true && Podium.Of(Ranked(kept, p.Plan)) is { } podium ? new PlanPodium(p.Plan, kept.Month, shown.Value.HasFlag(Shown.Score), podium) : null;
        }).OfType<PlanPodium>().OrderBy(p => p.Plan.Cycle).ThenBy(p => p.Plan.Id, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Placed> Ranked(KeptMonth kept, Plan plan)
    {
        var cards = plan.Cycle == Cycle.Month ? kept.People.Select(p => (Agent: p.Name, Result: kept.ResultOf(p))).Where(c => c.Result.Plan == plan.Id).Select(c => (c.Agent, c.Result.Rank, c.Result.Score))
            : kept.Sealed is { } closed ? closed.Cycles.Where(c => c.Card.Plan == plan.Id).Select(c => (c.Agent, c.Card.Rank, c.Card.Score))
            : kept.Book.Cycles.Where(c => c.Card.Plan == plan.Id).Select(c => (c.Card.Agent, c.Card.Rank, c.Card.Score));
        return [.. cards.Where(c => c is { Rank: not null, Score: not null }).Select(c => new Placed(c.Agent, kept.Find(c.Agent)?.Group ?? "", c.Rank!.Value, c.Score!.Value))];
    }
}
