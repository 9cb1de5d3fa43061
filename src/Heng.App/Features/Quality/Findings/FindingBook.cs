using System.Globalization;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;
using Heng.Store;

namespace Heng.App.Features.Quality.Findings;

/// <summary>Findings as somebody may see them: what a rule in shadow found only those see who tend the rules.</summary>
internal static class FindingBook
{
    public static IReadOnlyList<(ShownFinding Shown, KeptFinding Kept)> Of(Database database, Shop shop, Reception reception, Sight sight)
    {
        var found = database.Findings.Of(shop.Id, reception.Id).Where(f => Sees(f, sight.Viewer)).ToList();
        if (found.Count == 0) return [];
        var book = new QualityBook(database);
        return [.. found.OrderBy(f => f.Severity).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Version).ThenBy(f => f.Id).Select(f => (Shown(f, book), f))];
    }

    public static bool Sees(KeptFinding finding, Viewer viewer) => !finding.Shadow || Rights.TendsQuality(viewer);

    public static ShownFinding Shown(KeptFinding f, QualityBook book) => new(f.Id.ToString(CultureInfo.InvariantCulture), f.Rule, f.Version, NameOf(book, f.Rule, f.Version), f.Severity, f.Category, f.Hundredths / 100m, f.Shadow, f.Struck);

    public static Wording NameOf(QualityBook book, string rule, int version) => book.Find(rule, version)?.Name ?? new(rule, rule);
}
