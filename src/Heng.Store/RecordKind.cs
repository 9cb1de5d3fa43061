using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// A kind of small records: the name it is stored under (never renamed), the source whose days its files cover, the shop it is of (empty: the company),
/// its natural key within the shop, and the days it speaks of.
/// </summary>
public sealed record RecordKind<T>(string Name, Source Covers, Func<T, string> ShopOf, Func<T, string> KeyOf, Func<T, (DateOnly First, DateOnly Last)> DaysOf)
    where T : class;

/// <summary>Every kind of small records.</summary>
public static class RecordKinds
{
    public static readonly RecordKind<Reported> Reported = new(
        "reported", Source.Reported, r => r.Shop, r => Stored.Key(r.Source, r.Account, Stored.Text(Stored.Day(r.From)), Stored.Text(Stored.Day(r.To))), r => (r.From, r.To));

    internal static (DateOnly First, DateOnly Last) DayOf(Instant at) => ShopClock.Shanghai.DayOf(at) is var day ? (day, day) : default;
}
