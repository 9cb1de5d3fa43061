using Heng.Engine.Duty;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Duty;

public class DutyDayTests
{
    [Theory]
    [InlineData("12 08:30:00", 0)]
    [InlineData("12 08:30:01", 1)]
    [InlineData("12 07:00:00", 0)]
    public void Late_begins_a_second_after_the_start(string punch, int seconds) =>
        Assert.Equal(seconds, new Post().Shift(12, "早班 08:30-17:30").Punch(punch, "12 17:30").On(12).LateSeconds);

    [Theory]
    [InlineData("12 08:35:00", 0)]
    [InlineData("12 08:35:01", 301)]   // counted from the start, not from the end of the grace
    public void Grace_forgives_up_to_its_last_second(string punch, int seconds) =>
        Assert.Equal(seconds, new Post { Rules = new() { GraceSeconds = 300 } }.Shift(12, "08:30-17:30").Punch(punch, "12 17:30").On(12).LateSeconds);

    [Theory]
    [InlineData("12 08:59:59", false, false, 1799)]
    [InlineData("12 09:00:00", true, false, 1800)]
    [InlineData("12 11:29:59", true, false, 10799)]
    [InlineData("12 11:30:00", false, true, 0)]
    public void Half_an_hour_late_is_severe_and_three_hours_are_absence(string punch, bool isSevere, bool isAbsent, int late)
    {
        var day = new Post().Shift(12, "08:30-17:30").Punch(punch, "12 17:30").On(12);
        Assert.Equal((isSevere, isAbsent, late), (day.IsSevere, day.IsAbsent, (int)day.LateSeconds));
    }

    [Theory]
    [InlineData("12 17:29:59", 1)]
    [InlineData("12 17:30:00", 0)]
    public void Early_is_a_second_before_the_end(string punch, int seconds) =>
        Assert.Equal(seconds, new Post().Shift(12, "08:30-17:30").Punch("12 08:00", punch).On(12).EarlySeconds);

    [Fact]
    public void A_single_punch_is_the_nearer_one_and_the_other_is_missing()
    {
        var entered = new Post().Shift(12, "08:30-17:30").Punch("12 09:30").On(12);
        Assert.Equal((3600, 0, 1), ((int)entered.LateSeconds, (int)entered.EarlySeconds, entered.MissingPunches));
        var left = new Post().Shift(12, "08:30-17:30").Punch("12 17:00").On(12);
        Assert.Equal((0, 1800, 1), ((int)left.LateSeconds, (int)left.EarlySeconds, left.MissingPunches));
        var rule = new DutyRules { OnlyPunchIsTheNearer = false, AbsentLateSeconds = int.MaxValue };
        Assert.Equal(8 * 3600 + 1800, new Post { Rules = rule }.Shift(12, "08:30-17:30").Punch("12 17:00").On(12).LateSeconds);
    }

    [Fact]
    public void A_night_shift_keeps_the_punch_of_its_morning()
    {
        // 22:00 to 06:00 with an hour of rest: 8 h − 1 h = 25,200 s. The 13th has a night shift too.
        var post = new Post().Shift(12, "夜班 22:00-次日06:00", 60).Shift(13, "夜班 22:00-06:00", 60).Punch("12 21:50", "13 06:05", "13 22:10", "14 06:00");
        Assert.Equal((25_500L, 0L, 0L), (post.On(12).WorkedSeconds, post.On(12).LateSeconds, post.On(12).EarlySeconds));
        Assert.Equal((600L, 0L), (post.On(13).LateSeconds, post.On(13).EarlySeconds));
        Assert.Equal(2, post.Days.Count);
    }

    [Theory]
    [InlineData("13 07:14:59", 12)]   // the middle of 06:00 and 08:30 is 07:15
    [InlineData("13 07:15:00", 13)]
    public void A_punch_between_two_shifts_belongs_to_the_nearer(string punch, int day) =>
        Assert.Contains(At(punch), new Post().Shift(12, "22:00-06:00").Shift(13, "08:30-17:30").Punch(punch).On(day).Punches);

    [Theory]
    [InlineData("13 00:59:59", 12)]   // the middle of 17:30 and 08:30 is 01:00, seven and a half hours from either
    [InlineData("13 01:00:00", 13)]
    public void Overtime_past_midnight_belongs_to_the_shift_it_follows_up_to_the_middle_before_the_next(string punch, int day) =>
        Assert.Contains(At(punch), new Post().Shift(12, "08:30-17:30").Shift(13, "08:30-17:30").Punch(punch).On(day).Punches);

    [Theory]
    [InlineData("13 05:59:59", 12)]
    [InlineData("13 06:00:00", 13)]   // work of the rest day
    public void Before_a_rest_day_a_shift_takes_punches_until_six_in_the_morning(string punch, int day) =>
        Assert.Contains(At(punch), new Post().Shift(12, "08:30-17:30").Shift(13, "休").Punch(punch).On(day).Punches);

    [Theory]
    [InlineData("13 12:00:00", 12)]   // six hours after the end
    [InlineData("13 12:00:01", 13)]
    public void A_night_shift_takes_punches_for_six_hours_after_its_end(string punch, int day) =>
        Assert.Contains(At(punch), new Post().Shift(12, "22:00-06:00").Punch(punch).On(day).Punches);

    [Fact]
    public void Overtime_that_ends_after_midnight_is_one_workday_with_all_of_its_overtime()
    {
        // 18:00 to 00:30 is 6.5 h = 23,400 s.
        var post = new Post().Shift(12, "09:00-18:00").Shift(13, "休").Punch("12 09:00", "13 00:30");
        Assert.Equal((23_400L, DayKind.Work), (Assert.Single(post.Days).OvertimeSeconds, post.On(12).OvertimeKind));
    }

    [Theory]
    [InlineData(false, 13)]   // 03:00 is nearer to the 13th's 08:30 than to the 12th's 17:30
    [InlineData(true, 12)]
    public void A_sheet_that_says_whose_day_a_punch_is_decides(bool says, int day)
    {
        var post = new Post().Shift(12, "08:30-17:30").Shift(13, "08:30-17:30");
        Assert.Contains(At("13 03:00"), (says ? post.Punch("13 03:00").PunchOfTheDayBefore("13 03:00") : post.Punch("13 03:00")).On(day).Punches);
    }

    [Fact]
    public void Rostered_without_a_punch_is_absent_where_files_cover_the_day()
    {
        Assert.True(new Post().Shift(12, "08:30-17:30").On(12).IsAbsent);
        Assert.False(new Post { IsCovered = false }.Shift(12, "08:30-17:30").On(12).IsAbsent);
    }

    [Fact]
    public void A_month_without_roster_or_punches_has_no_days() => Assert.Empty(new Post().Days);

    [Fact]
    public void The_usual_shift_is_for_those_who_punch_without_a_roster()
    {
        var rules = new DutyRules { UsualShift = new("", 9 * 60, 18 * 60, 60) };
        Assert.Empty(new Post { Rules = rules }.Days);
        // October 2026 has 18 workdays, the made-up 10th among them; one is worked.
        var post = new Post { Rules = rules }.Punch("12 09:00", "12 18:00");
        Assert.Equal((18, 17), (post.Days.Count, post.Days.Count(d => d.IsAbsent)));
        Assert.True(post.On(10).IsAbsent);
    }

    [Theory]
    [InlineData("12 17:59:59", 0)]
    [InlineData("12 18:00:00", 1800)]
    public void Overtime_of_a_workday_begins_at_its_least(string punch, int seconds)
    {
        var day = new Post().Shift(12, "08:30-17:30").Punch("12 08:30", punch).On(12);
        Assert.Equal((seconds, DayKind.Work), ((int)day.OvertimeSeconds, day.OvertimeKind));
    }

    [Fact]
    public void A_statutory_holiday_is_overtime_from_its_first_hour_and_a_shifted_rest_day_with_a_shift_is_not()
    {
        // The 1st is statutory: 08:30–17:30 less an hour is 8 h. The 5th is shifted rest, but rostered.
        var post = new Post().Shift(1, "08:30-17:30", 60).Shift(5, "08:30-17:30", 60).Punch("1 08:30", "1 17:30", "5 08:30", "5 17:30");
        Assert.Equal((8 * 3600L, DayKind.Statutory), (post.On(1).OvertimeSeconds, post.On(1).OvertimeKind));
        Assert.Equal(0, post.On(5).OvertimeSeconds);
    }

    [Fact]
    public void Work_on_a_day_without_a_shift_is_rest_day_overtime_for_those_on_a_roster()
    {
        // The 13th is a Tuesday.
        var post = new Post().Shift(12, "08:30-17:30").Shift(13, "休").Punch("12 08:30", "12 17:30", "13 10:00", "13 12:00");
        Assert.Equal((7200L, DayKind.Rest), (post.On(13).OvertimeSeconds, post.On(13).OvertimeKind));
        var free = new Post().Punch("13 10:00", "13 12:00", "17 10:00", "17 12:00");
        Assert.Equal((0L, 7200L), (free.On(13).OvertimeSeconds, free.On(17).OvertimeSeconds));
    }

    [Fact]
    public void A_shift_may_be_named_by_the_rule_and_an_unknown_name_judges_nobody()
    {
        var post = new Post { Rules = new() { Shifts = [new("早", 510, 1050, 0)] } }.Shift(12, "早").Shift(13, "??").Punch("12 08:31", "12 17:30", "13 12:00", "13 14:00");
        Assert.Equal(60, post.On(12).LateSeconds);
        Assert.Equal((null, 0L), (post.On(13).Shift, post.On(13).OvertimeSeconds));
    }
}
