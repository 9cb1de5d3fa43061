using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>The demo's October, closed, and what comes after it: a refund that counts with its sale, a correction and a review; and a refund that counts in its own month.</summary>
[Collection(WholeDemo.Name)]
public sealed class DemoLateFactsTests(DemoFixture demo)
{
    private const string Plan = """
        scheme: s95-demo
        version: 1
        title: { zh: 迟到, en: Late }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            dimensions: [{ id: all, name: { zh: 全部, en: All }, items: [{ id: sales, name: { zh: 销售, en: Sales }, weight: 100, source: { metric: sales }, method: { proportional: { target: 100 } } }] }]
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base }, amount: person }
            - commission: { id: SALES, label: { zh: 提成, en: Commission }, source: { metric: METRIC }, way: marginal, slabs: [{ when: "x < 1", rate: 10% }, { when: "x ≥ 1", rate: 10% }] }
            - commission: { id: reviews, label: { zh: 好评奖, en: Good reviews }, source: { metric: good-reviews }, way: marginal, slabs: [{ when: "x < 1", rate: 2 }, { when: "x ≥ 1", rate: 2 }] }
        """;

    [Fact]
    public void A_refund_of_the_sale_month_a_correction_and_a_review_are_three_lines_and_the_seal_stays()
    {
        var (folder, order, agent, amount) = Closed("sale", "sales-net-by-sale-month");
        var sealedAs = Seal(folder);
        Import(folder, "refunds_202611030900.csv", Refund(order, amount));
        Import(folder, "reviews_202611030900.csv", $"shop,order,item,level,at\n{DemoFixture.ShopName},{order},衬衫,good,2026-10-31 09:00:00\n", "--kind", "reviews");
        Import(folder, "attendance_202611030900.csv", $"month,agent,due_days,paid_days\n2026-10,{agent},26,20\n", "--kind", "attendance");

        var lines = Late(folder, agent);
        Assert.Equal(["difference.2026-10.base", "difference.2026-10.reviews", "difference.2026-10.sale"], lines.Keys.Where(k => k.StartsWith("difference.2", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        // The whole sale comes back, 10 % of it; one good review is 2 yuan.
        Assert.Equal((Math.Round(-amount * 0.1m, 2, MidpointRounding.AwayFromZero), 2m, true), (lines["difference.2026-10.sale"], lines["difference.2026-10.reviews"], lines["difference.2026-10.base"] < 0m));
        Assert.Equal(sealedAs, Seal(folder));
        var verified = Ran.Json(folder, "verify").Done().Rows.Single()!;
        Assert.Equal((true, 31, 0), (verified["verified"]!.GetValue<bool>(), verified["messages"]!["days"]!.GetValue<int>(), verified["messages"]!["moved"]!.AsArray().Count));
    }

    [Fact]
    public void A_refund_of_its_own_month_is_one_row_there_and_no_difference()
    {
        var (folder, order, agent, amount) = Closed("month", "sales-net");
        var sealedAs = Seal(folder);
        Import(folder, "refunds_202611030900.csv", Refund(order, amount));
        // Of days that no chats and orders cover nobody knows what was sold, nor what was paid back.
        Import(folder, "chats.csv", string.Concat("shop,buyer,account,at,from,kind,to,text,id\n", Said("2026-11-01", "late-1"), Said("2026-11-03", "late-2")), "--kind", "messages-csv");
        Import(folder, "orders_202611030900.csv", "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,退款金额\n9900000000001,买家甲,9.00,2026-11-01 09:00:00,,\n9900000000002,买家乙,9.00,2026-11-03 08:00:00,,\n");
        var lines = Late(folder, agent);
        Assert.DoesNotContain(lines.Keys, k => k.StartsWith("difference.", StringComparison.Ordinal));
        Assert.Equal(Math.Round(-amount * 0.1m, 2, MidpointRounding.AwayFromZero), lines["month"]);
        Assert.Equal(sealedAs, Seal(folder));
        Assert.Single(Ran.Json(folder, "orders", "--order", order).Done().Rows.Single()!["refunds"]!.AsArray(), r => r!["day"]!.GetValue<string>() == "2026-11-02");
    }

    /// <summary>October closed under a commission on the metric, and an order of it that nothing was paid back of, with whom every rule credits.</summary>
    private (string Folder, string Order, string Agent, decimal Amount) Closed(string id, string metric)
    {
        var folder = demo.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null));
        using (var database = Database.Open(DatabaseTarget.InFolder(folder)))
            database.Plans.Publish("s95-demo", Plan.Replace("SALES", id, StringComparison.Ordinal).Replace("METRIC", metric, StringComparison.Ordinal), new(1), "boss");
        foreach (var user in new[] { "hr", "boss" })
            Ran.Json(folder, "close", "--month", DemoFixture.Month, "--provisional", "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)).Done();
        HashSet<string> paid = [.. Ran.Json(folder, "pay", "--month", DemoFixture.Month).Done().Rows.Select(s => s!["agent"]!.GetValue<string>())];
        var order = Ran.Json(folder, "orders", "--month", DemoFixture.Month).Done().Rows.First(o => o!["paid"]!.GetValue<bool>() && o["refunds"]!.AsArray().Count == 0 && (o["refund"]?.GetValue<decimal>() ?? 0m) == 0m
            && string.CompareOrdinal(o["paidAt"]!.GetValue<string>(), "2026-10-20") < 0 && o["credit"]!.AsObject().Select(c => c.Value?.GetValue<string>()).Distinct().ToArray() is [{ } winner] && paid.Contains(winner))!;
        return (folder, order["order"]!.GetValue<string>(), order["credit"]!["payment"]!.GetValue<string>(), order["received"]?.GetValue<decimal>() ?? order["amount"]!.GetValue<decimal>());
    }

    private static string Refund(string order, decimal amount) =>
        string.Create(CultureInfo.InvariantCulture, $"订单编号,退款编号,退款完结时间,买家退款金额,退款状态\n{order},r-late,2026-11-02 10:00:00,{amount:0.00},退款成功\n");

    private static string Said(string day, string id) => $"{DemoFixture.ShopName},买家甲,{DemoFixture.ShopName}:新人,{day} 10:00:00,buyer,,,在吗,{id}\n";

    private static void Import(string folder, string name, string text, params string[] options)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        Ran.Json(folder, ["import", path, .. options.Length == 0 ? ["--shop", DemoFixture.ShopName] : options]).Done();
    }

    private static Dictionary<string, decimal> Late(string folder, string agent) => Ran.Json(folder, "pay", "--month", "2026-11", "--agent", agent).Done().Rows.Single()!["lines"]!.AsArray()
        .ToDictionary(l => l!["line"]!.GetValue<string>(), l => l!["amount"]!.GetValue<decimal>(), StringComparer.Ordinal);

    private static string Seal(string folder)
    {
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        return database.ClosedMonths.Find(0, new Month(2026, 10))!.Hash;
    }
}
