namespace Heng.Engine.Live.Warnings;

/// <summary>When a warning is raised (预警阈值). Null: not at all.</summary>
public sealed record WarningLimits
{
    public static readonly WarningLimits Usual = new();

    /// <summary>A buyer waits longer than so many seconds.</summary>
    public int? WaitSeconds { get; init; } = 180;
    /// <summary>And is as good as left unanswered.</summary>
    public int? UnansweredSeconds { get; init; } = 1800;
    /// <summary>The last so many answered rounds took more seconds than that on average.</summary>
    public int? AverageSeconds { get; init; } = 60;
    public int AverageOver { get; init; } = 10;
    /// <summary>More open sessions than that.</summary>
    public int? OpenSessions { get; init; } = 15;
    /// <summary>Offline or suspended on shift for longer.</summary>
    public int? AwaySeconds { get; init; } = 600;
    public bool ForbiddenWords { get; init; } = true;
    public bool RiskWords { get; init; } = true;
    public bool Complaints { get; init; } = true;
}

/// <summary>Limits of a line (a group), a shift of the day, or both.</summary>
public sealed record WarningLine(string? Group, string? Shift, WarningLimits Limits);

/// <summary>Minutes of the wall's day, the end not included; from later than to goes over midnight, from = to is never.</summary>
public sealed record QuietHours(int From, int To)
{
    public bool Holds(int minute) => From < To ? minute >= From && minute < To : From > To && (minute >= From || minute < To);
}

/// <summary>All of a shop's thresholds, and how warnings merge and escalate.</summary>
public sealed record WarningRules
{
    public static readonly WarningRules Usual = new();

    public WarningLimits Limits { get; init; } = WarningLimits.Usual;
    public IReadOnlyList<WarningLine> Lines { get; init; } = [];
    /// <summary>Only the gravest are raised then.</summary>
    public QuietHours? Quiet { get; init; }
    /// <summary>More than so many of a kind in a group within so many seconds become one of the group.</summary>
    public int MergeOver { get; init; } = 3;
    public int MergeSeconds { get; init; } = 600;
    /// <summary>What ends by itself before that asks nobody to act: it is counted and not kept.</summary>
    public int KeepSeconds { get; init; } = 20;
    /// <summary>Untaken for so long it goes on to the next.</summary>
    public int EscalateSeconds { get; init; } = 600;
    /// <summary>How many times its usual, or less than one part in so many, is drift. Null: not watched.</summary>
    public decimal? DriftFactor { get; init; } = 2m;

    /// <summary>Of how many of the newest answers anybody's average is; also where it is warned of no more, for one that was.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Answers => Lines.Select(l => l.Limits).Append(Limits).Max(l => l.AverageOver);

    /// <summary>The most exact: group and shift, then the group, then the shift, then the usual.</summary>
    public WarningLimits For(string? group, string? shift) =>
        Lines.Where(l => (l.Group is null || l.Group == group) && (l.Shift is null || l.Shift == shift) && (l.Group ?? l.Shift) is not null)
            .OrderByDescending(l => l.Group is not null).ThenByDescending(l => l.Shift is not null).FirstOrDefault()?.Limits ?? Limits;

    /// <summary>What is out of range, by its field; null where all is well.</summary>
    public string? Wrong() => new[] { Limits }.Concat(Lines.Select(l => l.Limits)).Select(Wrong).FirstOrDefault(w => w is not null)
        ?? (Lines.Any(l => l.Group is null && l.Shift is null) || Lines.DistinctBy(l => (l.Group, l.Shift)).Count() < Lines.Count ? "line"
        : Quiet is { } quiet && (quiet.From is < 0 or >= 1440 || quiet.To is < 0 or >= 1440) ? "quiet"
        : MergeOver is < 1 or > 100 || MergeSeconds is < 60 or > 7200 ? "merge"
        : KeepSeconds is < 0 or > 600 ? "keep"
        : EscalateSeconds is < 60 or > 86400 ? "escalate"
        : DriftFactor is <= 1 or > 100 ? "drift" : null);

    private static string? Wrong(WarningLimits limits) => limits switch
    {
        { WaitSeconds: < 10 or > LiveDay.LongestWait } => "wait",
        { UnansweredSeconds: < 60 or > LiveDay.LongestWait } => "unanswered",
        { WaitSeconds: { } wait, UnansweredSeconds: { } unanswered } when unanswered <= wait => "unanswered",
        { AverageSeconds: < 1 or > LiveDay.LongestWait } => "average",
        { AverageOver: < 3 or > LiveDay.MostAnswered } => "over",
        { OpenSessions: < 1 or > 10_000 } => "open",
        { AwaySeconds: < 60 or > 86400 } => "away",
        _ => null,
    };
}
