using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Closing;

public sealed record SealedItem(
    string Item, Wording Name, decimal? Value, decimal? Points, decimal Full, decimal? Counted, decimal? CountedFull, ValueState State, IReadOnlyList<Wording> Notes);

public sealed record SealedCard(string Plan, int Version, decimal? Score, string? Grade, int? Rank, IReadOnlyList<SealedItem> Items, IReadOnlyList<Wording> Notes);

/// <summary>Formula is null in months that were closed before it was sealed.</summary>
public sealed record SealedLine(string Line, Wording Label, decimal Amount, Wording? Formula, IReadOnlyList<Wording> Notes);

public sealed record SealedSlip(string Scheme, string? Group, decimal? PaidDays, decimal? DueDays, decimal Net, IReadOnlyList<SealedLine> Lines);

/// <summary>
/// A sealed text read once, so that any number of requests may look at it at the same time. Months closed before English words were sealed have the Chinese in both
/// languages.
/// </summary>
public sealed class SealedResults
{
    private readonly Dictionary<string, SealedCard> cards;
    private readonly Dictionary<string, SealedSlip> slips;

    public SealedResults(SealedMonth month)
    {
        (Closed, RuleSet) = (month.Closed, month.RuleSet);
        cards = month.Part("score", _ => true).ToDictionary(c => Text(c!, "agent"), c => CardOf(c!), StringComparer.Ordinal);
        slips = month.Part("pay", _ => true).ToDictionary(s => Text(s!, "agent"), s => SlipOf(s!), StringComparer.Ordinal);
    }

    public ClosedMonth Closed { get; }
    /// <summary>The version of the rules it was closed under.</summary>
    public int RuleSet { get; }
    public IEnumerable<string> Agents => cards.Keys.Union(slips.Keys, StringComparer.Ordinal);
    public IEnumerable<SealedCard> Cards => cards.Values;

    public SealedCard? Card(string agent) => cards.GetValueOrDefault(agent);
    public SealedSlip? Slip(string agent) => slips.GetValueOrDefault(agent);

    private static SealedCard CardOf(JsonNode card) => new(
        Text(card, "plan"), card["version"]!.GetValue<int>(), Number(card["score"]), card["grade"]?.GetValue<string>(), card["rank"]?.GetValue<int>(),
        [.. card["items"]!.AsArray().Select(i => ItemOf(i!))], Notes(card));

    private static SealedItem ItemOf(JsonNode item) => new(
        Text(item, "item"), Words(item, "name"), Number(item["value"]), Number(item["points"]), Number(item["full"]) ?? 0m, Number(item["counted"]), Number(item["countedFull"]),
        Enum.GetValues<ValueState>().First(s => Json.Kebab(s) == Text(item, "state")), Notes(item));

    private static SealedSlip SlipOf(JsonNode slip) => new(
        Text(slip, "scheme"), slip["group"]?.GetValue<string>(), Number(slip["paidDays"]), Number(slip["dueDays"]), Number(slip["net"]) ?? 0m,
        [.. slip["lines"]!.AsArray().Select(l => LineOf(l!))]);

    private static SealedLine LineOf(JsonNode line) =>
        new(Text(line, "line"), Words(line, "label"), Number(line["amount"]) ?? 0m, line["formula"] is null ? null : Words(line, "formula"), Notes(line));

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
