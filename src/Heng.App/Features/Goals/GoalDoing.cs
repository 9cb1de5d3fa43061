using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Goals;

/// <summary>Proposes goals, agrees to them, and takes them to their judgement. What both agreed to is the record that cards read, with how far it came.</summary>
public sealed class GoalDoing(Database database, string folder, TimeProvider time)
{
    public const string ProposedKind = "goal-proposed", AgreedKind = "goal-agreed", JudgedKind = "goal-judged";

    public (long? Id, Refusal? Refused) Propose(string? agent, GoalHappening terms, Filer filer)
    {
        if (Unnamed(filer) is { } not) return (null, not);
        if (agent is null || filer.Roster.Find(agent) is null || !filer.Sees(agent)) return (null, FilingWords.Of(FilingRefusal.PersonMissing));
        var step = GoalCycle.Propose(null, agent, filer.ActorFor(agent), terms with { Who = filer.Name, At = filer.Now }, filer.Today);
        if (step.Refused is { } refused) return (null, FilingWords.Of(refused));
        // Of one name, person and day there is one goal.
        if (Taken(agent, step.Happens!, null)) return (null, FilingWords.Of(FilingRefusal.AlreadyRecorded));
        if (database.Matters(GoalMatters.Kind).Begin(new(agent, terms.Due!.Value), step.Happens!) is not { } begun) return (null, DoingWords.ChangedMeanwhile);
        Tell(begun, step.Happens!, filer);
        return (begun.Id, null);
    }

    public Refusal? Change(KeptMatter<GoalHappening> kept, GoalHappening terms, Filer filer) => Unnamed(filer)
        ?? (Taken(kept.Of.About, terms, kept.Id) ? FilingWords.Of(FilingRefusal.AlreadyRecorded)
        : Keep(kept, GoalCycle.Propose(GoalMatters.StateOf(kept), kept.Of.About, filer.ActorFor(kept.Of.About), terms with { Who = filer.Name, At = filer.Now }, filer.Today), filer));

    public Refusal? Agree(KeptMatter<GoalHappening> kept, int terms, Filer filer) => Unnamed(filer) ?? Keep(kept, GoalCycle.Agree(GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About), terms, filer.Now), filer);
    public Refusal? CheckIn(KeptMatter<GoalHappening> kept, decimal? now, string? words, Filer filer) => Unnamed(filer) ?? Keep(kept, GoalCycle.CheckIn(GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About), now, words, filer.Now), filer);
    public Refusal? Judge(KeptMatter<GoalHappening> kept, GoalHappening judged, Filer filer) => Unnamed(filer) ?? Keep(kept, GoalCycle.Judge(GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About), judged with { Who = filer.Name, At = filer.Now }, filer.Today), filer);
    public Refusal? See(KeptMatter<GoalHappening> kept, string? words, Filer filer) => Unnamed(filer) ?? Keep(kept, GoalCycle.See(GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About), words, filer.Now), filer);
    public Refusal? Drop(KeptMatter<GoalHappening> kept, string? why, Filer filer) => Unnamed(filer) ?? Keep(kept, GoalCycle.Drop(GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About), why ?? "", filer.Now), filer);

    private static Refusal? Unnamed(Filer filer) => filer.Viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : filer.Acts ? null : FilingWords.Of(FilingRefusal.RoleMayNot);

    private bool Taken(string agent, GoalHappening terms, long? own) => database.Matters(GoalMatters.Kind).About(agent).Where(m => m.Id != own).Select(GoalMatters.StateOf)
        .Any(g => g.Stage != GoalStage.Dropped && ((g.Proposed.Due, g.Proposed.Name) == (terms.Due, terms.Name) || g.Standing is { } standing && (standing.Due, standing.Name) == (terms.Due, terms.Name)));

    private Refusal? Keep(KeptMatter<GoalHappening> kept, FilingStep<GoalHappening> step, Filer filer)
    {
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        var (happens, after) = (step.Happens!, GoalMatters.StateOf(kept).After(step.Happens!));
        // A proposal and having seen it change no record.
        HandRecord[] records = happens.What is GoalEvent.Proposed or GoalEvent.Seen ? [] : [.. after.Records(ShopClock.Shanghai).Select(g => HandRecord.Of(RecordKinds.Goals, g))];
        var not = records.Length == 0 ? database.Matters(GoalMatters.Kind).Append(kept, happens) ? null : DoingWords.ChangedMeanwhile : new ByHand(database, folder, time).Keep(GoalMatters.Kind, kept, happens, "goals", records);
        if (not is null) Tell(kept with { Happened = after.Happened }, happens, filer);
        return not;
    }

    private void Tell(KeptMatter<GoalHappening> kept, GoalHappening happens, Filer filer)
    {
        var kind = happens.What switch { GoalEvent.Proposed => ProposedKind, GoalEvent.Agreed => AgreedKind, GoalEvent.Judged => JudgedKind, _ => null };
        if (kind is null) return;
        var agent = kept.Of.About;
        IEnumerable<string> whom = happens.Who == agent ? Recipients.LeadersOf(database, filer.GroupOf(agent)) : [agent];
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = happens.Who, ["agent"] = agent, ["what"] = GoalMatters.StateOf(kept).Proposed.Name! };
        database.Notices.Tell([.. whom.Where(w => w != happens.Who).Select(to => new Notice(to, kind, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{kept.Happened.Count}"), words, Links.Goal(kept.Id), happens.At))]);
    }
}
