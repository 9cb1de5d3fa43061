using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;

namespace Heng.App.Tests.Plans;

/// <summary>Two invented people from files to withheld tax: 王雨桐 joins in September, 赵敏 has been here since 2024.</summary>
public sealed class TaxedMonthsTests
{
    private const string Plan = """
        scheme: s96-tax
        version: 1
        title: { zh: 个税, en: Tax }
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
            - year-end-bonus: { id: bonus, label: { zh: 年终奖, en: Year-end bonus } }
            - social-insurance: { id: insurance, label: { zh: 社保, en: Insurance }, insured: earned, tables: [{ place: 甲市, from: 2026-01-01, floor: 4000, ceiling: 20000, pension: 8%, medical: 2% }] }
            - income-tax: { id: tax, label: { zh: 个人所得税, en: Income tax } }
        """;

    [Fact]
    public void The_tax_of_a_month_follows_from_the_months_that_were_closed_and_from_the_opening()
    {
        using var counter = new Counter();
        (string, string)[] files =
        [
            ("people.csv", "name,accounts,group,position,base_pay,from,to,place\n王雨桐,小店:小雨,一组,front-line,20000,2026-09-01,,甲市\n赵敏,小店:小敏,一组,front-line,10000,2024-01-01,,\n"),
            ("september.csv", Counter.Messages + Counter.Line("2026-09-30 10:00:00", id: "1")), ("october.csv", Counter.Messages + Counter.Line("2026-10-31 10:00:00", id: "2")),
        ];
        foreach (var (name, text) in files) Assert.Equal(0, counter.Import(counter.File(name, text)).Report.Counts().Rejected);
        counter.Database.Plans.Publish("s96-tax", Plan, new(1), "manager");

        // 20 000 − 1 600 − 400 − 5 000 = 13 000 × 3 %; nobody knows 赵敏's months from January on
        Assert.Equal("base=20000 insurance.pension=-1600 insurance.medical=-400 tax=-390", Shown(counter, "2026-09", "王雨桐"));
        Assert.Equal("base=10000 insurance=0 tax=0", Shown(counter, "2026-09", "赵敏"));
        Assert.Contains("2026-01", Slip(counter, "2026-09", "赵敏").ToJsonString(), StringComparison.Ordinal);
        // Through August 80 000 earned and 1 480 withheld; from September on 1 000 a month declared: 90 000 − 45 000 − 1 000 = 44 000 × 10 % − 2 520 − 1 480
        counter.Import(counter.File("opening.csv", "截至月份,客服,任职月数,累计收入,累计扣除,已预扣税额\n2026-08,赵敏,8,80000,0,1480\n"));
        counter.Import(counter.File("declared.csv", "客服,专项附加扣除,起始月份,每月扣除\n赵敏,住房租金,2026-09,1000\n"));
        Assert.Equal("base=10000 insurance=0 tax=-400", Shown(counter, "2026-09", "赵敏"));

        // October is the second month of the year for 王雨桐, once September is closed.
        Assert.Contains("tax=0", Shown(counter, "2026-10", "王雨桐"), StringComparison.Ordinal);
        Close(counter, new(2026, 9));
        // 26 000 × 3 % − 390, and for 赵敏 100 000 − 50 000 − 2 000 = 48 000 × 10 % − 2 520 − 1 480 − 400
        Assert.Equal("base=20000 insurance.pension=-1600 insurance.medical=-400 tax=-390", Shown(counter, "2026-10", "王雨桐"));
        Assert.Equal("base=10000 insurance=0 tax=-400", Shown(counter, "2026-10", "赵敏"));
        Assert.Equal("-390", Slip(counter, "2026-09", "王雨桐")["lines"]!.AsArray().Single(l => l!["kind"]?.GetValue<string>() == "tax")!["amount"]!.ToJsonString().Replace(".00", "", StringComparison.Ordinal));

        // What is declared late counts for its months from the open month on, once: 100 000 − 50 000 − 2 000 − 2 × 500 = 47 000 × 10 % − 2 520 − 1 480 − 400; September is not reworked by it.
        counter.Import(counter.File("late.csv", "客服,专项附加扣除,起始月份,每月扣除\n赵敏,子女教育,2026-09,500\n"));
        Assert.Equal("base=10000 insurance=0 tax=-300", Shown(counter, "2026-10", "赵敏"));
        // An opening that is corrected by 50 likewise: 47 000 × 10 % − 2 520 − 1 430 − 400
        counter.Import(counter.File("opening_202611201200.csv", "截至月份,客服,任职月数,累计收入,累计扣除,已预扣税额\n2026-08,赵敏,8,80000,0,1430\n"));
        Assert.Equal("base=10000 insurance=0 tax=-350", Shown(counter, "2026-10", "赵敏"));

        // A bonus of 30 000 apart is 900; merged 26 000 + 30 000 = 56 000 × 10 % − 2 520 = 3 080 − 780 = 2 300
        counter.Import(counter.File("adjustments.csv", "month,agent,kind,amount,reason,entered_by,approved_by\n2026-10,王雨桐,年终奖,30000,年终奖,组长,店长\n"));
        Assert.Equal("base=20000 bonus=30000 insurance.pension=-1600 insurance.medical=-400 tax=-390 tax.year-end=-900", Shown(counter, "2026-10", "王雨桐"));
    }

    private static void Close(Counter counter, Month month)
    {
        var close = new Close(counter.Database, TimeProvider.System);
        Assert.Null(close.Prepare(month, counter.Database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(month, counter.Database.Shops.All, null, new("manager", Role.Manager, null, null), provisionally: true).Refused);
    }

    private static JsonNode Slip(Counter counter, string month, string agent) =>
        JsonNode.Parse(counter.Json("pay", "--month", month))!.AsArray().Single(s => s!["agent"]!.GetValue<string>() == agent)!;

    private static string Shown(Counter counter, string month, string agent) =>
        string.Join(' ', Slip(counter, month, agent)["lines"]!.AsArray().Select(l => $"{l!["line"]}={l["amount"]}")).Replace(".00", "", StringComparison.Ordinal);
}
