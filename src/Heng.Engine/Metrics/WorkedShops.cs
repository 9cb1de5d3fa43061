using Heng.Engine.Facts;

namespace Heng.Engine.Metrics;

/// <summary>
/// The shops that somebody worked in (干过活的店铺): those in which any of the period's agent-days is theirs. Who has none in any is measured against all of them.
/// </summary>
public static class WorkedShops
{
    /// <param name="shops">The agent-days of each shop.</param>
    public static IReadOnlyList<AgentDay> Of(IReadOnlyList<IReadOnlyList<AgentDay>> shops, Func<AgentDay, bool> own)
    {
        var worked = shops.Where(days => days.Any(own)).ToList();
        return [.. (worked.Count == 0 ? shops : worked).SelectMany(days => days)];
    }
}
