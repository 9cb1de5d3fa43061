using Heng.Engine.Metrics;
using Heng.Engine.Targets;

namespace Heng.Engine.Tests.Targets;

public sealed class RealisticStepTests
{
    // Of eight the better quarter is two: for seconds 20 and 22 of 20, 22, 30, 34, 40, 41, 50, 60.
    private static readonly decimal[] Seconds = [40m, 20m, 60m, 22m, 30m, 50m, 41m, 34m];

    [Fact]
    public void The_nearer_of_quartile_and_own_best_is_taken()
    {
        Assert.Equal(new(22m, StepTo.GroupQuartile), RealisticStep.Of(40m, Better.Lower, Seconds, [18m, 45m]));
        Assert.Equal(new(35m, StepTo.OwnBest), RealisticStep.Of(40m, Better.Lower, Seconds, [35m, 45m]));
        Assert.Equal(new(50m, StepTo.GroupQuartile), RealisticStep.Of(40m, Better.Higher, Seconds, [70m]));
    }

    [Fact]
    public void What_is_no_better_is_no_step()
    {
        Assert.Null(RealisticStep.Of(22m, Better.Lower, Seconds, [22m, 30m]));
        Assert.Equal(new(21m, StepTo.OwnBest), RealisticStep.Of(22m, Better.Lower, Seconds, [21m]));
        Assert.Null(RealisticStep.Of(40m, Better.None, Seconds, [1m]));
    }

    [Fact]
    public void A_group_of_three_has_no_quartile_and_one_of_four_has()
    {
        Assert.Null(RealisticStep.Of(40m, Better.Lower, [20m, 30m, 40m], []));
        Assert.Equal(new(20m, StepTo.GroupQuartile), RealisticStep.Of(40m, Better.Lower, [20m, 30m, 40m, 50m], []));
    }
}
