using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>A rehearsal over the demo's month: what is published gives the real results, and a version stands with its rehearsal.</summary>
[Collection(WholeDemo.Name)]
public class SimulateTests(DemoFixture shop)
{
    private JsonObject Simulate(string plan, params string[] more) => shop.Json(["simulate", "--plan", plan, "--months", DemoFixture.Month, .. more]).Done().Object;

    /// <summary>By name: score, grade, rank and pay.</summary>
    private static SortedDictionary<string, string> Shown(JsonArray people, string side) => new(people.ToDictionary(p => (string)p!["agent"]!, p =>
    {
        var outcome = p!["months"]![0]![side]!;
        return $"{outcome["score"]} {outcome["grade"]} {outcome["rank"]} {outcome["pay"]}";
    }), StringComparer.Ordinal);

    private SortedDictionary<string, string> Real()
    {
        var pay = shop.Json("pay", "--month", DemoFixture.Month).Done().Rows.ToDictionary(p => (string)p!["agent"]!, p => p!["net"], StringComparer.Ordinal);
        return new(shop.Json("score", "--month", DemoFixture.Month).Done().Rows.ToDictionary(c => (string)c!["agent"]!, c => $"{c!["score"]} {c["grade"]} {c["rank"]} {pay.GetValueOrDefault((string)c["agent"]!)}"), StringComparer.Ordinal);
    }

    [Fact]
    public void Rehearsing_what_was_published_last_gives_everybodys_real_score_grade_rank_and_pay()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var last = database.Plans.Current.MaxBy(p => p.PublishedAt)!.Id;
        var result = Simulate(last);
        var (real, people) = (Real(), result["people"]!.AsArray());
        Assert.NotEmpty(real);
        var (before, after) = (Shown(people, "before"), Shown(people, "after"));
        Assert.All(real, r => Assert.Equal((r.Value, r.Value), (before[r.Key], after[r.Key])));
        Assert.Equal(((decimal)result["cost"]!["before"]!, 0, 0), ((decimal)result["cost"]!["after"]!, result["winners"]!.AsArray().Count, result["losers"]!.AsArray().Count));
    }

    [Fact]
    public void Another_plan_moves_people_and_is_held_against_a_budget()
    {
        var result = Simulate("s10-cs-360", "--budget", "1000");
        var people = result["people"]!.AsArray();
        Assert.Equal((decimal)result["cost"]!["after"]! - 1000m, (decimal)result["cost"]!["over"]!);
        Assert.Equal(people.Sum(p => (decimal?)p!["difference"] ?? 0m), result["winners"]!.AsArray().Concat(result["losers"]!.AsArray()).Sum(p => (decimal)p!["amount"]!));
        Assert.Contains(people, p => (string?)p!["months"]![0]!["after"]!["plan"] == "s10-cs-360/agent");
        Assert.Contains("s10-cs-360/agent", result["sensitivity"]!.AsArray().Select(s => (string)s!["plan"]!));
        var told = Ran.Heng("simulate", "--plan", "s10-cs-360", "--months", DemoFixture.Month, "--data", shop.Folder).Done().Out;
        Assert.Contains("预演 2026-10：工资合计", told, StringComparison.Ordinal);
        Assert.Contains("rehearsed on 2026-10: pay in all", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Exit.WrongUsage, "months-unreadable", "2026-10..2026-08")]
    [InlineData(Exit.WrongUsage, "month-unreadable", "October")]
    [InlineData(Exit.Refused, "nothing-to-rehearse", "2019-01..2019-02")]
    public void Months_that_make_no_sense_or_hold_nothing_are_named(int code, string name, string months)
    {
        var ran = shop.Json("simulate", "--plan", "s4-ksf", "--months", months);
        Assert.Equal((code, name), (ran.Code, ran.Refusal));
    }

    [Fact]
    public void A_version_stands_with_the_rehearsal_that_it_was_published_on()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        var published = Ran.Json(folder, ["plan", "publish", "s4-ksf", "--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")]).Done().Object;
        Assert.Equal(DemoFixture.Month, (string)published["simulation"]!["months"]!.AsArray()[^1]!);
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        var kept = JsonNode.Parse(database.Plans.SimulationOf("s4-ksf", 1)!)!;
        Assert.Equal(published["simulation"]!["cost"]!.ToJsonString(), kept["cost"]!.ToJsonString());
        Assert.NotEmpty(kept["people"]!.AsArray());
        Assert.Null(database.Plans.SimulationOf("s4-ksf", 2));
    }
}
