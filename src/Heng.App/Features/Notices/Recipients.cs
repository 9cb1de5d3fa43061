using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>Under which name somebody is told (收件人): the roster's for a person, else the account's. An account of nobody that is called like somebody is not that person.</summary>
public static class Recipients
{
    public static string NameOf(Database database, Viewer viewer) => AppraisalDoing.NameOf(viewer, name => database.People.All.Any(p => p.Name == name));

    /// <summary>Everybody whose account has one of the roles.</summary>
    public static IReadOnlyList<string> Holding(Database database, params IReadOnlyList<Role> roles) => Who(database, v => roles.Contains(v.Role));

    /// <summary>Who leads a group; nobody where there is none.</summary>
    public static IReadOnlyList<string> LeadersOf(Database database, string? group) => group is null ? [] : Who(database, v => v.Leads && v.Groups.Contains(group, StringComparer.Ordinal));

    /// <summary>Everybody who may.</summary>
    public static IReadOnlyList<string> Who(Database database, Func<Viewer, bool> may)
    {
        var roster = database.People.Roster;
        return [.. database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u)).Where(may).Select(v => AppraisalDoing.ActorOf(v, roster).Name).Distinct(StringComparer.Ordinal)];
    }
}
