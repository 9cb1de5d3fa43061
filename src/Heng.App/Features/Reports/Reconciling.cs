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

/// <summary>A difference between what Heng counted and what a report says, and who it is about; null is the whole shop. Facts are those that were counted: the report's shop's.</summary>
public sealed record Differing(string? Person, Compared Pair, PeriodFacts Facts);

/// <summary>
/// The differences (核对) of a period that a viewer may see. A shop's report is compared with what was counted in that shop; one that names no shop with all of them.
/// A person's rows are compared where they are about every account that the person talked from there, or are written under the person's own name.
/// </summary>
public sealed class Reconciling
{
    /// <summary>So many receptions are listed beside one difference; the rest is counted.</summary>
    public const int MostReceptions = 50;

    private readonly Database database;
    private readonly PeriodFacts whole;
    private readonly ReportedNumbers reported;
    private readonly Viewer viewer;
    private readonly Dictionary<string, PeriodFacts> ofShop = new(StringComparer.Ordinal);
    private readonly Dictionary<(PeriodFacts Facts, int Agent), FactSet> opened = [];

    public Reconciling(Database database, IReadOnlyList<Shop> shops, DateOnly from, DateOnly to, Instant? asOf, Viewer viewer)
    {
        (this.database, this.viewer) = (database, viewer);
        whole = PeriodFacts.Load(database, shops, from, to, asOf);
        reported = ReportedNumbers.Load(database, shops, from, to, whole.Metrics, whole.Roster);
    }

    public bool IsEmpty => reported.IsEmpty;
    public CatalogueOfRule Metrics => whole.Metrics;

    public IReadOnlyList<Differing> All(IReadOnlySet<string>? metrics = null)
    {
        var sight = new Sight(viewer, whole.Roster);
        var found = new List<Differing>();
        if (sight.Everyone)
            foreach (var shop in reported.OfShop.GroupBy(r => r.Row.Shop, StringComparer.Ordinal)) found.AddRange(Of(null, AgentDay.Shop, FactsOf(shop.Key), shop));
        foreach (var person in reported.OfPeople.Where(r => r.Person > 0 && sight.Sees(r.Person, r.Row.Row.To)).GroupBy(r => (r.Person, r.Row.Row.Shop)))
            found.AddRange(Of(whole.Roster.NameOf(person.Key.Person), person.Key.Person, FactsOf(person.Key.Shop), person.Select(r => r.Row)));
        return [.. found.Where(d => metrics is null || metrics.Contains(d.Pair.Metric.Id)).OrderByDescending(d => d.Pair.Share is null).ThenByDescending(d => Math.Abs(d.Pair.Share ?? d.Pair.Difference))
            .ThenBy(d => d.Person, StringComparer.Ordinal).ThenBy(d => d.Pair.Row.Shop, StringComparer.Ordinal).ThenBy(d => d.Pair.Row.From).ThenBy(d => d.Pair.Metric.Id, StringComparer.Ordinal)];
    }

    private PeriodFacts FactsOf(string shop)
    {
        if (shop.Length == 0 || whole.Shops is [var only] && only.Name == shop) return whole;
        if (!ofShop.TryGetValue(shop, out var own)) ofShop.Add(shop, own = PeriodFacts.Load(database, [.. whole.Shops.Where(s => s.Name == shop)], whole.From, whole.To, whole.AsOf));
        return own;
    }

    /// <summary>The receptions that the counted number is made of, on the days of the report's row.</summary>
    public IReadOnlyList<Contribution> ReceptionsOf(Differing differing)
    {
        var primitives = FormulaText.PrimitivesOf(differing.Pair.Metric.Formula).ToHashSet();
        var agent = differing.Person is { } name ? whole.Roster.Find(name)?.Id : AgentDay.Shop;
        if (agent is not { } of) return [];
        var key = (differing.Facts, of);
        if (!opened.TryGetValue(key, out var own)) opened.Add(key, own = of == AgentDay.Shop ? differing.Facts.FactsOfAll() : differing.Facts.FactsOf(of));
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
        if (row.From != row.To || differing.Pair.Metric.Unit != Unit.People || differing.Person is not { } name || whole.Roster.Find(name) is not { } person) return null;
        var listed = reported.Receptions.Where(r => r.Person == person.Id && (row.Shop.Length == 0 || r.Row.Shop == row.Shop) && ShopClock.Shanghai.DayOf(r.Row.From) == row.From).Select(r => r.Row.Buyer).ToHashSet(StringComparer.Ordinal);
        if (listed.Count == 0) return null;
        var counted = differing.Facts.Shops.SelectMany(s => database.Facts.Receptions(s.Id, row.From, row.To, person.Id).Select(r => database.Names.Buyers.NameOf(s.Id, r.Buyer))).ToHashSet(StringComparer.Ordinal);
        return (Masks(listed.Except(counted, StringComparer.Ordinal)), Masks(counted.Except(listed, StringComparer.Ordinal)));
    }

    private static IReadOnlyList<string> Masks(IEnumerable<string> buyers) => [.. buyers.Order(StringComparer.Ordinal).Select(Masked.Name)];

    public JsonArray Json(IReadOnlySet<string>? metrics) => [.. All(metrics).Select(d => (JsonNode)Row(d))];

    private IEnumerable<Differing> Of(string? name, int agent, PeriodFacts facts, IEnumerable<ReportRow> rows)
    {
        var days = agent == AgentDay.Shop ? facts.Days : [.. facts.Days.Where(d => d.Agent == agent)];
        MetricValue Counted(Metric metric, Reported row) => facts.Read(metric, agent == AgentDay.Shop
            ? Totals.OfShop(row.From, row.To, days, facts.Coverage) : Totals.Of(row.From, row.To, days, facts.Coverage));
        var inside = rows.Where(r => r.Row.From >= facts.From && r.Row.To <= facts.To);
        return Reconciliation.Of(facts.Metrics, inside, facts.Coverage, Counted).Where(pair => agent == AgentDay.Shop || AreAll(name!, agent, pair, facts)).Select(pair => new Differing(name, pair, facts));
    }

    // What one of two accounts did is less than what the person did.
    private bool AreAll(string name, int agent, Compared pair, PeriodFacts facts) =>
        pair.Told.Any(t => t.Row.Account == name) || facts.Shops.Sum(s => database.Facts.AccountsOf(s.Id, agent, pair.Row.From, pair.Row.To)) <= pair.Told.Count;

    private JsonObject Row(Differing differing)
    {
        var (pair, receptions) = (differing.Pair, ReceptionsOf(differing));
        var json = new JsonObject
        {
            ["agent"] = differing.Person, ["shop"] = pair.Row.Shop, ["account"] = pair.Account, ["source"] = pair.Row.Source, ["metric"] = pair.Metric.Id,
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
        string[] columns = ["agent", "shop", "source", "metric", "from", "to", "reported", "computed", "difference", "share", "receptionCount"];
        return new(columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(c => Text(c == "computed" ? row![c]!["value"] : row![c]))])]);
    }

    private static string Text(JsonNode? cell) => cell switch { null => "", JsonValue value when value.TryGetValue<string>(out var text) => text, _ => cell.ToJsonString() };
    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
