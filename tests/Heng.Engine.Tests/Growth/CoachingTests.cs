using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>陈静 coaches 王雨桐: 12 of 300 receptions in October are to become 6 at most, from the 3rd to the 16th of November.</summary>
public sealed class CoachingTests
{
    private static readonly DateOnly Today = new(2026, 11, 2), Due = new(2026, 11, 16);
    private static readonly Instant Noon = ShopClock.Shanghai.StartOf(Today).Plus(43_200);
    private static readonly CoachingActor Wang = new("王雨桐", false, true), Chen = new("陈静", true, false), Li = new("李思远", false, false);
    private static readonly CoachingHappening Terms = new(CoachingEvent.Given, "", Noon)
    {
        Person = "王雨桐", Group = "一组", Title = "称呼用您", Cause = "rule:address", From = new(2026, 10, 1), To = new(2026, 10, 31), Touched = 12, Of = 300, Goal = 6, Due = Due, Evidence = [new("1", new(2026, 10, 5))],
    };

    private static CoachingState Given => new([CoachingCycle.Give(Terms, Chen, Today).Happens!]);
    private static CoachingRefusal? Refused(CoachingHappening terms, CoachingActor? by = null) => CoachingCycle.Give(terms, by ?? Chen, Today).Refused;
    private static CoachingStep Close(CoachingResult? result, string? note, CauseShare after, DateOnly today, CoachingActor? by = null) => CoachingCycle.Close(Given, by ?? Chen, result, note, after, new(9), today);

    [Fact]
    public void It_is_given_by_who_coaches_to_somebody_else_with_a_goal_below_what_it_was()
    {
        Assert.Equal((CoachingStage.Given, "陈静", new DateOnly(2026, 11, 3)), (Given.StageOn(Today), Given.Given.Who, Given.First(ShopClock.Shanghai)));
        Assert.Equal(CoachingRefusal.RoleMayNot, Refused(Terms, Li));
        Assert.Equal(CoachingRefusal.OwnTask, Refused(Terms with { Person = "陈静" }));
        Assert.Equal(CoachingRefusal.TitleMissing, Refused(Terms with { Title = null }));
        Assert.Equal((null, CoachingRefusal.TextTooLong), (Refused(Terms with { Title = new string('长', 60) }), Refused(Terms with { Title = new string('长', 61) })));
        Assert.Equal(CoachingRefusal.NothingFound, Refused(Terms with { Touched = 0, Goal = 0 }));
        Assert.Equal((CoachingRefusal.GoalUnclear, CoachingRefusal.GoalUnclear, CoachingRefusal.GoalUnclear, null, null), (Refused(Terms with { Goal = null }), Refused(Terms with { Goal = -1 }), Refused(Terms with { Goal = 12 }), Refused(Terms with { Goal = 11 }), Refused(Terms with { Goal = 0 })));
        // Three days from the 2nd is the 5th, ninety the 31st of January.
        Assert.Equal((CoachingRefusal.DueUnclear, null, null, CoachingRefusal.DueUnclear),
            (Refused(Terms with { Due = new(2026, 11, 4) }), Refused(Terms with { Due = new(2026, 11, 5) }), Refused(Terms with { Due = new(2027, 1, 31) }), Refused(Terms with { Due = new(2027, 2, 1) })));
        Assert.Equal(CoachingRefusal.TooMuchEvidence, Refused(Terms with { Evidence = [.. Enumerable.Repeat(new CoachingEvidence("1", Today), 4)] }));
    }

    [Fact]
    public void It_is_acknowledged_once_by_whom_it_is_for_and_talks_are_noted_by_who_coaches()
    {
        Assert.Equal((CoachingRefusal.NotYours, CoachingRefusal.NotYours), (CoachingCycle.Acknowledge(Given, Chen, null, new(3)).Refused, CoachingCycle.Acknowledge(Given, Li, null, new(3)).Refused));
        var seen = new CoachingState([.. Given.Happened, CoachingCycle.Acknowledge(Given, Wang, "好", new(3)).Happens!]);
        Assert.Equal((CoachingStage.Acknowledged, CoachingRefusal.AlreadyAcknowledged), (seen.StageOn(Today), CoachingCycle.Acknowledge(seen, Wang, null, new(4)).Refused));
        Assert.Equal((CoachingRefusal.OwnTask, CoachingRefusal.RoleMayNot, CoachingRefusal.NeedsNote, null),
            (CoachingCycle.Talk(seen, Wang, "x", new(4)).Refused, CoachingCycle.Talk(seen, Li, "x", new(4)).Refused, CoachingCycle.Talk(seen, Chen, " ", new(4)).Refused, CoachingCycle.Talk(seen, Chen, "谈过", new(4)).Refused));
        // On its day it still runs; the day after it waits to be closed.
        Assert.Equal((CoachingStage.Acknowledged, CoachingStage.Due), (seen.StageOn(Due), seen.StageOn(Due.AddDays(1))));
    }

    [Fact]
    public void It_is_closed_after_its_day_with_a_reason_where_the_number_does_not_speak_for_itself()
    {
        var (after, less, none) = (Due.AddDays(1), new CauseShare(5, 280, 0m), default(CauseShare));
        Assert.Equal((CoachingRefusal.NotDueYet, CoachingRefusal.NotDueYet, null), (Close(CoachingResult.Reached, "x", less, Due).Refused, Close(CoachingResult.NotReached, "x", less, Due).Refused, Close(CoachingResult.Withdrawn, "x", less, Due).Refused));
        Assert.Equal((CoachingRefusal.NeedsResult, CoachingRefusal.RoleMayNot), (Close(null, "x", less, after).Refused, Close(CoachingResult.Reached, null, less, after, Li).Refused));
        // 5 of 280 is 1.79 %, below 6 of 300; 7 of 280 is above it; nothing looked at says nothing.
        Assert.Equal((null, CoachingRefusal.NeedsReason, CoachingRefusal.NeedsReason), (Close(CoachingResult.Reached, null, less, after).Refused, Close(CoachingResult.Reached, null, new(7, 280, 0m), after).Refused, Close(CoachingResult.Reached, null, none, after).Refused));
        Assert.Equal((CoachingRefusal.NeedsReason, CoachingRefusal.NeedsReason, null), (Close(CoachingResult.NotReached, " ", less, after).Refused, Close(CoachingResult.Withdrawn, null, less, after).Refused, Close(CoachingResult.NotReached, "换组了", none, after).Refused));
        var closed = new CoachingState([.. Given.Happened, Close(CoachingResult.Reached, null, less, after).Happens!]);
        Assert.Equal((CoachingStage.Closed, (CauseShare?)less, (bool?)true), (closed.StageOn(Today), closed.ClosedAt, closed.Meets(less)));
        Assert.Equal((CoachingRefusal.AlreadyOver, CoachingRefusal.AlreadyOver), (CoachingCycle.Talk(closed, Chen, "x", new(9)).Refused, CoachingCycle.Acknowledge(closed, Wang, null, new(9)).Refused));
    }
}
