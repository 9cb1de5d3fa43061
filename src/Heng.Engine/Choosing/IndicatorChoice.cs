using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Choosing;

/// <summary>How far a choice is: everything that was considered (长名单), what is left of it (短名单), weights that add up (选定), and the owner's word (已签字). Stored by name: never rename.</summary>
public enum ChoiceStage { LongList, ShortList, Chosen, Signed }

/// <summary>What an indicator was held against (标准). Stored by name: never rename.</summary>
[Flags]
public enum Criteria { None = 0, CanBeInfluenced = 1, IsUnderstood = 2, IsMeasured = 4, DoublesNoOther = 8 }

/// <summary>An indicator that was considered, and why. Struck is the reason why it is not chosen; a weight stands only on one that is. Better is the side that was said where the catalogue has none.</summary>
public sealed record Considered(string Metric, Wording Why)
{
    public Criteria Meets { get; init; }
    public string? Struck { get; init; }
    public decimal? Weight { get; init; }
    public Better Better { get; init; }
}

/// <summary>
/// A choice of indicators (指标选择) for a position: from a long list to a short list to weights that add up to 100, signed by the one person who answers for it.
/// From is the choice whose next round this is. Once signed it never changes.
/// </summary>
public sealed record IndicatorChoice(string Title, string Position, IReadOnlyList<Considered> List)
{
    public ChoiceStage Stage { get; init; }
    public string? Owner { get; init; }
    public long? From { get; init; }

    public IEnumerable<Considered> Kept => List.Where(c => c.Struck is null);
    public decimal Weights => Kept.Sum(c => c.Weight ?? 0m);

    /// <summary>A new round on the same position: what was considered stands on its long list again, with why it was struck.</summary>
    public IndicatorChoice Again(long id) => this with { Stage = ChoiceStage.LongList, Owner = null, From = id };
}
