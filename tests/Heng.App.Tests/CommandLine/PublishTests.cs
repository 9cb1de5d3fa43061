using Heng.App.Features.People;
using Heng.Store;

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
        // What is in force already, by its id or as the template that it was taken from, is not published again.
        foreach (var same in new[] { "s4-ksf", "template:s4-ksf" }) Assert.Equal("already-in-force", Ran.Json(folder, ["plan", "publish", same, .. hr]).Refusal);
        var taken = Assert.Single(Publish("s2-office-regulation").Object["takes"]!.AsArray())!;
        Assert.Equal(("front-line", "s4-ksf/agent", "s2-office-regulation/front-line", "s4-ksf", "s2-office-regulation"),
            (Text("position"), Text("planFrom"), Text("planTo"), Text("payFrom"), Text("payTo")));
        var frontLine = Ran.Json(folder, "people", "list").Done().Rows.Where(p => (string)p!["position"]! == "front-line" && p["to"] is null).Select(p => (string)p!["agent"]!);
        Assert.Equal(frontLine.Order(StringComparer.Ordinal), taken["people"]!.AsArray().Select(p => (string)p!));
        // Its text again takes them back, and so is a version of its own.
        var back = Publish("s4-ksf").Object;
        Assert.Equal((2, "s4-ksf/agent"), ((int)back["version"]!, (string)Assert.Single(back["takes"]!.AsArray())!["planTo"]!));
        // After-sales and the shop's own names stay where they were: only s4-ksf is for them.
        string Text(string name) => taken[name]!.GetValue<string>();
    }

    [Fact]
    public void An_id_is_the_newest_published_version_and_a_draft_of_another_text_outlives_a_publication()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        string[] hr = ["--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")];
        var template = Ran.Heng("plan", "show", "s4-ksf", "--data", folder).Done().Out;
        var file = Path.Combine(folder, "own.yaml");
        File.WriteAllText(file, template.Replace("standard: 3200", "standard: 1600", StringComparison.Ordinal));
        using (var database = Database.Open(DatabaseTarget.InFolder(folder)))
        {
            var draft = new PlanDraft("s4-ksf", "scheme: s4-ksf", new(1), "黄婉清");
            Assert.True(database.PlanDrafts.Keep(draft, null));
            var published = Ran.Json(folder, ["plan", "publish", file, .. hr]).Done();
            Assert.Equal("黄婉清", (string)published.Object["draftBy"]!);
            Assert.Contains("黄婉清", published.Err, StringComparison.Ordinal);
            Assert.Equal(draft, database.PlanDrafts.Find("s4-ksf"));
        }
        Assert.Equal(File.ReadAllText(file).TrimEnd(), Ran.Heng("plan", "show", "s4-ksf", "--data", folder).Done().Out.TrimEnd());
        Assert.Equal(template, Ran.Heng("plan", "show", "template:s4-ksf", "--data", folder).Done().Out);
        decimal Paid(string plan) => (decimal)Ran.Json(folder, "simulate", "--plan", plan, "--months", DemoFixture.Month).Done().Object["cost"]!["after"]!;
        Assert.Equal(Paid(file), Paid("s4-ksf"));
        Assert.NotEqual(Paid("template:s4-ksf"), Paid("s4-ksf"));
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

    [Fact]
    public void Where_two_may_publish_one_proposes_and_the_other_gives_the_same_command()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null));
        string[] As(string who) => ["--as", who, "--key-file", DemoFixture.KeyFile(folder, who, who)];
        Ran Publish(string plan, string who) => Ran.Json(folder, ["plan", "publish", plan, .. As(who)]);

        var proposed = Publish("s4-ksf", "hr").Done().Object;
        Assert.Equal(("proposed", "hr", null), ((string)proposed["state"]!, (string)proposed["by"]!, proposed["version"]));
        Assert.DoesNotContain(Ran.Json(folder, "plan", "list").Done().Rows, p => (string)p!["state"]! == "published");
        Assert.Equal("same-person", Publish("s4-ksf", "hr").Refusal);
        // Another text is another proposal, and what was proposed before no longer waits.
        var file = Path.Combine(folder, "own.yaml");
        File.WriteAllText(file, Ran.Heng("plan", "show", "s4-ksf", "--data", folder).Done().Out.Replace("standard: 3200", "standard: 1600", StringComparison.Ordinal));
        Assert.Equal("proposed", (string)Publish(file, "boss").Done().Object["state"]!);
        Assert.Equal("proposed", (string)Publish("s4-ksf", "hr").Done().Object["state"]!);
        Assert.Equal((1, "boss"), Publish("s4-ksf", "boss").Done().Object is var done ? ((int)done["version"]!, (string)done["by"]!) : default);
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        Assert.Equal(["plan-proposal-proposed hr", "plan-proposal-confirmed boss"], database.Decisions.About("plan-proposal/3").Select(d => $"{d.What} {d.Who}"));
        Assert.Null(database.Decisions.FirstBroken());
    }
}
