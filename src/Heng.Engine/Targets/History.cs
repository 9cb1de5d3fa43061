using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;

namespace Heng.Engine.Targets;

/// <summary>A month that is looked back on. ByDay tells a metric of a person on the month's ordinary or promotion days alone; null where days cannot be told apart.</summary>
public sealed record HistoryMonth(SimulatedMonth Month)
{
    public Func<string, string, PromotionDay, Explained>? ByDay { get; init; }
}

/// <summary>One person's number in one month (人月), at scoring precision, and the days that they worked of those due; null where nobody told.</summary>
public sealed record HistoryValue(Month Month, string Agent, Explained Number, decimal? Worked, decimal? Due)
{
    /// <summary>Worked ÷ due, at most 1; null where days are unknown.</summary>
    internal decimal? Share => Worked is { } worked && Due is { } due && due > 0m ? Math.Min(1m, worked / due) : null;
}

/// <summary>
/// What one number came to, a value each month and person, missing ones too, in an order that does not depend on how they came. Where the number shrinks with the days worked,
/// a part month counts as the whole month that it would have been, and one of less than half the days not at all.
/// </summary>
public sealed class History
{
    /// <summary>Of the days due; with fewer, a month says too little about a whole one.</summary>
    public const decimal LeastShare = 0.5m;

    public History(IEnumerable<HistoryValue> values, bool scaled, bool sums)
    {
        (Scaled, Sums) = (scaled, sums);
        All = [.. values.OrderBy(v => v.Month).ThenBy(v => v.Agent, StringComparer.Ordinal)];
        Known = [.. All.Where(v => v.Number.Value is not null)];
        Usable = [.. Known.Where(v => !Scaled || v.Share is not { } share || share >= LeastShare)];
    }

    public bool Scaled { get; }
    public bool Sums { get; }
    public IReadOnlyList<HistoryValue> All { get; }
    public IReadOnlyList<HistoryValue> Known { get; }
    public IReadOnlyList<HistoryValue> Usable { get; }
    public Unit Unit => Known.Concat(All).Select(v => v.Number.Unit).FirstOrDefault();

    /// <summary>A value as of a whole month.</summary>
    internal Explained Whole(HistoryValue value) => !Scaled || value.Share is not < 1m ? value.Number
        : Explained.By(value.Number.Id, value.Number.Label, value.Number.Unit, Quotient.Instance, value.Number, Scaling.PartMonth(value.Worked, value.Due)!);
}
