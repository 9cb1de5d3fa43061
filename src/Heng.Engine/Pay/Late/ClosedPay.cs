using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay.Late;

/// <summary>A line as a closed month sealed it.</summary>
public sealed record SealedAmount(string Line, Wording Label, decimal Amount, PayKind Kind = PayKind.Work);

/// <summary>Somebody's lines as a month sealed them, those that settle earlier months among them.</summary>
public sealed record SealedPay(Month Month, IReadOnlyList<SealedAmount> Lines);

/// <summary>
/// What is known of one person's pay of a closed month: as it was sealed, as its records, rules and plans come to it now, and what months closed since have sealed.
/// </summary>
/// <param name="Then">Empty for who was paid nothing at the closing.</param>
/// <param name="Now">Null where nothing pays the person now: that is no pay of 0, and settles nothing.</param>
/// <param name="Since">Months closed after it, in their order.</param>
public sealed record ClosedPay(Month Month, IReadOnlyList<SealedAmount> Then, IReadOnlyList<PayLine>? Now, IReadOnlyList<SealedPay> Since)
{
    /// <summary>What was sealed and can't be worked out any more: HR settles it by hand.</summary>
    public bool Unknown => Now is null && Then.Any(l => !LateLine.Is(l.Line));
}
