using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>Summary = Σ series = Σ drill-down, over the whole demo.</summary>
[Collection(WholeDemo.Name)]
public class SumTests(DemoFixture shop)
{
    private static readonly int[] Nobody = [AgentDay.Unbound, AgentDay.Shop, AgentDay.Silent, AgentDay.Flagged, AgentDay.Late];

    [Fact]
    public void Agents_and_what_is_nobodys_add_up_to_the_shop()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var agents = Rows("agent");
        var all = Rows("all")[0]!;
        var seen = 0;
        foreach (var metric in Additive(facts))
        {
            if (Value(all, metric.Id) is not { } whole) continue;
            var people = agents.Sum(row => Value(row!, metric.Id) ?? 0);
            var rest = Nobody.Sum(nobody => facts.Read(metric, facts.TotalsOf(nobody)).Value ?? 0);
            Assert.True(people + rest == whole, $"{metric.Id}: agents {people} + nobody's {rest} is not the shop's {whole}");
            seen++;
        }
        Assert.True(seen > 60, $"{seen} metrics compared");
    }

    [Theory]
    [InlineData("day")]
    [InlineData("shop")]
    public void Days_and_shops_add_up_to_the_month(string by)
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var (rows, all) = (Rows(by), Rows("all")[0]!);
        foreach (var metric in Additive(facts))
            if (Value(all, metric.Id) is { } whole) Assert.True(rows.Sum(r => Value(r!, metric.Id) ?? 0) == whole, $"{metric.Id} by {by}");
    }

    [Fact]
    public void Groups_add_up_to_the_people_in_them()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var (groups, agents) = (Rows("group"), Rows("agent"));
        foreach (var metric in Additive(facts))
            Assert.True(groups.Sum(r => Value(r!, metric.Id) ?? 0) == agents.Sum(r => Value(r!, metric.Id) ?? 0), metric.Id);
    }

    [Fact]
    public void Hours_add_up_to_the_receptions()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var rows = Rows("hour");
        Assert.Equal(24, rows.Count);
        var hours = Enumerable.Range(0, 24).Sum(h => Value(rows[h]!, $"hourly-{h}") ?? 0);
        Assert.Equal(facts.Shop.Measures[Primitive.ReceptionsAll], hours);
        Assert.True(hours > 0);
    }

    [Fact]
    public void Under_each_rule_every_order_is_in_one_bucket_and_the_credits_add_up_to_the_sales()
    {
        var orders = shop.Json("orders", "--month", DemoFixture.Month).Done().Rows;
        Assert.Equal(orders.Count, orders.Select(o => o!["order"]!.GetValue<string>()).Distinct().Count());
        foreach (var rule in new[] { "order-placed", "payment", "order-first" })
        {
            var inMonth = orders.Where(o => o!["paidAt"] is { } paid && paid.GetValue<string>().StartsWith(DemoFixture.Month, StringComparison.Ordinal)).ToList();
            Assert.All(orders, o => Assert.Equal(o!["bucket"]![rule]!.GetValue<string>() == "agent", o["credit"]![rule] is not null));
            var agents = Rows("agent").Sum(r => Value(r!, $"orders@{rule}") ?? 0);
            Assert.Equal(inMonth.Count(o => o!["credit"]![rule] is { } name && name.GetValue<string>() != "unbound"), agents);
        }
    }

    private static IEnumerable<Metric> Additive(PeriodFacts facts) =>
        facts.Metrics.All.Where(m => m.Formula is Total t && t.Terms.Items.All(i => i.Primitive is not (Primitive.ConsultedPeople or Primitive.ReceivedPeople)));

    private JsonArray Rows(string by) => shop.Json("metrics", "--from", DemoFixture.From, "--to", DemoFixture.To, "--by", by, "--metric", "all").Done().Rows;
    private static decimal? Value(JsonNode row, string metric) => (decimal?)row["metrics"]![metric]!["value"];
}
