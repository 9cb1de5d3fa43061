using Heng.Engine.Closing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Closing;

public sealed class ClosingOutlookTests
{
    private static readonly Month July = new(2026, 7), August = new(2026, 8), September = new(2026, 9);
    private static readonly (decimal, bool)[] Lines = [(3000m, false), (1500m, true), (-200m, true)];

    [Fact]
    public void Expected_is_the_mean_of_what_moved_after_the_months_closed_so()
    {
        // August: 李 +100 −30 = 70, 王 −20: moved 90, net 50. September: 李 −10: moved 10. Mean (90 + 10) ÷ 2 = 50. July was final and is not looked at.
        PaidDifference[] differences = [new(August, "李", 100m), new(August, "李", -30m), new(August, "王", -20m), new(September, "李", -10m), new(July, "李", 999m)];
        var outlook = ClosingOutlook.Of(Lines, [August, September], differences);
        Assert.Equal([new(September, -10m, 10m, 1), new(August, 50m, 90m, 2)], outlook.Before);
        Assert.Equal((50m, 90m), (outlook.Expected, outlook.Worst));
        // What can move: 1500 and 200 of 4700.
        Assert.Equal((1700m, 4700m, 2), (outlook.Resting, outlook.Total, outlook.Lines));
    }

    [Fact]
    public void Without_such_a_month_there_is_no_expectation_and_a_month_that_nothing_came_after_is_0()
    {
        Assert.Equal((null, null), ClosingOutlook.Of(Lines, [], []) is var none ? (none.Expected, none.Worst) : default);
        Assert.Equal((0m, 0m), ClosingOutlook.Of(Lines, [August], []) is var calm ? (calm.Expected!.Value, calm.Worst!.Value) : default);
        // A person whose lines even out moved nothing.
        Assert.Equal(new(August, 0m, 0m, 0), Assert.Single(ClosingOutlook.Of(Lines, [August], [new(August, "李", 5m), new(August, "李", -5m)]).Before));
    }

    [Fact]
    public void Six_months_are_looked_back_on_and_no_more()
    {
        Month[] months = [.. Enumerable.Range(1, 7).Select(m => new Month(2026, m))];
        Assert.Equal([7, 6, 5, 4, 3, 2], ClosingOutlook.Of(Lines, months, []).Before.Select(m => m.Month.Number));
    }
}
