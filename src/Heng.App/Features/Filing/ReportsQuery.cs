using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>Fills the pages of weekly reports and meetings, and does what their forms ask.</summary>
public sealed class ReportsQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    /// <summary>So many weeks before the coming one are shown, and can be handed in late.</summary>
    public const int WeeksBack = 5;
    private const int Shown = 100;
    private ReportDoing Doing => new(database, folder, time);

    public Task<Seen<ReportsView>> Reports(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ReportsView>.Forbidden);
        var refused = form is null ? null : Do(form, filer);
        var weekday = FilingMatters.WeekdayOf(database);
        var dues = ReportCycle.Dues(filer.Today, weekday, WeeksBack).ToArray();
        var kept = database.Matters(FilingMatters.Reports).Between(dues[^1], dues[0]).Where(m => filer.Sees(m.Of.About)).Select(m => (m.Id, State: FilingMatters.StateOf(m))).ToArray();
        OwnReport[] own = filer.Viewer.Person is null ? [] : [.. dues.Select(due => kept.FirstOrDefault(k => k.State.Agent == filer.Name && k.State.Due == due) is { State: not null } one ? new OwnReport(due, one.Id, one.State) : new(due, null, null))];
        var began = FilingMatters.ReportsBegan(database);
        // The coming week, those since the shop began with it, and what somebody handed in or drafted all the same.
        bool Stands(DateOnly due, bool hasOne) => due >= filer.Today || hasOne || ReportCycle.IsDue(due, began);
        own = [.. own.Where(o => Stands(o.Due, o.State is not null))];
        string[] people = [.. filer.Everybody.Where(p => p != filer.Name && filer.Sees(p))];
        return Task.FromResult<Seen<ReportsView>>(new ReportsView(filer.Today, weekday, own, people.Length == 0 ? [] : [.. dues.Select(due => Week(due, kept, people, filer)).Where(w => Stands(w.Due, w.Handed.Count > 0)).Select(w => ReportCycle.IsDue(w.Due, began) ? w : w with { Missable = [] })])
        {
            Began = began, MaySetDay = filer.Acts && filer.ActorOfGroup(null).Leads, Refused = refused, TypedFor = form?.Day("due"), Typed = form is null ? null : TextIn(form),
        });
    }

    public Task<Seen<ReportView>> Report(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ReportView>.Forbidden);
        KeptMatter<ReportHappening>? Found() => database.Matters(FilingMatters.Reports).Find(id) is { } one && filer.Sees(one.Of.About) && (one.Of.About == filer.Name || FilingMatters.StateOf(one).Handed is not null) ? one : null;
        if (Found() is not { } kept) return Task.FromResult(Seen<ReportView>.NotFound);
        var refused = form is null ? null : Doing.Read(kept, form.Text("comment"), filer);
        if (form is not null) kept = Found()!;
        var state = FilingMatters.StateOf(kept);
        return Task.FromResult<Seen<ReportView>>(new ReportView(id, state)
        {
            MayRead = filer.Checks(state.Agent) && state.Handed is not null && state.Read is null, Refused = refused, Happened = [.. kept.Happened.Where(h => h.What != ReportEvent.Drafted).Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        });
    }

    public Task<Seen<MeetingsView>> Meetings(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<MeetingsView>.Forbidden);
        var typed = form is null ? null : NoteIn(form);
        var (id, refused) = typed is null ? (null, null) : Doing.Note(form!.Day("day"), typed, filer);
        return Task.FromResult<Seen<MeetingsView>>(new MeetingsView(filer.Today, [.. database.Matters(FilingMatters.Meetings).All.Select(m => (m.Id, State: FilingMatters.StateOf(m))).Where(m => Sees(m.State, filer)).Reverse().Take(Shown)], filer.Everybody.Where(p => p == filer.Name || filer.Checks(p)).ToArray())
        {
            MayNote = filer.ChecksSomebody, Typed = typed, Refused = refused, Next = id is { } noted ? Links.Meeting(noted) : null,
        });
    }

    public Task<Seen<MeetingView>> Meeting(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<MeetingView>.Forbidden);
        KeptMatter<MeetingHappening>? Found() => database.Matters(FilingMatters.Meetings).Find(id) is { } one && Sees(FilingMatters.StateOf(one), filer) ? one : null;
        if (Found() is not { } kept) return Task.FromResult(Seen<MeetingView>.NotFound);
        var refused = form is null ? null : Doing.Done(kept, form.Whole("place") ?? -1, form.Day("day"), filer);
        var state = FilingMatters.StateOf(Found()!);
        return Task.FromResult<Seen<MeetingView>>(new MeetingView(id, state, [.. state.Charges.Select((c, i) => filer.Checks(c.Who) && state.DoneOn(i) is null)], filer.Today) { Refused = refused });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    /// <summary>Who was there or is charged with something, who leads the group, and those who answer for everybody.</summary>
    private static bool Sees(MeetingState state, Filer filer) => state.Concerns(filer.Name) || Rights.SeesMeasures(filer.Viewer, state.Noted.Group);

    private static ReportWeek Week(DateOnly due, (long Id, ReportState State)[] kept, string[] people, Filer filer)
    {
        var of = kept.Where(k => k.State.Due == due && k.State.Agent != filer.Name).ToArray();
        var handed = of.Where(k => k.State.Handed is not null).ToArray();
        string[] without = [.. people.Except(handed.Select(h => h.State.Agent), StringComparer.Ordinal)];
        return new(due, handed, without, due >= filer.Today ? [] : [.. without.Where(p => filer.Checks(p) && !of.Any(k => k.State.Agent == p && k.State.Happened.Any(h => h.What == ReportEvent.Missed)))]);
    }

    private Refusal? Do(IFormCollection form, Filer filer) => !filer.Acts ? FilingWords.Of(FilingRefusal.RoleMayNot) : form.Text("act") switch
    {
        "weekday" => Enum.TryParse<DayOfWeek>(form.Text("weekday"), out var weekday) && Enum.IsDefined(weekday) ? Doing.SetWeekday(weekday, filer) : FilingWords.Of(FilingRefusal.DueMissing),
        "missed" => form.Day("due") is { } due ? Doing.Miss(due, form["who"].OfType<string>().Where(filer.Checks), filer) : FilingWords.Of(FilingRefusal.DueMissing),
        _ => Doing.Write(form.Day("due"), TextIn(form), filer),
    };

    private static ReportHappening TextIn(IFormCollection form) => new(form.Text("act") == "draft" ? ReportEvent.Drafted : ReportEvent.Handed, "", default, "") { Done = form.Text("done"), Problems = form.Text("problems"), Suggestions = form.Text("suggestions") };

    /// <summary>Charges stand in rows of three fields of the same name; rows without words are none.</summary>
    private static MeetingHappening NoteIn(IFormCollection form)
    {
        var (what, who, until) = (form["what"], form["who"], form["until"]);
        var charges = Enumerable.Range(0, Math.Min(what.Count, MeetingState.MostCharges + 1)).Where(i => !string.IsNullOrWhiteSpace(what[i]))
            .Select(i => new Charged(what[i]!.Trim(), i < who.Count ? who[i] ?? "" : "", i < until.Count && DateOnly.TryParseExact(until[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue)).ToArray();
        return new(MeetingEvent.Noted, "", default, "")
        {
            Kind = form.Text("kind") switch { "morning" => MeetingKind.Morning, "weekly" => MeetingKind.Weekly, "review" => MeetingKind.Review, _ => null }, Words = form.Text("words"),
            Attended = [.. form["attended"].OfType<string>().Distinct(StringComparer.Ordinal)], Charges = charges,
        };
    }
}
