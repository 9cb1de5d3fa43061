using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;

namespace Heng.App.Tests.Closing;

/// <summary>A quarter paid with its last month, a year with the month after, over months that are closed one by one and corrected later.</summary>
public sealed class QuarterAwardTests
{
    private const string Grades = "grades: [{ grade: A, when: \"x ≥ 90\" }, { grade: B, when: \"x < 90\" }]", Mean = """
            dimensions: [{ id: all, name: { zh: 全部, en: All }, items: [{ id: mean, name: { zh: 平均, en: Mean }, weight: 100, source: { cards: { of: score } }, method: { proportional: { target: 100 } } }] }]
        """;
    private const string Plan = $$"""
        scheme: s95-quarters
        version: 1
        title: { zh: 季度, en: Quarterly }
        plans:
          - id: month
            title: { zh: 月, en: Month }
            positions: [front-line]
            {{Grades}}
            dimensions: [{ id: all, name: { zh: 全部, en: All }, items: [{ id: attitude, name: { zh: 态度, en: Attitude }, weight: 100, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 100] } } }] }]
          - id: quarter
            title: { zh: 季, en: Quarter }
            cycle: quarter
            positions: [front-line]
            {{Grades}}
        {{Mean}}
          - id: year
            title: { zh: 年, en: Year }
            cycle: year
            positions: [front-line]
            {{Grades}}
        {{Mean}}
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base }, amount: person }
            - cycle-award: { id: quarter, label: { zh: 季度奖, en: Quarterly award }, cycle: quarter, amount: 500, coefficient: { grades: { A: 1, B: 0.4 } }, parts-at-least: 3 }
            - cycle-award: { id: year, label: { zh: 年终奖, en: Year-end bonus }, cycle: year, paid: next, base-months: 2, coefficient: { grades: { A: 1, B: 0.5 } }, parts-at-least: 4, fewer: in-proportion, taxed: year-end }
        """;

    private static readonly Month October = new(2025, 10), January = new(2026, 1), February = new(2026, 2);

    [Fact]
    public void A_later_correction_of_a_month_inside_is_a_difference_of_the_month_that_paid()
    {
        using var shop = new Counter();
        Import(shop, "people.csv", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2025-01-01,\n", "people");
        Import(shop, "entries_202512310900.csv", Entries((10, 80), (11, 90), (12, 100)), "entries");
        Import(shop, "chats.csv", Counter.Messages + string.Concat(Enumerable.Range(0, 5).Select(October.Plus).Select(m => Counter.Line($"{m.Last:yyyy-MM-dd} 10:00:00", id: $"{m}"))));
        shop.Database.Plans.Publish("s95-quarters", Plan, new(1), "manager");

        // 80, 90, 100: mean 90, grade A. The months before have no card of a quarter.
        Assert.Equal(["base=4000 net=4000", "base=4000 net=4000", "base=4000 quarter=500 net=4500"], new[] { 0, 1, 2 }.Select(n => Paid(shop, October.Plus(n))));
        foreach (var n in new[] { 0, 1, 2 }) Close(shop, October.Plus(n));
        // One quarter of four: 4000 × 2 × 1 × 1 ÷ 4.
        Assert.Equal("base=4000 year=2000 net=6000", Paid(shop, January));
        Assert.Contains("2025年：90 分，等级 A，4 个季度中 1 个季度有成绩", Slip(shop, January).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        // October comes to 50: mean 80, grade B, 500 × 0.4 = 200 − 500 sealed. January still pays the year as December sealed it.
        Import(shop, "entries_202601050900.csv", Entries((10, 50)), "entries");
        Assert.Equal("base=4000 year=2000 difference.2025-12.quarter=-300 net=5700", Paid(shop, January));
        Assert.Equal("base=4000 quarter=500 net=4500", Paid(shop, October.Plus(2)));
        Close(shop, January);
        // And once January is closed, its year is settled too: 4000 × 2 × 0.5 × 1 ÷ 4 = 1000 − 2000.
        Assert.Equal("base=4000 difference.2026-01.year=-1000 net=3000", Paid(shop, February));
        Assert.All(JsonNode.Parse(shop.Json("verify"))!.AsArray(), v => Assert.True(v!["verified"]!.GetValue<bool>()));
        Assert.Contains("2025-10", shop.Json("explain", "--month", "2025-12", "--agent", "王雨桐", "--line", "quarter"), StringComparison.Ordinal);
    }

    private static string Entries(params (int Month, int Points)[] rows) => "month,agent,item,rater,points,by\n" + string.Concat(rows.Select(r => $"2025-{r.Month},王雨桐,attitude,leader,{r.Points},陈\n"));

    private static void Import(Counter shop, string name, string text, string? kind = null) => Assert.Equal(0, shop.Import(shop.File(name, text), kind is null ? [] : ["--kind", kind]).Code);

    private static JsonNode Slip(Counter shop, Month month) => JsonNode.Parse(shop.Json("pay", "--month", month.ToString()))![0]!;

    private static string Paid(Counter shop, Month month) => $"{string.Join(' ', Slip(shop, month)["lines"]!.AsArray().Select(l => $"{l!["line"]}={l["amount"]}"))} net={Slip(shop, month)["net"]}".Replace(".00", "", StringComparison.Ordinal);

    private static void Close(Counter shop, Month month)
    {
        var close = new Close(shop.Database, TimeProvider.System);
        Assert.Null(close.Prepare(month, shop.Database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(month, shop.Database.Shops.All, null, new("manager", Role.Manager, null, null), provisionally: true).Refused);
    }
}
