using Heng.Engine.Metrics;
using Heng.Engine.Targets;

namespace Heng.Engine.Tests.Targets;

public sealed class DayTargetTests
{
    private static readonly Metric Sales = Catalogue.Find("sales")!, Within30 = Catalogue.Find("within-30s")!;
    private static readonly DateOnly Second = new(2026, 11, 2);
    private static HashSet<DateOnly> Days(params int[] days) => [.. days.Select(d => new DateOnly(2026, 11, d))];

    [Fact]
    public void A_sum_is_shared_out_over_the_rostered_days_and_asks_nothing_on_a_day_off()
    {
        // 30,000 ÷ 3 days = 10,000.
        Assert.Equal(new DayTarget(10_000m, DayPart.Rostered, 3), DayTarget.Of(Sales, 30_000m, Second, Days(2, 3, 4)));
        Assert.Null(DayTarget.Of(Sales, 30_000m, Second, Days(1, 3, 4)));
    }

    [Fact]
    public void Without_a_roster_it_is_shared_out_over_the_days_of_the_month()
    {
        // November has 30 days, February 2028 has 29: 30,000 ÷ 30 = 1,000 and 29,000 ÷ 29 = 1,000.
        Assert.Equal(new DayTarget(1_000m, DayPart.Calendar, 30), DayTarget.Of(Sales, 30_000m, Second, Days()));
        Assert.Equal(new DayTarget(1_000m, DayPart.Calendar, 29), DayTarget.Of(Sales, 29_000m, new(2028, 2, 29), Days()));
    }

    [Fact]
    public void A_rate_is_the_same_on_every_day_off_or_not() => Assert.Equal(new DayTarget(0.8m, DayPart.Whole, 1), DayTarget.Of(Within30, 0.8m, Second, Days(1, 3)));

    [Fact]
    public void Several_people_are_added_up_and_it_says_of_what()
    {
        DayTarget rostered = new(10_000m, DayPart.Rostered, 3), calendar = new(200m, DayPart.Calendar, 30);
        Assert.Null(DayTarget.Together([]));
        Assert.Equal(rostered, DayTarget.Together([rostered]));
        Assert.Equal(new DayTarget(20_000m, DayPart.Rostered, 0), DayTarget.Together([rostered, rostered]));
        Assert.Equal(new DayTarget(10_200m, DayPart.Mixed, 0), DayTarget.Together([rostered, calendar]));
    }
}
