using Heng.App.Features.People;

namespace Heng.App.Features.Floor;

/// <summary>What a viewer may see and do of the floor's day.</summary>
public static class FloorRights
{
    /// <summary>Colleagues of a group know who of them works when, and read each other's handovers.</summary>
    public static bool SeesFloor(Viewer viewer, string? group) => Rights.SeesEveryone(viewer) || group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal);

    /// <summary>Writes the roster, settles handovers and findings: who leads the group, HR and the manager.</summary>
    public static bool LeadsFloor(Viewer viewer, string? group) => viewer.Role is Role.Hr or Role.Manager || viewer.Leads && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal);

    public static bool LeadsSomeFloor(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager || viewer.Leads;

    /// <summary>Requests, remarks of leave and findings are between somebody, those who lead them, and those who answer for all.</summary>
    public static bool SeesRequests(Viewer viewer, string? group) => viewer.Role is Role.Hr or Role.Manager or Role.Auditor or Role.Operator || viewer.Leads && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal);

    /// <summary>Takes part: asks, approves, writes. QA, the administrator and the auditor look on.</summary>
    public static bool TakesPart(Viewer viewer) => viewer.Person is not null && viewer.Role is Role.Agent or Role.Leader or Role.Supervisor || viewer.Leads || viewer.Role is Role.Hr or Role.Manager;
}
