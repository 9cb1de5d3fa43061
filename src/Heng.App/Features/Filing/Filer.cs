using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>Who asks about the daily work, under which name, and whose they may see and check. Groups are those of today; of who has left, the last.</summary>
public sealed class Filer(Database database, Viewer viewer, Instant now)
{
    public Viewer Viewer => viewer;
    public Instant Now => now;
    public DateOnly Today { get; } = ShopClock.Shanghai.DayOf(now);
    public Roster Roster { get; } = database.People.Roster;
    public string Name { get; } = AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;

    /// <summary>The command line without a name does nothing here, and an auditor changes nothing.</summary>
    public bool Acts => viewer.Role is not (Role.Operator or Role.Auditor);

    public Employment? PostOf(string person) => Roster.Find(person) is not { } found ? null : Roster.On(found.Id, Today) ?? (Roster.HistoryOf(found.Id) is [var latest, ..] ? latest : null);

    public string? GroupOf(string person) => PostOf(person)?.Group;

    public bool Sees(string person) => Rights.SeesFilings(viewer, person, GroupOf(person));
    public bool Checks(string person) => Acts && person != Name && Rights.ChecksFilings(viewer, GroupOf(person));

    /// <summary>As who acts on something that concerns the person; of nobody in particular, on something of a group.</summary>
    public FilingActor ActorFor(string person) => new(Name, Acts && Rights.ChecksFilings(viewer, GroupOf(person)), Rights.LeadsAppraisals(viewer));
    public FilingActor ActorOfGroup(string? group) => new(Name, Acts && Rights.ChecksFilings(viewer, group), Rights.LeadsAppraisals(viewer));

    public bool ChecksSomebody => Acts && Rights.DecidesSomeMeasures(viewer);

    /// <summary>Everybody at work today, by name.</summary>
    public IReadOnlyList<string> Everybody => [.. Roster.People.Where(p => Roster.On(p.Id, Today) is not null).Select(p => p.Name).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Positions => [.. Everybody.Select(p => PostOf(p)!.Position).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Those of them whom the viewer checks.</summary>
    public IReadOnlyList<string> Checked => [.. Everybody.Where(Checks)];

    public IReadOnlyList<string> Colleagues => viewer.Person is { } person ? [.. Everybody.Where(p => GroupOf(p) == GroupOf(person))] : Everybody;
}
