using Heng.App.Features.Floor;
using Heng.App.Features.Live;
using Heng.Engine.Duty;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;

namespace Heng.App.Features.Warnings;

/// <summary>Reads a shop's moment off its day, the status log and the roster.</summary>
internal static class WarningMoments
{
    public static ShopMoment Of(LiveShop shop, FloorPlan plan, Instant now, int minute)
    {
        var second = shop.Clock.SecondOfDay(now);
        var today = ShopClock.Shanghai.DayOf(now);
        return shop.Ask((day, _, roster, _) =>
        {
            var (waits, answered, open) = (day.WaitingAt(second).Where(w => !w.Courtesy && w.Since <= second).ToLookup(w => w.Agent), day.AnsweredLately(second), day.Agents.ToDictionary(a => a, a => day.OpenAt(a, second)));
            var start = shop.Clock.StartOf(shop.Day);
            var agents = open.Keys.Union(waits.Select(w => w.Key)).Union(shop.Status.Keys).Order();
            return new ShopMoment(shop.Shop.Name, now, minute, [.. agents.Select(agent =>
            {
                // A night shift that began yesterday goes on.
                var (row, shift) = agent > 0 ? Shift(plan, agent, today, now) : default;
                return new AgentMoment(roster.NameOf(agent), roster.On(agent, shop.Day)?.Group, row, open.GetValueOrDefault(agent), [.. waits[agent].Select(w => new WaitNow(w.Reception, start.Plus(w.Since)))], [.. answered[agent]])
                {
                    Status = shop.Status.TryGetValue(agent, out var status) ? status : null, StatusSince = shop.StatusSince.TryGetValue(agent, out var since) ? since : null, OnShift = shift,
                };
            })]);
        });
    }

    private static (string? Name, ShiftSpan? Shift) Shift(FloorPlan plan, int agent, DateOnly today, Instant now)
    {
        foreach (var day in new[] { today, today.AddDays(-1) })
            if (plan.ShiftOf(agent, day) is { } shift && shift.Start <= now && now < shift.End && !plan.IsAway(agent, shift)) return (plan.RowOf(agent, day)?.Shift, shift);
        return default;
    }
}
