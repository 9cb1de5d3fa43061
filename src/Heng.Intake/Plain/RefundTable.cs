using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Work;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Refunds of any platform as they are kept (退款): where one stands is said by <c>state</c>, beside the platform's own word.</summary>
internal static class RefundTable
{
    private const int Shop = 0, Order = 1, Id = 2, Amount = 3, State = 4, Status = 5, Kind = 6, Whole = 7, AfterSale = 8, Applied = 9, Finished = 10, Title = 11, Code = 12, Reviewer = 13, Operator = 14;

    public static readonly Format Format = new("refunds", new("退款", "Refunds"), Holding.Refunds, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("order", true, "订单编号"),
        new("refund", true, "退款编号"),
        new("amount", true, "金额"),
        new("state", true, "退款进度"),
        new("status", true, "退款状态"),
        new("kind", true, "退款类型"),
        new("whole", false, "是否全部退款"),
        new("after_sale", false, "是否售后"),
        new("applied_at", false, "申请时间"),
        new("finished_at", false, "完结时间"),
        new("title", false, "标题"),
        new("code", false, "商家编码"),
        new("reviewer", false, "审核人"),
        new("operator", false, "操作人"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
        Writer = WrittenCells.Of<Refund>(r =>
            [r.Shop, r.OrderId, r.Id, r.Amount, r.State, r.Status, r.Kind, r.Whole, r.AfterSale, r.AppliedAt, r.FinishedAt, r.Title, r.Code, r.Reviewer, r.Operator]),
        CoversSpan = true,
    };

    private static Refund Read(Cells cells)
    {
        var (state, applied, finished) = (cells.Word(State, StateOf), cells.TimeOrNone(Applied), cells.TimeOrNone(Finished));
        // Without a day of its own a refund that came through would count nowhere.
        if (state == RefundState.Succeeded && finished is null) cells.Fail(Reasons.Missing(cells.NameOf(Finished)));
        if (applied is null && finished is null) cells.Fail(Reasons.Missing(cells.NameOf(Applied)));
        return new(
            cells.ShopOf(Shop), cells.Id(Order), cells.Id(Id), cells.Money(Amount), state, cells.Needed(Status), cells.Word(Kind, KindOf), cells.YesOrNone(Whole), cells.YesOrNone(AfterSale),
            applied, finished, cells.Name(Title), cells.Name(Code), AccountOf(cells, Reviewer), AccountOf(cells, Operator));
    }

    public static RefundState? StateOf(string word) => word switch
    {
        "进行中" => RefundState.InProgress,
        "成功" => RefundState.Succeeded,
        "关闭" => RefundState.Closed,
        _ => WrittenCells.Value<RefundState>(word),
    };

    private static RefundKind? KindOf(string word) => word switch
    {
        "仅退款" => RefundKind.MoneyOnly,
        "退货" or "退货退款" => RefundKind.Return,
        "换货" => RefundKind.Exchange,
        _ => WrittenCells.Value<RefundKind>(word),
    };

    private static string? AccountOf(Cells cells, int column) => cells.Name(column) is { } account ? Nicks.Short(account) : null;
}
