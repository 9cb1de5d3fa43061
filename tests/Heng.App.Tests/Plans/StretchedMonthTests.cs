using System.Text.Json.Nodes;
using Heng.App.Features.AgentMonth;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Queries;
using Heng.Engine.Records;

namespace Heng.App.Tests.Plans;

/// <summary>
/// October 2026 has 18 workdays: 8–10, 12–16, 19–23 and 26–30. 王雨桐 moves to after-sales on the 19th (8 and 10 days), 赵敏 on the 26th (13 and 5), 李嘉 on the 27th (14 and 4).
/// </summary>
public sealed class StretchedShop : IDisposable
{
    private const string Plan = """
        scheme: s96-moves
        version: 1
        title: { zh: 换岗, en: Moves }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: conduct, name: { zh: 行为, en: Conduct }, weight: 100, source: { causes: [{ incident: 离岗, points: 10 }] }, method: { deduct: {} } }
          - id: after
            title: { zh: 售后, en: After }
            positions: [after-sales]
            pass: 80
            grades: [{ grade: A, when: "x ≥ 80" }, { grade: B, when: "x < 80" }]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: attitude, name: { zh: 态度, en: Attitude }, weight: 60, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 100] } } }
                  - { id: conduct, name: { zh: 行为, en: Conduct }, weight: 40, source: { causes: [{ incident: 离岗, points: 5 }] }, method: { deduct: {} } }
        pay:
          components:
            - performance: { id: performance, label: { zh: 绩效, en: Performance }, amount: 1000, prorated: false, coefficient: { linear: [{ at: 0, coefficient: 0 }, { at: 100, coefficient: 1 }] } }
        """;

    public StretchedShop()
    {
        Import("people.csv", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-01-01,2026-10-18\n王雨桐,小店:小雨,二组,after-sales,4000,2026-10-19,\n"
            + "赵敏,小店:小敏,一组,front-line,4000,2026-01-01,2026-10-25\n赵敏,小店:小敏,二组,after-sales,4000,2026-10-26,\n"
            + "李嘉,小店:小嘉,一组,front-line,4000,2026-01-01,2026-10-26\n李嘉,小店:小嘉,二组,after-sales,4000,2026-10-27,\n", "people");
        Import("attendance.csv", "month,agent,due_days,paid_days\n2026-10,王雨桐,18,18\n2026-10,赵敏,18,18\n2026-10,李嘉,18,18\n", "attendance");
        Import("entries.csv", "month,agent,item,rater,points,by\n2026-10,王雨桐,attitude,leader,80,陈\n2026-10,赵敏,attitude,leader,90,陈\n2026-10,李嘉,attitude,leader,90,陈\n", "entries");
        Import("incidents.csv", "day,agent,incident,number\n2026-10-01,李嘉,吵架,1\n2026-10-05,王雨桐,离岗,1\n2026-10-20,王雨桐,离岗,2\n2026-10-20,王雨桐,离岗,3\n2026-10-31,李嘉,离岗,4\n", "incidents");
        Import("chats.csv", Counter.Messages + "小店,买家,小店:小雨,2026-10-20 10:00:00,buyer,,,在吗,m1\n小店,买家,小店:小雨,2026-10-20 10:00:20,agent,,,在的,m2\n小店,买家,小店:小雨,2026-10-31 10:00:00,buyer,,,还在吗,m3\n");
        Shop.Database.Plans.Publish("s96-moves", Plan, new(1), "manager");
    }

    internal Counter Shop { get; } = new();

    private void Import(string name, string text, string? kind = null) => Assert.Equal(0, Shop.Import(Shop.File(name, text), kind is null ? [] : ["--kind", kind]).Code);

    public void Dispose() => Shop.Dispose();
}

public sealed class StretchedMonthTests(StretchedShop given) : IClassFixture<StretchedShop>
{
    private static readonly Month October = new(2026, 10);
    private static readonly Viewer Manager = new("manager", Role.Manager, null, null);

    private Dictionary<string, JsonNode> Scored() => JsonNode.Parse(given.Shop.Json("score", "--month", "2026-10"))!.AsArray().ToDictionary(c => c!["agent"]!.GetValue<string>(), c => c!);

    private static string Shown(JsonNode card) => string.Join(" / ", card["stretches"]!.AsArray().Select(s => $"{s!["from"]}…{s["to"]} {s["plan"]} {s["score"]} × {s["worked"]}"));

    [Fact]
    public void Who_moves_has_a_card_for_each_stretch_combined_by_days_worked()
    {
        var card = Scored()["王雨桐"];
        // Before: 100 − 1 × 10 = 90. Behind: 60 × 80 % + 40 − 2 × 5 = 78. (90 × 8 + 78 × 10) ÷ 18 = 83.333…
        Assert.Equal("2026-10-01…2026-10-18 s96-moves/front 90 × 8 / 2026-10-19…2026-10-31 s96-moves/after 78 × 10", Shown(card));
        Assert.Equal((83.33m, "A", true, "s96-moves/after"), (card["score"]!.GetValue<decimal>(), card["grade"]!.GetValue<string>(), card["passed"]!.GetValue<bool>(), card["plan"]!.GetValue<string>()));
        // attitude 48 × 10 ÷ 18 = 26.67; conduct (90 × 8 + 30 × 10) ÷ 18 = 56.67, less the hundredth that the rounded score has less.
        Assert.Equal([("attitude", 26.67m, 26.67m), ("conduct", 56.67m, 56.66m)], card["items"]!.AsArray().Select(i => (i!["item"]!.GetValue<string>(), i["points"]!.GetValue<decimal>(), i["counted"]!.GetValue<decimal>())));
        var slip = JsonNode.Parse(given.Shop.Json("pay", "--month", "2026-10"))!.AsArray().First(s => s!["agent"]!.GetValue<string>() == "王雨桐")!;
        Assert.Equal(833.30m, slip["net"]!.GetValue<decimal>());
        Assert.Contains("最后一段的薪酬方案用于整月", slip["lines"]![0]!["notes"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_days_stand_alone_and_four_join_the_longer()
    {
        var cards = Scored();
        // 100 × 13 and 60 × 90 % + 40 = 94 × 5: 1770 ÷ 18 = 98.333…
        Assert.Equal((98.33m, 2), (cards["赵敏"]["score"]!.GetValue<decimal>(), cards["赵敏"]["stretches"]!.AsArray().Count));
        // Four days joined the front line, whose plan sees the incident of the 31st: 100 − 10.
        Assert.Equal((90m, "s96-moves/front"), (cards["李嘉"]["score"]!.GetValue<decimal>(), cards["李嘉"]["plan"]!.GetValue<string>()));
        Assert.Null(cards["李嘉"]["stretches"]);
        Assert.Contains("不足 5 天", cards["李嘉"]["notes"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_explained_over_its_stretches_down_to_the_incidents()
    {
        var tree = JsonNode.Parse(given.Shop.Json("explain", "--month", "2026-10", "--agent", "王雨桐", "--item", "conduct"))!;
        Assert.Equal(56.67m, tree["value"]!.GetValue<decimal>());
        var text = tree.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var part in new[] { "10月1日至18日 · 前线", "10月19日至31日 · 售后", "2026-10-05", "2026-10-20" }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_of_what_counts_comes_to_the_same()
    {
        var book = MonthBook.Load(given.Shop.Database, October, given.Shop.Database.Shops.All, null);
        var outcomes = Engine.Simulation.MonthRun.Of(book.Rehearsed, Features.Plans.PlanChoice.RegimeOf(book.Files));
        Assert.Equal(book.People.Select(p => (p.Person.Name, p.Card?.Score, p.Card?.Grade, p.Card?.Rank, p.Pay?.Net)), outcomes.Select(o => (o.Agent, o.Score, o.Grade, o.Rank, o.Net)));
        Assert.Equal([null, null, 83.33m], new[] { book.Find("李嘉"), null, book.Find("王雨桐") }.Select(p => p?.Card?.Stretches.Count > 0 ? p.Card.Score : null));
    }

    [Fact]
    public async Task A_sealed_month_keeps_its_stretches()
    {
        using var given = new StretchedShop();
        var database = given.Shop.Database;
        var live = given.Shop.Json("score", "--month", "2026-10");
        async Task<string> Page()
        {
            using var books = new BookCache(database);
            var card = (await new AgentMonthQuery(books, QueryShop.By(Manager)).For(October, "王雨桐", QueryShop.Request)).View!.Card!;
            return string.Join(" / ", card.Stretches.Select(s => FormattableString.Invariant($"{s.Days.From:MM-dd} {s.Where} {s.Worked} {s.Card.Score.Value}: {string.Join(' ', s.Card.Items.Select(i => $"{i.Id} {i.Points.Value} {i.Reading?.Value}"))}")));
        }
        var page = await Page();
        Assert.Equal("10-01 一组 · 一线客服 8 90: conduct 90 10 / 10-19 二组 · 售后客服 10 78: attitude 48  conduct 30 10", page);
        var close = new Close(database, TimeProvider.System);
        Assert.Null(close.Prepare(October, database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(October, database.Shops.All, null, Manager, provisionally: true).Refused);
        Assert.Equal(live, given.Shop.Json("score", "--month", "2026-10"));
        Assert.Equal(0, given.Shop.Import(given.Shop.File("late.csv", "day,agent,incident,number\n2026-10-06,王雨桐,离岗,9\n"), "--kind", "incidents").Code);
        Assert.Equal(live, given.Shop.Json("score", "--month", "2026-10"));
        Assert.Equal(page, await Page());
    }
}
