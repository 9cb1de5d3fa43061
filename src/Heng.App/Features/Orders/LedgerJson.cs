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

    public static JsonObject Of(string shop, LedgerRow row, RuleSet rules, OrderBook book, Func<int, string?> nameOf) => new()
    {
        ["order"] = row.Order.Id,
        ["shop"] = shop,
        ["amount"] = Json.Number(row.Order.Amount),
        ["received"] = Json.Number(row.Order.Received),
        ["refund"] = Json.Number(row.Order.Refund),
        ["paid"] = row.Order.PaidAt is not null,
        ["createdAt"] = Local(row.Order.Created, rules.Clock),
        ["paidAt"] = row.Order.PaidAt is { } paid ? Local(paid, rules.Clock) : null,
        ["depositAt"] = row.Order.DepositAt is { } deposit ? Local(deposit, rules.Clock) : null,
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
        ["rules"] = new JsonObject(Rules.Select(r => KeyValuePair.Create(Json.Kebab(r), (JsonNode?)Under(row, r, nameOf)))),
        ["refunds"] = new JsonArray([.. RefundRow.Of(rules, row, book).Select(r => Refund(r, rules.Clock))]),
        ["items"] = new JsonArray([.. book.Items(row.Order.Id).Select(Item)]),
    };

    /// <summary>What decided under one rule: the bucket where that takes the order from everybody, else the event that the rule asks for.</summary>
    private static JsonObject Under(LedgerRow row, Judgement rule, Func<int, string?> nameOf)
    {
        var (credit, landing) = (row.Under(rule), row.Deciding(rule));
        var landed = credit.Bucket is Bucket.Agent or Bucket.Silent;
        return new()
        {
            ["winner"] = NameOrUnbound(credit.Agent, nameOf),
            ["bucket"] = Json.Kebab(credit.Bucket),
            ["event"] = landed ? ReferenceEquals(landing, row.Paid) ? "paid" : "created" : null,
            ["clause"] = landed ? Json.Kebab(landing.Clause) : Json.Kebab(credit.Bucket),
        };
    }

    private static JsonObject Refund(RefundRow refund, ShopClock clock) => new()
    {
        ["refund"] = refund.Record?.Id,
        ["amount"] = Json.Number(-refund.Amount),
        ["day"] = refund.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["counts"] = refund.Counts,
        ["dated"] = refund.Record is not null,
        ["state"] = refund.Record is { } record ? Json.Kebab(record.State) : null,
        ["status"] = refund.Record?.Status,
        ["kind"] = refund.Record is { } told ? Json.Kebab(told.Kind) : null,
        ["appliedAt"] = refund.Record?.AppliedAt is { } asked ? Local(asked, clock) : null,
        ["finishedAt"] = refund.Record?.FinishedAt is { } finished ? Local(finished, clock) : null,
        ["reviewer"] = refund.Record?.Reviewer,
        ["operator"] = refund.Record?.Operator,
    };

    private static JsonObject Item(OrderItem item) => new()
    {
        ["item"] = item.Id.Length > 0 ? item.Id : null,
        ["title"] = item.Title,
        ["code"] = item.Code,
        ["pieces"] = item.Pieces,
        ["price"] = Json.Number(item.Price),
        ["refund"] = Json.Number(item.Refund),
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
