using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics;

public class WorkedShopsTests
{
    private const int Zhang = 7, Wang = 8;
    private static readonly Coverage Covered = new([(Source.Chat, Day(1), Day(31)), (Source.Orders, Day(1), Day(31))]);

    private static AgentDay Sold(int agent, int yuan, int buyers = 1) => new(agent, Day(1),
        new Measures().Add(Primitive.SalesFen.Under(Judgement.OrderFirst), yuan * 100L).Add(Primitive.Buyers.Under(Judgement.OrderFirst), buyers), new(), new());

    private static decimal? Read(string metric, params AgentDay[][] shops)
    {
        static bool Own(AgentDay day) => day.Agent == Zhang;
        var own = Totals.Of(Day(1), Day(31), shops.SelectMany(days => days).Where(Own), Covered);
        return Reading.Of(Catalogue.Find(metric)!, own, Totals.OfShop(Day(1), Day(31), WorkedShops.Of(shops, Own), Covered), RuleSet.Default, At("60 00:00")).Value;
    }

    [Fact]
    public void A_share_is_of_the_shops_that_the_person_worked_in()
    {
        // 10 of 甲店's 10; 乙店's 100 and 丙店's silent 40 are none of theirs. After one reception in 乙店: 10 ÷ 110.
        Assert.Equal(1m, Read("share-of-shop", [Sold(Zhang, 10)], [Sold(Wang, 100)], [Sold(AgentDay.Silent, 40)]));
        Assert.Equal(10m / 110m, Read("share-of-shop", [Sold(Zhang, 10)], [Sold(Wang, 100), Sold(Zhang, 0, 0)], [Sold(AgentDay.Silent, 40)]));
    }

    [Fact]
    public void An_uplift_is_over_the_silent_orders_of_those_shops()
    {
        Assert.Null(Read("average-order-value-uplift", [Sold(Zhang, 10)], [Sold(AgentDay.Silent, 40)]));
        Assert.Equal(-30m, Read("average-order-value-uplift", [Sold(Zhang, 10), Sold(AgentDay.Silent, 40)], [Sold(AgentDay.Silent, 500)]));
    }

    [Fact]
    public void Who_worked_in_no_shop_is_measured_against_all_of_them() =>
        Assert.Equal(0m, Read("share-of-shop", [Sold(Wang, 10)], [Sold(Wang, 100)]));
}
