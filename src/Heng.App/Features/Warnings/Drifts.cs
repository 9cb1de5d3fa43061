using Heng.App.Features.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>A shop's hour beside its own usual; looked at once a minute, for the weeks before are many receptions.</summary>
internal sealed class Drifts(Database database)
{
    private readonly Dictionary<string, (DateOnly Day, IReadOnlyList<HourSum[]> Weeks)> usual = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant At, decimal Factor, IReadOnlyList<Raised> Held, IReadOnlyList<Raised> ByBefore)> last = new(StringComparer.Ordinal);

    public IReadOnlyList<Raised> Of(LiveShop shop, WarningRules rules, Instant now)
    {
        if (rules.DriftFactor is not { } factor) return [];
        var isKnown = last.TryGetValue(shop.Shop.Name, out var known);
        if (isKnown && known.Factor == factor && now.SecondsSince(known.At) is >= 0 and < 60) return known.Held;
        var (weeks, hour) = (Weeks(shop), shop.Clock.HourOf(now));
        (IReadOnlyList<Raised> held, IReadOnlyList<Raised> byBefore) = ([], []);
        if (weeks.Count >= Drift.LeastWeeks)
        {
            var today = shop.Ask((day, _, _, _) => Drift.HoursOf(day.Receptions, shop.Clock));
            held = Drift.Held(shop.Shop.Name, today, weeks, hour, factor, now);
            byBefore = isKnown && known.Factor != factor ? Drift.Held(shop.Shop.Name, today, weeks, hour, known.Factor, now) : held;
        }
        last[shop.Shop.Name] = (now, factor, held, byBefore);
        return held;
    }

    /// <summary>Whether it holds by the factor that is set, or by the one that was set when it was last looked at: what ended then has the factor to thank.</summary>
    public bool HoldsStill(Raised of, string shop, WarningRules rules) => rules.DriftFactor is null || last.TryGetValue(shop, out var known) && known.Held.Concat(known.ByBefore).Any(d => d.Key == of.Key);

    private IReadOnlyList<HourSum[]> Weeks(LiveShop shop)
    {
        if (usual.TryGetValue(shop.Shop.Name, out var known) && known.Day == shop.Day) return known.Weeks;
        var weeks = Weeks(database, shop.Shop, shop.Day, shop.Clock);
        usual[shop.Shop.Name] = (shop.Day, weeks);
        return weeks;
    }

    /// <summary>The same weekday of the weeks before, of those that the shop's chats cover.</summary>
    internal static IReadOnlyList<HourSum[]> Weeks(Database database, Shop shop, DateOnly day, ShopClock clock) =>
    [
        .. Enumerable.Range(1, Drift.Weeks).Select(w => day.AddDays(-7 * w)).Where(d => database.Coverage.Between(shop.Id, d, d).Contains((Source.Chat, d))).Select(d => Drift.HoursOf(database.Facts.Receptions(shop.Id, d, d), clock)),
    ];
}
