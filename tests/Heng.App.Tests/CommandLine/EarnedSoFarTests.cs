using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>What is earned so far is the payslip that the month is sealed with, where nothing was corrected in between.</summary>
[Collection(WholeDemo.Name)]
public class EarnedSoFarTests(DemoFixture shop)
{
    [Fact]
    public void At_month_end_it_is_the_payslip_and_nobody_sees_a_colleague_s()
    {
        var somebody = Ran.Json(shop.Folder, "pay", "--month", DemoFixture.Month).Done().Rows[0]!["agent"]!.GetValue<string>();
        var folder = shop.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null), ("own", Role.Agent, somebody));
        Ran Act(string user, params string[] arguments) => Ran.Json(folder, [.. arguments, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)]);
        Ran SoFar(string user) => Act(user, "pay", "--month", DemoFixture.Month, "--so-far");
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s4-ksf").Done();
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s2-office-regulation").Done();

        var earned = SoFar("hr").Done().Rows;
        Assert.True(earned.Count > 1);
        Assert.Equal([somebody], SoFar("own").Done().Rows.Select(r => r!["agent"]!.GetValue<string>()));
        var steps = earned.SelectMany(r => r!["steps"]!.AsArray()).ToArray();
        Assert.Contains(steps, s => s!["pay"]?.GetValue<decimal>() > 0m && s["more"] is not null);
        Assert.All(steps, s => Assert.True(s!["without"] is not null || s["pay"]?.GetValue<decimal>() > 0m || s["score"]?.GetValue<decimal>() > 0m));

        Act("hr", "close", "--month", DemoFixture.Month).Done();
        Act("boss", "close", "--month", DemoFixture.Month, "--provisional").Done();
        Assert.Equal(Act("hr", "pay", "--month", DemoFixture.Month).Done().Rows.Select(Slip), earned.Select(Slip));
        Assert.Equal("month-sealed", SoFar("hr").Refusal);
    }

    private static string Slip(System.Text.Json.Nodes.JsonNode? row) =>
        $"{row!["agent"]} {row["net"]} {string.Join(' ', row["lines"]!.AsArray().Select(l => $"{l!["line"]}={l["amount"]}"))}";
}
