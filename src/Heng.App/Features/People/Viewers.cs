using Heng.Store;

namespace Heng.App.Features.People;

/// <summary>
/// From a kept account to who is asking. A leader's group is the one of the person behind the account, as it stands at the end of the roster, unless the account names one;
/// a supervisor has those that the account names and no other.
/// </summary>
public static class Viewers
{
    public static Viewer Of(Database database, UserAccount user)
    {
        var roster = database.People.Roster;
        var name = user.Person is { } person ? roster.NameOf(person) : null;
        var group = user.Person is { } id ? roster.HistoryOf(id) is [var latest, ..] ? latest.Group : null : null;
        var role = Enum.Parse<Role>(user.Role, ignoreCase: true);
        return role == Role.Supervisor
            ? new(user.Name, role, name, group) { Groups = GroupNames.Of(user.Team) }
            : new(user.Name, role, name, user.Team ?? group);
    }
}
