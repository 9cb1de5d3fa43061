using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>The months in which a viewer finds a person, told without working the months out: employed in it, or sealed in it and no longer on the roster.</summary>
public static class PersonMonths
{
    public static Func<Month, bool> Of(string agent, Viewer viewer, Roster roster, Database database)
    {
        var person = roster.Find(agent);
        return month => person is not null && roster.In(person.Id, month) is { } employment
            ? Rights.Sees(viewer, agent, employment.Group)
            : Rights.Sees(viewer, agent, null) && SealedMonth.Find(database, month) is { } closed && new SealedResults(closed).Agents.Contains(agent, StringComparer.Ordinal);
    }
}
