using Heng.App.Features.Live;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>A shop's hour beside its own usual; looked at once a minute, for the weeks before are many receptions.</summary>
internal sealed class Drifts(Database database)
{
    private static readonly Wording Consulted = new("每小时接待", "receptions an hour"), Average = new("平均响应", "average reply");
    private readonly Dictionary<string, (DateOnly Day, IReadOnlyList<HourSum[]> Weeks)> usual = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant At, IReadOnlyList<Raised> Held)> last = new(StringComparer.Ordinal);

    public IReadOnlyList<Raised> Of(LiveShop shop, WarningRules rules, Instant now)
    {
        if (rules.DriftFactor is not { } factor) return [];
        if (last.TryGetValue(shop.Shop.Name, out var known) && now.SecondsSince(known.At) is >= 0 and < 60) return known.Held;
        var (weeks, hour) = (Weeks(shop), shop.Clock.HourOf(now));
        IReadOnlyList<Raised> held = [];
        if (weeks.Count >= Drift.LeastWeeks)
        {
            var today = shop.Ask((day, _, _, _) => Drift.HoursOf(day.Receptions, shop.Clock));
            held = [.. Held(shop, today, weeks, hour, factor, now)];
        }
        last[shop.Shop.Name] = (now, held);
        return held;
    }

    private static IEnumerable<Raised> Held(LiveShop shop, HourSum[] today, IReadOnlyList<HourSum[]> weeks, int hour, decimal factor, Instant now)
    {
        HourSum[] Before(int of) => [.. weeks.Select(w => w[of])];
        Raised One(string fact, Wording what, decimal figure, decimal of) => new(WarningKind.Drift, new(shop.Shop.Name, null, null, fact), now, Gravity.Notice) { Figure = figure, Limit = of, What = what };
        if (Drift.OfReceptions(today[hour], Before(hour), factor, over: false) is { } many) yield return One("receptions", Consulted, today[hour].Receptions, many);
        else if (hour > 0 && Drift.OfReceptions(today[hour - 1], Before(hour - 1), factor, over: true) is { } few) yield return One("receptions", Consulted, today[hour - 1].Receptions, few);
        if (Drift.OfAverage(today[hour], Before(hour), factor) is { } slow) yield return One("average", Average, today[hour].Average!.Value, slow);
    }

    private IReadOnlyList<HourSum[]> Weeks(LiveShop shop)
    {
        if (usual.TryGetValue(shop.Shop.Name, out var known) && known.Day == shop.Day) return known.Weeks;
        IReadOnlyList<HourSum[]> weeks = [.. Enumerable.Range(1, Drift.Weeks).Select(w => shop.Day.AddDays(-7 * w))
            .Where(d => database.Coverage.Between(shop.Shop.Id, d, d).Contains((Source.Chat, d))).Select(d => Drift.HoursOf(database.Facts.Receptions(shop.Shop.Id, d, d), shop.Clock))];
        usual[shop.Shop.Name] = (shop.Day, weeks);
        return weeks;
    }
}
