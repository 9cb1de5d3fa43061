using Heng.App.Features.People;
using Heng.App.Features.Appraisals;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Training;

/// <summary>Somebody who works here today.</summary>
public sealed record AskedPerson(string Name, string Group, string Position);

/// <summary>What a form says of whom to ask: groups and positions as a whole, and people by name.</summary>
public sealed record AskedChoice(IReadOnlyList<string> Groups, IReadOnlyList<string> Positions, IReadOnlyList<string> People)
{
    public static readonly AskedChoice None = new([], [], []);
}

/// <summary>Whom somebody may ask to a training, an exam or a dialogue, and whom a choice of groups, positions and names comes to on the day.</summary>
public sealed class Asking
{
    private readonly Roster roster;
    private readonly IReadOnlyList<AskedPerson> everybody;

    public Asking(Database database, DateOnly today)
    {
        roster = database.People.Roster;
        everybody = [.. roster.People.Select(p => (p.Name, Stands: roster.On(p.Id, today))).Where(p => p.Stands is not null).Select(p => new AskedPerson(p.Name, p.Stands!.Group, p.Stands.Position))];
    }

    /// <summary>Those whom the viewer may ask, by group and name.</summary>
    public IReadOnlyList<AskedPerson> For(Viewer viewer) => !Rights.AsksToLearn(viewer) ? []
        : [.. everybody.Where(p => Rights.ManagesLearning(viewer) || viewer.Groups.Contains(p.Group, StringComparer.Ordinal)).OrderBy(p => p.Group, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Groups and positions reach as far as one may ask, and leave out who holds it; a name is taken as it is, so that one too many is refused and not passed over.</summary>
    public IReadOnlyList<string> Chosen(AskedChoice choice, Viewer viewer, string? without = null) =>
    [
        .. For(viewer).Where(p => p.Name != without && (choice.Groups.Contains(p.Group, StringComparer.Ordinal) || choice.Positions.Contains(p.Position, StringComparer.Ordinal))).Select(p => p.Name)
            .Concat(choice.People.Where(n => roster.Find(n) is not null)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public TrainingActor TrainerOf(Viewer viewer) => new(NameOf(viewer), MayAsk(viewer), Rights.ManagesLearning(viewer));
    public ExamActor ExaminerOf(Viewer viewer) => new(NameOf(viewer), MayAsk(viewer), Rights.ManagesLearning(viewer));
    public string NameOf(Viewer viewer) => AppraisalDoing.ActorOf(viewer, roster).Name;

    /// <summary>Whether the viewer sees how somebody does: themself, their groups, everybody. The group is the one that the person is in today.</summary>
    public bool Sees(Viewer viewer, string name) => Rights.Sees(viewer, name, GroupOf(name));

    public string? GroupOf(string name) => everybody.FirstOrDefault(p => p.Name == name)?.Group ?? (roster.Find(name) is { } person && roster.HistoryOf(person.Id) is [var last, ..] ? last.Group : null);

    private IReadOnlyCollection<string>? MayAsk(Viewer viewer) => Rights.ManagesLearning(viewer) ? null : [.. For(viewer).Select(p => p.Name)];
}
