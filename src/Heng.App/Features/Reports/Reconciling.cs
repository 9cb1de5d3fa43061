using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Metrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Reports;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Reports;

/// <summary>A difference between what Heng counted and what a report says, and who it is about; null is the whole shop.</summary>
public sealed record Differing(string? Person, Compared Pair);

/// <summary>The differences (核对) of a period that a viewer may see.</summary>
public sealed class Reconciling(Database database, PeriodFacts facts, ReportedNumbers reported, Viewer viewer)
{
    /// <summary>So many receptions are listed beside one difference; the rest is counted.</summary>
    public const int MostReceptions = 50;

    private readonly Dictionary<int, FactSet> opened = [];

    public IReadOnlyList<Differing> All(IReadOnlySet<string>? metrics = null)
    {
        var sight = new Sight(viewer, facts.Roster);
        var found = new List<Differing>();
        if (sight.Everyone) found.AddRange(Of(null, AgentDay.Shop, reported.OfShop));
        foreach (var person in reported.OfPeople.Where(r => r.Person > 0 && sight.Sees(r.Person, r.Row.Row.To)).GroupBy(r => r.Person))
            found.AddRange(Of(facts.Roster.NameOf(person.Key), person.Key, person.Select(r => r.Row)));
        return [.. found.Where(d => metrics is null || metrics.Contains(d.Pair.Metric.Id)).OrderByDescending(d => d.Pair.Share is null).ThenByDescending(d => Math.Abs(d.Pair.Share ?? d.Pair.Difference))
            .ThenBy(d => d.Person, StringComparer.Ordinal).ThenBy(d => d.Pair.Row.From).ThenBy(d => d.Pair.Metric.Id, StringComparer.Ordinal)];
    }

    /// <summary>The receptions that the counted number is made of, on the days of the report's row.</summary>
    public IReadOnlyList<Contribution> ReceptionsOf(Differing differing)
    {
        var primitives = FormulaText.PrimitivesOf(differing.Pair.Metric.Formula).ToHashSet();
        if (differing.Person is not { } name || facts.Roster.Find(name) is not { } person) return [];
        if (!opened.TryGetValue(person.Id, out var own)) opened.Add(person.Id, own = facts.FactsOf(person.Id));
        return [.. own.Contributions.Where(f => f.Kind == FactKind.Reception && f.Day >= differing.Pair.Row.From && f.Day <= differing.Pair.Row.To
            && primitives.Any(p => f.Measures[p] != 0))];
    }

    /// <summary>
    /// Of one day of one person, the buyers that only the tool's list of receptions has and those that only Heng has, their names masked. Null where no list of that
    /// day came, or the number is not one of people.
    /// </summary>
    public (IReadOnlyList<string> OnlyReported, IReadOnlyList<string> OnlyCounted)? BuyersOf(Differing differing)
    {
        var row = differing.Pair.Row;
        if (row.From != row.To || differing.Pair.Metric.Unit != Unit.People || differing.Person is not { } name || facts.Roster.Find(name) is not { } person) return null;
        var listed = reported.Receptions.Where(r => r.Person == person.Id && ShopClock.Shanghai.DayOf(r.Row.From) == row.From).Select(r => r.Row.Buyer).ToHashSet(StringComparer.Ordinal);
        if (listed.Count == 0) return null;
        var counted = facts.Shops.SelectMany(s => database.Facts.Receptions(s.Id, row.From, row.To, person.Id).Select(r => database.Names.Buyers.NameOf(s.Id, r.Buyer))).ToHashSet(StringComparer.Ordinal);
        return (Masks(listed.Except(counted, StringComparer.Ordinal)), Masks(counted.Except(listed, StringComparer.Ordinal)));
    }

    private static IReadOnlyList<string> Masks(IEnumerable<string> buyers) => [.. buyers.Order(StringComparer.Ordinal).Select(Masked.Name)];

    public JsonArray Json(IReadOnlySet<string>? metrics) => [.. All(metrics).Select(d => (JsonNode)Row(d))];

    private IEnumerable<Differing> Of(string? name, int agent, IEnumerable<ReportRow> rows)
    {
        var days = agent == AgentDay.Shop ? facts.Days : [.. facts.Days.Where(d => d.Agent == agent)];
        MetricValue Counted(Metric metric, Reported row) => facts.Read(metric, agent == AgentDay.Shop
            ? Totals.OfShop(row.From, row.To, days, facts.Coverage) : Totals.Of(row.From, row.To, days, facts.Coverage));
        var inside = rows.Where(r => r.Row.From >= facts.From && r.Row.To <= facts.To);
        return Reconciliation.Of(facts.Metrics, inside, facts.Coverage, Counted).Select(pair => new Differing(name, pair));
    }

    private JsonObject Row(Differing differing)
    {
        var (pair, receptions) = (differing.Pair, ReceptionsOf(differing));
        var json = new JsonObject
        {
            ["agent"] = differing.Person, ["account"] = pair.Row.Account, ["source"] = pair.Row.Source, ["metric"] = pair.Metric.Id,
            ["from"] = Print(pair.Row.From), ["to"] = Print(pair.Row.To),
            ["reported"] = CommandLine.Json.Number6(pair.Reported), ["computed"] = MetricsReport.Cell(pair.Computed),
            ["difference"] = CommandLine.Json.Number6(pair.Difference), ["share"] = CommandLine.Json.Number6(pair.Share),
            ["receptions"] = new JsonArray([.. receptions.Take(MostReceptions).Select(r => JsonValue.Create(r.Fact))]), ["receptionCount"] = receptions.Count,
        };
        if (BuyersOf(differing) is var (reportedAlone, countedAlone))
        {
            json["onlyReported"] = new JsonArray([.. reportedAlone.Select(b => JsonValue.Create(b))]);
            json["onlyCounted"] = new JsonArray([.. countedAlone.Select(b => JsonValue.Create(b))]);
        }
        return json;
    }

    public static Sheet Sheet(JsonArray rows)
    {
        string[] columns = ["agent", "source", "metric", "from", "to", "reported", "computed", "difference", "share", "receptionCount"];
        return new(columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(c => Text(c == "computed" ? row![c]!["value"] : row![c]))])]);
    }

    private static string Text(JsonNode? cell) => cell switch { null => "", JsonValue value when value.TryGetValue<string>(out var text) => text, _ => cell.ToJsonString() };
    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
