using Heng.Engine.Records;

namespace Heng.Engine.Tests.Duty;

public class LeaveTests
{
    private static Post Week() => new Post().Shift(12, "09:00-18:00").Shift(13, "09:00-18:00").Shift(14, "休").Shift(15, "09:00-18:00");

    [Fact]
    public void Leave_of_three_days_falls_on_the_three_rostered_ones()
    {
        var post = Week().Leave("12 00:00", "16 00:00", 3, LeaveUnit.Days);
        Assert.Equal([(12, 1000), (13, 1000), (15, 1000)], post.Days.Select(d => (d.Day.Day, d.LeaveThousandths)));
        Assert.DoesNotContain(post.Days, d => d.IsAbsent);
    }

    [Fact]
    public void Parts_of_an_uneven_split_add_up()
    {
        // One day over three equal shifts: 333 + 333 + 334.
        var post = Week().Leave("12 00:00", "16 00:00", 1, LeaveUnit.Days);
        Assert.Equal([333, 333, 334], post.Days.Select(d => d.LeaveThousandths));
    }

    [Theory]
    [InlineData(8, 500)]      // 4 h ÷ 8 h
    [InlineData(10, 400)]
    public void Hours_turn_into_days_by_the_rule(int hours, int thousandths)
    {
        var post = new Post { Rules = new() { HoursPerDay = hours } }.Shift(12, "09:00-18:00").Leave("12 14:00", "12 18:00", 4, LeaveUnit.Hours);
        Assert.Equal(thousandths, post.On(12).LeaveThousandths);
    }

    [Theory]
    [InlineData(LeaveState.Rejected)]
    [InlineData(LeaveState.Withdrawn)]
    [InlineData(LeaveState.Pending)]
    public void Only_an_approved_leave_counts(LeaveState state)
    {
        var day = new Post().Shift(12, "09:00-18:00").Leave("12 00:00", "13 00:00", 1, LeaveUnit.Days, state).On(12);
        Assert.Equal((0, true), (day.LeaveThousandths, day.IsAbsent));
    }

    [Theory]
    [InlineData("12 14:00:00", 0)]
    [InlineData("12 14:00:01", 1)]
    public void Leave_of_the_morning_moves_the_start(string punch, int late) =>
        Assert.Equal(late, new Post().Shift(12, "09:00-18:00").Leave("12 09:00", "12 14:00", 4, LeaveUnit.Hours).Punch(punch, "12 18:00").On(12).LateSeconds);

    [Fact]
    public void Leave_of_the_afternoon_moves_the_end()
    {
        var post = new Post().Shift(12, "09:00-18:00").Leave("12 14:00", "12 18:00", 4, LeaveUnit.Hours).Punch("12 09:00", "12 14:00");
        Assert.Equal((0L, 0), (post.On(12).EarlySeconds, post.On(12).MissingPunches));
    }

    [Fact]
    public void Without_a_roster_leave_falls_on_the_calendars_workdays()
    {
        // Friday the 16th to Monday the 19th.
        var post = new Post().Leave("16 00:00", "20 00:00", 2, LeaveUnit.Days);
        Assert.Equal([(16, 1000), (19, 1000)], post.Days.Select(d => (d.Day.Day, d.LeaveThousandths)));
    }

    [Fact]
    public void Leave_on_no_working_day_at_all_falls_on_its_first()
    {
        var post = new Post().Leave("17 00:00", "19 00:00", 2, LeaveUnit.Days);
        Assert.Equal((17, 2000), (Assert.Single(post.Days).Day.Day, post.Days[0].LeaveThousandths));
    }
}
