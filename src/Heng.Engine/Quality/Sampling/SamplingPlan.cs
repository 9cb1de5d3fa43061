namespace Heng.Engine.Quality.Sampling;

/// <summary>Whose check it is (检查): the group's own (自查), which coaches and never scores, or the company's (公司检), which scores. Stored by number.</summary>
public enum InspectionKind : byte { Own, Company }

/// <summary>What is drawn from. Stored by number.</summary>
public enum Sampled : byte { Receptions, Calls }

/// <summary>By what the frame is cut into strata (分层). Stored by number.</summary>
[Flags]
public enum StrataAxes : byte { None = 0, Group = 1, Slot = 2, Line = 4, Risk = 8, All = Group | Slot | Line | Risk }

/// <summary>
/// How a period's inspections are drawn (抽检计划): PerStratum of each stratum, PerRisk of each stratum at risk in its place where risk is an axis, and PerAgent of every agent who has so many.
/// SecondShare of what the company draws is inspected a second time, blind. SlotStarts are the hours at which time slots begin, the first 0.
/// </summary>
public sealed record SamplingPlan(
    InspectionKind Kind, Sampled Of, DateOnly First, DateOnly Last, int PerStratum, int PerRisk, int PerAgent, decimal SecondShare, StrataAxes Axes, IReadOnlyList<int> SlotStarts)
{
    public static readonly IReadOnlyList<int> ShippedSlots = [0, 9, 18];
    /// <summary>The one group that is drawn from; null for all.</summary>
    public string? Group { get; init; }

    public const int MostDays = 92, MostEach = 500, MostSlots = 8;

    /// <summary>Of receptions whose group, position or hour is not known the stratum says so; they are drawn like all others.</summary>
    public string StratumOf(FrameItem item) => string.Join('/', Parts(item));

    public string SlotOf(int hour)
    {
        var at = SlotStarts.Count - 1;
        while (at > 0 && SlotStarts[at] > hour) at--;
        return $"{SlotStarts[at]:00}–{(at + 1 < SlotStarts.Count ? SlotStarts[at + 1] : 24):00}";
    }

    public int QuotaOf(FrameItem item) => item.Risk && Axes.HasFlag(StrataAxes.Risk) ? PerRisk : PerStratum;

    private IEnumerable<string> Parts(FrameItem item)
    {
        if (Axes.HasFlag(StrataAxes.Group)) yield return item.Group;
        if (Axes.HasFlag(StrataAxes.Slot)) yield return SlotOf(item.Hour);
        if (Axes.HasFlag(StrataAxes.Line)) yield return item.Line;
        if (Axes.HasFlag(StrataAxes.Risk)) yield return item.Risk ? "risk" : "plain";
    }
}
