using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Activities;

/// <summary>Plans sessions and projects, signs up to them, and confirms who gave them and who came.</summary>
public sealed class ActivityDoing(Database database, string folder, TimeProvider time)
{
    public const string HeldKind = "activity-held";

    public (long? Id, Refusal? Refused) Plan(ActivityHappening plan, Filer filer)
    {
        if (Unnamed(filer) is { } not) return (null, not);
        // Somebody who is of no group plans for everybody.
        var step = ActivityCycle.Plan(plan with { Who = filer.Name, At = filer.Now, Group = filer.GroupOf(filer.Name) }, filer.Today);
        if (step.Refused is { } refused) return (null, FilingWords.Of(refused));
        if (database.Matters(ActivityMatters.Kind).Between(plan.Day!.Value, plan.Day.Value).Select(ActivityMatters.StateOf).Any(a => a.Stage == ActivityStage.Planned && (a.Planned.Who, a.Planned.Kind, a.Planned.Name) == (filer.Name, plan.Kind, plan.Name)))
            return (null, FilingWords.Of(FilingRefusal.AlreadyRecorded));
        return database.Matters(ActivityMatters.Kind).Begin(new("", plan.Day.Value), step.Happens!) is { } begun ? (begun.Id, null) : (null, DoingWords.ChangedMeanwhile);
    }

    public Refusal? SignUp(KeptMatter<ActivityHappening> kept, bool up, Filer filer) =>
        Unnamed(filer) ?? (filer.Viewer.Person is null ? FilingWords.Of(FilingRefusal.NotYours) : Keep(kept, ActivityCycle.SignUp(ActivityMatters.StateOf(kept), filer.Name, up, filer.Now)));

    public Refusal? Hold(KeptMatter<ActivityHappening> kept, ActivityHappening held, Filer filer)
    {
        if (Unnamed(filer) is { } not) return not;
        var activity = ActivityMatters.StateOf(kept);
        if (held.Part?.Any(p => filer.Roster.Find(p.Who) is null) == true) return FilingWords.Of(FilingRefusal.PersonMissing);
        // Whoever confirms checks each of those who are credited.
        var by = filer.ActorOfGroup(activity.Planned.Group) with { Checks = held.Part is { Count: > 0 } part && part.Where(p => p.Contributed).All(p => p.Who == filer.Name || filer.Checks(p.Who)) && filer.ChecksSomebody };
        var step = ActivityCycle.Hold(activity, by, held with { Who = filer.Name, At = filer.Now }, filer.Today);
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        Activity[] records = [.. activity.After(step.Happens!).Records];
        // Of one name, person and day there is one record.
        if (records.Any(r => database.Records(RecordKinds.Activities).Between(Shops.Company.Id, r.Day, r.Day).Contains(r))) return FilingWords.Of(FilingRefusal.AlreadyRecorded);
        if (new ByHand(database, folder, time).Keep(ActivityMatters.Kind, kept, step.Happens!, "activities", [.. records.Select(r => HandRecord.Of(RecordKinds.Activities, r))]) is { } busy) return busy;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = filer.Name, ["what"] = activity.Named };
        database.Notices.Tell([.. records.Where(r => r.Agent != filer.Name).Select(r => new Notice(r.Agent, HeldKind, kept.Subject, words, Links.Activity(kept.Id), filer.Now))]);
        return null;
    }

    public Refusal? Cancel(KeptMatter<ActivityHappening> kept, string? why, Filer filer) =>
        Unnamed(filer) ?? Keep(kept, ActivityCycle.Cancel(ActivityMatters.StateOf(kept), filer.ActorOfGroup(ActivityMatters.StateOf(kept).Planned.Group), why ?? "", filer.Now));

    private static Refusal? Unnamed(Filer filer) => filer.Viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : filer.Acts ? null : FilingWords.Of(FilingRefusal.RoleMayNot);

    private Refusal? Keep(KeptMatter<ActivityHappening> kept, FilingStep<ActivityHappening> step) =>
        step.Refused is { } refused ? FilingWords.Of(refused) : database.Matters(ActivityMatters.Kind).Append(kept, step.Happens!) ? null : DoingWords.ChangedMeanwhile;
}
