using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Measure;

/// <summary>Whose turn it is, of a rule's hits and of a month's receptions: what is measured is representative only while nobody picks.</summary>
internal static class Turns
{
    /// <summary>The first hit that nobody spoke of. What the person passed over comes round again behind the others, and so on.</summary>
    public static string? Hit(IReadOnlyList<string> order, IReadOnlyDictionary<string, PlaceLabel> labels, string who) =>
        order.Where(place => labels.GetValueOrDefault(place)?.Last is null).OrderBy(place => labels.GetValueOrDefault(place)?.SkippedBy(who) ?? 0).FirstOrDefault();

    /// <summary>What the person spoke of already may be spoken of again: a slip is put right.</summary>
    public static bool IsFor(string place, IReadOnlyList<string> order, IReadOnlyDictionary<string, PlaceLabel> labels, string who) =>
        place == Hit(order, labels, who) || labels.GetValueOrDefault(place)?.IsBy(who) == true;

    public static IReadOnlyDictionary<string, PlaceLabel> LabelsOf(Database database, string rule) =>
        database.Matters(MeasureMatters.Label).About(rule).Select(PlaceLabel.Of).ToDictionary(l => l.Place, StringComparer.Ordinal);

    public static Dictionary<string, (Shop Shop, KeptFinding Hit)> HitsOf(Database database, string rule, Month month)
    {
        var hits = new Dictionary<string, (Shop, KeptFinding)>(StringComparer.Ordinal);
        foreach (var shop in database.Shops.All)
            foreach (var hit in database.Findings.OfRule(shop.Id, rule, month.First, month.Last)) hits.TryAdd(DayCheck.IdText(hit.Id), (shop, hit));
        return hits;
    }

    public static IReadOnlyList<string> OrderOf(string rule, Month month, IEnumerable<string> hits) => AuditOrder.Of(AuditOrder.Name(month, rule), hits);
}
