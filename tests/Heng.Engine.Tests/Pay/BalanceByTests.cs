using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Pay;

public sealed class BalanceByTests
{
    private static decimal Paid(Asker? who)
    {
        var indicator = new KsfIndicator("load", new("接待", "load"), 100m, new(new("received"), null), Better.Higher, 100m, 10m, 5m, null, null)
        {
            BalanceBy = new(100m, [new(150m) { Calendar = PromotionDay.Promotion }, new(80m) { Person = "李思远" }], null),
        };
        var ksf = new Ksf("ksf", new("KSF", "KSF"), 1000m, 1m, false, [indicator]);
        return ksf.Lines(new("a", 0m, null, null, id => Explained.Leaf(id, new(id, id), 120m, Unit.People), []) { Asker = who }).Single().Amount;
    }

    [Fact]
    public void A_balance_point_may_differ_by_person_and_by_promotion_days()
    {
        var october = new Month(2026, 10);
        Assert.Equal(1010m, Paid(null));                                                         // 120 over 100: two steps
        Assert.Equal(1010m, Paid(new("王雨桐", "一组", "front-line", october, 31, 0)));
        Assert.Equal(985m, Paid(new("王雨桐", "一组", "front-line", october, 31, 31)));             // 30 under 150: three steps
        Assert.Equal(1000m, Paid(new("王雨桐", "一组", "front-line", october, 31, 10)));            // 3600 ÷ 31 = 116.129: no whole step
        Assert.Equal(1020m, Paid(new("李思远", "一组", "front-line", october, 31, 31)));            // 40 over 80
    }
}
