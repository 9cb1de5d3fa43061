using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Records;

namespace Heng.App.Features.Leaves;

/// <summary>Leave (请假): what somebody may ask for, the requests that they see, and what is on record of their own.</summary>
public sealed record LeaveView(string? Me, IReadOnlyList<string> Kinds, IReadOnlyList<LeaveRow> Requests, IReadOnlyList<Leave> Records, DateOnly Today)
{
    public Refusal? Refused { get; init; }
}

public sealed record LeaveRow(long Id, RequestState State, IReadOnlyList<RequestEvent> MayDo, IReadOnlyList<string> Waits);
