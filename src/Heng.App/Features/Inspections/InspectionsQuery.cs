using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Fills the queue of inspections, or one's own results, and does what its forms ask.</summary>
public sealed class InspectionsQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private InspectionDoing Doing => new(database, folder, time);

    public Task<Seen<InspectionsView>> List(InspectionsAsk ask, IFormCollection? form, HttpContext context)
    {
        if (Asking(database, viewers, time, context) is not { } by) return Task.FromResult(Seen<InspectionsView>.Forbidden);
        var (next, refused) = form is null ? (null, null) : Do(form, by);
        var all = InspectionBook.With(database, InspectionBook.Open(database, by.Today)).Where(i => by.Sees(i.State)).ToArray();
        var shown = all.Where(i => Shows(by.SeesWork ? ask.Show ?? Usual(by) : "all", i.State, by)).OrderByDescending(i => ForMe(i.State, by)).ThenBy(i => i.State.IsReady).ThenByDescending(i => i.State.IsReady ? i.State.Day : default).ThenBy(i => i.Id).ToArray();
        var page = Paging.Held(ask.Page, shown.Length, InspectionsAsk.PageSize);
        return Task.FromResult<Seen<InspectionsView>>(new InspectionsView(ask with { Page = page, Show = by.SeesWork ? ask.Show ?? Usual(by) : null }, [.. Paging.Of(shown, page, InspectionsAsk.PageSize).Select(i => Row(i, by))], shown.Length,
            by.SeesWork ? GoalsOf(all, by) : null, by.Today)
        {
            MayTake = by.Acts && (by.Viewer.Role is Role.Qa || by.Viewer.Leads), MayLetStand = by.Acts && Rights.DecidesInspections(by.Viewer), Refused = refused, Next = next,
        });
    }

    internal static Inspector? Asking(Database database, ViewerFor viewers, TimeProvider time, HttpContext context) =>
        viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    internal static InspectionRow Row(BookedInspection of, Inspector by)
    {
        var card = by.SeesMarks(of.State) ? of.Card : null;
        return new(of.Id, of.State.Agent, of.State.Day, of.State.Kind, of.State.Drawn.Of!.Value, of.State.Stage, of.State.Drawn.Due!.Value, of.State.AnswerBy, card?.Earned, card?.Possible, ForMe(of.State, by));
    }

    private (string? Next, Refusal? Refused) Do(IFormCollection form, Inspector by)
    {
        if (by.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (form.Text("act") == "stand")
            return by.Acts && Rights.DecidesInspections(by.Viewer) ? (null, Doing.LetStand(by.Name, by.Now, by.Today).Refused) : (null, InspectionRefusals.Of(InspectionRefusal.RoleMayNot));
        if (form.Text("act") != "next") return (null, DoingWords.ActUnknown);
        if (!by.Acts || by.Viewer.Role is not Role.Qa && !by.Viewer.Leads) return (null, InspectionRefusals.Of(InspectionRefusal.RoleMayNot));
        var (id, refused) = Doing.TakeNext(by);
        return id is { } taken ? (Links.Inspection(taken), null) : (null, refused ?? InspectionRefusals.Of(InspectionRefusal.NoSeat));
    }

    private static string Usual(Inspector by) => by.Viewer.Role is Role.Qa || by.Viewer.Leads ? "mine" : "all";

    private static bool ForMe(InspectionState state, Inspector by) => state.WaitsFor(by.Name)
        || by.Acts && state.Stage switch
        {
            InspectionStage.ToSettle => by.ActorFor(state) is { Inspects: true } && !state.IsMarkedBy(by.Name),
            InspectionStage.Objected => by.ActorFor(state) is { Decides: true } && !state.IsMarkedBy(by.Name) && state.Agent != by.Name,
            InspectionStage.Told => state.Agent == by.Name,
            _ => false,
        };

    private static bool Shows(string show, InspectionState state, Inspector by) => show switch
    {
        "mine" => ForMe(state, by),
        "open" => state.Stage is InspectionStage.ToTake or InspectionStage.Taken,
        "settle" => state.Stage == InspectionStage.ToSettle,
        "objected" => state.Stage == InspectionStage.Objected,
        "told" => state.Stage == InspectionStage.Told,
        "done" => state.Stage is InspectionStage.Stands or InspectionStage.Coached,
        _ => true,
    };

    private static InspectionGoals GoalsOf(BookedInspection[] all, Inspector by)
    {
        var mine = all.Where(i => i.State.WaitsFor(by.Name)).Select(i => i.State.Drawn.Due!.Value).Order().ToArray();
        var running = all.Where(i => !i.State.IsVoid && (i.State.Drawn.Due >= by.Today || !i.State.IsReady)).ToArray();
        return new(mine.Length, mine.Count(d => d < by.Today), mine.Length > 0 ? mine[0] : null,
            all.Sum(i => i.State.Happened.Count(h => h.What is InspectionEvent.Inspected or InspectionEvent.Settled && h.Who == by.Name && ShopClock.Shanghai.DayOf(h.At) == by.Today)),
            all.Count(i => i.State.HasSeat), all.Count(i => i.State.Stage == InspectionStage.ToSettle), all.Count(i => i.State.Stage == InspectionStage.Objected), running.Length, running.Count(i => i.State.AllIn));
    }
}
