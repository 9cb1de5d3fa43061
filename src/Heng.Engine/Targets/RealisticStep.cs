using Heng.Engine.Metrics;

namespace Heng.Engine.Targets;

/// <summary>Where a realistic step leads: to what a quarter of the group reaches, or to what the person has reached before.</summary>
public enum StepTo : byte { GroupQuartile, OwnBest }

/// <summary>
/// A step that somebody can be asked for (可及的一步): to the group's upper quartile or to the own best month, whichever is nearer. The quartile is the value that the better quarter of
/// the group reaches, by nearest rank, and stands for nobody alone: a group of fewer than four has none.
/// </summary>
public sealed record RealisticStep(decimal To, StepTo From)
{
    private const int LeastGroup = 4;

    /// <param name="group">The group's values, the person's own among them.</param>
    /// <param name="own">The person's values of earlier months.</param>
    /// <returns>Null where neither lies on the better side of the value, or no side is better.</returns>
    public static RealisticStep? Of(decimal now, Better better, IReadOnlyList<decimal> group, IReadOnlyList<decimal> own)
    {
        if (better == Better.None) return null;
        bool Beats(decimal value) => better == Better.Lower ? value < now : value > now;
        decimal[] Sorted(IReadOnlyList<decimal> values) => [.. better == Better.Lower ? values.Order() : values.OrderDescending()];
        var steps = new List<RealisticStep>();
        if (own.Count > 0) steps.Add(new(Sorted(own)[0], StepTo.OwnBest));
        if (group.Count >= LeastGroup) steps.Add(new(Sorted(group)[(group.Count + 3) / 4 - 1], StepTo.GroupQuartile));
        return steps.Where(s => Beats(s.To)).OrderBy(s => Math.Abs(s.To - now)).FirstOrDefault();
    }
}
