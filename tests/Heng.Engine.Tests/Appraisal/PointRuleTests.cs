using Heng.Engine.Appraisal;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>Which marks may be handed in on a scale of 0 to 15, whose outer tenths end at 1.5 and begin at 13.5.</summary>
public sealed class PointRuleTests
{
    private static readonly OnScale Scale = new(0m, 15m, [new(9.2m, new("偶有敷衍", "now and then"))]);

    [Theory]
    [InlineData(null, PointFault.PointsMissing)]
    [InlineData(-0.5, PointFault.PointsOutOfRange)]
    [InlineData(15.5, PointFault.PointsOutOfRange)]
    [InlineData(7.25, PointFault.PointsOffStep)]
    [InlineData(9.1, PointFault.PointsOffStep)]
    [InlineData(9.2, null)] // an anchor, between the steps
    [InlineData(7.5, null)]
    [InlineData(1.5, PointFault.CommentMissing)] // the edge is extreme
    [InlineData(2.0, null)]
    [InlineData(13.0, null)]
    [InlineData(13.5, PointFault.CommentMissing)]
    [InlineData(0.0, PointFault.CommentMissing)]
    public void A_mark_without_comment_is_judged(double? points, PointFault? fault) => Assert.Equal(fault, PointRules.Of(Scale, (decimal?)points, " "));

    [Fact]
    public void An_extreme_mark_that_says_why_can_be_handed_in() => Assert.Null(PointRules.Of(Scale, 15m, "零差评"));

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, PointFault.CommentTooLong)]
    public void A_comment_has_its_length(int length, PointFault? fault) => Assert.Equal(fault, PointRules.Of(Scale, 7m, new string('好', length)));

    [Fact]
    public void A_plan_moves_the_edges_and_the_step()
    {
        var own = Scale with { CommentAt = new(3m, 12m), Step = 2m, Anchors = [] };
        Assert.Equal(PointFault.CommentMissing, PointRules.Of(own, 12m, null));
        Assert.Null(PointRules.Of(own, 10m, null));
        Assert.Equal(PointFault.PointsOffStep, PointRules.Of(own, 11m, null));
        // 15 lies between the steps of 2, and full marks are always allowed.
        Assert.Null(PointRules.Of(own, 15m, "满分"));
    }

    [Fact]
    public void Steps_are_counted_from_the_lower_end() => Assert.Null(PointRules.Of(new(0.2m, 5.2m, []) { Step = 0.5m }, 2.7m, null));
}
