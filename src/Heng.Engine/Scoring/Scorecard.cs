using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>One person to be scored: everything the plan may read about them. The same person may appear once per stretch of a month.</summary>
public sealed record Candidate(
    string Agent, string Group, string Position, Func<string, Explained> Metric, IReadOnlyList<Entry> Entries, decimal? WorkedDays, decimal? DueDays)
{
    public IReadOnlyList<QaCard> QaCards { get; init; } = [];
    /// <summary>The days of the month that are scored, where they are not all of it.</summary>
    public DaySpan? Days { get; init; }
    public IReadOnlyList<Goal> Goals { get; init; } = [];
    /// <summary>Of a longer cycle, its parts in order of time; a part without a card has none, so that the place in time stays.</summary>
    public IReadOnlyList<CardPart> Parts { get; init; } = [];
}

/// <summary>One month of a quarter, or one quarter of a year: its name, its card and the metrics of its days.</summary>
public sealed record CardPart(Wording Name, Scorecard? Card, Func<string, Explained> Metric);

/// <summary>
/// A month's card (考核表). A null score means that nothing could be scored, or that an item blocks it; notes say which.
/// The explanation's inputs add up to the score.
/// </summary>
public sealed record Scorecard(
    string Agent, string Plan, int Version, decimal? Score, string? Grade, int? Rank, IReadOnlyList<ItemResult> Items, Explained Explanation)
{
    /// <summary>Null without a pass mark or without a score.</summary>
    public bool? Passed { get; init; }
    /// <summary>Vetoes that applied.</summary>
    public IReadOnlyList<VetoResult> Vetoes { get; init; } = [];
    public IReadOnlyList<BarResult> Bars { get; init; } = [];
    public IReadOnlyList<Wording> Notes { get; init; } = [];
    /// <summary>The days that it scores, where they are not the whole month.</summary>
    public DaySpan? Days { get; init; }
    /// <summary>The cards that it is combined of, in order of time; of a month in one stretch none.</summary>
    public IReadOnlyList<StretchCard> Stretches { get; init; } = [];
}

/// <summary>
/// One item on a card. Value is what the method saw, already rounded; Points are out of Full. Where missing items' weights went to the others,
/// CountedFull and Counted are this item's share of the plan's total and of the score, and both add up to them; else they equal Full and Points.
/// Null points are missing.
/// </summary>
public sealed record ItemResult(
    string Item, Wording Name, string Dimension, decimal Full, Explained Value, decimal? Points, decimal? CountedFull, decimal? Counted, Explained Explanation,
    IReadOnlyList<Wording> Notes)
{
    public ValueState State => Explanation.State;
    public IReadOnlyList<BarResult> Bars { get; init; } = [];
}

/// <summary>An uplift mark on a card: where it lies, and whether it is reached; null without a value.</summary>
public sealed record BarResult(Wording Name, decimal At, bool? Reached);

/// <summary>A veto that applied: what it voided, and why.</summary>
public sealed record VetoResult(string Gate, VoidReach Reach, string? Voided, Wording Why);
