using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>heng metric, and a custom metric where any other is named.</summary>
[Collection(WholeDemo.Name)]
public class CustomMetricCommandTests(DemoFixture shop)
{
    private const string Good = """
        - id: sales-per-chat
          name: { zh: 每次咨询销售额, en: Sales per consultation }
          unit: yuan
          better: higher
          formula: "「销售额」 / max(consulted, 1)"
          from: 2026-10-01
        - id: doubled
          name: { zh: 双倍, en: Doubled }
          unit: yuan
          better: none
          formula: sales-per-chat * 2
          from: 2026-10-01
        """;

    [Fact]
    public void A_defined_metric_is_read_explained_and_named_by_plans_like_any_other()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        var file = Path.Combine(folder, "own.yaml");
        string[] hr = ["--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")];
        File.WriteAllText(file, Good);
        Assert.Equal("role-may-not", Ran.Json(folder, "metric", "define", file).Refusal);
        Assert.Equal([1, 1], Ran.Json(folder, ["metric", "define", file, .. hr]).Done().Rows.Select(r => (int)r!["version"]!));
        Assert.Equal([false, false], Ran.Json(folder, ["metric", "define", file, .. hr]).Done().Rows.Select(r => (bool)r!["new"]!)); // the same again is nothing new
        Assert.Equal(2, Ran.Json(folder, "metric", "list").Done().Rows.Count);

        var row = Ran.Json(folder, "metrics", "--month", DemoFixture.Month, "--metric", "sales,consulted,sales-per-chat,doubled").Done().Rows.First(r => (decimal?)r!["metrics"]!["sales"]!["value"] > 0)!;
        decimal Value(string metric) => (decimal)row["metrics"]![metric]!["value"]!;
        Assert.Equal(Math.Round(Value("sales") / Value("consulted"), 6, MidpointRounding.AwayFromZero), Value("sales-per-chat"));
        Assert.Equal((1, Value("sales"), Value("consulted")), ((int)row["metrics"]!["sales-per-chat"]!["definition"]!, (decimal)row["metrics"]!["sales-per-chat"]!["part"]!, (decimal)row["metrics"]!["sales-per-chat"]!["whole"]!));
        var agent = (string)row["agent"]!;
        var tree = Ran.Json(folder, "explain", "--month", DemoFixture.Month, "--agent", agent, "--metric", "doubled").Done().Object;
        Assert.Equal((Value("doubled"), "每次咨询销售额 × 2", "sales-per-chat"), ((decimal)tree["value"]!, (string)tree["formula"]!, (string)tree["inputs"]![0]!["id"]!));

        var plan = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(plan, Ran.Heng("plan", "show", "s2-office-regulation", "--data", folder).Done().Out.Replace("metric: average-response", "metric: doubled", StringComparison.Ordinal));
        Assert.DoesNotContain(Ran.Json(folder, "plan", "lint", plan).Rows, e => ((string)e!["messageEn"]!).Contains("doubled", StringComparison.Ordinal));
    }

    [Fact]
    public void A_retired_metric_stays_where_it_is_named_and_is_named_nowhere_anew()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        string[] hr = ["--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")];
        var (file, plan) = (Path.Combine(folder, "own.yaml"), Path.Combine(folder, "plan.yaml"));
        File.WriteAllText(file, Good);
        File.WriteAllText(plan, Ran.Heng("plan", "show", "s2-office-regulation", "--data", folder).Done().Out.Replace("metric: average-response", "metric: doubled, by: computed", StringComparison.Ordinal));
        Ran.Json(folder, ["metric", "define", file, .. hr]).Done();
        Assert.Equal("role-may-not", Ran.Json(folder, "metric", "retire", "doubled").Refusal);
        Assert.Equal("metric-unknown", Ran.Json(folder, ["metric", "retire", "sales", .. hr]).Refusal);
        Ran.Json(folder, ["metric", "retire", "doubled", .. hr]).Done();
        Assert.Equal("metric-retired", Ran.Json(folder, ["metric", "retire", "doubled", .. hr]).Refusal);
        Assert.Equal([false, true], Ran.Json(folder, "metric", "list").Done().Rows.Select(r => (bool)r!["retired"]!));

        // It still has its numbers, and a plan that is only tried still counts by it.
        Assert.Contains(Ran.Json(folder, "metrics", "--month", DemoFixture.Month, "--metric", "doubled").Done().Rows, r => r!["metrics"]!["doubled"]!["value"] is not null);
        Assert.Equal("metric-retired", Ran.Json(folder, ["plan", "publish", plan, .. hr]).Refusal);
        var builds = Path.Combine(folder, "more.yaml");
        File.WriteAllText(builds, "- { id: tripled, name: { zh: 三倍, en: Tripled }, unit: yuan, better: none, formula: doubled * 1.5, from: 2026-10-01 }\n");
        Assert.Contains("retired", Ran.Json(folder, ["metric", "define", builds, .. hr]).Err, StringComparison.Ordinal);

        // Defined again, word for word, it is back.
        Assert.Equal([false, false], Ran.Json(folder, ["metric", "define", file, .. hr]).Done().Rows.Select(r => (bool)r!["new"]!));
        Assert.Equal([false, false], Ran.Json(folder, "metric", "list").Done().Rows.Select(r => (bool)r!["retired"]!));
        Ran.Json(folder, ["metric", "define", builds, .. hr]).Done();
    }

    [Fact]
    public void A_faulty_file_is_told_with_its_places_and_nothing_of_it_is_kept()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        var file = Path.Combine(folder, "own.yaml");
        File.WriteAllText(file, Good.Replace("sales-per-chat * 2", "sales-per-chat + 30s", StringComparison.Ordinal));
        var ran = Ran.Json(folder, "metric", "define", file, "--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr"));
        Assert.Equal((App.CommandLine.Exit.BadInput, "metric-faulty"), (ran.Code, ran.Refusal));
        Assert.Contains("own.yaml:11:12: column 1 of the formula: yuan and seconds cannot be added", ran.Err, StringComparison.Ordinal);
        Assert.Empty(Ran.Json(folder, "metric", "list").Done().Rows);
    }

    [Fact]
    public void A_formula_is_tried_with_its_numbers_or_told_where_it_is_wrong()
    {
        var agent = (string)shop.Json("metrics", "--month", DemoFixture.Month).Done().Rows.First(r => (decimal?)r!["metrics"]!["sales"]!["value"] > 0)!["agent"]!;
        Ran Try(string formula) => shop.Json("metric", "try", "--formula", formula, "--month", DemoFixture.Month, "--agent", agent);
        var tried = Try("「销售额」 / consulted").Done().Object;
        Assert.Equal("销售额 ÷ 咨询人数", (string)tried["formula"]!);
        Assert.Matches("^¥[0-9,.]+ ÷ [0-9,]+ 人次$", (string)tried["figures"]!);
        Assert.Equal(("no-data", "missing"), ((string)Try("peer-rating * 2").Done().Object["why"]!, (string)Try("peer-rating * 2").Done().Object["state"]!));
        Assert.Equal((App.CommandLine.Exit.BadInput, "metric-unknown"), (Try("sale / 2").Code, Try("sale / 2").Refusal));
        Assert.Contains("column 1: there is no metric 'sale'; did you mean sales", Try("sale / 2").Err, StringComparison.Ordinal);
    }
}
