using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Pay;
using Heng.Store;

namespace Heng.App.Features.Funds;

/// <summary>Shows the funds and does what is asked of their ledgers. What a fund was given is what somebody was not paid: it is for who sees everybody's pay.</summary>
public sealed class FundsQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private readonly FundDeeds deeds = new(database, time);

    public Task<Seen<FundsView>> For(FundAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEverybodysPay(viewer)) return Task.FromResult(Seen<FundsView>.Forbidden);
        var done = ask is null ? null : Do(ask, viewer);
        return Task.FromResult<Seen<FundsView>>(new FundsView(FundBook.Of(database).Funds, Rights.KeepsFunds(viewer), viewer.Name) { Refused = done?.Refused, Done = done?.Entry is not null });
    }

    private FundDone Do(FundAsk ask, Viewer viewer) => ask.Act switch
    {
        "pay" => deeds.Enter(ask.Fund, FundEntryKind.Payout, ask.Amount, ask.Reason, viewer),
        "open" => deeds.Enter(ask.Fund, FundEntryKind.Opening, ask.Amount, ask.Reason, viewer),
        _ => deeds.Decide(ask.Entry, ask.Act == "approve", ask.Reason, viewer),
    };
}
