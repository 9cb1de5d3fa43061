using System.Text.Json.Nodes;

namespace Heng.App.Tests.Importing;

/// <summary>A week of one invented person, from files to metrics.</summary>
public sealed class DutyImportTests
{
    // Due 9–18 on the 12th to 15th. The 12th is 10 min late, the 13th absent, the 14th on leave, the 15th an hour longer and online all its shift. Nobody knows badge 99.
    private static readonly (string Name, string Text)[] Files =
    [
        ("people.csv", "name,accounts,base_pay,from\n王雨桐,309;小店:雨桐,3000,2026-01-01\n"),
        ("roster.csv", "姓名,日期,班次\n王雨桐,2026-10-12,早班 09:00-18:00\n王雨桐,2026-10-13,早班 09:00-18:00\n王雨桐,2026-10-14,早班 09:00-18:00\n王雨桐,2026-10-15,早班 09:00-18:00\n王雨桐,2026-10-16,休\n"),
        ("attlog.dat", "309\t2026-10-12 09:10:00\t1\t0\t0\t0\n309\t2026-10-12 18:00:00\t1\t0\t0\t0\n309\t2026-10-15 09:00:00\t1\t0\t0\t0\n309\t2026-10-15 19:00:00\t1\t0\t0\t0\n99\t2026-10-16 09:00:00\t1\t0\t0\t0\n"),
        ("leave.csv", "审批编号,审批状态,审批结果,发起人姓名,请假类型,开始时间,结束时间,时长\n1,完成,同意,王雨桐,事假,2026-10-14 09:00,2026-10-14 18:00,8小时\n2,完成,拒绝,王雨桐,年假,2026-10-12,2026-10-13,2天\n"),
        ("status.csv", "account,time,status,type\n小店:雨桐,2026-10-15 09:00:00,1,8\n小店:雨桐,2026-10-15 18:00:00,-1,8\n"),
        ("calendar.csv", "date,kind,name\n2026-10-16,rest,店休\n"),
        ("chat.csv", Counter.Messages + Counter.Line("2026-10-31 10:00:00", id: "1")),
    ];

    private static readonly string[] Metrics = ["workdays", "late", "early", "absent", "leave", "full-attendance", "overtime-workday", "overtime-rest-day", "online", "online-share"];

    private static string Read(Counter counter)
    {
        var row = JsonNode.Parse(counter.Json("metrics", "--month", "2026-10", "--metric", string.Join(',', Metrics)))!.AsArray().Single(r => r!["agent"]?.GetValue<string>() == "王雨桐")!;
        return string.Join(' ', Metrics.Select(m => $"{m}={row["metrics"]![m]!["value"]?.ToJsonString() ?? "missing"}"));
    }

    [Fact]
    public void Files_of_attendance_give_the_same_numbers_in_any_order_and_twice()
    {
        using var counter = new Counter();
        foreach (var (name, text) in Files) Assert.Equal(0, counter.Import(counter.File(name, text)).Report.Counts().Rejected);
        // 9 h online of 4 × 9 h due; 8 h of leave are a day.
        const string expected = "workdays=2 late=1 early=0 absent=1 leave=1 full-attendance=0 overtime-workday=3600 overtime-rest-day=0 online=32400 online-share=0.25";
        Assert.Equal(expected, Read(counter).Replace("leave=1.000", "leave=1", StringComparison.Ordinal));
        foreach (var (name, text) in Files) Assert.Equal(0, counter.Import(counter.File(name, text)).Report.Counts().Accepted);
        using var other = new Counter();
        foreach (var (name, text) in Files.Reverse()) other.Import(other.File(name, text));
        Assert.Equal(Read(counter), Read(other));
        Assert.Contains("2026-10-12", counter.Json("explain", "--month", "2026-10", "--agent", "王雨桐", "--metric", "late"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_badge_that_nobody_has_is_told()
    {
        using var counter = new Counter();
        foreach (var (name, text) in Files.Take(1)) counter.Import(counter.File(name, text));
        var report = counter.Import(counter.File("attlog.dat", Files[2].Text)).Report;
        Assert.Contains("99", report.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("309", report["notices"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
