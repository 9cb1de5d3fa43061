using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Intake.Tests;

namespace Heng.App.Tests.CommandLine;

/// <summary>Public data that nobody here made up, imported and asked by commands; results that independent scripts worked out from it.</summary>
public sealed class RealDataTests : IDisposable
{
    private const string ChatMap = """
        columns:
          shop: shop
          account: shop
          buyer: {column: customer_id, default: unknown}
          at: sent_at_utc
          from: direction
          text: text
          id: message_id
        values: {from: {in: buyer, out: agent}}
        time: {format: "yyyy-MM-dd HH:mm:ss", zone: "+00:00"}
        sequence: none
        drop:
          - {column: shop, contains: "|"}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("heng-real-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SharedDataFact]
    public void Replies_of_every_company_come_out_as_independent_scripts_found_them()
    {
        var map = Path.Combine(folder, "map.yaml");
        File.WriteAllText(map, ChatMap);
        var report = Ran.Json(folder, "import", SharedData.At("chat-en-timed", "chatlog_visible.csv"), "--map", map).Rows[0]!;
        Assert.Equal((long)report["read"]!, (long)report["accepted"]! + (long)report["rejected"]! + (long)report["duplicate"]! + (long)report["dropped"]!);
        var expected = Expected("chat-by-local-day.json")["sent_at_cst"]!;
        Check(expected["total"]!, Metrics("all")[0]!, "all");
        var shops = Metrics("shop").ToDictionary(r => r!["shop"]!.GetValue<string>(), r => r!, StringComparer.Ordinal);
        Assert.Equal(expected["per_shop"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal), shops.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, numbers) in expected["per_shop"]!.AsObject()) Check(numbers!, shops[name], name);
    }

    private JsonArray Metrics(string by) => Ran.Json(folder, "metrics", "--from", "2007-01-01", "--to", "2018-12-31", "--by", by,
        "--metric", "consulted,unreplied,reply-rate,first-response,median-first-response").Done().Rows;

    private static void Check(JsonNode expected, JsonNode row, string name)
    {
        decimal? Of(string metric) => (decimal?)row["metrics"]![metric]!["value"];
        var found = (Of("consulted") ?? 0, (Of("consulted") ?? 0) - (Of("unreplied") ?? 0), Of("reply-rate"), Round(Of("first-response")), Of("median-first-response"));
        var wanted = ((decimal)expected["asked"]!, (decimal)expected["replied"]!, (decimal?)expected["reply_rate"], (decimal?)expected["frt_mean_s"], (decimal?)expected["frt_median_s"]);
        Assert.True(found == wanted, $"{name}: {found} instead of {wanted}");
    }

    [SharedDataTheory]
    [InlineData("orders.csv")]
    [InlineData("orders.gbk.csv")]
    public void Orders_of_every_day_come_out_as_independent_scripts_found_them(string file)
    {
        Ran.Json(folder, "import", SharedData.At("orders-tmall", file), "--shop", "tmall").Done();
        var expected = Expected("orders-tmall.json");
        var days = expected["per_created_day"]!.AsObject();
        var months = days.Select(d => d.Key[..7]).Distinct(StringComparer.Ordinal);
        // An order paid in the month after is listed in both.
        var orders = months.SelectMany(m => Ran.Json(folder, "orders", "--month", m).Done().Rows).DistinctBy(o => o!["order"]!.GetValue<string>()).Select(o => o!).ToList();
        Check(expected["total"]!, orders, "all");
        var byDay = orders.ToLookup(o => o["createdAt"]!.GetValue<string>()[..10], StringComparer.Ordinal);
        Assert.Equal(days.Count, byDay.Count);
        foreach (var (day, numbers) in days) Check(numbers!, [.. byDay[day]], day);
    }

    private static void Check(JsonNode expected, List<JsonNode> orders, string name)
    {
        var paid = orders.Where(o => (bool)o["paid"]!).ToList();
        decimal Fen(string field) => 100 * paid.Sum(o => (decimal?)o[field] ?? 0);
        var found = (orders.Count, paid.Count, Fen("amount"), Fen("received"), Fen("refund"));
        var wanted = ((int)expected["orders"]!, (int)expected["paid"]!, (decimal)expected["paid_gross_fen"]!, (decimal)expected["net_received_fen"]!, (decimal)expected["refund_fen"]!);
        Assert.True(found == wanted, $"{name}: {found} instead of {wanted}");
    }

    private static JsonNode Expected(string file) => JsonNode.Parse(File.ReadAllText(SharedData.At("expected", file)))!;
    private static decimal? Round(decimal? value) => value is { } v ? Math.Round(v, 3, MidpointRounding.AwayFromZero) : null;
}
