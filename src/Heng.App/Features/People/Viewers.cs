using Heng.Store;

namespace Heng.App.Features.People;

/// <summary>From a kept account to who is asking. A leader's group is the one of the person behind the account, as it stands at the end of the roster.</summary>
public static class Viewers
{
    public static Viewer Of(Database database, UserAccount user)
    {
        var roster = database.People.Roster;
        var name = user.Person is { } person ? roster.NameOf(person) : null;
        var group = user.Person is { } id ? roster.HistoryOf(id) is [var latest, ..] ? latest.Group : null : null;
        return new(user.Name, Enum.Parse<Role>(user.Role, ignoreCase: true), name, user.Team ?? group);
    }
}
