using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Simulation;

/// <param name="Budget">Yuan for all rehearsed months together; null asks for no comparison.</param>
/// <param name="CliffShare">From which share of a month's pay on a single step counts as a cliff.</param>
public sealed record SimulationAsk(decimal? Budget = null, decimal CliffShare = 0.05m);

/// <summary>One person's month under what counts now and under the draft.</summary>
public sealed record MonthChange(Month Month, Outcome Before, Outcome After);

/// <summary>One person over the rehearsed months. Pay is null where no month paid them; a difference needs both.</summary>
public sealed record PersonChange(string Agent, IReadOnlyList<MonthChange> Months)
{
    public decimal? PaidBefore { get; } = Total(Months.Select(m => m.Before.Net));
    public decimal? PaidAfter { get; } = Total(Months.Select(m => m.After.Net));
    public decimal? Difference => PaidAfter - PaidBefore;

    internal static decimal? Total(IEnumerable<decimal?> nets) => nets.Where(n => n is not null).ToArray() is { Length: > 0 } known ? known.Sum() : null;
}

/// <summary>How many cards come to a grade; a null grade is a card without one.</summary>
public sealed record GradeCount(string? Grade, int Before, int After);

/// <summary>
/// A cliff (悬崖): at <paramref name="At"/> one more <paramref name="Step"/> of the item's value moves a month's pay by up to <paramref name="Jump"/> yuan. Near counts the
/// months of people within one step of it. Where item is null it is an edge of the score itself. An indicator's steps are edges all along from its balance point, and near
/// are those whom one step moves: not who is on its floor or beyond its cap. Where nobody is near, it comes last.
/// </summary>
public sealed record Cliff(string Plan, string? Item, Wording Name, Unit Unit, decimal At, decimal Step, decimal Jump, decimal Share, int Near);

/// <summary>What it makes when everybody's value of an item is one step higher, or lower: the mean change of the score, and of all pay together.</summary>
public sealed record Sensitivity(string Plan, string Item, Wording Name, Unit Unit, decimal Step, decimal? ScoreUp, decimal? ScoreDown, decimal? PayUp, decimal? PayDown);

/// <summary>An item that gave everybody the same in every month: it distinguishes nobody.</summary>
public sealed record Undistinguishing(string Plan, string Item, Wording Name, decimal Points, int Cards);

/// <summary>
/// A rehearsal (预演) of a draft over past months: who would have got what, what it costs, and where it is steep. A value: the same months and schemes give the same result,
/// and it is kept with the version that was published on it.
/// </summary>
public sealed record SimulationResult(IReadOnlyList<Month> Months, IReadOnlyList<PersonChange> People, IReadOnlyList<GradeCount> Grades, decimal? Budget)
{
    public IReadOnlyList<Cliff> Cliffs { get; init; } = [];
    public IReadOnlyList<Sensitivity> Sensitivities { get; init; } = [];
    public IReadOnlyList<Undistinguishing> Undistinguishing { get; init; } = [];
    /// <summary>False where the draft has what is not known in numbers alone: then cliffs and sensitivities were not looked for.</summary>
    public bool LookedForCliffs { get; init; } = true;

    public decimal? CostBefore => PersonChange.Total(People.Select(p => p.PaidBefore));
    public decimal? CostAfter => PersonChange.Total(People.Select(p => p.PaidAfter));
    public decimal? Moved => CostAfter - CostBefore;
    /// <summary>Positive is over the budget.</summary>
    public decimal? OverBudget => CostAfter - Budget;

    /// <summary>Who gains, most first.</summary>
    public IEnumerable<PersonChange> Winners => People.Where(p => p.Difference > 0m).OrderByDescending(p => p.Difference).ThenBy(p => p.Agent, StringComparer.Ordinal);
    public decimal Gained => Winners.Sum(p => p.Difference!.Value);
    /// <summary>Below zero.</summary>
    public decimal Lost => Losers.Sum(p => p.Difference!.Value);
    /// <summary>Who loses, most first.</summary>
    public IEnumerable<PersonChange> Losers => People.Where(p => p.Difference < 0m).OrderBy(p => p.Difference).ThenBy(p => p.Agent, StringComparer.Ordinal);

    /// <summary>Whom the draft pays and what counts now does not. Gained + lost + added − dropped is the difference in cost.</summary>
    public IEnumerable<PersonChange> NewlyPaid => People.Where(p => p is { PaidBefore: null, PaidAfter: not null });
    public decimal Added => NewlyPaid.Sum(p => p.PaidAfter!.Value);
    /// <summary>Who is paid now, and by nothing under the draft.</summary>
    public IEnumerable<PersonChange> NoLongerPaid => People.Where(p => p is { PaidBefore: not null, PaidAfter: null });
    public decimal Dropped => NoLongerPaid.Sum(p => p.PaidBefore!.Value);
}
