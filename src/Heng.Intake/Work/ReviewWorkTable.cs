using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Work on product reviews (评价处理): when they were answered, and whether they turned to the better.</summary>
internal static class ReviewWorkTable
{
    private const int Shop = 0, Order = 1, Item = 2, Agent = 3, Reviewed = 4, Answered = 5, Turned = 6;

    public static readonly Format Format = new("review-work", new("评价处理", "Review handling"), Holding.ReviewWork, Shape.Table,
    [
        WorkCells.Shop,
        new("order", true, "订单编号"),
        new("item", false, "商品"),
        WorkCells.Agent,
        new("reviewed_at", true, "评价时间"),
        new("answered_at", true, "回复时间", "处理时间"),
        new("turned", false, "是否转好"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<ReviewWork>(w => [w.Shop, w.OrderId, w.Item, w.Agent, w.ReviewedAt, w.AnsweredAt, w.Turned]),
        CoversSpan = true,
    };

    private static ReviewWork Read(Cells cells)
    {
        var at = cells.Time(Reviewed);
        return new(cells.ShopOrCompany(Shop), cells.Id(Order), cells.Name(Item) ?? "", cells.AgentOf(Agent), at, cells.After(Answered, at, Reviewed), cells.YesOrNone(Turned));
    }
}
