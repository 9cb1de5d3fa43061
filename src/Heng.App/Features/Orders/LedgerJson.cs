using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.App.Features.Orders;

/// <summary>Ledger rows as JSON: who got each order under each rule, and why.</summary>
public static class LedgerJson
{
    private static readonly Judgement[] Rules = Enum.GetValues<Judgement>();

    public static JsonObject Of(string shop, LedgerRow row, ShopClock clock, Func<int, string?> nameOf) => new()
    {
        ["order"] = row.Order.Id,
        ["shop"] = shop,
        ["amount"] = Json.Number(row.Order.Amount),
        ["received"] = Json.Number(row.Order.Received),
        ["refund"] = Json.Number(row.Order.Refund),
        ["paid"] = row.Order.PaidAt is not null,
        ["createdAt"] = Local(row.Order.Created, clock),
        ["paidAt"] = row.Order.PaidAt is { } paid ? Local(paid, clock) : null,
        ["landedOrder"] = NameOrUnbound(row.Created.Agent, nameOf),
        ["landedPayment"] = NameOrUnbound(row.Paid.Agent, nameOf),
        ["credit"] = new JsonObject(Rules.Select(r => KeyValuePair.Create(Json.Kebab(r), (JsonNode?)NameOrUnbound(row.Under(r).Agent, nameOf)))),
        ["bucket"] = new JsonObject(Rules.Select(r => KeyValuePair.Create(Json.Kebab(r), (JsonNode?)Json.Kebab(row.Under(r).Bucket)))),
        ["events"] = new JsonObject { ["created"] = Event(row.Created, nameOf), ["paid"] = Event(row.Paid, nameOf) },
        ["assisted"] = new JsonObject
        {
            ["order"] = Names(row.AssistedOrder, nameOf), ["payment"] = Names(row.AssistedPayment, nameOf), ["follow"] = Names(row.AssistedFollow, nameOf),
        },
        ["urged"] = Names(row.Urged, nameOf),
    };

    public static Sheet Sheet(JsonArray rows) => new(
        ["order", "createdAt", "paidAt", "amount", "landedOrder", "landedPayment", "order-placed", "payment", "order-first"],
        [.. rows.Select(r => (IReadOnlyList<string>)
        [
            Text(r!["order"]), Text(r["createdAt"]), Text(r["paidAt"]), Text(r["amount"]), Text(r["landedOrder"]), Text(r["landedPayment"]),
            .. Rules.Select(rule => CreditOf(r, Json.Kebab(rule))),
        ])]);

    private static string CreditOf(JsonNode row, string rule) => row["credit"]![rule] is { } agent ? Text(agent) : Text(row["bucket"]![rule]);

    private static JsonObject Event(Landing landing, Func<int, string?> nameOf) => new()
    {
        ["agent"] = NameOrUnbound(landing.Agent, nameOf),
        ["session"] = landing.Session?.ToString(CultureInfo.InvariantCulture),
        ["clause"] = Json.Kebab(landing.Clause),
        ["runnerUp"] = NameOrUnbound(landing.RunnerUp, nameOf),
        ["why"] = landing.Why is { } why ? Json.Kebab(why) : null,
    };

    // An account that nobody is bound to still won the order; that is not the same as nobody.
    private static string? NameOrUnbound(int? agent, Func<int, string?> nameOf) => agent switch
    {
        null => null,
        AgentDay.Unbound => "unbound",
        { } id => nameOf(id) ?? "unbound",
    };

    private static JsonArray Names(IReadOnlyList<int> agents, Func<int, string?> nameOf) => [.. agents.Select(a => JsonValue.Create(NameOrUnbound(a, nameOf)))];
    private static string Local(Instant at, ShopClock clock) => clock.ToLocal(at).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    private static string Text(JsonNode? node) => node is null ? "–" : node is JsonValue v && v.TryGetValue<string>(out var text) ? text : node.ToJsonString();
}
