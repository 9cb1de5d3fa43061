using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.Engine.Daily;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>
/// Who gives which of the two approvals (两人批准) in a group: its leader and its supervisor. For one that nobody but those concerned holds HR or the manager stands in. Nobody acts on
/// their own request.
/// </summary>
public sealed class FloorOffices(Database database)
{
    private readonly Roster roster = database.People.Roster;
    private readonly IReadOnlyList<Viewer> accounts = [.. database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u))];

    public IReadOnlyList<Office> Of(Viewer viewer, string? group, params IReadOnlyList<string> concerned)
    {
        if (concerned.Contains(NameOf(viewer), StringComparer.Ordinal)) return [];
        if (OwnOffice(viewer, group) is { } own) return [own];
        return viewer.Role is Role.Hr or Role.Manager
            ? [.. new[] { Office.Leader, Office.Supervisor }.Where(office => !accounts.Any(a => OwnOffice(a, group) == office && !concerned.Contains(NameOf(a), StringComparer.Ordinal)))]
            : [];
    }

    public string NameOf(Viewer viewer) => AppraisalDoing.NameOf(viewer, name => roster.Find(name) is not null);

    /// <summary>The names of those whose approval is waited for.</summary>
    public IReadOnlyList<string> Approving(string? group, IReadOnlyList<Office> waiting, params IReadOnlyList<string> concerned) =>
        [.. accounts.Where(a => Of(a, group, concerned).Any(waiting.Contains)).Select(NameOf).Distinct(StringComparer.Ordinal)];

    private static Office? OwnOffice(Viewer viewer, string? group) =>
        !viewer.Leads || group is null || !viewer.Groups.Contains(group, StringComparer.Ordinal) ? null : viewer.Role == Role.Leader ? Office.Leader : Office.Supervisor;
}
