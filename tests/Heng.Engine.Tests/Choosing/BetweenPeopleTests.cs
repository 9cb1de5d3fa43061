using Heng.Engine.Choosing;
using Heng.Engine.Metrics;

namespace Heng.Engine.Tests.Choosing;

public class BetweenPeopleTests
{
    private static BetweenPeople Of(string metric, params decimal?[] values) => BetweenPeople.Of(Catalogue.Find(metric)!, values);

    [Fact]
    public void An_odd_number_has_a_middle_one_and_who_has_no_value_is_no_zero() =>
        // 20, 30, 46 of four people
        Assert.Equal(new BetweenPeople(4, 3, 30m, 20m, 46m, 3), Of("average-response", 46m, null, 20m, 30m));

    [Fact]
    public void An_even_number_has_the_mean_of_the_two_in_the_middle()
    {
        // (0.3 + 0.5555) ÷ 2 = 0.42775, to four places 0.4278
        var between = Of("consult-conversion", 0.1m, 0.3m, 0.5555m, 0.9m);
        Assert.Equal((0.4278m, 0.8m), (between.Median, between.Spread));
    }

    [Fact]
    public void What_scoring_takes_for_the_same_tells_nobody_apart()
    {
        Assert.False(Of("reply-rate", 0.98001m, 0.98004m).TellsApart); // both 0.98
        Assert.True(Of("reply-rate", 0.98004m, 0.98005m).TellsApart); // 0.98 and 0.9801
        Assert.False(Of("reply-rate", 0.98m, null).TellsApart);
    }

    [Fact]
    public void Nobody_with_a_value_has_no_middle() => Assert.Equal(new BetweenPeople(2, 0, null, null, null, 0), Of("reply-rate", null, null));
}
