using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Tests.Appraisal;

public sealed class CourseLintTests
{
    private static readonly Plan Asking = new("s/agent", 1, default, default, Cycle.Month, ["front-line"],
        [new("all", default, [new("attitude", default, 100m, new FromRaters([new("self", 20m), new("leader", 80m)], MissingRater.Redistribute), new OnScale(0m, 100m, []), MissingRule.Redistribute)])], [], null);

    private static Stage Rate(string id, params string[] by) => new(id, new Wording(id, id), StageWork.Rate, by);
    private static readonly Stage Publish = new("publish", StageWords.Of(StageWork.Publish), StageWork.Publish, ["hr"]);

    [Fact]
    public void Raters_are_those_that_items_ask() => Assert.Equal(["self", "leader"], CourseLint.RatersAsked([Asking]));

    [Fact]
    public void A_rater_whom_no_stage_has_give_points_stops_publishing_and_an_idle_stage_does_not()
    {
        var found = CourseLint.Of(new([Rate("self", "self"), Rate("peers", "peer"), Publish]), [Asking]);
        Assert.Equal([("course-broken", Severity.Error, "course"), ("course-idle", Severity.Warning, "course/stages/peers")], found.Select(f => (f.Rule, f.Severity, f.Place)));
        Assert.Contains("组长", found[0].Reason.Zh, StringComparison.Ordinal);
        Assert.Empty(CourseLint.Of(new([Rate("both", "self", "leader"), Publish]), [Asking]));
    }
}
