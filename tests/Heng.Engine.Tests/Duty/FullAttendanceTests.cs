using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Duty;

public class FullAttendanceTests
{
    private static Post Two(DutyRules? rules = null) => new Post { Rules = rules ?? new() }.Shift(12, "09:00-18:00").Shift(13, "09:00-18:00").Punch("12 09:00", "12 18:00");

    private static bool? Full(Post post) => FullAttendance.Of(post.Days, post.Rules.FullAttendance);

    [Fact]
    public void A_month_without_a_flaw_is_full() => Assert.True(Full(Two().Punch("13 09:00", "13 18:00")));

    [Fact]
    public void Late_early_absent_a_missing_punch_and_leave_break_it()
    {
        Assert.False(Full(Two().Punch("13 09:01", "13 18:00")));
        Assert.False(Full(Two().Punch("13 09:00", "13 17:59")));
        Assert.False(Full(Two()));
        Assert.False(Full(Two().Punch("13 09:00")));
        Assert.False(Full(Two().Leave("13 00:00", "14 00:00", 1, LeaveUnit.Days)));
    }

    [Fact]
    public void The_shop_says_what_is_fine_and_how_many_are_forgiven()
    {
        Assert.True(Full(Two(new() { FullAttendance = new() { LeaveThatIsFine = ["年假"] } }).Leave("13 00:00", "14 00:00", 1, LeaveUnit.Days, kind: "年假")));
        Assert.True(Full(Two(new() { FullAttendance = new() { Forgiven = 1 } }).Punch("13 09:01", "13 18:00")));
        Assert.False(Full(Two(new() { FullAttendance = new() { Forgiven = 1 } }).Punch("13 09:01", "13 17:59")));
        Assert.True(Full(Two(new() { FullAttendance = new() { ByAbsent = false } })));
    }

    [Fact]
    public void Nobody_due_has_neither_kept_nor_broken_it() => Assert.Null(Full(new Post().Punch("12 09:00", "12 18:00")));
}
