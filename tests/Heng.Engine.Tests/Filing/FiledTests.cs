using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Filing;

public sealed class FiledTests
{
    private static readonly DateOnly Day = new(2026, 11, 4);
    private static readonly Instant At = new(1_793_800_000);
    private static readonly FilingActor Chen = new("陈静", true), Wang = new("王雨桐", false);

    private static DutyHappening Set(DutyPace pace = DutyPace.Monthly, decimal goal = 50m, DutyFeeds feeds = DutyFeeds.Task, bool evidence = false) =>
        new(DutyEvent.Set, "陈静", At, "") { Zh = "上新", Unit = "款", Pace = pace, Goal = goal, Feeds = feeds, NeedsEvidence = evidence, Position = "front-line" };

    private static CountedDuty Duty(DutyHappening? set = null) => new("", Day, [set ?? Set()]);
    private static FiledHappening Count(decimal? count, string who = "王雨桐") => new(FiledEvent.Filed, who, At, "") { Duty = 1, Count = count };
    private static FiledState Filed(int day, decimal count, bool confirmed = true) =>
        new("王雨桐", new(2026, 11, day), confirmed ? [Count(count), new(FiledEvent.Confirmed, "陈静", At, "")] : [Count(count)]);

    [Fact]
    public void Each_reason_against_a_filing_is_named()
    {
        FilingRefusal? File(FiledHappening filed, DateOnly? day, CountedDuty? duty, FiledState? before = null) => FiledCycle.File(before, "王雨桐", day, duty, filed, Day).Refused;
        Assert.Null(File(Count(3m), Day, Duty()));
        Assert.Equal(FilingRefusal.NotYours, File(Count(3m, "李思远"), Day, Duty()));
        Assert.Equal(FilingRefusal.DutyOver, File(Count(3m), Day, null));
        Assert.Equal(FilingRefusal.DutyOver, File(Count(3m), Day, new("", Day, [Set(), new(DutyEvent.Ended, "陈静", At, "")])));
        Assert.Equal(FilingRefusal.DayAhead, File(Count(3m), Day.AddDays(1), Duty()));
        Assert.Null(File(Count(3m), Day.AddDays(-31), Duty()));
        Assert.Equal(FilingRefusal.DayLongAgo, File(Count(3m), Day.AddDays(-32), Duty()));
        Assert.Equal(FilingRefusal.CountMissing, File(Count(0m), Day, Duty()));
        Assert.Equal(FilingRefusal.CountMissing, File(Count(null), Day, Duty()));
        Assert.Equal(FilingRefusal.EvidenceMissing, File(Count(3m), Day, Duty(Set(evidence: true))));
        Assert.Null(File(Count(3m) with { Link = "https://a.example" }, Day, Duty(Set(evidence: true))));
        Assert.Equal(FilingRefusal.AlreadyDecided, File(Count(3m), Day, Duty(), Filed(4, 2m)));
        Assert.Equal(FilingRefusal.OwnChecked, FiledCycle.Check(Filed(4, 2m, false), Wang with { Checks = true }, true, "", At).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, FiledCycle.Check(Filed(4, 2m, false), new("李思远", false), true, "", At).Refused);
        Assert.Equal(FilingRefusal.NeedsReason, FiledCycle.Check(Filed(4, 2m, false), Chen, false, " ", At).Refused);
        Assert.Equal(FilingRefusal.AlreadyDecided, FiledCycle.Check(Filed(4, 2m), Chen, true, "", At).Refused);
        Assert.Null(FiledCycle.Check(Filed(4, 2m), Chen, false, "重复填了", At).Refused);
    }

    [Fact]
    public void A_task_is_done_on_the_day_whose_confirmed_count_reaches_the_goal()
    {
        // 20 + 29 = 49 of 50; what waits is not counted; with 1 more on the 9th it is 50.
        FiledState[] filed = [Filed(5, 29m), Filed(3, 20m), Filed(6, 30m, confirmed: false)];
        Assert.Equal(new(new(2026, 11, 30), "上新", "王雨桐", null, false), FiledRecords.TaskOf(Duty(), "王雨桐", Day, filed));
        Assert.Equal(new(2026, 11, 9), FiledRecords.TaskOf(Duty(), "王雨桐", Day, [.. filed, Filed(9, 1m)]).DoneOn);
        // The month before is another's.
        Assert.Null(FiledRecords.TaskOf(Duty(), "王雨桐", Day, [.. filed, new("王雨桐", new(2026, 10, 31), Filed(1, 5m).Happened)]).DoneOn);
        Assert.Null(FiledRecords.TaskOf(Duty(), "李思远", Day, [.. filed, Filed(9, 1m)]).DoneOn);
    }

    [Fact]
    public void Weeks_go_from_Monday_to_Sunday_and_a_counter_is_of_its_day()
    {
        Assert.Equal((new(2026, 11, 2), new DateOnly(2026, 11, 8)), Duty(Set(DutyPace.Weekly)).Around(Day));
        Assert.Equal((new(2026, 11, 2), new DateOnly(2026, 11, 8)), Duty(Set(DutyPace.Weekly)).Around(new(2026, 11, 8)));
        Assert.Equal((Day, Day), Duty(Set(DutyPace.Daily)).Around(Day));
        Assert.Equal((new(2026, 11, 1), new DateOnly(2026, 11, 30)), Duty().Around(Day));
        // 7 + 8, and the day before is not of it.
        var counter = FiledRecords.CounterOf(Duty(), "王雨桐", Day, [Filed(4, 7m), Filed(4, 8m), Filed(3, 100m), Filed(4, 9m, false)]);
        Assert.Equal(("counters", "王雨桐", Day, Day, "上新", 15m), (counter.Source, counter.Account, counter.From, counter.To, counter.Counter, counter.Figures[0].Value));
    }

    [Fact]
    public void A_duty_needs_a_name_and_a_goal_and_who_checks()
    {
        Assert.Null(CountedDuties.Decide(null, Set(), Chen).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, CountedDuties.Decide(null, Set(), Wang).Refused);
        Assert.Equal(FilingRefusal.NameMissing, CountedDuties.Decide(null, Set() with { Zh = null }, Chen).Refused);
        Assert.Equal(FilingRefusal.CountMissing, CountedDuties.Decide(null, Set(goal: 0m), Chen).Refused);
        Assert.Equal(FilingRefusal.TooLong, CountedDuties.Decide(null, Set() with { Zh = new('长', 41) }, Chen).Refused);
        Assert.Equal(FilingRefusal.DutyOver, CountedDuties.Decide(null, new(DutyEvent.Ended, "陈静", At, ""), Chen).Refused);
        Assert.True(Duty().IsOf("王雨桐", "front-line") && !Duty().IsOf("王雨桐", "leader") && new CountedDuty("王雨桐", Day, [Set()]).IsOf("王雨桐", "leader"));
    }
}
