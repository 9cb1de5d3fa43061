using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Product reviews (商品评价). A blank agent follows the order's credit.</summary>
internal static class ReviewTable
{
    private const int Shop = 0, Order = 1, Item = 2, Agent = 3, At = 4, Level = 5;

    public static readonly Format Format = new("reviews", new("商品评价", "Product reviews"), Holding.Reviews, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("order", true, "订单编号"),
        new("item", true, "商品"),
        new("agent", false, "客服"),
        new("at", true, "评价时间"),
        new("level", true, "评价等级"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Review>(r => [r.Shop, r.OrderId, r.Item, r.Agent, r.At, r.Level]),
        CoversSpan = true,
    };

    private static Review Read(Cells cells) => new(
        cells.ShopOf(Shop), cells.Id(Order), cells.NamedOrNone(Item) ?? "", cells.NamedOrNone(Agent), cells.Time(At, dateAlone: true), cells.Word(Level, LevelOf));

    private static ReviewLevel? LevelOf(string word) => word switch
    {
        "good" or "好评" => ReviewLevel.Good,
        "neutral" or "中评" => ReviewLevel.Neutral,
        "bad" or "差评" => ReviewLevel.Bad,
        _ => null,
    };
}
