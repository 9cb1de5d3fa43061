using Heng.App.Features.Floor;
using Heng.App.Features.Live;
using Heng.Engine.Duty;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>Reads a shop's moment off its day, the status log and the roster.</summary>
internal static class WarningMoments
{
    /// <summary>A status log tells of people and of no shop: each stands in their own shop's moment alone.</summary>
    public static ShopMoment Of(LiveShop shop, FloorPlan plan, HomeShops homes, Instant now, int minute, int answers) => shop.Ask((day, _, roster, _) =>
        Moments.Of(shop.Shop.Name, day, shop.Clock.StartOf(shop.Day), now, minute, answers, new(shop.Status.Where(s => homes.Holds(shop.Shop.Name, s.Key, roster)).ToDictionary(), shop.StatusSince), agent => Posted(roster, plan, agent, shop.Day, now)));

    public static Posted Posted(Roster roster, FloorPlan plan, int agent, DateOnly day, Instant now)
    {
        var (row, shift) = agent > 0 ? Shift(plan, agent, ShopClock.Shanghai.DayOf(now), now) : default;
        return new(roster.NameOf(agent), roster.On(agent, day)?.Group, row, shift);
    }

    // A night shift that began yesterday goes on.
    private static (string? Name, ShiftSpan? Shift) Shift(FloorPlan plan, int agent, DateOnly today, Instant now)
    {
        foreach (var day in new[] { today, today.AddDays(-1) })
            if (plan.ShiftOf(agent, day) is { } shift && shift.Start <= now && now < shift.End && !plan.IsAway(agent, shift)) return (plan.RowOf(agent, day)?.Shift, shift);
        return default;
    }
}
