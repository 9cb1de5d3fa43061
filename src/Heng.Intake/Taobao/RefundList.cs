using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Work;

namespace Heng.Intake.Taobao;

/// <summary>
/// The refunds of Taobao and Tmall (已收到的退款). 退款完结时间 stands in the header twice, and newer ones have 完结时间 too: the first that says a time counts. 卖家真实姓名
/// stands there twice as well, beside the seller's addresses and phones: none of them is a column of ours, nor are the buyer's nick and words.
/// </summary>
internal static class RefundList
{
    private const int Order = 0, Id = 1, Amount = 2, Status = 3, Finished = 4, FinishedToo = 5, Applied = 6, Type = 7, Returns = 8, Extent = 9, Phase = 10, Title = 11,
        Code = 12, Reviewer = 13, Operator = 14;

    public static readonly Format Format = new("taobao-refunds", new("淘宝/天猫退款记录", "Taobao/Tmall refunds"), Holding.Refunds, Shape.Table,
    [
        new("订单编号", true),
        new("退款编号", true),
        new("买家退款金额", true, "退款金额"),
        new("退款状态", true),
        new("退款完结时间", false),
        new("完结时间", false),
        new("退款的申请时间", false, "退款申请时间"),
        new("售后类型", false),
        new("是否需要退货", false),
        new("部分退款/全部退款", false),
        new("售中或售后", false),
        new("宝贝标题", false),
        new("商家编码", false, "商品编码"),
        new("审核操作人", false),
        new("退款操作人", false),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
    };

    private static Refund Read(Cells cells)
    {
        var state = cells.Word(Status, RefundWords.StateOf);
        var applied = cells.TimeOrNone(Applied);
        var finished = cells.TimeOrNone(Finished) ?? cells.TimeOrNone(FinishedToo);
        // Without a day of its own a refund that came through would count nowhere.
        if (state == RefundState.Succeeded && finished is null) cells.Fail(Reasons.Missing(cells.NameOf(Finished)));
        if (applied is null && finished is null) cells.Fail(Reasons.Missing(cells.NameOf(Applied)));
        return new(
            cells.Shop ?? "",
            cells.Id(Order),
            cells.Id(Id),
            cells.Money(Amount),
            state,
            cells.Needed(Status),
            RefundWords.KindOf(cells.Name(Type), RefundWords.Returns(cells.Name(Returns))),
            cells.Name(Extent) switch { "全部退款" => true, "部分退款" => false, _ => null },
            cells.Name(Phase) switch { "售后" => true, "售中" => false, _ => null },
            applied,
            finished,
            cells.Name(Title),
            cells.Name(Code),
            AgentOf(cells, Reviewer),
            AgentOf(cells, Operator));
    }

    private static string? AgentOf(Cells cells, int column) => cells.Name(column) is { } account && !RefundWords.IsPlatform(account) ? Nicks.Short(account) : null;
}
