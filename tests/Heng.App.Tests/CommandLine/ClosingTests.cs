using Heng.App.CommandLine;
using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>Two people close a month, and from then on it answers the same bytes.</summary>
[Collection(WholeDemo.Name)]
public class ClosingTests(DemoFixture shop)
{
    [Fact]
    public void One_prepares_another_closes_and_the_month_no_longer_moves()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null));
        Ran Act(string user, params string[] arguments) => Ran.Json(folder, [.. arguments, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)]);
        Ran Close(string user, params string[] more) => Act(user, ["close", "--month", DemoFixture.Month, .. more]);

        Assert.Equal("nothing-measured", Close("hr").Refusal);
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s4-ksf").Done();
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s2-office-regulation").Done();

        Assert.Equal("prepared", Close("hr").Done().Object["stage"]!.GetValue<string>());
        Assert.Equal("same-person", Close("hr").Refusal);
        Assert.Equal("not-matured", Close("boss").Refusal);
        var live = Answers(folder);
        var closed = Close("boss", "--provisional").Done().Object;
        Assert.Equal(("closed", "boss"), (closed["stage"]!.GetValue<string>(), closed["by"]!.GetValue<string>()));
        Assert.Equal("already-closed", Close("boss", "--provisional").Refusal);
        // What was seen before the closing is what the closed month says, byte for byte.
        Assert.Equal(live, Answers(folder));

        var before = Live(folder);
        ImportMore(folder);
        Assert.Equal(live, Answers(folder));
        Assert.NotEqual(before, Live(folder));
        Assert.NotEqual(live[0], Ran.Json(folder, "metrics", "--month", DemoFixture.Month, "--metric", "all", "--shop", DemoFixture.ShopName).Done().Out);
    }

    [Fact]
    public void A_run_goes_step_by_step_from_the_cards_to_the_closing_and_is_sealed_once_it_is_approved()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null), ("second", Role.Hr, null), ("boss", Role.Manager, null), ("leader", Role.Leader, null));
        Ran Act(string user, params string[] arguments) => Ran.Json(folder, [.. arguments, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)]);
        Ran Step(string user, string step, params string[] more) => Act(user, ["run", step, "--month", DemoFixture.Month, .. more]);
        string Stage(Ran ran) => ran.Done().Object["stage"]!.GetValue<string>();
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s4-ksf").Done();

        Assert.Equal("role-may-not", Step("leader", "publish").Refusal);
        Assert.Equal("published", Stage(Step("hr", "publish")));
        Assert.Equal("already-published", Step("boss", "publish").Refusal);
        Assert.Equal("not-prepared", Step("boss", "approve").Refusal);
        Assert.Equal("prepared", Stage(Step("hr", "draft")));
        Assert.Equal("same-person", Step("hr", "check").Refusal);
        Assert.Equal("checked", Stage(Step("second", "check")));
        Assert.Equal("role-may-not", Step("second", "approve").Refusal);
        Assert.Equal("not-approved", Step("hr", "paid", "--on", "2026-11-05").Refusal);
        Assert.Equal("approved", Stage(Step("boss", "approve", "--provisional")));
        Assert.Equal("already-approved", Step("hr", "draft").Refusal);
        Assert.Equal("day-unreadable", Step("hr", "paid", "--on", "5.11.").Refusal);
        Assert.Equal("paid", Stage(Step("hr", "paid", "--on", "2026-11-05", "--reference", "CMB-2026-1105")));
        Assert.Equal("closed", Act("boss", "close", "--month", DemoFixture.Month).Done().Object["stage"]!.GetValue<string>());

        Assert.Equal("budget-unreadable", Step("boss", "budget", "--yuan", "-1").Refusal);
        Step("boss", "budget", "--yuan", "1000").Done();
        var shown = Ran.Json(folder, "run", "show", "--month", DemoFixture.Month).Done().Object;
        Assert.Equal(["cards-published", "prepared", "checked", "approved", "paid", "closed"], shown["steps"]!.AsArray().Select(s => s!["step"]!.GetValue<string>()));
        Assert.Equal("2026-11-05 CMB-2026-1105", shown["steps"]![4]!["why"]!.GetValue<string>());
        var (net, over) = (shown["net"]!["now"]!.GetValue<decimal>(), shown["budget"]!["over"]!.GetValue<decimal>());
        Assert.Equal(net - 1000m, over);
        Assert.Equal(Ran.Json(folder, "pay", "--month", DemoFixture.Month).Done().Rows.Sum(r => r!["net"]!.GetValue<decimal>()), net);
        Assert.Equal(net, shown["components"]!.AsArray().Sum(c => c!["now"]!.GetValue<decimal>()));
        Assert.Equal("role-may-not", Act("leader", "run", "show", "--month", DemoFixture.Month).Refusal);
    }

    [Fact]
    public void A_closed_month_is_explained_under_the_plans_it_was_closed_with()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null));
        Ran Act(string user, params string[] arguments) => Ran.Json(folder, [.. arguments, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)]);
        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s2-office-regulation").Done();
        Act("hr", "close", "--month", DemoFixture.Month).Done();
        Act("boss", "close", "--month", DemoFixture.Month, "--provisional").Done();
        var slip = Ran.Json(folder, "pay", "--month", DemoFixture.Month).Done().Rows[0]!;
        var line = slip["lines"]!.AsArray().First(l => l!["line"]!.GetValue<string>() == "performance")!;

        foreach (var who in new[] { "hr", "boss" }) Act(who, "plan", "publish", "s4-ksf").Done();
        var explained = Ran.Json(folder, "explain", "--month", DemoFixture.Month, "--agent", slip["agent"]!.GetValue<string>(), "--line", "performance").Done().Object;
        Assert.Equal(line["amount"]!.GetValue<decimal>(), explained["value"]!.GetValue<decimal>());
        Assert.Contains("已结账", explained["note"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_inspectors_see_no_orders_on_the_command_line_either()
    {
        var folder = shop.OpenMonth(("qa", Role.Qa, null), ("hr", Role.Hr, null));
        Ran As(string user) => Ran.Json(folder, "orders", "--month", DemoFixture.Month, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user));
        Assert.Equal("role-may-not", As("qa").Refusal);
        Assert.NotEmpty(As("hr").Done().Rows);
    }

    [Fact]
    public void A_month_that_no_record_covers_is_not_prepared()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        Ran Act(params string[] arguments) => Ran.Json(folder, [.. arguments, "--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")]);
        Act("plan", "publish", "s4-ksf").Done();
        Assert.Equal("nothing-measured", Act("close", "--month", "2026-01").Refusal);
    }

    [Fact]
    public void Who_prepared_does_not_close_even_where_their_role_may()
    {
        var folder = shop.OpenMonth(("boss", Role.Manager, null));
        string[] boss = ["--as", "boss", "--key-file", DemoFixture.KeyFile(folder, "boss", "boss")];
        Ran.Json(folder, ["plan", "publish", "s4-ksf", .. boss]).Done();
        string[] close = ["close", "--month", DemoFixture.Month, "--provisional", .. boss];
        Assert.Equal("prepared", Ran.Json(folder, close).Done().Object["stage"]!.GetValue<string>());
        Assert.Equal("same-person", Ran.Json(folder, close).Refusal);
        ImportMore(folder);
        // The results have moved, so this is a new preparation and not a closing.
        Assert.Equal("prepared", Ran.Json(folder, close).Done().Object["stage"]!.GetValue<string>());
    }

    [Fact]
    public void A_closed_month_gives_the_metrics_asked_for_in_the_order_asked()
    {
        var asked = shop.Json("metrics", "--month", DemoFixture.Month, "--metric", "sales,consulted").Done();
        Assert.Equal(["sales", "consulted"], asked.Rows[0]!["metrics"]!.AsObject().Select(m => m.Key));
        Assert.Equal(shop.Json("metrics", "--from", DemoFixture.From, "--to", DemoFixture.To, "--metric", "sales,consulted").Done().Out, asked.Out);
        Assert.Equal(Exit.WrongUsage, shop.Json("metrics", "--month", DemoFixture.Month, "--metric", "no-such").Code);
    }

    private static string[] Answers(string folder) =>
    [
        Ran.Json(folder, "metrics", "--month", DemoFixture.Month, "--metric", "all").Done().Out,
        Ran.Json(folder, "score", "--month", DemoFixture.Month).Done().Out,
        Ran.Json(folder, "pay", "--month", DemoFixture.Month).Done().Out,
    ];

    private static string Live(string folder) => Ran.Json(folder, "metrics", "--from", DemoFixture.From, "--to", DemoFixture.To, "--metric", "consulted,sales").Done().Out;

    // An order that the last chat of the month won, and one more chat with everybody's accounts.
    private static void ImportMore(string folder)
    {
        var accounts = Ran.Json(folder, "people", "list").Done().Rows.SelectMany(p => p!["accounts"]!.GetValue<string>().Split(';')).Where(a => a.Length > 0).Distinct().ToList();
        var messages = Path.Combine(folder, "more-messages.csv");
        File.WriteAllLines(messages, ["shop,buyer,account,at,from,text", .. accounts.SelectMany((a, i) => new[]
        {
            $"{DemoFixture.ShopName},late{i},{a},2026-10-20 10:00:00,buyer,在吗", $"{DemoFixture.ShopName},late{i},{a},2026-10-20 10:00:30,agent,在的亲",
        })]);
        var orders = Path.Combine(folder, "more-orders.csv");
        File.WriteAllLines(orders, ["订单编号,买家会员名,总金额,订单创建时间,订单付款时间", .. accounts.Select((_, i) => $"77000{i},late{i},99.00,2026-10-20 10:05:00,2026-10-20 10:06:00")]);
        Assert.All(Ran.Json(folder, "import", messages, orders, "--shop", DemoFixture.ShopName).Done().Rows, report => Assert.Equal(0, (long)report!["rejected"]!));
    }
}
