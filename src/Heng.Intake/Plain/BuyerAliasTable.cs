using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Other names of buyers (买家别名): masked or open ids as orders and ratings write them, and the name in the chats.</summary>
internal static class BuyerAliasTable
{
    private const int Shop = 0, Alias = 1, Buyer = 2;

    public static readonly Format Format = new("buyer-aliases", new("买家别名", "Buyer aliases"), Holding.BuyerAliases, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("alias", true, "买家别名", "别名"),
        new("buyer", true, "买家", "买家昵称"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
        Writer = WrittenCells.Of<BuyerAlias>(a => [a.Shop, a.Alias, a.Buyer]),
    };

    private static BuyerAlias Read(Cells cells) => new(cells.ShopOf(Shop), Nicks.Short(cells.Needed(Alias)), Nicks.Short(cells.Needed(Buyer)));
}
