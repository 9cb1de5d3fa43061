using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// What still counts of an older version once a newer one is published that begins later (接续): each plan of the older one until the day before the newer one begins for
/// its position or people. A plan that the newer one has nothing for ends when the newer one begins at all.
/// </summary>
public static class Succession
{
    /// <summary>The older plans with their last days; those that the newer version replaces at once are left out.</summary>
    public static IReadOnlyList<Plan> Until(IReadOnlyList<Plan> older, IReadOnlyList<Plan> newer) => [.. older.Select(p => Until(p, newer)).OfType<Plan>()];

    private static Plan? Until(Plan plan, IReadOnlyList<Plan> newer)
    {
        var own = newer.Where(n => n.Cycle == plan.Cycle && Shares(n, plan)).ToArray();
        var begins = (own.Length > 0 ? own : [.. newer]).Select(n => n.Effective.From).ToArray();
        if (begins.Length == 0 || Array.Exists(begins, b => b is null)) return null;
        var last = begins.Min()!.Value.AddDays(-1);
        var days = plan.Effective with { To = plan.Effective.To is { } to && to < last ? to : last };
        return days.From > days.To ? null : plan with { Effective = days };
    }

    /// <summary>
    /// A draft as it is tried on a month before its day: what it begins with counts then already. A plan that follows another of the same draft keeps its day.
    /// </summary>
    public static SchemeVersion TriedFrom(SchemeVersion draft, DateOnly first) => draft with
    {
        Plans = [.. draft.Plans.Select(p => p.Effective.From is { } from && from > first && !draft.Plans.Any(o => o.Cycle == p.Cycle && Shares(o, p) && !(o.Effective.From >= from))
            ? p with { Effective = p.Effective with { From = null } } : p)],
    };

    private static bool Shares(Plan a, Plan b) => a.Positions.Intersect(b.Positions, StringComparer.Ordinal).Any() || a.People.Intersect(b.People, StringComparer.Ordinal).Any();
}
