using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>Somebody who works here, and since when without a day between.</summary>
public sealed record HiredPerson(string Name, string Group, DateOnly Joined);

public static class HiredPeople
{
    public static IReadOnlyList<HiredPerson> All(Roster roster, DateOnly today) => [.. roster.People.Select(p => Of(roster, p, today)).OfType<HiredPerson>()];

    public static HiredPerson? Find(Roster roster, string name, DateOnly today) => roster.Find(name) is { } person ? Of(roster, person, today) : null;

    /// <summary>A move to another group or position is no joining; coming back after a day or more is.</summary>
    private static HiredPerson? Of(Roster roster, Person person, DateOnly today)
    {
        if (roster.On(person.Id, today) is not { } stands) return null;
        var joined = stands.From;
        foreach (var earlier in roster.HistoryOf(person.Id).Where(e => e.From < stands.From))
        {
            if (earlier.To is { } last && last.AddDays(1) < joined) break;
            joined = earlier.From;
        }
        return new(person.Name, stands.Group, joined);
    }
}
