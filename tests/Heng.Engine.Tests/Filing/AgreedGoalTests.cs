using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Filing;

public sealed class AgreedGoalTests
{
    private static readonly DateOnly Today = new(2026, 11, 2), Due = new(2026, 11, 30);
    private static readonly Instant At = ShopClock.Shanghai.StartOf(Today);
    private static readonly FilingActor Chen = new("陈静", true), Wang = new("王雨桐", false), Hr = new("人事", true, true), Li = new("李思远", false);
    private static readonly GoalHappening Terms = new(GoalEvent.Proposed, "王雨桐", At, "") { Name = "涨粉", Kind = GoalKind.Task, Due = Due, Start = 800m, Target = 1000m };

    private static AgreedGoal Proposed => new("王雨桐", [Terms]);
    private static AgreedGoal Agreed => Proposed.After(GoalCycle.Agree(Proposed, Chen, 1, At).Happens!);

    [Fact]
    public void It_counts_from_when_the_other_side_agrees_to_what_it_saw()
    {
        Assert.Empty(Proposed.Records(ShopClock.Shanghai));
        Assert.Equal(FilingRefusal.SamePerson, GoalCycle.Agree(Proposed, Wang, 1, At).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, GoalCycle.Agree(Proposed, Li, 1, At).Refused);
        Assert.Equal(FilingRefusal.TermsChanged, GoalCycle.Agree(Proposed, Chen, 2, At).Refused);
        Assert.Equal(GoalStage.Agreed, Agreed.Stage);
        Assert.Equal([new Goal(Due, "王雨桐", "涨粉", GoalKind.Task, 800m, 1000m, null, null, null, null, null, Today)], Agreed.Records(ShopClock.Shanghai));
        Assert.Equal(FilingRefusal.AlreadyAgreed, GoalCycle.Agree(Agreed, Chen, 1, At).Refused);
        // What a leader proposes, only the person agrees to.
        var led = new AgreedGoal("王雨桐", [Terms with { Who = "陈静" }]);
        Assert.Equal(FilingRefusal.SamePerson, GoalCycle.Agree(led, Hr, 1, At).Refused);
        Assert.Null(GoalCycle.Agree(led, Wang, 1, At).Refused);
    }

    [Fact]
    public void It_is_due_at_most_two_years_ahead()
    {
        Assert.Null(GoalCycle.Propose(null, "王雨桐", Wang, Terms with { Due = Today.AddYears(2) }, Today).Refused);
        Assert.Equal(FilingRefusal.TooFarAhead, GoalCycle.Propose(null, "王雨桐", Wang, Terms with { Due = Today.AddYears(2).AddDays(1) }, Today).Refused);
    }

    [Fact]
    public void Until_both_agree_to_a_change_the_old_terms_stand_and_then_count_no_more()
    {
        var changed = Agreed.After(Terms with { Who = "陈静", Due = Due.AddDays(1), Target = 1100m });
        Assert.Equal((GoalStage.Proposed, Due), (changed.Stage, changed.Standing!.Due));
        Assert.Equal(Today, Assert.Single(changed.Records(ShopClock.Shanghai)).AgreedOn);
        var again = changed.After(GoalCycle.Agree(changed, Wang, 2, At).Happens!);
        // The old day's is agreed to by nobody any more.
        Assert.Equal([(Due, null, 1000m), (Due.AddDays(1), Today, 1100m)], again.Records(ShopClock.Shanghai).Select(g => (g.Due, g.AgreedOn, g.Target!.Value)).Select(g => (g.Due, (DateOnly?)g.AgreedOn, g.Value)));
        Assert.Equal(FilingRefusal.NotAgreed, GoalCycle.Judge(changed, Chen, new(GoalEvent.Judged, "陈静", At, "") { Attainment = 1m }, Due).Refused);
    }

    [Fact]
    public void From_its_day_on_it_is_judged_by_another_and_seen_by_the_person()
    {
        var judged = new GoalHappening(GoalEvent.Judged, "陈静", At, "") { Time = 1m, Quality = 0.8m, Attainment = 0.5m };
        Assert.Equal(FilingRefusal.NotDueYet, GoalCycle.Judge(Agreed, Chen, judged, Due.AddDays(-1)).Refused);
        Assert.Equal(FilingRefusal.OwnChecked, GoalCycle.Judge(Agreed, Wang with { Checks = true }, judged, Due).Refused);
        Assert.Equal(FilingRefusal.MarksUnclear, GoalCycle.Judge(Agreed, Chen, judged with { Quality = 1.01m }, Due).Refused);
        Assert.Equal(FilingRefusal.MarksUnclear, GoalCycle.Judge(Agreed, Chen, judged with { Attainment = null }, Due).Refused);
        var came = Agreed.After(GoalCycle.CheckIn(Agreed, Wang, 900m, "加了群", At).Happens!);
        Assert.Null(GoalCycle.Judge(came, Chen, judged with { Attainment = null }, Due).Refused);
        Assert.Equal(FilingRefusal.NotJudged, GoalCycle.See(came, Wang, null, At).Refused);
        var done = came.After(GoalCycle.Judge(came, Chen, judged, Due).Happens!);
        Assert.Equal((900m, 1m, 0.8m, 0.5m), Assert.Single(done.Records(ShopClock.Shanghai)) is var goal ? (goal.Now, goal.Time, goal.Quality, goal.Attainment) : default);
        Assert.Equal(FilingRefusal.NotYours, GoalCycle.See(done, Chen, null, At).Refused);
        Assert.Null(GoalCycle.See(done, Wang, null, At).Refused);
        Assert.Equal(FilingRefusal.AlreadyJudged, GoalCycle.Judge(done, Chen, judged, Due).Refused);
        Assert.Equal(FilingRefusal.AlreadyJudged, GoalCycle.Propose(done, "王雨桐", Chen, Terms, Today).Refused);
    }

    [Fact]
    public void Each_reason_against_terms_is_named_and_only_HR_drops_what_both_agreed_to()
    {
        FilingRefusal? Propose(GoalHappening terms, FilingActor? by = null) => GoalCycle.Propose(null, "王雨桐", by ?? Wang, terms, Today).Refused;
        Assert.Null(Propose(Terms));
        Assert.Equal(FilingRefusal.RoleMayNot, Propose(Terms, Li));
        Assert.Equal(FilingRefusal.NameMissing, Propose(Terms with { Name = null }));
        Assert.Equal(FilingRefusal.DayLongAgo, Propose(Terms with { Due = Today.AddDays(-1) }));
        Assert.Null(Propose(Terms with { Due = Today }));
        Assert.Equal(FilingRefusal.TargetUnclear, Propose(Terms with { Start = null }));
        Assert.Equal(FilingRefusal.TargetUnclear, Propose(Terms with { Target = 800m }));
        Assert.Null(Propose(Terms with { Start = null, Target = null }));
        Assert.Equal(FilingRefusal.NotAgreed, GoalCycle.CheckIn(Proposed, Wang, 1m, null, At).Refused);
        Assert.Equal(FilingRefusal.NothingWritten, GoalCycle.CheckIn(Agreed, Wang, null, null, At).Refused);
        Assert.Equal(FilingRefusal.AlreadyAgreed, GoalCycle.Drop(Agreed, Chen, "x", At).Refused);
        Assert.Equal(FilingRefusal.NeedsReason, GoalCycle.Drop(Agreed, Hr, " ", At).Refused);
        Assert.Null(GoalCycle.Drop(Proposed, Wang, "换一个", At).Refused);
        Assert.Null(Assert.Single(Agreed.After(GoalCycle.Drop(Agreed, Hr, "项目停了", At).Happens!).Records(ShopClock.Shanghai)).AgreedOn);
    }
}
