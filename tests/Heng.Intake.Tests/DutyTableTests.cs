using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class DutyTableTests
{
    private static Instant At(int day, int hour, int minute = 0) => ShopClock.Shanghai.FromLocal(new DateTime(2026, 5, 1).AddDays(day - 1).AddHours(hour).AddMinutes(minute));

    private static string? CodeOf(string text)
    {
        using var file = Given.Text(text);
        return Assert.Single(file.Rows()).Reason?.Code;
    }

    private static T Only<T>(string text)
    {
        using var file = Given.Text(text);
        return file.Only<T>();
    }

    [Fact]
    public void A_punch_has_a_name_or_a_badge_and_a_time()
    {
        var punch = Only<Punches>("姓名,账号,打卡时间\n王雨桐（离职）,wyt,2026-05-01 08:29:31\n");
        Assert.Equal(("王雨桐", "wyt", new DateOnly(2026, 5, 1), At(1, 8, 29).Plus(31)), (punch.Name, punch.Account, punch.From, punch.At.Single()));
        Assert.Equal("309", Only<Punches>("badge,time\n309,2026/5/1 8:29\n").Name);
    }

    [Theory]
    [InlineData("a,2000-01-01 00:27:05", "clock-reset")]
    [InlineData("a,2000-01-02 00:27:05", null)]
    [InlineData("a,2026-05-01", "time-unreadable")]
    [InlineData(",2026-05-01 08:00", "value-missing")]
    public void A_punch_without_a_real_time_is_rejected(string row, string? code) => Assert.Equal(code, CodeOf("name,punched_at\n" + row + "\n"));

    [Fact]
    public void A_machines_log_has_no_header_and_loses_its_broken_lines()
    {
        using var file = Given.Text("      306\t1971--10--29 -23:-23:-27\t1\t0\t0\t0\n      309\t2026-05-01 08:28:03\t1\t0\t15\t0\n\n       12\t2000-01-01 00:27:05\t1\t0\t0\t0\n", "attlog.dat");
        var rows = file.Rows();
        Assert.Equal(["time-unreadable", null, "clock-reset"], rows.Select(r => r.Reason?.Code));
        Assert.Equal(("309", At(1, 8, 28).Plus(3)), (((Punches)rows[1].Record!).Account, ((Punches)rows[1].Record!).At.Single()));
    }

    [Fact]
    public void A_table_of_numbers_and_times_without_a_header_is_not_taken_for_a_machines_log()
    {
        using var file = Given.Text("309\t2026-05-01 08:28:03\tA1\t0\n", "x.dat");
        Assert.Equal("header-unknown", file.RefusalCode());
    }

    [Fact]
    public void A_roster_names_the_shift_or_its_times()
    {
        Assert.Equal(new RosterDay("王雨桐", "", new(2026, 5, 1), "夜班 22:00-次日06:00", null, null, 60), Only<RosterDay>("姓名,日期,班次,休息分钟\n王雨桐,2026-05-01,夜班 22:00-次日06:00,60\n"));
        Assert.Equal(new RosterDay("ann", "", new(2026, 5, 1), "", 22 * 60, 6 * 60, null), Only<RosterDay>("name,date,start,end\nann,2026-05-01,22:00,次日6:00\n"));
    }

    [Theory]
    [InlineData("a,2026-05-01,09:00,18:00,", null)]
    [InlineData("a,2026-05-01,09:00,24:00,", null)]
    [InlineData("a,2026-05-01,,,", null)]              // a day of rest
    [InlineData("a,2026-05-01,09:00,,", "value-missing")]
    [InlineData("a,2026-05-01,09:00,09:00,", "time-unreadable")]
    [InlineData("a,2026-05-01,25:00,18:00,", "time-unreadable")]
    [InlineData("a,2026-05-32,09:00,18:00,", "time-unreadable")]
    [InlineData("a,2026-05-01,09:00,18:00,-5", "number-unreadable")]
    [InlineData(",2026-05-01,09:00,18:00,", "value-missing")]
    public void A_rosters_day_has_both_times_or_neither(string row, string? code) => Assert.Equal(code, CodeOf("name,date,start,end,rest_minutes\n" + row + "\n"));

    [Theory]
    [InlineData("法定节假日", DayKind.Statutory)]
    [InlineData("make-up", DayKind.MakeUp)]
    [InlineData("调休", DayKind.ShiftedRest)]
    public void A_day_of_the_calendar_has_a_kind(string kind, DayKind expected) =>
        Assert.Equal(new CalendarDay(new(2027, 1, 1), expected, "元旦"), Only<CalendarDay>($"日期,类型,名称\n2027-01-01,{kind},元旦\n"));

    [Fact]
    public void A_day_of_an_unknown_kind_is_rejected() => Assert.Equal("value-unknown", CodeOf("date,kind\n2027-01-01,holiday?\n"));

    [Fact]
    public void A_status_log_is_read_by_the_platforms_numbers_or_in_words()
    {
        Assert.Equal(new StatusChange("店:雨桐", At(1, 9), AccountStatus.Offline, 8), Only<StatusChange>("account_id,change_time,status,type\ncntaobao店:雨桐,2026-05-01 09:00:00,-1,8\n"));
        Assert.Equal(new StatusChange("a", At(1, 9), AccountStatus.Suspended, 0), Only<StatusChange>("账号,时间,状态\na,2026-05-01 09:00,挂起\n"));
        Assert.Equal("value-unknown", CodeOf("account,time,status\na,2026-05-01 09:00,4\n"));
    }

    [Theory]
    [InlineData("2026-05-01 09:00", "2026-05-01 18:00", "8小时", "1 9", "1 18")]
    [InlineData("2026-05-01", "2026-05-02", "2天", "1 0", "3 0")]
    [InlineData("2026-05-01 下午", "2026-05-02 上午", "1天", "1 12", "2 12")]
    [InlineData("2026-05-01 00:00:00", "2026-05-02 00:00:00", "2天", "1 0", "3 0")]   // days that a sheet made midnights of
    [InlineData("2026-05-01 00:00:00", "2026-05-02 00:00:00", "1天", "1 0", "2 0")]
    public void A_leave_runs_from_its_first_to_its_last_moment(string from, string to, string amount, string first, string last)
    {
        var leave = Only<Leave>($"审批编号,审批状态,审批结果,发起人姓名,发起人UserID,请假类型,开始时间,结束时间,时长\n2026050100001,完成,同意,王雨桐,u1,年假,{from},{to},{amount}\n");
        Instant Moment(string text) => At(int.Parse(text.Split(' ')[0]), int.Parse(text.Split(' ')[1]));
        Assert.Equal((Moment(first), Moment(last), LeaveState.Approved, "u1"), (leave.From, leave.To, leave.State, leave.Account));
    }

    [Theory]
    [InlineData("事假", "4", LeaveUnit.Hours)]
    [InlineData("年假", "1", LeaveUnit.Days)]
    [InlineData("事假", "1天", LeaveUnit.Days)]
    public void The_unit_stands_with_the_amount_or_follows_from_the_kind(string kind, string amount, LeaveUnit unit) =>
        Assert.Equal(unit, Only<Leave>($"form,name,kind,status,from,to,amount\n1,ann,{kind},approved,2026-05-01 09:00,2026-05-01 13:00,{amount}\n").Unit);

    [Theory]
    [InlineData("完成", "同意", LeaveState.Approved)]
    [InlineData("完成", "拒绝", LeaveState.Rejected)]
    [InlineData("已撤销", "", LeaveState.Withdrawn)]
    [InlineData("审批中", "", LeaveState.Pending)]
    public void A_forms_state_is_kept_also_where_it_does_not_count(string status, string result, LeaveState state) =>
        Assert.Equal(state, Only<Leave>($"form,name,kind,status,审批结果,from,to,amount\n1,ann,事假,{status},{result},2026-05-01 09:00,2026-05-01 13:00,4\n").State);

    [Theory]
    [InlineData("1,a,事假,完成,2026-05-01,2026-05-01,8", "value-unknown")]     // finished, but how?
    [InlineData("1,a,事假,approved,2026-05-02,2026-05-01,8", "dates-reversed")]
    [InlineData("1,a,事假,approved,2026-05-01,2026-05-01,0", "number-unreadable")]
    [InlineData("1,a,事假,approved,May 1,2026-05-01,8", "time-unreadable")]
    [InlineData(",a,事假,approved,2026-05-01,2026-05-01,8", "value-missing")]
    public void A_bad_leave_is_rejected_by_name(string row, string code) => Assert.Equal(code, CodeOf("form,name,kind,status,from,to,amount\n" + row + "\n"));
}
