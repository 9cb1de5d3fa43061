using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class PerPointTests
{
    private static readonly PerPoint Conversion = new("conversion", new("转化奖金", "conversion bonus"), new("consult-conversion"), Better.Higher, 0.3m, 0.01m, 50m) { High = 1000m };

    private static decimal Pays(PerPoint points, string metric, decimal value) => Line(Person((metric, value)), points).Amount;

    [Theory]
    [InlineData(0.36, 300)]    // six points × 50
    [InlineData(0.3699, 300)]  // whole points only
    [InlineData(0.37, 350)]
    [InlineData(0.3, 0)]
    [InlineData(0.25, 0)]      // below the base value nothing is taken
    [InlineData(0.5, 1000)]    // twenty points × 50, the most
    [InlineData(0.51, 1000)]
    public void Each_whole_percentage_point_over_the_base_value_pays(decimal rate, decimal pays) => Assert.Equal(pays, Pays(Conversion, "consult-conversion", rate));

    [Fact]
    public void Parts_of_a_point_count_where_the_plan_says_so()
    {
        // 6.99 × 50 = 349.50; five points under: −250, no less than −200
        Assert.Equal(349.5m, Pays(Conversion with { Whole = false }, "consult-conversion", 0.3699m));
        Assert.Equal((-250m, -200m), (Pays(Conversion with { Low = -500m }, "consult-conversion", 0.25m), Pays(Conversion with { Low = -200m }, "consult-conversion", 0.25m)));
    }

    [Fact]
    public void Where_lower_is_better_each_step_under_pays()
    {
        var seconds = new PerPoint("speed", default, new("average-response"), Better.Lower, 30m, 1m, 8m);
        // 30 − 24.5 = five whole seconds
        Assert.Equal((40m, 0m), (Pays(seconds, "average-response", 24.5m), Pays(seconds, "average-response", 31m)));
    }

    [Fact]
    public void The_base_value_may_be_a_persons_own()
    {
        var own = Conversion with { StartBy = new(0.3m, [new(0.34m) { Person = Name }], null) };
        var asker = Asker.Of(Name, "一组", "front-line", new(October, October), []);
        // 36 − 34 = 2 points × 50
        Assert.Equal(100m, Line(Person(("consult-conversion", 0.36m)) with { Asker = asker }, own).Amount);
        var nobody = Conversion with { StartBy = new(null, [new(0.34m) { Person = "李思远" }], null) };
        var line = Line(Person(("consult-conversion", 0.36m)) with { Asker = asker }, nobody);
        Assert.Equal((0m, "no base value, so nothing is paid"), (line.Amount, Assert.Single(line.Notes).En));
    }

    [Fact]
    public void Without_data_nothing_is_paid_and_the_line_says_so()
    {
        var line = Line(Person(), Conversion with { Low = -100m });
        Assert.Equal((0m, "no data, so nothing is paid"), (line.Amount, Assert.Single(line.Notes).En));
    }
}
