using Heng.App.Ui;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.Features.Pools;

/// <summary>A claim as it is listed: whether the viewer may decide it, and when it came and was decided, by the shop's clock.</summary>
public sealed record ClaimRow(PoolClaim Claim, DateTime At, DateTime? RuledAt, bool MayDecide);

/// <summary>A pool of the month. Float is what may be moved and what is left of it, null where nothing may.</summary>
public sealed record PoolCard(PoolFigures Figures, (decimal Most, decimal Left)? Float, IReadOnlyList<ClaimRow> Claims);

/// <summary>A month's pools (奖金池) with their claims. Amounts stand there for those who see everybody's pay.</summary>
public sealed record PoolView(Month Month, IReadOnlyList<PoolCard> Pools, bool Closed, bool SeesAmounts, bool MayClaim)
{
    public ClaimRefusal? Refused { get; init; }
    public bool Done { get; init; }
}

/// <summary>What was asked on the page: a claim, or a decision on one.</summary>
public sealed record PoolAsk(ClaimAsk? Claim, long? Decides, decimal Granted, string? From, string Reason);

public delegate Task<Seen<PoolView>> PoolFor(Month month, PoolAsk? ask, HttpContext context);
