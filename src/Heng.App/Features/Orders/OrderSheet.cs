using Heng.App.Features.Exports;
using Heng.App.Ui;

namespace Heng.App.Features.Orders;

/// <summary>The ledger as a sheet to take away: what the page shows, every row of it.</summary>
internal static class OrderSheet
{
    public static ExportSheet Of(OrdersAsk ask, IEnumerable<OrderRow> rows, Language language) => new(
        $"orders-{ask.Month}-{OrderWords.Id(ask.Rule)}",
        [
            language.T("订单", "order"), language.T("买家", "buyer"), language.T("金额", "amount"), language.T("下单时间", "created"), language.T("付款时间", "paid"),
            language.T("落实下单", "order landed on"), language.T("落实付款", "payment landed on"), .. OrderWords.Rules.Select(r => language.T(OrderWords.Name(r))), language.T("理由", "why"),
            language.T("退款", "refunded"), language.T("净额", "net"),
        ],
        [.. rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Id, r.BuyerMasked, r.Amount, ShowDates.Second(r.Created), r.Paid is { } paid ? ShowDates.Second(paid) : null,
            r.LandedOrder, r.LandedPayment, .. r.Credits.Select(c => c.Agent ?? language.T(OrderWords.Name(c.Bucket))), language.T(r.Why), r.Refunded == 0 ? null : -r.Refunded, r.Net,
        ])]);
}
