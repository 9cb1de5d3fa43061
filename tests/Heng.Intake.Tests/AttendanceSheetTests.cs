using System.Text.Json;
using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>Sheets of 企业微信 and 钉钉, with banners, headers of two rows and columns for each day; and the real log of a machine.</summary>
public class AttendanceSheetTests
{
    private static readonly DateOnly First = new(2026, 5, 1), Last = new(2026, 5, 31);

    private static Instant At(int day, int hour, int minute) => ShopClock.Shanghai.FromLocal(new DateTime(2026, 5, day, hour, minute, 0));

    private static Given WeCom(string name, params string[][] rows) => Given.Bytes(
        Given.Xlsx([["打卡时间记录"], [""], ["导出人：hr"], ["姓名", "账号", "1 星期五", "2 星期六", "3 星期日"], .. rows]), name);

    [Fact]
    public void A_wecom_row_is_a_persons_month_of_punches()
    {
        using var file = WeCom("打卡时间记录_20260501-20260531.xlsx", ["王雨桐", "WangYT", "08:58、18:03(外勤打卡)", "--", "次日00:10,22:00"], ["陈一", "chen", "--", "--", "--"]);
        var rows = file.Rows().Select(r => (Punches)r.Record!).ToList();
        Assert.Equal([At(1, 8, 58), At(1, 18, 3), At(3, 22, 0), At(4, 0, 10)], rows[0].At);
        Assert.Equal([(At(4, 0, 10), new DateOnly(2026, 5, 3))], rows[0].Each().Where(p => p.Day is not null).Select(p => (p.At, p.Day!.Value)));
        Assert.Equal(("WangYT", First, Last), (rows[0].Account, rows[0].From, rows[0].To));
        Assert.Empty(rows[1].At);
    }

    [Theory]
    [InlineData("25:00", "time-unreadable")]
    [InlineData("缺卡", "time-unreadable")]
    [InlineData("08:58(补卡，已审批)", null)]
    public void A_cell_of_a_wecom_day_holds_times(string cell, string? code)
    {
        using var file = WeCom("x_20260501-20260531.xlsx", ["a", "b", cell, "--", "--"]);
        Assert.Equal(code, Assert.Single(file.Rows()).Reason?.Code);
    }

    [Fact]
    public void A_day_outside_the_period_is_rejected_and_a_file_without_one_refused()
    {
        using var half = WeCom("x_20260501-20260502.xlsx", ["a", "b", "--", "--", "08:00"]);
        Assert.Equal("day-outside-period", Assert.Single(half.Rows()).Reason?.Code);
        using var none = WeCom("x.xlsx", ["a", "b", "--", "--", "08:00"]);
        Assert.Equal("period-missing", none.RefusalCode());
    }

    private const string Upper = "姓名,考勤组,部门,工号,职位,UserId,出勤天数,休息天数,迟到次数,严重迟到次数,旷工迟到天数,早退次数,上班缺卡次数,下班缺卡次数,旷工天数,请假,,,加班时长-按加班规则计算,,,考勤结果,\n";
    private const string Lower = ",,,,,,,,,,,,,,,事假(小时),病假(小时),年假(天),工作日加班(小时),休息日加班(小时),节假日加班(小时),五1,六2\n";

    [Fact]
    public void A_dingtalk_month_is_told_under_the_metrics_ids()
    {
        using var file = Given.Text("月度汇总 统计日期：2026-05-01 至 2026-05-31\n报表生成时间：2026-06-01 09:00\n" + Upper + Lower
            + "王雨桐（离职）,默认,客服,,客服,u1,20,8,2,1,0,1,1,0,1,4,-,1.5,2,0,,正常,休息\n");
        var month = file.Only<Reported>();
        Assert.Equal(("王雨桐", "dingtalk-monthly", First, Last), (month.Account, month.Source, month.From, month.To));
        // Late 2 + 1 severe; leave 4 h ÷ 8 + 1.5 days; overtime 2 h.
        Assert.Equal(
            [("absent", 1m), ("early", 1m), ("late", 3m), ("leave", 2m), ("overtime-rest-day", 0m), ("overtime-workday", 7200m), ("workdays", 20m), ("缺卡次数", 1m)],
            month.Figures.Select(f => (f.Metric, f.Value!.Value)));
    }

    [Fact]
    public void The_month_may_stand_in_the_files_name_alone()
    {
        using var file = Given.Text("月度汇总\n" + Upper + Lower + "a,默认,,,,,20,8,0,,,0,,,0,,,,,,,,\n", "月度汇总_2026-05.csv");
        Assert.Equal((First, Last), (file.Only<Reported>().From, file.Only<Reported>().To));
    }

    [Fact]
    public void A_dingtalk_day_is_a_persons_row_and_refused_leave_is_none()
    {
        const string header = "姓名,考勤组,部门,工号,UserId,日期,班次,关联的审批单,出勤天数,迟到次数,早退次数,旷工天数,事假(小时),年假(天)\n";
        using var file = Given.Text(header + "a,默认,,,u1,26-05-01 星期五,早班 09:00-18:00,,1,1,0,0,2,\nb,默认,,,u2,2026-05-01,早班,事假 05-01(已拒绝),1,0,0,0,8,\nc,默认,,,u3,someday,早班,,1,0,0,0,,\nd,默认,,,u4,2026-05-01,早班,,one,0,0,0,,\n");
        var rows = file.Rows();
        Assert.Equal([null, null, "time-unreadable", "number-unreadable"], rows.Select(r => r.Reason?.Code));
        Assert.Equal((First, First, 0.25m), (((Reported)rows[0].Record!).From, ((Reported)rows[0].Record!).To, Leave(rows[0])));
        Assert.Null(Leave(rows[1]));
    }

    private static decimal? Leave(Row row) => ((Reported)row.Record!).Figures.SingleOrDefault(f => f.Metric == "leave")?.Value;

    [Fact]
    public void A_dingtalk_month_without_a_period_is_refused()
    {
        using var file = Given.Text(Upper + Lower + "a,默认,,,,,20,8,0,,,0,,,0,,,,,,,,\n");
        Assert.Equal("period-missing", file.RefusalCode());
    }

    [SharedDataFact]
    public void A_real_machines_log_gives_the_days_that_independent_scripts_found()
    {
        using var opening = IntakeFile.Open(SharedData.At("punches", "attlog_full.dat"));
        var rows = ((Opened)opening).Rows().ToList();
        var taken = rows.Where(r => r.Outcome == Outcome.Accepted).Select(r => (Punches)r.Record!).Select(p => (Badge: p.Account, At: p.At[0])).ToList();
        // Eight punches of the reset clock: the scripts count them, Heng rejects them under their own name.
        var reset = rows.Where(r => r.Reason?.Code == "clock-reset").Select(r => r.Raw!.Split('\t')).Select(c => (c[0].Trim(), ShopClock.Shanghai.FromLocal(DateTime.Parse(c[1])))).ToList();
        Assert.Equal((44_326, 145, 8), (taken.Count, rows.Count(r => r.Reason?.Code == "time-unreadable"), reset.Count));
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "punches.json")));
        var days = taken.Concat(reset).GroupBy(p => p.Item1).SelectMany(Judged).ToList();
        Check(expected.RootElement.GetProperty("total"), days);
        foreach (var month in expected.RootElement.GetProperty("per_month").EnumerateObject()) Check(month.Value, days.Where(d => Month.Of(d.Day.Day).ToString() == month.Name));
        foreach (var badge in expected.RootElement.GetProperty("badge_month_2020_11").EnumerateObject())
            Check(badge.Value, days.Where(d => d.Badge == badge.Name && new Month(2020, 11).Holds(d.Day.Day)));
    }

    /// <summary>08:30 to 17:30 on every day with a punch; a single punch is the one in, none is so late that it is absence, and no shift reaches past midnight.</summary>
    private static IEnumerable<(string Badge, DutyDay Day)> Judged(IGrouping<string, (string Badge, Instant At)> person)
    {
        var rules = new DutyRules { OnlyPunchIsTheNearer = false, AbsentLateSeconds = int.MaxValue, MorningHour = 0 };
        var punches = person.Select(p => new Punch(p.At)).ToList();
        var roster = punches.Select(p => ShopClock.Shanghai.DayOf(p.At)).Distinct().Select(d => new RosterDay("", person.Key, d, "08:30-17:30", null, null, null)).ToList();
        return DutyDays.Of(new(1, person.Key, roster, punches, [], []), new(rules, ShopClock.Shanghai, WorkCalendar.China), roster.Min(r => r.Day), roster.Max(r => r.Day), _ => true)
            .Select(d => (person.Key, d));
    }

    private static void Check(JsonElement expected, IEnumerable<(string Badge, DutyDay Day)> some)
    {
        var days = some.Select(d => d.Day).ToList();
        Assert.Equal(expected.GetProperty("person_days").GetInt32(), days.Count);
        Assert.Equal(expected.GetProperty("badges").GetInt32(), some.Select(d => d.Badge).Distinct().Count());
        Assert.Equal(expected.GetProperty("punches").GetInt32(), days.Sum(d => d.Punches.Count));
        Assert.Equal(expected.GetProperty("single_punch_days").GetInt32(), days.Count(d => d.Punches.Count == 1));
        Assert.Equal(expected.GetProperty("late_days").GetInt32(), days.Count(d => d.LateSeconds > 0));
        Assert.Equal(expected.GetProperty("late_seconds").GetInt64(), days.Sum(d => d.LateSeconds));
        Assert.Equal(expected.GetProperty("early_days").GetInt32(), days.Count(d => d.EarlySeconds > 0));
        Assert.Equal(expected.GetProperty("span_minutes_sum").GetInt64(), days.Sum(d => d.Punches[^1].SecondsSince(d.Punches[0]) / 60));
    }
}
