using Heng.Engine.Daily;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class HandoverTests
{
    private static readonly HandoverText Text = HandoverText.Nothing with { Waiting = "两位买家等补发" };
    private static readonly HandoverActor Ann = new("ann", true, false), Bob = new("bob", true, false), Far = new("far", false, false), Lead = new("lead", true, true);
    private static HandoverState New => new("ann", Day(2), []);

    private static HandoverStep Do(HandoverState state, HandoverActor by, HandoverEvent act, string at, string why = "", HandoverText? text = null) =>
        HandoverCycle.Decide(state, new(by, act, why) { Text = text, To = ["bob"] }, new(At(at), "早班", At("2 16:00")));

    private static HandoverState After(HandoverState state, params (HandoverActor By, HandoverEvent Act, string At)[] steps) =>
        steps.Aggregate(state, (was, s) => was.After(Do(was, s.By, s.Act, s.At, "x", Text).Happens!));

    [Fact]
    public void It_is_made_once_written_in_time_or_taken_over_later()
    {
        Assert.Null(New.Made);
        Assert.True(After(New, (Ann, HandoverEvent.Written, "2 16:30")).Made);
        var late = After(New, (Ann, HandoverEvent.Written, "2 16:30:01"));
        Assert.Null(late.Made);
        Assert.True(After(late, (Bob, HandoverEvent.TakenOver, "2 16:40")).Made);
    }

    [Fact]
    public void Who_comes_asks_back_and_takes_over_once_answered()
    {
        var asked = After(New, (Ann, HandoverEvent.Written, "2 15:50"), (Bob, HandoverEvent.Asked, "2 16:01"));
        Assert.True(asked.HasOpenQuestion);
        Assert.Equal(HandoverRefusal.QuestionOpen, Do(asked, Bob, HandoverEvent.TakenOver, "2 16:02").Refused);
        Assert.Equal(HandoverRefusal.NotYours, Do(asked, Bob, HandoverEvent.Answered, "2 16:02", "x").Refused);
        var taken = After(asked, (Ann, HandoverEvent.Answered, "2 16:02"), (Bob, HandoverEvent.TakenOver, "2 16:03"));
        Assert.Equal("bob", taken.Taken!.Who);
        Assert.Equal(HandoverRefusal.AlreadyTakenOver, Do(taken, Ann, HandoverEvent.Written, "2 16:04", text: Text).Refused);
        Assert.Equal(HandoverRefusal.NoQuestion, Do(taken, Ann, HandoverEvent.Answered, "2 16:04", "x").Refused);
    }

    [Fact]
    public void Each_reason_against_a_step_is_named()
    {
        var written = After(New, (Ann, HandoverEvent.Written, "2 15:50"));
        Assert.Equal(HandoverRefusal.OwnNote, Do(written, Ann, HandoverEvent.TakenOver, "2 16:00").Refused);
        Assert.Equal(HandoverRefusal.NotYours, Do(written, Far, HandoverEvent.TakenOver, "2 16:00").Refused);
        Assert.Null(Do(written, new("bob", false, false), HandoverEvent.TakenOver, "2 16:00").Refused);
        Assert.Equal(HandoverRefusal.NothingWritten, Do(New, Bob, HandoverEvent.TakenOver, "2 16:00").Refused);
        Assert.Equal(HandoverRefusal.NothingWritten, Do(New, Ann, HandoverEvent.Written, "2 16:00", text: HandoverText.Nothing).Refused);
        Assert.Equal(HandoverRefusal.NotYours, Do(New, Bob, HandoverEvent.Written, "2 16:00", text: Text).Refused);
        Assert.Null(Do(New, Ann, HandoverEvent.Written, "2 16:00", text: Text with { Stock = new('x', 1000) }).Refused);
        Assert.Equal(HandoverRefusal.TextTooLong, Do(New, Ann, HandoverEvent.Written, "2 16:00", text: Text with { Stock = new('x', 1001) }).Refused);
        Assert.Equal(HandoverRefusal.NeedsReason, Do(written, Bob, HandoverEvent.Asked, "2 16:00", " ").Refused);
    }

    [Fact]
    public void A_leader_settles_what_was_not_written_once_it_is_late()
    {
        Assert.Equal(HandoverRefusal.NotYet, Do(New, Lead, HandoverEvent.Missed, "2 16:30").Refused);
        Assert.Equal(HandoverRefusal.RoleMayNot, Do(New, Bob, HandoverEvent.Missed, "2 16:31").Refused);
        Assert.Equal(HandoverRefusal.NeedsReason, Do(New, Lead, HandoverEvent.Excused, "2 16:31", " ").Refused);
        Assert.Null(After(New, (Lead, HandoverEvent.Excused, "2 16:31")).Made);
        var missed = After(New, (Lead, HandoverEvent.Missed, "2 16:31"));
        Assert.False(missed.Made);
        Assert.Equal(HandoverRefusal.AlreadyDecided, Do(missed, Lead, HandoverEvent.Excused, "2 16:32", "x").Refused);
        Assert.Equal(HandoverRefusal.AlreadyDecided, Do(After(New, (Ann, HandoverEvent.Written, "2 15:50")), Lead, HandoverEvent.Missed, "2 16:32").Refused);
    }

    [Fact]
    public void Who_takes_over_begins_within_the_hour_and_stays()
    {
        (string, Heng.Engine.Duty.ShiftSpan)[] group = [("bob", Shift(2, "15:00-23:30")), ("cat", Shift(2, "14:59-23:30")), ("dan", Shift(2, "17:00-20:00")), ("eve", Shift(2, "17:01-20:00")), ("fay", Shift(2, "15:30-16:00"))];
        Assert.Equal(["bob", "dan"], NextShift.After("ann", At("2 16:00"), group));
    }
}
