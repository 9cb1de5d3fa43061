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

/// <summary>Hands weekly reports in, reads them, and notes that none came; notes meetings and what they charged people with.</summary>
public sealed class ReportDoing(Database database, string folder, TimeProvider time)
{
    public const string ReadKind = "weekly-report-read", ChargedKind = "meeting-charged";
    private ByHand ByHand => new(database, folder, time);

    public Refusal? Write(DateOnly? due, ReportHappening text, Filer filer)
    {
        // Only on days on which one is due, the coming one and those of the weeks before.
        if (filer.Viewer.Person is null || due is not { } day || !ReportCycle.Dues(filer.Today, FilingMatters.WeekdayOf(database), ReportsQuery.WeeksBack).Contains(day)) return FilingWords.Of(filer.Viewer.Person is null ? FilingRefusal.NotYours : FilingRefusal.DueMissing);
        var kept = database.Matters(FilingMatters.Reports).Find(KeyOf(filer.Name, day));
        var state = kept is null ? new(filer.Name, day, []) : FilingMatters.StateOf(kept);
        var step = ReportCycle.Write(state, text with { Who = filer.Name, At = filer.Now });
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        return Keep(kept, filer.Name, day, state, step.Happens!);
    }

    public Refusal? Read(KeptMatter<ReportHappening> kept, string? comment, Filer filer)
    {
        var state = FilingMatters.StateOf(kept);
        var step = ReportCycle.Check(state, filer.ActorFor(state.Agent), ReportEvent.Read, comment, filer.Now, filer.Today);
        if (step.Refused is { } refused) return FilingWords.Of(refused);
        if (!database.Matters(FilingMatters.Reports).Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        database.Notices.Tell([new Notice(state.Agent, ReadKind, kept.Subject, new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = filer.Name, ["day"] = Iso(state.Due) }, Links.Report(kept.Id), filer.Now)]);
        return null;
    }

    /// <summary>Notes of everybody whom the viewer checks and who handed none in that none came.</summary>
    public Refusal? Miss(DateOnly due, IEnumerable<string> people, Filer filer)
    {
        if (!ReportCycle.IsDue(due, FilingMatters.ReportsBegan(database))) return FilingWords.Of(FilingRefusal.NotBegun);
        foreach (var person in people)
        {
            var kept = database.Matters(FilingMatters.Reports).Find(KeyOf(person, due));
            var state = kept is null ? new(person, due, []) : FilingMatters.StateOf(kept);
            var step = ReportCycle.Check(state, filer.ActorFor(person), ReportEvent.Missed, null, filer.Now, filer.Today);
            if (step.Refused is { } refused) return FilingWords.Of(refused);
            if (Keep(kept, person, due, state, step.Happens!) is { } not) return not;
        }
        return null;
    }

    public Refusal? SetWeekday(DayOfWeek weekday, Filer filer)
    {
        if (!filer.Acts || !filer.ActorOfGroup(null).Leads) return FilingWords.Of(FilingRefusal.RoleMayNot);
        var (matters, happens) = (database.Matters(FilingMatters.ReportDay), new ReportDayHappening(ReportDayEvent.Set, filer.Name, filer.Now, "") { Weekday = weekday });
        return (matters.Find(FilingMatters.ReportDayKey) is { } kept ? matters.Append(kept, happens) : matters.Begin(new("", filer.Today, filer.Today, FilingMatters.ReportDayKey), happens) is not null) ? null : DoingWords.ChangedMeanwhile;
    }

    public (long? Id, Refusal? Refused) Note(DateOnly? day, MeetingHappening noted, Filer filer)
    {
        // Of several groups that somebody leads it is that of those who came.
        var groups = filer.Viewer.Groups;
        var group = (noted.Attended ?? []).Select(filer.GroupOf).FirstOrDefault(g => g is not null && groups.Contains(g, StringComparer.Ordinal)) ?? (groups is [var first, ..] ? first : null);
        if ((noted.Attended ?? []).Concat((noted.Charges ?? []).Select(c => c.Who)).Any(who => filer.Roster.Find(who) is null)) return (null, FilingWords.Of(FilingRefusal.PersonMissing));
        var step = MeetingCycle.Note(filer.ActorOfGroup(group), day, noted with { Who = filer.Name, At = filer.Now, Group = group }, filer.Today);
        if (step.Refused is { } refused) return (null, FilingWords.Of(refused));
        // A form that was sent twice.
        if (database.Matters(FilingMatters.Meetings).Between(day!.Value, day.Value).Any(m => m.Happened[0] is var one && (one.Who, one.Kind, one.Words) == (filer.Name, noted.Kind, noted.Words) && one.Charges!.SequenceEqual(noted.Charges ?? []))) return (null, FilingWords.Of(FilingRefusal.AlreadyRecorded));
        if (database.Matters(FilingMatters.Meetings).Begin(new("", day.Value), step.Happens!) is not { } begun) return (null, DoingWords.ChangedMeanwhile);
        database.Notices.Tell([.. FilingMatters.StateOf(begun).Charges.Where(c => c.Who != filer.Name).Select((c, i) => new Notice(c.Who, ChargedKind, string.Create(CultureInfo.InvariantCulture, $"{begun.Subject}/{i}"),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = filer.Name, ["what"] = c.What, ["day"] = Iso(c.Until) }, Links.Meeting(begun.Id), filer.Now))]);
        return (begun.Id, null);
    }

    public Refusal? Done(KeptMatter<MeetingHappening> kept, int place, DateOnly? day, Filer filer)
    {
        var state = FilingMatters.StateOf(kept);
        var step = MeetingCycle.Done(state, place, filer.ActorFor(place >= 0 && place < state.Charges.Count ? state.Charges[place].Who : ""), day, filer.Now, filer.Today);
        return step.Refused is { } refused ? FilingWords.Of(refused) : ByHand.Keep(FilingMatters.Meetings, kept, step.Happens!, "tasks", HandRecord.Of(RecordKinds.Tasks, state.After(step.Happens!).Record(place)));
    }

    private Refusal? Keep(KeptMatter<ReportHappening>? kept, string person, DateOnly due, ReportState state, ReportHappening happens)
    {
        var matters = database.Matters(FilingMatters.Reports);
        var of = new MatterOf(person, due.AddDays(-6), due, KeyOf(person, due));
        // A draft is nobody's business yet; a text that is mended was handed in before.
        if (happens.What == ReportEvent.Drafted || happens.What == ReportEvent.Handed && state.Handed is not null)
            return (kept is null ? matters.Begin(of, happens) is not null : matters.Append(kept, happens)) ? null : DoingWords.ChangedMeanwhile;
        var record = HandRecord.Of(RecordKinds.Tasks, state.After(happens).Record(ShopClock.Shanghai));
        if (kept is not null) return ByHand.Keep(FilingMatters.Reports, kept, happens, "tasks", record);
        var (begun, refused) = ByHand.Begin(FilingMatters.Reports, of, happens, "tasks", record);
        return refused ?? (begun is null ? DoingWords.ChangedMeanwhile : null);
    }

    private static string KeyOf(string person, DateOnly due) => $"{Iso(due)}/{person}";
    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
