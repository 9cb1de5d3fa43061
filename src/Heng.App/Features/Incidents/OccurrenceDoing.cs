using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Facts;
using Heng.App.Features.Filing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Incidents;

/// <summary>Records what people did, and takes it through its steps. What counts is the record that cards read; what is dismissed or withdrawn later is a new version of it.</summary>
public sealed class OccurrenceDoing(Database database, string folder, TimeProvider time)
{
    public const string RecordedKind = "occurrence-recorded", AnsweredKind = "occurrence-answered", DecidedKind = "occurrence-decided";

    // Two that count at once on one day are numbered one after the other.
    private static readonly Lock Numbering = new();

    private ByHand ByHand => new(database, folder, time);

    public (long? Id, Refusal? Refused) Record(string? agent, OccurrenceText text, EvidenceUpload? upload, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (agent is null || filer.Roster.Find(agent) is not { } person || text.Day is { } on && filer.Roster.On(person.Id, on) is null) return (null, FilingWords.Of(FilingRefusal.PersonMissing));
        var types = Occurrences.TypesOf(database);
        if (types.FirstOrDefault(t => t.Kind == text.Kind && t.Name.Zh == text.Name) is not { } type) return (null, FilingWords.Of(FilingRefusal.KindMissing));
        // A file is kept only once all else is allowed; whether there is one is all that the rules ask.
        var step = OccurrenceCycle.Record(ActorFor(filer, agent), agent, text with { Evidence = upload is null ? null : 0 }, type, filer.Now, filer.Today);
        if (step.Refused is { } refused) return (null, FilingWords.Of(refused));
        if (Exists(agent, text, filer.Name)) return (null, FilingWords.Of(FilingRefusal.AlreadyRecorded));
        var happens = step.Happens! with { Evidence = upload?.Keep(database, agent, EvidenceSight.OfIncidents, filer) };
        if (database.Matters(Occurrences.Kind).Begin(new(agent, text.Day!.Value), happens) is not { } begun) return (null, DoingWords.ChangedMeanwhile);
        Tell(begun, RecordedKind, happens, [agent]);
        return (begun.Id, type.AtOnce ? Act(begun, new(OccurrenceEvent.Counted, ActorFor(filer, agent), ""), null, filer) : null);
    }

    public Refusal? Act(KeptMatter<OccurrenceHappening> kept, OccurrenceAct act, EvidenceUpload? upload, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var state = Occurrences.StateOf(kept);
        lock (Numbering)
        {
            var step = OccurrenceCycle.Decide(state, act with { Evidence = upload is null ? null : 0 }, NextNumber(state), filer.Now, filer.Today);
            if (step.Refused is { } refused) return FilingWords.Of(refused);
            var happens = step.Happens! with { Evidence = upload?.Keep(database, state.Agent, EvidenceSight.OfIncidents, filer) };
            if (Keep(kept, state, happens) is { } not) return not;
            TellOf(kept, happens, state, filer.GroupOf(state.Agent));
            return null;
        }
    }

    /// <summary>Says that all there was in these days is on record: days without an incident or error are then 0, and not unknown.</summary>
    public Refusal? Complete(Month month, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (!Rights.LeadsAppraisals(filer.Viewer)) return FilingWords.Of(FilingRefusal.RoleMayNot);
        if (month.First > filer.Today) return FilingWords.Of(FilingRefusal.DayAhead);
        if (ImportRun.WhenFree(database, folder, time) is not { } run) return DoingWords.Busy;
        var last = month.Last < filer.Today ? month.Last : filer.Today;
        using (run)
            run.Keep($"incidents/{month}", "coverage", filer.Name, (_, changes) =>
            {
                foreach (var source in new[] { Source.Incidents, Source.Errors }) database.Coverage.Add(Shops.Company.Id, source, month.First, last);
                foreach (var day in new[] { month.First, last }) changes.Touch("", day);
            });
        return null;
    }

    public Refusal? SetType(FilingStep<OccurrenceTypeHappening> step)
    {
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        var (matters, happens) = (database.Matters(Occurrences.Types), step.Happens!);
        var key = $"{Json.Kebab(happens.Kind!.Value)}/{happens.Zh}";
        var day = ShopClock.Shanghai.DayOf(happens.At);
        return (matters.Find(key) is { } kept ? matters.Append(kept, happens) : matters.Begin(new("", day, day, key), happens) is not null) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>Records and confirms: whoever checks the person, and QA.</summary>
    public static FilingActor ActorFor(Filer filer, string agent) => filer.ActorFor(agent) with { Checks = filer.Acts && Rights.RecordsIncidents(filer.Viewer, filer.GroupOf(agent)) };

    private Refusal? Keep(KeptMatter<OccurrenceHappening> kept, OccurrenceState state, OccurrenceHappening happens)
    {
        var after = state.After(happens);
        // Only where it begins to count, or no longer does, is there something to tell the cards.
        if ((state.Stage == OccurrenceStage.Counts) == (after.Stage == OccurrenceStage.Counts)) return database.Matters(Occurrences.Kind).Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
        if (state.Recorded.Kind == OccurrenceKind.Conduct) return ByHand.Keep(Occurrences.Kind, kept, happens, "incidents", HandRecord.Of(RecordKinds.Incidents, after.AsIncident));
        return ByHand.Keep(Occurrences.Kind, kept, happens, "operation-errors", HandRecord.Of(RecordKinds.OperationErrors, after.AsError));
    }

    private int NextNumber(OccurrenceState state) => 1 + database.Records(RecordKinds.Incidents).Between(Shops.Company.Id, state.Day, state.Day)
        .Where(i => i.Agent == state.Agent && i.Kind == state.Recorded.Name).Select(i => i.Number).DefaultIfEmpty(0).Max();

    /// <summary>An error of the same person, kind, day and order would be the same record; an incident told by the same one in the same words is a form that was sent twice.</summary>
    private bool Exists(string agent, OccurrenceText text, string by)
    {
        var standing = database.Matters(Occurrences.Kind).About(agent).Select(Occurrences.StateOf).Where(s => s.Stage is (OccurrenceStage.Waits or OccurrenceStage.Counts) && s.Day == text.Day && s.Recorded.Kind == text.Kind && s.Recorded.Name == text.Name);
        if (text.Kind == OccurrenceKind.Conduct) return standing.Any(s => (s.Recorded.Who, s.Recorded.Words, s.Recorded.Link) == (by, text.Words, text.Link));
        return standing.Any(s => (s.Recorded.Order ?? "") == (text.Order ?? ""))
            || database.Records(RecordKinds.OperationErrors).Between(Shops.Company.Id, text.Day!.Value, text.Day.Value).Any(e => e.Agent == agent && e.Kind == text.Name && (e.OrderId ?? "") == (text.Order ?? "") && e.Withdrawn is null);
    }

    private void TellOf(KeptMatter<OccurrenceHappening> kept, OccurrenceHappening happens, OccurrenceState state, string? group)
    {
        if (happens.What is OccurrenceEvent.Counted or OccurrenceEvent.Shown) return;
        var byPerson = happens.Who == state.Agent;
        Tell(kept, byPerson ? AnsweredKind : DecidedKind, happens, byPerson ? [state.Recorded.Who, .. Recipients.LeadersOf(database, group)] : [state.Agent, state.Recorded.Who]);
    }

    private void Tell(KeptMatter<OccurrenceHappening> kept, string kind, OccurrenceHappening happens, IEnumerable<string> whom)
    {
        var recorded = kept.Happened[0];
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["agent"] = kept.Of.About, ["by"] = happens.Who, ["what"] = recorded.Name!, ["step"] = Json.Kebab(happens.What), ["day"] = kept.Of.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["until"] = recorded.AnswerBy!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        database.Notices.Tell([.. whom.Where(w => w != happens.Who).Distinct(StringComparer.Ordinal).Select(to => new Notice(to, kind, $"{kept.Subject}/{Json.Kebab(happens.What)}", words, Links.Incident(kept.Id), happens.At))]);
    }
}
