using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Orders;

/// <summary>Ledger rows as pages and exports show them.</summary>
internal sealed class OrderRows(Roster roster, RuleSet rules, Language language)
{
    public OrderRow Of(LedgerRow row, Judgement rule) => new(
        row.Order.Id, row.Order.Buyer is { } buyer ? Masked.Name(buyer) : "—", row.Order.Amount, Local(row.Order.Created), row.Order.PaidAt is { } paid ? Local(paid) : null,
        NameOf(row.Created.Agent), NameOf(row.Paid.Agent), [.. OrderWords.Rules.Select(r => new CreditCell(row.Under(r).Bucket, NameOf(row.Under(r).Agent)))], Why(row, rule));

    public RuleSet Rules => rules;

    public DateTime Local(Instant at) => rules.Clock.ToLocal(at);

    /// <summary>An account that nobody is bound to still won the order; that is not the same as nobody.</summary>
    public string? NameOf(int? agent) => agent switch
    {
        null => null,
        AgentDay.Unbound => language.T("未绑定账号", "unbound account"),
        { } id => roster.NameOf(id) ?? language.T("未绑定账号", "unbound account"),
    };

    public Wording Why(LedgerRow row, Judgement rule) => row.Under(rule).Bucket switch
    {
        Bucket.Unpaid => new("没有付款", "never paid"),
        Bucket.Late => new($"下单当天起 {rules.PaymentDays} 天以后才付款，不计业绩", $"paid more than {Show.Count(rules.PaymentDays, "day")} after ordering: credits nobody"),
        Bucket.Flagged => new($"插旗“{row.Order.Flag}”，不计业绩", $"flagged “{row.Order.Flag}”: credits nobody"),
        _ => rule switch
        {
            Judgement.OrderPlaced => At(row.Created, Placed),
            Judgement.Payment => At(row.Paid, Payment),
            _ when row.Created.Agent is not null || row.Paid.Agent is null => At(row.Created, Placed),
            _ => new($"下单时无人接待；{At(row.Paid, Payment).Zh}", $"nobody served when it was placed; {At(row.Paid, Payment).En}"),
        },
    };

    private static readonly Wording Placed = new("下单", "placed"), Payment = new("付款", "paid");

    private static Wording At(Landing landing, Wording what) => OrderWords.Sentence(landing.Clause) is var clause ? new($"{what.Zh}：{clause.Zh}", $"{what.En}: {clause.En}") : default;
}
