using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Closing;

public sealed record SealedItem(
    string Item, Wording Name, decimal? Value, decimal? Points, decimal Full, decimal? Counted, decimal? CountedFull, ValueState State, IReadOnlyList<Wording> Notes);

public sealed record SealedCard(string Plan, int Version, decimal? Score, string? Grade, int? Rank, IReadOnlyList<SealedItem> Items, IReadOnlyList<Wording> Notes)
{
    /// <summary>What the card is combined of; of a month in one stretch nothing.</summary>
    public IReadOnlyList<SealedStretch> Stretches { get; init; } = [];
}

public sealed record SealedStretch(DaySpan Days, string Group, string Position, decimal Worked, SealedCard Card);

/// <summary>Formula is null in months that were closed before it was sealed.</summary>
public sealed record SealedLine(string Line, Wording Label, decimal Amount, Wording? Formula, IReadOnlyList<Wording> Notes)
{
    /// <summary>What the line is to the law where it said so; pay for normal work, and months closed before lines said it, have null.</summary>
    public PayKind? Kind { get; init; }
}

public sealed record SealedSlip(string Scheme, string? Group, decimal? PaidDays, decimal? DueDays, decimal Net, IReadOnlyList<SealedLine> Lines);

/// <summary>
/// A sealed text read once, so that any number of requests may look at it at the same time. Months closed before English words were sealed have the Chinese in both
/// languages.
/// </summary>
public sealed class SealedResults
{
    private readonly Dictionary<string, SealedCard> cards;
    private readonly Dictionary<string, SealedSlip> slips;
    private readonly Dictionary<MonthScope, JsonNode> metrics = [];

    public SealedResults(SealedMonth month)
    {
        (Closed, RuleSet) = (month.Closed, month.RuleSet);
        cards = month.Part("score", _ => true).ToDictionary(c => Text(c!, "agent"), c => CardOf(c!), StringComparer.Ordinal);
        Cycles = [.. month.Part("cycles", _ => true).Select(c => (Text(c!, "agent"), CardOf(c!)))];
        slips = month.Part("pay", _ => true).ToDictionary(s => Text(s!, "agent"), s => SlipOf(s!), StringComparer.Ordinal);
        foreach (var row in month.Part("metrics", _ => true)) metrics[MonthScope.Of(Text(row!, "agent"))] = row!["metrics"]!;
        foreach (var row in month.Rows("groups")) metrics[new(null, Text(row!, "group"))] = row!["metrics"]!;
        foreach (var row in month.Rows("shop")) metrics[MonthScope.Shop] = row!["metrics"]!;
    }

    public ClosedMonth Closed { get; }
    /// <summary>The version of the rules it was closed under.</summary>
    public int RuleSet { get; }
    public IEnumerable<string> Agents => cards.Keys.Union(slips.Keys, StringComparer.Ordinal);
    public IEnumerable<SealedCard> Cards => cards.Values;
    /// <summary>Cards of the longer cycles that ended with the month.</summary>
    public IReadOnlyList<(string Agent, SealedCard Card)> Cycles { get; }

    public SealedCard? Card(string agent) => cards.GetValueOrDefault(agent);
    public SealedSlip? Slip(string agent) => slips.GetValueOrDefault(agent);

    /// <summary>A metric as it was closed; missing for who was not there, and where the catalogue did not have it then.</summary>
    public MetricValue Metric(MonthScope scope, Metric metric) => metrics.GetValueOrDefault(scope)?[metric.Id] is { } cell
        ? new(metric, Number(cell["value"]), Number(cell["part"]), Number(cell["whole"]), StateOf(cell), Day(cell["finalOn"]))
        : new(metric, null, null, null, ValueState.Missing, null);

    private static SealedCard CardOf(JsonNode card) => new(
        Text(card, "plan"), card["version"]!.GetValue<int>(), Number(card["score"]), card["grade"]?.GetValue<string>(), card["rank"]?.GetValue<int>(),
        [.. card["items"]!.AsArray().Select(i => ItemOf(i!))], Notes(card))
    {
        Stretches = [.. card["stretches"]?.AsArray().Select(s => StretchOf(s!)) ?? []],
    };

    private static SealedStretch StretchOf(JsonNode stretch) =>
        new(new(Day(stretch["from"])!.Value, Day(stretch["to"])!.Value), Text(stretch, "group"), Text(stretch, "position"), Number(stretch["worked"]) ?? 0m, CardOf(stretch));

    private static SealedItem ItemOf(JsonNode item) => new(
        Text(item, "item"), Words(item, "name"), Number(item["value"]), Number(item["points"]), Number(item["full"]) ?? 0m, Number(item["counted"]), Number(item["countedFull"]),
        StateOf(item), Notes(item));

    private static SealedSlip SlipOf(JsonNode slip) => new(
        Text(slip, "scheme"), slip["group"]?.GetValue<string>(), Number(slip["paidDays"]), Number(slip["dueDays"]), Number(slip["net"]) ?? 0m,
        [.. slip["lines"]!.AsArray().Select(l => LineOf(l!))]);

    private static SealedLine LineOf(JsonNode line) =>
        new(Text(line, "line"), Words(line, "label"), Number(line["amount"]) ?? 0m, line["formula"] is null ? null : Words(line, "formula"), Notes(line))
        {
            Kind = line["kind"] is { } kind ? Enum.GetValues<PayKind>().First(k => Json.Kebab(k) == kind.GetValue<string>()) : null,
        };

    private static ValueState StateOf(JsonNode node) => Enum.GetValues<ValueState>().First(s => Json.Kebab(s) == Text(node, "state"));
    private static DateOnly? Day(JsonNode? node) => node is null ? null : DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
    private static decimal? Number(JsonNode? node) => node?.GetValue<decimal>();
    private static Wording Words(JsonNode node, string name) => new(Text(node, name), node[name + "En"]?.GetValue<string>() ?? Text(node, name));

    private static Wording[] Notes(JsonNode node)
    {
        var zh = Texts(node["notes"]);
        return [.. zh.Zip(node["notesEn"] is { } english ? Texts(english) : zh, (a, b) => new Wording(a, b))];
    }

    private static string[] Texts(JsonNode? node) => [.. node?.AsArray().Select(t => t!.GetValue<string>()) ?? []];
}
