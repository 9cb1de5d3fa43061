using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>Fills the pages of duties and filings, and does what their forms ask.</summary>
public sealed class FilingQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int Shown = 100;
    private FilingDoing Doing => new(database, folder, time);

    public Task<Seen<FilingView>> Filing(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<FilingView>.Forbidden);
        var refused = form is null ? null : Do(form, filer);
        var duties = Duties();
        // The longest stretch is a month, and filings reach back no further.
        var filed = database.Matters(FilingMatters.Filed).Between(filer.Today.AddDays(-2 * FiledCycle.MostDaysBack), filer.Today).Where(m => filer.Sees(m.Of.About) && duties.ContainsKey(m.Happened[0].Duty!.Value))
            .Select(m => FilingMatters.StateOf(m) is var state ? new FiledRow(m.Id, state, duties[state.Duty]) : null!).ToArray();
        string[] seen = [.. filer.Everybody.Where(p => p != filer.Name && filer.Sees(p))];
        OwnDuty[] own = [.. duties.Where(d => filer.Viewer.Person is not null && !d.Value.Ended && d.Value.IsOf(filer.Name, filer.PostOf(filer.Name)?.Position)).Select(d => Sums(filed, d.Key, d.Value, filer.Name, filer.Today) is var (done, waits) ? new OwnDuty(d.Key, d.Value, done, waits) : null!)];
        DutyProgress[] team = [.. from person in seen from duty in duties where !duty.Value.Ended && duty.Value.IsOf(person, filer.PostOf(person)?.Position)
            let sums = Sums(filed, duty.Key, duty.Value, person, filer.Today) select new DutyProgress(person, duty.Value, sums.Confirmed, sums.Waiting)];
        return Task.FromResult<Seen<FilingView>>(new FilingView(filer.Today, own, [.. filed.Where(f => f.State.Agent == filer.Name).Reverse().Take(Shown)],
            [.. filed.Where(f => f.State.Stage == FiledStage.Waits && filer.Checks(f.State.Agent)).Take(Shown)], team) { MaySet = filer.ChecksSomebody, Refused = refused });
    }

    public Task<Seen<DutiesView>> DutySheet(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer || !filer.ChecksSomebody && filer.Viewer.Role is not Role.Auditor) return Task.FromResult(Seen<DutiesView>.Forbidden);
        var refused = form is null ? null : Doing.SetDuty(form.Text("duty") is { } id && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : null,
            form.Text("whose") is ['@', .. var person] ? person : null, DutyIn(form), filer);
        return Task.FromResult<Seen<DutiesView>>(new DutiesView([.. Duties().Where(d => !d.Value.Ended && (d.Value.Person.Length == 0 || filer.Sees(d.Value.Person))).Select(d => (d.Key, d.Value))], filer.Checked, filer.Acts && filer.ActorOfGroup(null).Leads ? filer.Positions : []) { Refused = refused });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private Dictionary<long, CountedDuty> Duties() => database.Matters(FilingMatters.Duties).All.ToDictionary(m => m.Id, FilingMatters.DutyOf);

    private static (decimal Confirmed, decimal Waiting) Sums(FiledRow[] filed, long id, CountedDuty duty, string person, DateOnly today)
    {
        var (first, last) = duty.Around(today);
        FiledState[] own = [.. filed.Select(f => f.State).Where(f => f.Duty == id)];
        return (FiledRecords.Sum(person, first, last, own), own.Where(f => f.Agent == person && f.Day >= first && f.Day <= last && f.Stage == FiledStage.Waits).Sum(f => f.Count));
    }

    private Refusal? Do(IFormCollection form, Filer filer)
    {
        long? Id(string field) => long.TryParse(form.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (!filer.Acts) return FilingWords.Of(FilingRefusal.RoleMayNot);
        switch (form.Text("act"))
        {
            case "confirm": return Id("filing") is { } one ? Doing.Check(one, true, null, filer) : FilingWords.Of(FilingRefusal.DutyOver);
            case "send-back": return Id("filing") is { } back ? Doing.Check(back, false, form.Text("why"), filer) : FilingWords.Of(FilingRefusal.DutyOver);
            case "confirm-all": return Doing.ConfirmAll(form["filing"].Select(f => long.TryParse(f, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0), filer);
            default:
                if (filer.Viewer.Person is null) return FilingWords.Of(FilingRefusal.NotYours);
                if (form.Text("count") is not null && form.Number("count") is null) return FilingWords.Unreadable;
                var (upload, unreadable) = EvidenceUpload.In(form);
                return unreadable ?? Doing.File(Id("filing"), Id("duty"), form.Day("day"), new(FiledEvent.Filed, "", default, "") { Count = form.Number("count"), Note = form.Text("note"), Link = form.Text("link") }, upload, filer);
        }
    }

    private static DutyHappening DutyIn(IFormCollection form) => new(form.Text("act") == "end" ? DutyEvent.Ended : DutyEvent.Set, "", default, "")
    {
        Zh = form.Text("zh"), En = form.Text("en"), Unit = form.Text("unit"), Goal = form.Number("goal"), NeedsEvidence = form.Ticked("needs-evidence"), Position = form.Text("whose") is ['#', .. var position] ? position : null,
        Pace = form.Text("pace") switch { "daily" => DutyPace.Daily, "weekly" => DutyPace.Weekly, "monthly" => DutyPace.Monthly, _ => null },
        Feeds = form.Text("feeds") switch { "task" => DutyFeeds.Task, "counter" => DutyFeeds.Counter, _ => null },
    };
}
