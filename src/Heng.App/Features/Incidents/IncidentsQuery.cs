using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Incidents;

/// <summary>Fills the pages of incidents and errors, and does what their forms ask.</summary>
public sealed class IncidentsQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int Shown = 200;
    private OccurrenceDoing Doing => new(database, folder, time);

    public Task<Seen<IncidentsView>> List(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<IncidentsView>.Forbidden);
        var typed = form is null ? null : TextIn(form);
        var (next, refused) = form is null ? (null, null) : Do(form, typed!, filer);
        OccurrenceRow[] rows = [.. database.Matters(Occurrences.Kind).All.Where(m => Rights.SeesIncidents(filer.Viewer, m.Of.About, filer.GroupOf(m.Of.About))).Reverse().Take(Shown)
            .Select(m => Row(m, filer))];
        return Task.FromResult<Seen<IncidentsView>>(new IncidentsView([.. rows.OrderByDescending(r => r.ForMe)], Occurrences.TypesOf(database),
            [.. filer.Everybody.Where(p => p != filer.Name && OccurrenceDoing.ActorFor(filer, p).Checks)], filer.Today)
        {
            MayComplete = filer.Acts && Rights.LeadsAppraisals(filer.Viewer), Typed = typed, TypedAgent = form?.Text("agent"), Refused = refused, Next = next,
        });
    }

    public Task<Seen<IncidentView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<IncidentView>.Forbidden);
        if (Find(id, filer) is not { } kept) return Task.FromResult(Seen<IncidentView>.NotFound);
        var refused = form is null ? null : Act(kept, form, filer);
        return Task.FromResult<Seen<IncidentView>>(View(Find(id, filer)!, filer) with { Refused = refused });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private KeptMatter<OccurrenceHappening>? Find(long id, Filer filer) =>
        database.Matters(Occurrences.Kind).Find(id) is { } kept && Rights.SeesIncidents(filer.Viewer, kept.Of.About, filer.GroupOf(kept.Of.About)) ? kept : null;

    private (string? Next, Refusal? Refused) Do(IFormCollection form, OccurrenceText typed, Filer filer)
    {
        switch (form.Text("act"))
        {
            case "complete": return (null, Month.Parse(form.Text("month") ?? "") is { } month ? Doing.Complete(month, filer) : FilingWords.Of(FilingRefusal.DueMissing));
            case "type": return (null, filer.Acts ? Doing.SetType(TypeIn(form, filer)) : FilingWords.Of(FilingRefusal.RoleMayNot));
            default:
                // A loss that nobody can read is never taken for none.
                if (form.Text("cost") is not null && typed.Cost is null) return (null, FilingWords.Unreadable);
                var (upload, unreadable) = EvidenceUpload.In(form);
                if (unreadable is not null) return (null, unreadable);
                var (id, refused) = Doing.Record(form.Text("agent"), typed, upload, filer);
                // It is recorded where only counting at once had to wait: the page of it says so.
                return id is { } recorded ? (Links.Incident(recorded), null) : (null, refused);
        }
    }

    private static FilingStep<OccurrenceTypeHappening> TypeIn(IFormCollection form, Filer filer)
    {
        var (by, kind) = (filer.ActorOfGroup(null), KindIn(form));
        if (form.Ticked("end")) return by.Leads && form.Text("zh") is { } gone ? new OccurrenceTypeHappening(OccurrenceTypeEvent.Ended, by.Name, filer.Now, "") { Kind = kind, Zh = gone } : FilingRefusal.RoleMayNot;
        return OccurrenceTypes.Set(by, kind, form.Text("zh"), form.Text("en"), form.Ticked("at-once"), form.Whole("days"), filer.Now);
    }

    private Refusal? Act(KeptMatter<OccurrenceHappening> kept, IFormCollection form, Filer filer)
    {
        OccurrenceEvent? what = form.Text("act") switch
        {
            "acknowledge" => OccurrenceEvent.Acknowledged, "object" => OccurrenceEvent.Objected, "show" => OccurrenceEvent.Shown,
            "confirm" => OccurrenceEvent.Confirmed, "dismiss" => OccurrenceEvent.Dismissed, "withdraw" => OccurrenceEvent.Withdrawn, _ => null,
        };
        if (what is not { } step) return FilingWords.Of(FilingRefusal.KindMissing);
        var (upload, unreadable) = EvidenceUpload.In(form);
        return unreadable ?? Doing.Act(kept, new(step, OccurrenceDoing.ActorFor(filer, kept.Of.About), form.Text("why") ?? ""), upload, filer);
    }

    private static OccurrenceKind KindIn(IFormCollection form) => form.Text("of")?.StartsWith("error", StringComparison.Ordinal) == true ? OccurrenceKind.Error : OccurrenceKind.Conduct;

    // One list of both sorts: error/改错地址, conduct/脱岗.
    private static OccurrenceText TextIn(IFormCollection form) => new(KindIn(form), form.Text("of")?.Split('/', 2) is [_, var name] ? name : null, form.Day("day"), form.Text("order"), form.Number("cost"),
        form.Text("link"), form.Text("words"), null);

    private static OccurrenceRow Row(KeptMatter<OccurrenceHappening> kept, Filer filer)
    {
        var view = View(kept, filer);
        return new(kept.Id, view.State, view.MayAnswer || view.MayJudge);
    }

    private static IncidentView View(KeptMatter<OccurrenceHappening> kept, Filer filer)
    {
        var (state, by) = (Occurrences.StateOf(kept), OccurrenceDoing.ActorFor(filer, kept.Of.About));
        bool May(OccurrenceEvent what) => filer.Acts && OccurrenceCycle.Decide(state, new(what, by, "x"), 1, filer.Now, filer.Today).Refused is null;
        return new(kept.Id, state)
        {
            MayAnswer = May(OccurrenceEvent.Acknowledged), MayShow = May(OccurrenceEvent.Shown), MayJudge = May(OccurrenceEvent.Confirmed), MayWithdraw = May(OccurrenceEvent.Withdrawn),
            Happened = [.. kept.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        };
    }
}
