using Heng.App.Features.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Months;

/// <summary>What a month came to for somebody. A rank stands among those on the same plan.</summary>
public sealed record MonthResult(string? Plan, int? Version, decimal? Score, ValueState ScoreState, string? Grade, int? Rank, decimal? Net, ValueState NetState)
{
    private static readonly MonthResult Nothing = new(null, null, null, ValueState.Missing, null, null, null, ValueState.Missing);

    public static MonthResult Of(PersonMonth? live) => live is null ? Nothing : new(
        live.Card?.Plan, live.Card?.Version, live.Card?.Score, live.Card?.Explanation.State ?? ValueState.Missing, live.Card?.Grade, live.Card?.Rank,
        live.Pay?.Net, StateOf(live.Pay?.Lines.Select(l => l.Explanation.State)));

    /// <summary>Sealed numbers are final: what moves after the closing becomes a difference, not another value.</summary>
    public static MonthResult Of(SealedCard? card, SealedSlip? slip) => new(
        card?.Plan, card?.Version, card?.Score, Present(card?.Score), card?.Grade, card?.Rank, slip?.Net, Present(slip?.Net));

    private static ValueState Present(decimal? value) => value is null ? ValueState.Missing : ValueState.Final;

    private static ValueState StateOf(IEnumerable<ValueState>? lines) =>
        lines is null ? ValueState.Missing : lines.Contains(ValueState.Provisional) ? ValueState.Provisional : ValueState.Final;
}
