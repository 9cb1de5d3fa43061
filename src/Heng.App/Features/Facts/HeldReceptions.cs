using Heng.Engine.Facts;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>Kept receptions, without their rounds, for one stretch of days after another: the last days of a stretch are the first of the next and are not loaded again.</summary>
internal sealed class HeldReceptions(Database database, Shop shop)
{
    private List<Reception> held = [];
    private DateOnly until = DateOnly.MinValue;

    /// <summary>The days' receptions in their order. Neither end lies before that of an earlier call.</summary>
    public IReadOnlyList<Reception> Between(DateOnly from, DateOnly to)
    {
        var next = until >= from ? until.AddDays(1) : from;
        held = [.. held.Where(r => r.Day >= from), .. next <= to ? database.Facts.Receptions(shop.Id, next, to, rounds: false) : []];
        until = to > until ? to : until;
        return held;
    }
}
