using System.Text.Json.Nodes;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;

namespace Heng.App.Tests.Plans;

/// <summary>A small shop without chats: a quarter of ratings, incidents and goals, scored by the month, by the quarter and by the year.</summary>
public sealed class CycleTests : IDisposable
{
    private const string Plan = """
        scheme: s95-cycles
        version: 1
        title: { zh: 季度, en: Quarterly }
        plans:
          - id: month
            title: { zh: 月, en: Month }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: attitude, name: { zh: 态度, en: Attitude }, weight: 90, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 100] } } }
                  - { id: conduct, name: { zh: 行为, en: Conduct }, weight: 10, source: { causes: [{ incident: 离岗, points: 4 }] }, method: { deduct: {} } }
          - id: quarter
            title: { zh: 季, en: Quarter }
            cycle: quarter
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: results, name: { zh: 三月成绩, en: Results }, weight: 60, source: { cards: { item: attitude } }, better: higher, method: { proportional: { target: 100 } } }
                  - { id: growth, name: { zh: 成长, en: Growth }, weight: 20, source: { cards: { item: attitude } }, method: { trend: { zero: 0, full: 20 } } }
                  - { id: stability, name: { zh: 稳定, en: Stability }, weight: 10, source: { cards: { item: attitude } }, method: { spread: { zero: 40, full: 0 } } }
                  - { id: followers, name: { zh: 粉丝, en: Followers }, weight: 10, source: { goals: { kind: task } }, method: { goal: {} } }
          - id: year
            title: { zh: 年, en: Year }
            cycle: year
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: quarters, name: { zh: 各季, en: Quarters }, weight: 100, source: { cards: { of: score } }, better: higher, method: { proportional: { target: 100 } } }
        """;

    private readonly Counter shop = new();

    public void Dispose() => shop.Dispose();

    private Dictionary<string, JsonNode> Cards(string month, string plan) => JsonNode.Parse(shop.Json("score", "--month", month, "--plan", plan))!.AsArray()
        .ToDictionary(c => c!["plan"]!.GetValue<string>().Split('/')[1], c => c!);

    private static decimal?[] Points(JsonNode card) => [.. card["items"]!.AsArray().Select(i => i!["points"]?.GetValue<decimal>())];

    [Fact]
    public void A_quarter_and_a_year_are_made_of_their_parts_and_a_closed_month_answers_with_what_it_was_closed_with()
    {
        var plan = shop.File("cycles.yaml", Plan);
        Assert.Equal(0, shop.Import(shop.File("people.csv", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-01-01,\n"), "--kind", "people").Code);
        Assert.Equal(0, shop.Import(shop.File("entries.csv", "month,agent,item,rater,points,by\n2026-10,王雨桐,attitude,leader,80,陈\n2026-11,王雨桐,attitude,leader,90,陈\n2026-12,王雨桐,attitude,leader,100,陈\n"), "--kind", "entries").Code);
        Assert.Equal(0, shop.Import(shop.File("incidents.csv", "day,agent,incident,number\n2026-10-01,王雨桐,离岗,1\n2026-10-31,王雨桐,吵架,1\n"), "--kind", "incidents").Code);
        Assert.Equal(0, shop.Import(shop.File("goals.csv", "due,agent,goal,kind,start,target,now,agreed_on\n2026-12-31,王雨桐,粉丝,task,800,1000,950,2026-10-01\n"), "--kind", "goals").Code);

        // October: 72 of 90, and one absence of two incidents takes 4 of 10.
        Assert.Equal([72m, 6m], Points(Assert.Single(Cards("2026-10", plan)).Value));
        // No file covers November's incidents, so nobody knows of any.
        Assert.Equal([81m, null], Points(Assert.Single(Cards("2026-11", plan)).Value));

        var december = Cards("2026-12", plan);
        Assert.Equal(["month", "quarter", "year"], december.Keys.Order(StringComparer.Ordinal));
        // 80, 90, 100: mean 90 of 100; trend 10 of 20; spread 20 between 0 and 40; 150 of 200 followers.
        Assert.Equal([54m, 10m, 5m, 7.5m], Points(december["quarter"]));
        Assert.Equal(76.5m, december["quarter"]["score"]!.GetValue<decimal>());
        Assert.Equal(76.5m, december["year"]["score"]!.GetValue<decimal>());
        Assert.Contains("2026年第1季度", december["year"]["items"]![0]!["notes"]![0]!.GetValue<string>(), StringComparison.Ordinal);

        Explained(plan);
        var october = shop.Database.ClosedMonths;
        october.Close(0, new(2026, 10), "final", """
            {"month":"2026-10","ruleSet":1,"plans":[],"score":[{"agent":"王雨桐","plan":"s95-cycles/month","version":1,"score":50,"grade":null,"rank":1,"passed":null,
            "items":[{"item":"attitude","name":"态度","dimension":"all","value":60,"points":54,"full":90,"counted":54,"countedFull":90,"state":"final","notes":[]}],"notes":[]}],"pay":[],"metrics":[]}
            """, new Instant(0), "店长");
        // 60, 90, 100: 83.333 → 83.33 of 100, 60 × 0.8333 = 50; trend 20, spread 40.
        Assert.Equal([50m, 20m, 0m, 7.5m], Points(Cards("2026-12", plan)["quarter"]));
    }

    /// <summary>Items of longer cycles are found by their names, and by their cycle where that is not enough; who asks too early is told when they come.</summary>
    private void Explained(string plan)
    {
        JsonNode Explain(params string[] more) => JsonNode.Parse(shop.Json(["explain", "--month", "2026-12", "--agent", "王雨桐", "--plan", plan, .. more]))!;
        Assert.Equal(54m, Explain("--item", "results")["value"]!.GetValue<decimal>());
        Assert.Equal(90m, Explain("--item", "attitude")["value"]!.GetValue<decimal>()); // the month's
        Assert.Equal(76.5m, Explain("--cycle", "quarter")["value"]!.GetValue<decimal>());
        Assert.Equal(76.5m, Explain("--cycle", "year", "--item", "quarters")["value"]!.GetValue<decimal>());
        Assert.Contains("item-unknown", shop.Heng("explain", "--month", "2026-12", "--agent", "王雨桐", "--plan", plan, "--cycle", "year", "--item", "results", "--format", "json").Error, StringComparison.Ordinal);
        Assert.Contains("no-card", shop.Heng("explain", "--month", "2026-11", "--agent", "王雨桐", "--plan", plan, "--cycle", "quarter", "--format", "json").Error, StringComparison.Ordinal);
        Assert.Contains("cycle-unknown", shop.Heng("explain", "--month", "2026-12", "--agent", "王雨桐", "--plan", plan, "--cycle", "week", "--format", "json").Error, StringComparison.Ordinal);
        var several = shop.File("several.yaml", Plan.Replace("id: quarters", "id: results", StringComparison.Ordinal));
        Assert.Contains("item-in-several", shop.Heng("explain", "--month", "2026-12", "--agent", "王雨桐", "--plan", several, "--item", "results", "--format", "json").Error, StringComparison.Ordinal);
        Assert.Contains("2026-12", shop.Heng("score", "--month", "2026-11", "--plan", plan).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("第4季度", shop.Heng("score", "--month", "2026-12", "--plan", plan).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_roll_up_of_an_item_that_no_card_has_is_an_error_at_its_place()
    {
        var wrong = Features.Plans.PlanFile.Load(Plan.Replace("{ cards: { item: attitude } }, method: { trend", "{ cards: { item: atitude } }, method: { trend", StringComparison.Ordinal), "a.yaml", _ => null);
        var error = Assert.Single(wrong.Errors);
        Assert.Equal("s95-cycles/month has no item atitude", error.Message.En);
        Assert.Equal((23, true), (error.Line, error.Column > 80));
        // Another position's cards are read from another file's plan, of which nothing is known here.
        var elsewhere = Plan.Replace("cycle: quarter\n    positions: [front-line]", "cycle: quarter\n    positions: [after-sales]", StringComparison.Ordinal).Replace("item: attitude", "item: atitude", StringComparison.Ordinal);
        Assert.NotEqual(Plan, elsewhere);
        Assert.Empty(Features.Plans.PlanFile.Load(elsewhere, "a.yaml", _ => null).Errors);
    }
}
