using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>One person to be scored: everything the plan may read about them. The same person may appear once per stretch of a month.</summary>
public sealed record Candidate(
    string Agent, string Group, string Position, Func<string, Explained> Metric, IReadOnlyList<Entry> Entries, decimal? WorkedDays, decimal? DueDays);

/// <summary>
/// A month's card (考核表). A null score means that nothing could be scored, or that an item blocks it; notes say which.
/// The explanation's inputs add up to the score.
/// </summary>
public sealed record Scorecard(
    string Agent, string Plan, int Version, decimal? Score, string? Grade, int? Rank, IReadOnlyList<ItemResult> Items, Explained Explanation)
{
    /// <summary>Null without a pass mark or without a score.</summary>
    public bool? Passed { get; init; }
    public IReadOnlyList<Wording> Notes { get; init; } = [];
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
}
