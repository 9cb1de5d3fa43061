using System.Text.Json.Nodes;

namespace Heng.App.Tests.CommandLine;

/// <summary>heng report: the fields that scripts depend on, and what is refused.</summary>
[Collection(WholeDemo.Name)]
public class ReportCommandTests(DemoFixture shop)
{
    private static string[] Fields(JsonNode? node) => [.. node!.AsObject().Select(f => f.Key)];

    private JsonObject Told(params string[] options) => JsonNode.Parse(shop.Json(["report", "--month", DemoFixture.Month, .. options]).Done().Out)!.AsObject();

    [Fact]
    public void The_shops_report_has_the_documented_fields_and_each_week_adds_up()
    {
        var report = Told();
        Assert.Equal(["month", "groups", "metrics", "plans", "moves", "allocation"], Fields(report));
        Assert.Equal(["name", "nameEn", "unit", "groups", "shop"], Fields(report["metrics"]![0]));
        Assert.Equal(["title", "titleEn", "full", "scored", "unscored", "means", "scores", "grades"], Fields(report["plans"]![0]));
        Assert.Equal(["week", "from", "to", "group", "position", "basis", "test", "statistic", "freedom", "p", "verdict", "agents", "corrections"], Fields(report["allocation"]![0]));
        Assert.All(report["allocation"]!.AsArray(), week =>
            Assert.Equal(week!["agents"]!.AsArray().Sum(a => (decimal)a!["buyers"]!), Math.Round(week["agents"]!.AsArray().Sum(a => (decimal)a!["due"]!), 3)));
        var group = (string)report["groups"]![0]!;
        var one = Told("--group", group);
        Assert.Equal([group], one["groups"]!.AsArray().Select(g => (string)g!));
        Assert.DoesNotContain("shop", Fields(one["metrics"]![0]));
    }

    [Fact]
    public void A_persons_report_and_form_have_the_documented_fields()
    {
        var agent = (string)Told()["allocation"]![0]!["agents"]![0]!["agent"]!;
        var report = Told("--agent", agent);
        Assert.Equal(["month", "agent", "group", "plan", "score", "full", "grade", "rank", "ranked", "three", "twelve", "groupMean", "trend", "items", "dimensions", "strengths", "gains"], Fields(report));
        Assert.Equal(["item", "name", "nameEn", "unit", "value", "state", "target", "targetEn", "points", "full", "three", "twelve", "groupMean", "cases", "few"], Fields(report["items"]![0]));
        var form = Told("--form", agent);
        Assert.Equal(["month", "agent", "group", "plan", "version", "closed", "score", "full", "grade", "items"], Fields(form));
        Assert.Equal(["dimension", "item", "name", "nameEn", "definition", "definitionEn", "method", "methodEn", "full", "bonus", "result", "self", "peers", "leader", "others", "points", "comments", "commentsEn", "reasons"], Fields(form["items"]![0]));
        Assert.Equal((decimal?)report["score"], (decimal?)form["score"]);
    }

    [Fact]
    public void Who_is_not_there_and_two_things_at_once_are_refused_by_name()
    {
        Assert.Equal("agent-unknown", shop.Json("report", "--month", DemoFixture.Month, "--agent", "无此人").Refusal);
        Assert.Equal("agent-unknown", shop.Json("report", "--month", DemoFixture.Month, "--form", "").Refusal);
        Assert.Equal("group-unknown", shop.Json("report", "--month", DemoFixture.Month, "--group", "没有这个组").Refusal);
        Assert.Equal("report-unclear", shop.Json("report", "--month", DemoFixture.Month, "--agent", "a", "--form", "a").Refusal);
    }
}
