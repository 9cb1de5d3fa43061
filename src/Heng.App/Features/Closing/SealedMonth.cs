using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Metrics;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Features.Pools;
using Heng.App.Features.Scores;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>
/// A month's results as one canonical text: what a preparer saw, what a closer closed, and what a closed month answers for ever.
/// It stands for the company, not for a shop, since people are paid over all shops.
/// </summary>
public sealed class SealedMonth
{
    public const int Company = 0;
    private readonly JsonObject json;

    private SealedMonth(ClosedMonth closed) => (Closed, json) = (closed, JsonNode.Parse(closed.Sealed)!.AsObject());

    public ClosedMonth Closed { get; }

    public static SealedMonth Of(ClosedMonth closed) => new(closed);

    public static SealedMonth? Find(Database database, Month month) => database.ClosedMonths.Find(Company, month) is { } closed ? new(closed) : null;

    /// <summary>The payslips of a month that were sealed before it, by whom they pay.</summary>
    public static IReadOnlyDictionary<string, SealedMonth> Alone(Database database, Month month) =>
        database.ClosedSlips.Of(Company, month).ToDictionary(s => s.Agent, s => new SealedMonth(s.Closed), StringComparer.Ordinal);

    /// <summary>Score, pay or metrics of the people the reader may see.</summary>
    public JsonArray Part(string part, Func<string, bool> seen) =>
        [.. (json[part]?.AsArray() ?? []).Where(row => seen(row!["agent"]!.GetValue<string>())).Select(row => row!.DeepClone())];

    /// <summary>A metric of somebody as it was closed, to six places.</summary>
    public decimal? MetricOf(string agent, string metric) => Of("metrics", agent)?["metrics"]?[metric]?["value"]?.GetValue<decimal>();

    /// <summary>All rows of a part that is not of people: groups, or the shop.</summary>
    public JsonArray Rows(string part) => json[part]?.DeepClone().AsArray() ?? [];

    /// <summary>Sealed rows with the metrics asked for, in that order; one that the catalogue did not have at the closing has no value.</summary>
    public static JsonArray Picked(JsonArray rows, IReadOnlyList<string> ids, string key) => [.. rows.Select(row => new JsonObject
    {
        [key] = row![key]!.DeepClone(),
        ["metrics"] = new JsonObject(ids.Select(id => KeyValuePair.Create(id, row["metrics"]![id]?.DeepClone() ?? Unknown()))),
        // Months that were sealed before rows told their rules have none.
        ["rules"] = row["rules"]?.DeepClone() ?? new JsonArray(),
    })];

    private static JsonNode? Unknown() => new JsonObject { ["value"] = null, ["state"] = "missing" };

    public int RuleSet => json["ruleSet"]!.GetValue<int>();

    /// <summary>The plans it was closed under.</summary>
    public IReadOnlyList<(string Id, int Version)> Plans => [.. json["plans"]!.AsArray().Select(p => (p!["id"]!.GetValue<string>(), p["version"]!.GetValue<int>()))];

    public JsonObject? Of(string part, string agent) => Part(part, a => a == agent).FirstOrDefault()?.AsObject();

    /// <summary>The text to seal. The same records, rules and plans give the same text, and so the same hash.</summary>
    /// <param name="alone">The payslips that were sealed alone; null takes those of the book.</param>
    public static string TextOf(MonthBook book, IReadOnlyDictionary<string, SealedMonth>? alone = null)
    {
        var everyone = new Viewer(Operator.Name, Role.Operator, null, null);
        var sealedJson = Begun(book);
        sealedJson["score"] = new JsonArray([.. book.ByRank.Select(p => ScoreJson.Of(p.Card!))]);
        sealedJson["pay"] = new JsonArray([.. PayRows(book, alone ?? book.Alone)]);
        sealedJson["metrics"] = MetricsReport.Rows(book.Facts, MetricsBy.Agent, book.Facts.Metrics.All, everyone);
        sealedJson["groups"] = MetricsReport.Rows(book.Facts, MetricsBy.Group, book.Facts.Metrics.All, everyone);
        sealedJson["shop"] = MetricsReport.Rows(book.Facts, MetricsBy.All, book.Facts.Metrics.All, everyone);
        // Only a month that ends a longer cycle has this part, so that other months' seals are as they were.
        if (book.Cycles.Count > 0) sealedJson["cycles"] = new JsonArray([.. book.Cycles.Select(c => ScoreJson.Of(c.Card))]);
        // The same of one that divided a pool.
        if (book.Pools.Any(p => p.Division.Amount is not null)) sealedJson[PoolJson.Part] = new JsonArray([.. book.Pools.Select(PoolJson.Of)]);
        if (book.Late.Pools is { Count: > 0 } corrected) sealedJson[LatePools.Part] = new JsonArray([.. corrected.Select(LatePools.Of)]);
        return Written(sealedJson);
    }

    /// <summary>The text to seal of one person who is paid before the month ends; null where nothing pays them. It reads like a month's of that person alone.</summary>
    public static string? SlipTextOf(MonthBook book, string agent)
    {
        if (book.PaidAlone(agent) is not { } person) return null;
        var sealedJson = Begun(book);
        sealedJson["pay"] = new JsonArray(PayJson.Of(person, person.Pay!));
        return Written(sealedJson);
    }

    /// <summary>Everybody's payslip as it would be sealed now: what was sealed alone is taken as it is, whatever the records say since.</summary>
    public static IEnumerable<JsonObject> PayRows(MonthBook book, IReadOnlyDictionary<string, SealedMonth> alone) =>
        book.People.Where(p => p.Pay is not null && !alone.ContainsKey(p.Person.Name)).Select(p => (p.Person.Name, Row: PayJson.Of(p, p.Pay!)))
            .Concat(alone.Select(a => (Name: a.Key, Row: a.Value.Of("pay", a.Key)!.DeepClone().AsObject()))).OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Row);

    private static JsonObject Begun(MonthBook book) => new()
    {
        ["month"] = book.Month.ToString(),
        ["ruleSet"] = book.Facts.Rules.Version,
        ["plans"] = new JsonArray([.. book.Files.OrderBy(f => f.Scheme, StringComparer.Ordinal).ThenBy(f => f.Version).Select(f => new JsonObject { ["id"] = f.Scheme, ["version"] = f.Version })]),
    };

    private static string Written(JsonObject sealedJson) => sealedJson.ToJsonString(new JsonSerializerOptions { Encoder = Output.Json.Encoder });
}
