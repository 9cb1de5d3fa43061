using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Operation errors (操作差错) in order data, addresses, refunds and the like, with what they cost; a blank cost is 0 yuan.</summary>
internal static class ErrorTable
{
    private const int Shop = 0, Day = 1, Agent = 2, Kind = 3, Order = 4, Cost = 5, Remark = 6, Withdrawn = 7;

    public static readonly Format Format = new("operation-errors", new("操作差错", "Operation errors"), Holding.OperationErrors, Shape.Table,
    [
        WorkCells.Shop,
        new("day", true, "日期"),
        WorkCells.Agent,
        new("error", true, "差错类型"),
        new("order", false, "订单编号"),
        new("cost", true, "损失", "损失金额"),
        new("remark", false, "备注"),
        new("withdrawn", false, "撤回原因"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<OperationError>(e => [e.Shop, e.Day, e.Agent, e.Kind, e.OrderId, e.Cost, e.Remark, e.Withdrawn]),
        CoversSpan = true,
    };

    private static OperationError Read(Cells cells) => new(
        cells.ShopOrCompany(Shop), cells.PastDay(Day), cells.AgentOf(Agent), cells.Needed(Kind), cells.Bare(Order).IsEmpty ? null : cells.Id(Order), cells.MoneyOrNone(Cost) ?? 0m, cells.Name(Remark)) { Withdrawn = cells.Name(Withdrawn) };
}
