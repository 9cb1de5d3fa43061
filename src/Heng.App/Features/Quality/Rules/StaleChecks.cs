using Heng.App.Features.Closing;
using Heng.App.Features.Rules;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>
/// The days whose findings other quality rules made than those in force on them (待重算): a rule began, changed or ended for days that were imported before. A closed month stays as it was
/// sealed, so its days are not among them.
/// </summary>
internal static class StaleChecks
{
    public static IReadOnlyList<DateOnly> DaysOf(Database database, Shop shop, QualityBook book)
    {
        var kept = database.Findings.Stamps(shop.Id);
        var open = database.ClosedMonths.Months(SealedMonth.Company) is { Count: > 0 } closed ? closed.Max().Plus(1).First : DateOnly.MinValue;
        return [.. database.Days.All(shop.Id).Select(d => d.Day).Where(day => day >= open && kept.GetValueOrDefault(day) != book.StampOn(shop.Name, day)).Order()];
    }

    /// <summary>Of every shop, as stretches.</summary>
    public static IReadOnlyList<StaleDays> Of(Database database, QualityBook book) => Stretches(database.Shops.All.SelectMany(s => DaysOf(database, s, book)).Distinct().Order());

    public static IReadOnlyList<StaleDays> Stretches(IEnumerable<DateOnly> days)
    {
        var stretches = new List<StaleDays>();
        foreach (var day in days)
        {
            if (stretches.Count > 0 && stretches[^1].To.AddDays(1) == day) stretches[^1] = stretches[^1] with { To = day };
            else stretches.Add(new(day, day));
        }
        return stretches;
    }
}
