using Heng.App.Features.Appraisals;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Who asks about inspections, and what they may see and do of each.</summary>
public sealed class Inspector(Database database, Viewer viewer, Instant now)
{
    private readonly Filer filer = new(database, viewer, now);

    public Viewer Viewer => viewer;
    public Instant Now => now;
    public DateOnly Today => filer.Today;
    public string Name => filer.Name;
    public bool Acts => filer.Acts;

    /// <summary>Sees the work of inspecting: plans, agreement, how strict whom; an agent sees their own results alone.</summary>
    public bool SeesWork => Rights.SeesInspectionWork(viewer);
    public bool Leads => Acts && Rights.SetsSampling(viewer, null);
    public IReadOnlyList<string> Everybody => filer.Everybody;

    /// <summary>One's own only once it is told; others' by group. Who may see the marks is another question.</summary>
    public bool Sees(InspectionState state) => state.Agent == Name || state.Agent == viewer.Person ? state.IsReady && !state.IsVoid : Rights.SeesInspections(viewer, state.Drawn.Group);

    /// <summary>Until every inspector is done each knows their own marks alone, whoever they are: anybody might be the second.</summary>
    public bool SeesMarks(InspectionState state) => Sees(state) && state.AllIn;

    /// <summary>Who did what, and when, is as blind as the marks for whoever may be one of the two: they are told of their own steps alone until both are in.</summary>
    public bool SeesStep(InspectionState state, MatterStep step) =>
        SeesWho(state) || step.Who == Name || step is InspectionHappening { What: InspectionEvent.Drawn or InspectionEvent.Voided } || (step as InspectionHappening)?.To == Name;

    public bool SeesWho(InspectionState state) => state.AllIn || state.Needed == 1 || !Rights.Inspects(viewer, state.Kind, state.Drawn.Group);

    public InspectionActor ActorFor(InspectionState state) => ActorOf(viewer, Name, state, Acts);

    public SamplingActor SamplerFor(SamplingPlan plan) => new(Name, Acts && Rights.SetsSampling(viewer, plan.Kind == InspectionKind.Own ? plan.Group : null));

    /// <summary>Everybody sees how the company draws, so that anybody can draw it again; a group's own check is the group's.</summary>
    public bool SeesPlan(SamplingPlan plan) => plan.Group is not { } group || Rights.SeesInspections(viewer, group) || viewer.Groups.Contains(group, StringComparer.Ordinal);

    /// <summary>Whom it may be given to: those who inspect such, as who they are.</summary>
    public IReadOnlyList<InspectionActor> InspectorsFor(InspectionState state) =>
        [.. database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u)).Select(v => ActorOf(v, AppraisalDoing.ActorOf(v, filer.Roster).Name, state, true)).Where(a => a.Inspects).DistinctBy(a => a.Name)];

    private InspectionActor ActorOf(Viewer who, string name, InspectionState state, bool acts) => new(
        name, who.Person is { } person ? filer.GroupOf(person) : null, acts && Rights.Inspects(who, state.Kind, state.Drawn.Group), acts && state.Kind == InspectionKind.Company && Rights.DecidesInspections(who),
        acts && Rights.SetsSampling(who, null));
}
