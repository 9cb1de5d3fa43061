namespace Heng.Engine.Scoring;

/// <summary>A card of a longer cycle (长周期考核表), and the cards of the parts that it is rolled up from.</summary>
public sealed record CycleCard(Cycle Cycle, Period Period, Scorecard Card, IReadOnlyList<CardPart> Parts)
{
    /// <summary>How many months, or of a year quarters, have a score.</summary>
    public int Scored => Parts.Count(p => p.Card?.Score is not null);
}
