using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Records;

namespace Heng.App.Features.Handovers;

/// <summary>A group's day of handovers, and what its shifts' ends show (交接). Own is the viewer's note of the day, where they have one to write.</summary>
public sealed record HandoverView(string Group, IReadOnlyList<string> Groups, DateOnly Day, DateOnly Today, Instant Now, IReadOnlyList<HandoverRow> Rows)
{
    public HandoverRow? Own { get; init; }
    public string? Me { get; init; }
    public bool MayExport { get; init; }
    public IReadOnlyList<ReliefRow> Reliefs { get; init; } = [];
    public IReadOnlyList<StretchRow> Stretches { get; init; } = [];
    /// <summary>Nobody of the group has a status log on the day: then nothing is known, which is not that nobody left.</summary>
    public bool HasLogs { get; init; }
    public IReadOnlyList<(string Id, string Words)> OpenCases { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public sealed record HandoverRow(HandoverState State, string Shift, Instant? End, IReadOnlyList<string> Receivers)
{
    public bool MayTake { get; init; }
    public bool MaySettle { get; init; }
    public IReadOnlyList<(string Id, string Href)> Cases { get; init; } = [];
}

public sealed record ReliefRow(string Name, int Minutes, string Words, FindingHappening? Decided, bool MayDecide, string Href);
public sealed record StretchRow(string Name, int Minutes, Instant End, Instant Until, IReadOnlyList<long> Receptions, FindingHappening? Decided, bool MayDecide);
