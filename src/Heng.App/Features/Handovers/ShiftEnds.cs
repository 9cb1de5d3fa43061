using Heng.App.Features.Facts;
using Heng.App.Features.Floor;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Handovers;

/// <summary>What status logs and chats show of the ends of a group's shifts: who left unrelieved (交班离岗), and whose shift stretched (拖班).</summary>
internal sealed class ShiftEnds(Database database)
{
    /// <summary>From so many minutes on.</summary>
    public const int LeastMinutes = 5;

    public IReadOnlyList<Unrelieved> Unrelieved(FloorPlan plan, string group, DateOnly day)
    {
        var logs = new Seating(database, plan.People).Divided(database.Records(RecordKinds.StatusLog).Between(Shops.Company.Id, day.AddDays(-1), day.AddDays(1)), ShopClock.Shanghai)
            .ToLookup(c => c.Person, c => c.Change);
        var shifts = plan.ShiftsOf(group, day, day.AddDays(1)).Select(s => (s.Day, On: new OnShift(s.Name, s.Shift, ServingLog.Of(logs[plan.People.Find(s.Name)!.Id])))).ToList();
        var judged = shifts.Where(s => s.Day == day).Select(s => s.On).ToHashSet();
        // The next day's early shift relieves a night shift.
        return [.. Relief.Of([.. shifts.Select(s => s.On)], LeastMinutes * 60).Where(u => judged.Any(o => o.Name == u.Name && o.Shift == u.Shift))];
    }

    public IReadOnlyList<StretchedShift> Stretched(FloorPlan plan, string group, DateOnly day)
    {
        var shifts = plan.ShiftsOf(group, day, day).ToList();
        var waits = shifts.Count == 0 ? Enumerable.Empty<(int, Waited)>().ToLookup(w => w.Item1, w => w.Item2) : database.Shops.All.SelectMany(shop => Waits(shop, day)).ToLookup(w => w.Agent, w => w.Wait);
        return [.. shifts.Select(s => Stretching.Of(s.Name, s.Shift, waits[plan.People.Find(s.Name)!.Id])).OfType<StretchedShift>().Where(s => s.Minutes >= LeastMinutes)];
    }

    private IEnumerable<(int Agent, Waited Wait)> Waits(Shop shop, DateOnly day)
    {
        var clock = database.RuleSets.Current(shop.Id, day).Clock;
        foreach (var reception in database.Facts.Receptions(shop.Id, day, day.AddDays(1)))
            foreach (var round in reception.Rounds)
                if (round.Answered is { } answered)
                    yield return (reception.Agent, new(clock.StartOf(reception.Day).Plus(round.Asked), clock.StartOf(reception.Day).Plus(answered), reception.Id));
    }
}
