using System.Text.Json.Nodes;
using Heng.App.Tests.Importing;

namespace Heng.App.Tests.Plans;

/// <summary>
/// Two invented people, from files to payslips. 王雨桐 works the 12th and 13th early on a base of 3000, the 14th and 15th late on 3480, the last day an hour longer; she is here since
/// October 2024. 赵敏 came back in March, and nothing is known of her days.
/// </summary>
public sealed class PaidAttendanceTests
{
    private const string Plan = """
        scheme: s95-attendance
        version: 1
        title: { zh: 出勤, en: Attendance }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: conduct, name: { zh: 行为, en: Conduct }, weight: 100, source: { causes: [{ incident: 离岗, points: 10 }] }, method: { deduct: {} } }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base }, amount: person }
            - overtime: { id: overtime, label: { zh: 加班费, en: Overtime }, base: person }
            - full-attendance: { id: full, label: { zh: 全勤奖, en: Full attendance }, share: 10% }
            - allowance: { id: night, label: { zh: 晚班津贴, en: Late shifts }, amount: 20, per: shift, shift: 晚班, for: night }
            - allowance: { id: meals, label: { zh: 餐补, en: Meals }, amount: 15, per: day }
            - allowance: { id: seniority, label: { zh: 工龄, en: Seniority }, amount: 50, per: year }
            - deduction: { id: loss, label: { zh: 损失扣款, en: Loss } }
        """;

    private static readonly (string Name, string Text)[] Files =
    [
        ("people.csv", "name,accounts,group,position,base_pay,from,to\n王雨桐,309;小店:小雨,一组,front-line,3000,2024-10-15,2026-10-13\n王雨桐,309;小店:小雨,一组,front-line,3480,2026-10-14,\n"
            + "赵敏,小店:小敏,一组,front-line,3000,2020-01-01,2020-12-31\n赵敏,小店:小敏,一组,front-line,3000,2026-03-01,\n"),
        ("roster.csv", "姓名,日期,班次\n王雨桐,2026-10-12,早班 09:00-18:00\n王雨桐,2026-10-13,早班 09:00-18:00\n王雨桐,2026-10-14,晚班 13:00-22:00\n王雨桐,2026-10-15,晚班 13:00-22:00\n王雨桐,2026-10-16,休\n"),
        ("attlog.dat", string.Concat(new[] { "12 09:00", "12 18:00", "13 08:55", "13 18:00", "14 12:59", "14 22:00", "15 13:00", "15 23:00" }.Select(at => $"309\t2026-10-{at}:00\t1\t0\t0\t0\n"))),
        ("adjustments.csv", "month,agent,kind,amount,reason,entered_by,approved_by\n2026-10,王雨桐,赔偿,30,打碎样品,组长,店长\n"),
        ("chat.csv", Counter.Messages + Counter.Line("2026-10-31 10:00:00", id: "1")),
    ];

    [Fact]
    public void What_is_paid_by_days_shifts_and_years_follows_from_the_files()
    {
        using var counter = new Counter();
        foreach (var (name, text) in Files) Assert.Equal(0, counter.Import(counter.File(name, text)).Report.Counts().Rejected);
        counter.Database.Plans.Publish("s95-attendance", Plan, new(1), "manager");
        var slips = JsonNode.Parse(counter.Json("pay", "--month", "2026-10"))!.AsArray().ToDictionary(s => s!["agent"]!.GetValue<string>(), s => s!);
        string Shown(string agent) => string.Join(' ', slips[agent]["lines"]!.AsArray().Select(l => $"{l!["line"]}={l["amount"]}"));

        // (3000 × 2 + 3480 × 2) ÷ 4 = 3240; ÷ 21.75 ÷ 8 × 1 h × 1.5 = 27.931; a tenth; two late shifts, four days, two whole years
        Assert.Equal("base=3240 overtime.workday=27.93 overtime.rest-day=0 overtime.holiday=0 full=324 night=40 meals=60 seniority=100 loss=-30", Shown("王雨桐").Replace(".00", "", StringComparison.Ordinal));
        Assert.Equal(3761.93m, slips["王雨桐"]["net"]!.GetValue<decimal>());
        Assert.Contains("each base counts by the days due under it", slips["王雨桐"]["lines"]![0]!["notesEn"]!.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal("base=3000 overtime.workday=0 overtime.rest-day=0 overtime.holiday=0 full=0 night=0 meals=0 seniority=0", Shown("赵敏").Replace(".00", "", StringComparison.Ordinal));
        Assert.All(slips["赵敏"]["lines"]!.AsArray().SkipLast(1), l => Assert.NotEmpty(l!["notes"]!.AsArray()));
        // Four clicks down stands the roster's row.
        Assert.Contains("2026-10-14", counter.Json("explain", "--month", "2026-10", "--agent", "王雨桐", "--line", "night"), StringComparison.Ordinal);
    }
}
