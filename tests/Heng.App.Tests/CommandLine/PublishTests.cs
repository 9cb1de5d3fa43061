using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>A publication says which positions, and whom, it takes from another plan in force.</summary>
[Collection(WholeDemo.Name)]
public class PublishTests(DemoFixture shop)
{
    [Fact]
    public void A_plan_published_over_another_names_the_position_and_the_people_it_takes()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        string[] hr = ["--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")];
        Ran Publish(string plan) => Ran.Json(folder, ["plan", "publish", plan, .. hr]).Done();

        Assert.Empty(Publish("s4-ksf").Object["takes"]!.AsArray()); // nothing was in force
        Assert.Empty(Publish("s4-ksf").Object["takes"]!.AsArray()); // its own next version takes nobody
        var taken = Assert.Single(Publish("s2-office-regulation").Object["takes"]!.AsArray())!;
        Assert.Equal(("front-line", "s4-ksf/agent", "s2-office-regulation/front-line", "s4-ksf", "s2-office-regulation"),
            (Text("position"), Text("planFrom"), Text("planTo"), Text("payFrom"), Text("payTo")));
        var frontLine = Ran.Json(folder, "people", "list").Done().Rows.Where(p => (string)p!["position"]! == "front-line" && p["to"] is null).Select(p => (string)p!["agent"]!);
        Assert.Equal(frontLine.Order(StringComparer.Ordinal), taken["people"]!.AsArray().Select(p => (string)p!));
        // After-sales and the shop's own names stay where they were: only s4-ksf is for them.
        string Text(string name) => taken[name]!.GetValue<string>();
    }

    [Fact]
    public void People_read_it_in_both_languages()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        string[] hr = ["--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")];
        Ran.Json(folder, ["plan", "publish", "s2-office-regulation", .. hr]).Done();
        var told = Ran.Heng(["plan", "publish", "s10-cs-360", "--data", folder, .. hr]).Done().Out;
        Assert.Contains("岗位 front-line：考核由 s2-office-regulation/front-line 改为 s10-cs-360/", told, StringComparison.Ordinal);
        Assert.Contains("position front-line: scored by s10-cs-360/", told, StringComparison.Ordinal);
        Assert.Contains("涉及 ", told, StringComparison.Ordinal);
    }
}
