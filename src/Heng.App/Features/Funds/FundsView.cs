using Heng.App.Ui;
using Heng.Engine.Pay;

namespace Heng.App.Features.Funds;

/// <summary>The funds with their ledgers; MayKeep is for who enters and approves, and Me is who looks.</summary>
public sealed record FundsView(IReadOnlyList<KeptFund> Funds, bool MayKeep, string Me)
{
    public FundRefusal? Refused { get; init; }
    public bool Done { get; init; }
}

/// <summary>What was asked on the page: an entry into a fund, or a decision on one.</summary>
public sealed record FundAsk(string Act, string Fund, decimal Amount, string Reason, long Entry);

public delegate Task<Seen<FundsView>> FundsFor(FundAsk? ask, HttpContext context);
