using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>Sets duties, files counts of them, and confirms them. What is confirmed is the task or counter that cards read.</summary>
public sealed class FilingDoing(Database database, string folder, TimeProvider time)
{
    public const string SentBackKind = "filing-sent-back";
    private const long SentTwiceSeconds = 60;
    private ByHand ByHand => new(database, folder, time);

    /// <param name="id">Of the duty to set anew or to end; null for a new one.</param>
    public Refusal? SetDuty(long? id, string? person, DutyHappening set, Filer filer)
    {
        var matters = database.Matters(FilingMatters.Duties);
        var kept = id is { } known ? matters.Find(known) : null;
        if (id is not null && kept is null) return FilingWords.Of(FilingRefusal.DutyOver);
        var whose = kept?.Of.About ?? person ?? "";
        if (whose.Length > 0 && filer.Roster.Find(whose) is null || whose.Length == 0 && kept is null && set.Position is null) return FilingWords.Of(FilingRefusal.PersonMissing);
        // What a whole position has to do is for HR and the manager; nobody sets their own.
        if (whose.Length > 0 && whose == filer.Name) return FilingWords.Of(FilingRefusal.OwnChecked);
        var by = whose.Length > 0 ? filer.ActorFor(whose) : filer.ActorOfGroup(null) with { Checks = filer.Acts && filer.ActorOfGroup(null).Leads };
        var step = CountedDuties.Decide(kept is null ? null : FilingMatters.DutyOf(kept), set with { Who = filer.Name, At = filer.Now, Position = whose.Length > 0 ? null : set.Position ?? (kept is null ? null : FilingMatters.DutyOf(kept).Position) }, by);
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        // Two duties of one name would be one task.
        if (step.Happens!.What == DutyEvent.Set && matters.All.Any(m => m.Id != kept?.Id && !FilingMatters.DutyOf(m).Ended && FilingMatters.DutyOf(m).Name == step.Happens.Zh && m.Of.About == whose && FilingMatters.DutyOf(m).Position == step.Happens.Position)) return FilingWords.Of(FilingRefusal.AlreadyRecorded);
        return (kept is null ? matters.Begin(new(whose, filer.Today), step.Happens) is not null : matters.Append(kept, step.Happens)) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <param name="again">The filing that was sent back, or waits, and is filed anew; null for a new one.</param>
    public Refusal? File(long? again, long? duty, DateOnly? day, FiledHappening filed, EvidenceUpload? upload, Filer filer)
    {
        var matters = database.Matters(FilingMatters.Filed);
        var before = again is { } id ? matters.Find(id) : null;
        if (again is not null && before is null) return FilingWords.Of(FilingRefusal.DutyOver);
        var state = before is null ? null : FilingMatters.StateOf(before);
        var of = DutyFor(state?.Duty ?? duty, filer.Name, filer);
        var step = FiledCycle.File(state, before?.Of.About ?? filer.Name, state?.Day ?? day, of, filed with { Who = filer.Name, At = filer.Now, Duty = state?.Duty ?? duty, Evidence = upload is null ? state?.Filed.Evidence : 0 }, filer.Today);
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        if (before is null && matters.About(filer.Name).Any(m => IsAgain(m, day, step.Happens!))) return FilingWords.Of(FilingRefusal.AlreadyRecorded);
        var happens = step.Happens! with { Evidence = upload?.Keep(database, filer.Name, EvidenceSight.OfFilings, filer) ?? state?.Filed.Evidence };
        return (before is null ? matters.Begin(new(filer.Name, day!.Value), happens) is not null : matters.Append(before, happens)) ? null : DoingWords.ChangedMeanwhile;
    }

    public Refusal? Check(long id, bool confirms, string? why, Filer filer)
    {
        if (database.Matters(FilingMatters.Filed).Find(id) is not { } kept || !filer.Sees(kept.Of.About)) return FilingWords.Of(FilingRefusal.DutyOver);
        var state = FilingMatters.StateOf(kept);
        var step = FiledCycle.Check(state, filer.ActorFor(state.Agent), confirms, why ?? "", filer.Now);
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        if (Keep(kept, state, step.Happens!) is { } not) return not;
        if (!confirms) Tell(kept, state, step.Happens!);
        return null;
    }

    /// <summary>Every filing of these that may be confirmed; the first refusal stops it, and what was confirmed before it stays.</summary>
    public Refusal? ConfirmAll(IEnumerable<long> ids, Filer filer) => ids.Select(id => Check(id, true, null, filer)).FirstOrDefault(r => r is not null);

    /// <summary>The same within a minute is a form that was sent twice.</summary>
    private static bool IsAgain(KeptMatter<FiledHappening> kept, DateOnly? day, FiledHappening filed) => kept.Of.First == day && kept.Happened is [var last]
        && (last.Duty, last.Count, last.Note, last.Link) == (filed.Duty, filed.Count, filed.Note, filed.Link) && filed.At.SecondsSince(last.At) < SentTwiceSeconds;

    private CountedDuty? DutyFor(long? duty, string person, Filer filer) =>
        duty is { } id && database.Matters(FilingMatters.Duties).Find(id) is { } kept && FilingMatters.DutyOf(kept) is var of && of.IsOf(person, filer.PostOf(person)?.Position) ? of : null;

    private Refusal? Keep(KeptMatter<FiledHappening> kept, FiledState state, FiledHappening happens)
    {
        var after = state.After(happens);
        if ((state.Stage == FiledStage.Confirmed) == (after.Stage == FiledStage.Confirmed)) return database.Matters(FilingMatters.Filed).Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
        var duty = FilingMatters.DutyOf(database.Matters(FilingMatters.Duties).Find(state.Duty)!);
        var all = database.Matters(FilingMatters.Filed).About(state.Agent).Where(m => m.Id != kept.Id).Select(FilingMatters.StateOf).Where(f => f.Duty == state.Duty).Append(after);
        return duty.Feeds == DutyFeeds.Task
            ? ByHand.Keep(FilingMatters.Filed, kept, happens, "tasks", HandRecord.Of(RecordKinds.Tasks, FiledRecords.TaskOf(duty, state.Agent, state.Day, all)))
            : ByHand.Keep(FilingMatters.Filed, kept, happens, "counters", HandRecord.Of(RecordKinds.Reported, FiledRecords.CounterOf(duty, state.Agent, state.Day, all)));
    }

    private void Tell(KeptMatter<FiledHappening> kept, FiledState state, FiledHappening happens)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["by"] = happens.Who, ["what"] = FilingMatters.DutyOf(database.Matters(FilingMatters.Duties).Find(state.Duty)!).Name, ["day"] = state.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        database.Notices.Tell([new Notice(state.Agent, SentBackKind, $"{kept.Subject}/{kept.Happened.Count}", words, Links.Filing, happens.At)]);
    }
}
