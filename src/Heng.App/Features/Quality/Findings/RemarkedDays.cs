using Heng.App.Features.Importing;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Findings;

/// <summary>Days whose cases changed are checked again where a rule looks at remarks (备注).</summary>
internal static class RemarkedDays
{
    public static void Touch(Database database, IReadOnlyList<Case> cases, Changes changes)
    {
        var book = new QualityBook(database);
        if (book.Courses.Count == 0) return;
        foreach (var some in cases.GroupBy(c => c.Shop, StringComparer.Ordinal))
        {
            var (first, last) = (ShopClock.Shanghai.DayOf(some.Min(c => c.OpenedAt)), ShopClock.Shanghai.DayOf(some.Max(c => c.OpenedAt)));
            // With a business day that is cut after midnight a case of the small hours is of the day before.
            var fold = new Fold(some.Key.Length == 0 ? null : some.Key, first.AddDays(-1), last);
            if (database.Shops.All.Any(s => fold.Within(s.Name, fold.First, fold.Last) is not null && book.LooksAtRemarks(s.Name, fold.First, fold.Last))) changes.Fold(fold);
        }
    }
}
