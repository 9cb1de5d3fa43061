using Heng.App.Features.Importing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>The corrections (更正) that stand for a shop, or for the company, and what a new one changes.</summary>
internal static class CorrectionRecords
{
    public static Corrections Of(Database database, Shop shop) => new(database.Records(RecordKinds.Corrections).All(shop.Id));

    /// <summary>Messages of the day that a correction takes out, by their keys.</summary>
    public static IReadOnlySet<string> Messages(this Corrections corrections, DateOnly day) =>
        corrections.OfKind(CorrectedFact.Message).Where(c => c.Day == day).Select(c => c.Fact).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whose orders are, by order; null is nobody's. Somebody whom the roster does not know is bound to nobody.</summary>
    public static IReadOnlyDictionary<string, int?> Orders(this Corrections corrections, Func<string, int> personOf) =>
        corrections.OfKind(CorrectedFact.Order).ToDictionary(c => c.Fact, c => string.IsNullOrEmpty(c.Person) ? null : (int?)personOf(c.Person), StringComparer.Ordinal);

    /// <summary>Marks the days whose facts the corrections change. What of people is corrected is read when a month is worked out, and derived nowhere.</summary>
    public static void Touch(Database database, IReadOnlyList<Correction> corrections, Changes changes)
    {
        foreach (var one in corrections.Where(c => !Correction.IsOfCompany(c.Kind)))
        {
            changes.Touch(one.Shop, one.Day);
            if (one.Kind is CorrectedFact.Message or CorrectedFact.Finding) changes.Fold(new(one.Shop, one.Day, one.Day));
        }
        foreach (var some in corrections.Where(c => c.Kind == CorrectedFact.Order).GroupBy(c => c.Shop, StringComparer.Ordinal))
            foreach (var order in database.Orders.Find(database.Shops.GetOrAdd(some.Key).Id, some.Select(c => c.Fact).Distinct(StringComparer.Ordinal)))
                foreach (var at in new[] { order.Created, order.PaidAt ?? order.Created }) changes.Touch(some.Key, ShopClock.Shanghai.DayOf(at));
    }
}
