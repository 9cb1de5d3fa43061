using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>What is asked of an inspection: To is whom it is given to or taken from; messages are those of the reception, which marks may point at.</summary>
public sealed record InspectionWish(InspectionEvent What, string? To, IReadOnlyList<CriterionMark> Marks, string Words, IReadOnlySet<string> Messages);

/// <summary>Takes inspections through their steps. What stands is the record that cards read; what is void later is a new version of it.</summary>
public sealed class InspectionDoing(Database database, string folder, TimeProvider time)
{
    public const string AssignedKind = "inspection-assigned", ToSettleKind = "inspection-to-settle", ToldKind = "inspection-told", CoachedKind = "inspection-coached", ObjectedKind = "inspection-objected", DecidedKind = "inspection-decided";

    public Refusal? Act(KeptMatter<InspectionHappening> kept, InspectionWish wish, Inspector by)
    {
        if (by.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var state = InspectionMatters.StateOf(kept);
        var plan = InspectionMatters.PlanOf(database, state);
        var to = wish.To is null ? null : by.InspectorsFor(state).FirstOrDefault(i => i.Name == wish.To);
        if (wish.To is not null && to is null) return InspectionRefusals.Of(InspectionRefusal.NobodyNamed);
        if (wish.Marks.Any(m => m.Message is { } message && !wish.Messages.Contains(message))) return InspectionRefusals.Of(InspectionRefusal.MessageUnknown);
        var step = InspectionCycle.Decide(state, plan.Form, new(wish.What, by.ActorFor(state)) { To = to, Marks = wish.Marks, Words = wish.Words }, plan.Set.AppealDays!.Value, by.Now, by.Today);
        if (step.Refused is { } refused) return InspectionRefusals.Of(refused, plan.Form, wish.Marks);
        var after = state.After(step.Happens!);
        if (RecordOf(kept, state, after, plan) is { } record)
        {
            if (new ByHand(database, folder, time).Keep(InspectionMatters.Inspections, kept, step.Happens!, "qa-cards", HandRecord.Of(RecordKinds.Inspections, record)) is { } not) return not;
        }
        else if (!database.Matters(InspectionMatters.Inspections).Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        Tell(kept, state, after, step.Happens!, by);
        return null;
    }

    /// <summary>Takes the next that waits, in the order of the draw: an inspector doesn't choose what to look at. Null where there is none.</summary>
    public (long? Id, Refusal? Refused) TakeNext(Inspector by)
    {
        foreach (var kept in InspectionBook.Open(database, by.Today).Where(k => InspectionMatters.StateOf(k) is { HasSeat: true } state && by.Sees(state) && !state.Takers.Contains(by.Name)))
        {
            var state = InspectionMatters.StateOf(kept);
            if (InspectionCycle.Decide(state, InspectionMatters.PlanOf(database, state).Form, new(InspectionEvent.Taken, by.ActorFor(state)), 1, by.Now, by.Today).Refused is not null) continue;
            // Somebody else may have taken it just now; then the next is as good.
            if (Act(kept, new(InspectionEvent.Taken, null, [], "", new HashSet<string>()), by) is null) return (kept.Id, null);
        }
        return (null, null);
    }

    /// <summary>What nobody objected to in time stands from now on; all of it in one run, so that a month is settled once. As whom: empty where the daily round does it.</summary>
    public (int Stood, Refusal? Refused) LetStand(string who, Instant now, DateOnly today)
    {
        var due = InspectionBook.Open(database, today).Select(k => (Kept: k, State: InspectionMatters.StateOf(k))).Where(k => k.State.Stage == InspectionStage.Told && today > k.State.AnswerBy).ToArray();
        if (due.Length == 0) return (0, null);
        if (ImportRun.WhenFree(database, folder, time) is not { } run) return (0, DoingWords.Busy);
        var stood = 0;
        using (run)
            run.Keep(InspectionMatters.Inspections.Name, "qa-cards", who, (source, changes) =>
            {
                foreach (var (kept, state) in due)
                {
                    var happens = new InspectionHappening(InspectionEvent.Stood, who, now, "");
                    HandRecord[] records = [HandRecord.Of(RecordKinds.Inspections, Standing(kept, state.After(happens), InspectionMatters.PlanOf(database, state)))];
                    if (!database.Matters(InspectionMatters.Inspections).Append(kept, happens, HandRecord.Keep(records, database, source))) continue;
                    HandRecord.Touch(records, database, changes);
                    stood++;
                }
            });
        return (stood, null);
    }

    /// <summary>Only where it begins to stand, or what stood is void, is there something to tell the cards.</summary>
    private static Inspected? RecordOf(KeptMatter<InspectionHappening> kept, InspectionState before, InspectionState after, SamplingState plan) =>
        after.Kind == InspectionKind.Company && (before.Stage == InspectionStage.Stands) != (after.Stage == InspectionStage.Stands) ? Standing(kept, after, plan) : null;

    private static Inspected Standing(KeptMatter<InspectionHappening> kept, InspectionState state, SamplingState plan)
    {
        var card = InspectionCard.Of(plan.Form, state.Result!);
        return new(state.Day, state.Agent, kept.Subject, false, card.Earned, card.Possible) { Withdrawn = state.IsVoid ? state.Happened[^1].Why : null };
    }

    private void Tell(KeptMatter<InspectionHappening> kept, InspectionState before, InspectionState after, InspectionHappening happens, Inspector by)
    {
        var marked = after.Happened.Where(h => h.What is InspectionEvent.Inspected or InspectionEvent.Settled).Select(h => h.Who).ToArray();
        if (happens.What == InspectionEvent.Taken && happens.To != happens.Who) Tell(kept, AssignedKind, happens, after, [happens.To!]);
        else if (after.Stage == InspectionStage.ToSettle && before.Stage != InspectionStage.ToSettle) Tell(kept, ToSettleKind, happens, after, by.InspectorsFor(after).Select(i => i.Name).Except(marked));
        else if (after.IsReady && !before.IsReady) Tell(kept, after.Kind == InspectionKind.Own ? CoachedKind : ToldKind, happens, after, [after.Agent]);
        else if (happens.What == InspectionEvent.Objected) Tell(kept, ObjectedKind, happens, after, Recipients.Who(database, Rights.DecidesInspections).Except(marked));
        else if (happens.What is InspectionEvent.Upheld or InspectionEvent.Changed or InspectionEvent.Voided) Tell(kept, DecidedKind, happens, after, before.IsReady ? [after.Agent, .. marked] : marked);
    }

    private void Tell(KeptMatter<InspectionHappening> kept, string kind, InspectionHappening happens, InspectionState state, IEnumerable<string> whom)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["agent"] = state.Agent, ["by"] = happens.Who, ["day"] = Iso(state.Day), ["step"] = Json.Kebab(happens.What), ["until"] = Iso(state.AnswerBy ?? state.Drawn.Due!.Value),
        };
        database.Notices.Tell([.. whom.Where(w => w != happens.Who).Distinct(StringComparer.Ordinal)
            .Select(to => new Notice(to, kind, $"{kept.Subject}/{Json.Kebab(happens.What)}/{state.Happened.Count.ToString(CultureInfo.InvariantCulture)}", words, Links.Inspection(kept.Id), happens.At))]);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
