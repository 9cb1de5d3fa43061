using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Honours;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ImprovementPlans;

/// <summary>Writes, agrees to, follows and closes improvement plans for a page, and says why not.</summary>
public sealed class ImprovementDoing(Database database, TimeProvider time)
{
    public const string WrittenKind = "improvement-written", AgreedKind = "improvement-agreed", ClosedKind = "improvement-closed", DueKind = "improvement-step-due", LateKind = "improvement-step-late";

    public static Matters<ImprovementHappening> In(Database database) => database.Matters(GrowthMatters.Improvements);
    public Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    public DateOnly Today => ShopClock.Shanghai.DayOf(Now);

    public (KeptMatter<ImprovementHappening>? Plan, Refusal? Refused) Begin(ImprovementHappening asks, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var step = ImprovementCycle.Decide(null, ActorOf(viewer, asks.Person, asks.Group), asks with { At = Now }, Today);
        if (step.Refused is { } refused) return (null, ImprovementWords.Of(refused));
        var last = asks.Steps!.Max(s => s.By);
        if (In(database).Begin(new(asks.Person ?? "", last < Today ? last : Today, last, asks.Interview is { } interview ? KeyOf(interview) : null), step.Happens!) is not { } begun) return (null, ImprovementWords.AlreadyPlanned);
        Tell(begun);
        return (begun, null);
    }

    public Refusal? Do(KeptMatter<ImprovementHappening> plan, ImprovementHappening asks, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var state = new ImprovementState(plan.Happened);
        var step = ImprovementCycle.Decide(state, ActorOf(viewer, state.Text.Person, state.Text.Group), asks with { At = Now }, Today);
        if (step.Refused is { } refused) return ImprovementWords.Of(refused);
        if (!In(database).Append(plan, step.Happens!)) return DoingWords.ChangedMeanwhile;
        Tell(In(database).Find(plan.Id)!);
        return null;
    }

    /// <summary>The one plan that the steps of an interview became.</summary>
    public static string KeyOf(long interview) => string.Create(CultureInfo.InvariantCulture, $"interview/{interview}");

    public ImprovementActor ActorOf(Viewer viewer, string? person, string? group)
    {
        var name = AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;
        return new(name, name != person && viewer.Leads && Rights.SeesGroup(viewer, group), name != person && Rights.DecidesMeasures(viewer));
    }

    /// <summary>What they are called in notices: the person, or the group.</summary>
    public static string AboutOf(ImprovementState state) => state.Text.Person ?? state.Text.Group ?? "";

    private void Tell(KeptMatter<ImprovementHappening> plan)
    {
        var (state, last) = (new ImprovementState(plan.Happened), plan.Happened[^1]);
        var kind = (last.What, state.Stage) switch
        {
            (ImprovementEvent.Written, ImprovementStage.Proposed) => WrittenKind,
            (ImprovementEvent.Written or ImprovementEvent.Agreed, ImprovementStage.Running) => AgreedKind,
            (ImprovementEvent.Closed, _) => ClosedKind,
            _ => null,
        };
        if (kind is null) return;
        // A team's plan needs HR or the manager; a person's the person and who leads the group.
        var whom = Recipients.LeadersOf(database, state.Text.Group).Concat(state.IsOfTeam ? Recipients.Who(database, Rights.DecidesMeasures) : [state.Text.Person!]);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["about"] = AboutOf(state), ["by"] = last.Who };
        var occasion = string.Create(CultureInfo.InvariantCulture, $"{plan.Subject}/{plan.Happened.Count}");
        database.Notices.Tell([.. whom.Concat(state.AgreedBy).Where(w => w != last.Who).Distinct(StringComparer.Ordinal).Select(w => new Notice(w, kind, occasion, words, Links.Improvement(plan.Id), last.At))]);
    }
}
