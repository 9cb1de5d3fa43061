using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>One inspection beside what is inspected; and what its forms ask. Buyers are masked as on the reception's own page.</summary>
public sealed class InspectionQuery(Database database, ViewerFor viewers, ReceptionFor receptions, string folder, TimeProvider time)
{
    private static readonly InspectionEvent[] Asked =
        [InspectionEvent.Taken, InspectionEvent.Released, InspectionEvent.Inspected, InspectionEvent.Settled, InspectionEvent.Acknowledged, InspectionEvent.Objected, InspectionEvent.Upheld, InspectionEvent.Changed, InspectionEvent.Voided];

    public async Task<Seen<InspectionView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (InspectionsQuery.Asking(database, viewers, time, context) is not { } by) return Seen<InspectionView>.Forbidden;
        if (InspectionBook.Find(database, id) is not { } found || !by.Sees(found.State)) return Seen<InspectionView>.NotFound;
        var reception = found.State.Drawn.Of == Sampled.Receptions ? (await receptions(found.State.Drawn.Item!, context)).View : null;
        if (form is null) return View(found, reception, by);
        if (InspectionForms.IsShownAgain(form)) return View(found, reception, by) with { Filled = InspectionForms.Again(form, found.Plan.Form, reception?.Lines), Words = form.Text("words"), Asked = true };
        if (form.Text("act") == "take") return View(found, reception, by) with { Refused = InspectionRefusals.Of(InspectionRefusal.NotNext) };
        var wish = WishIn(form, found, reception);
        if (wish is null) return View(found, reception, by) with { Refused = DoingWords.ActUnknown };
        var refused = new InspectionDoing(database, folder, time).Act(found.Kept, wish, by);
        var now = InspectionBook.Find(database, id)!;
        return refused is null ? View(now, reception, by) : View(now, reception, by) with { Refused = refused, Filled = wish.Marks, Words = wish.Words };
    }

    /// <summary>A recording of a call: a link of https, or a sound file by its bytes. Once a result of that call is told, another recording is a correction with its reason.</summary>
    public Refusal? Record(long id, IFormCollection form, HttpContext context)
    {
        if (InspectionsQuery.Asking(database, viewers, time, context) is not { Acts: true } by || InspectionBook.Find(database, id) is not { } found || !by.Sees(found.State)) return InspectionRefusals.Of(InspectionRefusal.RoleMayNot);
        var told = Recordings.IsTold(database, found.State);
        if (RecordRefusal(found.State, by, told) is { } not) return InspectionRefusals.Of(not);
        if (told && form.Text("why") is null) return InspectionRefusals.Of(InspectionRefusal.NeedsReason);
        if (form.Text("why")?.Length > InspectionCycle.MostWords) return InspectionRefusals.Of(InspectionRefusal.TooLong);
        var happens = new RecordingHappening(RecordingEvent.Linked, by.Name, by.Now, form.Text("why")?.ReplaceLineEndings(" ") ?? "");
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            if (file.Length > Evidences.MostBytes) return InspectionRefusals.AudioUnreadable;
            using var content = new MemoryStream((int)file.Length);
            file.CopyTo(content);
            if (Evidences.SoundOf(content.ToArray()) is not { } type) return InspectionRefusals.AudioUnreadable;
            var name = Path.GetFileName(file.FileName);
            happens = happens with { What = RecordingEvent.Uploaded, File = database.Evidence.Add(new(found.State.Agent, Recordings.Area, name[..Math.Min(name.Length, 100)], type, by.Name, by.Now), content.ToArray()) };
        }
        else if (form.Text("link") is { Length: <= FilingText.MostLink } link && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps) happens = happens with { Link = link };
        else return InspectionRefusals.Of(InspectionRefusal.RecordingUnclear);
        var matters = database.Matters(InspectionMatters.Recordings);
        return (matters.Find(found.State.Drawn.Item!) is { } kept ? matters.Append(kept, happens) : matters.Begin(new(found.State.Agent, found.State.Day, found.State.Day, found.State.Drawn.Item), happens) is not null) ? null : DoingWords.ChangedMeanwhile;
    }

    public (string Media, byte[] Content)? Recording(long id, HttpContext context) =>
        InspectionsQuery.Asking(database, viewers, time, context) is { } by && InspectionBook.Find(database, id) is { } found && by.Sees(found.State) && Recordings.At(database, found.State, context.Request.Query["of"].ToString()) is { File: { } file }
            && database.Evidence.Find(file) is { } evidence ? (Evidences.MediaType(evidence.Type), database.Evidence.Content(file)) : null;

    /// <summary>Who inspects it brings it, or HR and the manager; what was told rests on what was heard, so then only the latter.</summary>
    private static InspectionRefusal? RecordRefusal(InspectionState state, Inspector by, bool told) =>
        state.Drawn.Of != Sampled.Calls || state.IsVoid || state.Agent == by.Name || by.ActorFor(state) is not { } actor || !actor.Assigns && !(actor.Inspects && state.Takers.Contains(by.Name, StringComparer.Ordinal)) ? InspectionRefusal.RoleMayNot
        : told && !actor.Assigns ? InspectionRefusal.RecordingTold : null;

    private static InspectionWish? WishIn(IFormCollection form, BookedInspection found, ReceptionView? reception)
    {
        InspectionEvent? what = form.Text("act") switch
        {
            "assign" => InspectionEvent.Taken, "release" => InspectionEvent.Released, "inspect" => InspectionEvent.Inspected, "settle" => InspectionEvent.Settled, "acknowledge" => InspectionEvent.Acknowledged,
            "object" => InspectionEvent.Objected, "uphold" => InspectionEvent.Upheld, "change" => InspectionEvent.Changed, "void" => InspectionEvent.Voided, _ => null,
        };
        if (what is not { } step) return null;
        var marks = step is InspectionEvent.Inspected or InspectionEvent.Settled or InspectionEvent.Changed ? InspectionForms.Marks(form, found.Plan.Form, reception?.Lines) : [];
        // Of a call there are no messages: what is said of where it was is part of the comment's words.
        var messages = reception is not null ? InspectionForms.MessagesIn(reception) : new HashSet<string>(marks.Select(m => m.Message).OfType<string>(), StringComparer.Ordinal);
        return new(step, form.Text("act") == "assign" ? form.Text("to") ?? "" : null, marks, form.Text("words")?.ReplaceLineEndings("\n") ?? "", messages);
    }

    private InspectionView View(BookedInspection found, ReceptionView? reception, Inspector by)
    {
        var (state, form, actor) = (found.State, found.Plan.Form, by.ActorFor(found.State));
        bool May(InspectionEvent what) => by.Acts && InspectionCycle.Decide(state, form, new(what, actor) { Words = "x", Marks = form.RestFine([]) }, found.Plan.Set.AppealDays!.Value, by.Now, by.Today).Refused is null;
        var own = state.Inspected.FirstOrDefault(i => i.Who == by.Name);
        var (may, told) = (Asked.Where(May).ToHashSet(), Recordings.IsTold(database, state));
        return new(found.Id, state, form, found.Plan.Set.Why, reception, CallOf(state))
        {
            Shown = [.. Shown(found, by)], May = may, Proposed = ModelReading.Shown(database, found, reception, by, may), Own = state.Agent == by.Name, MayRecord = by.Acts && RecordRefusal(state, by, told) is null, RecordingTold = told, Assignees = actor.Assigns && state.HasSeat ? [.. by.InspectorsFor(state).Select(i => i.Name)] : [],
            Filled = !by.SeesMarks(state) ? own is null ? [] : form.RestFine(own.Marks!) : state.Result is { } result ? form.RestFine(result) : MarkPairs.Shared(form, state.Inspected[0].Marks!, state.Inspected[1].Marks!),
            // What an inspector says is as blind as the marks.
            Happened = [.. state.Happened.Where(h => by.SeesStep(state, h)).Select(h => (by.SeesMarks(state) || h.Who == by.Name ? h : h with { Words = null, Marks = null }, ShopClock.Shanghai.ToLocal(h.At)))],
            Recordings = [.. Recordings.All(database, state).Select((r, i) => new ShownRecording(r, ShopClock.Shanghai.ToLocal(r.At), i)).Where(r => by.SeesStep(state, r.Of))],
        };
    }

    /// <summary>The result; and, for who inspects or leads, each inspector's. While not every one is in, one's own alone.</summary>
    private static IEnumerable<ShownMarks> Shown(BookedInspection found, Inspector by)
    {
        var (state, form) = (found.State, found.Plan.Form);
        if (by.SeesMarks(state) && state.Result is { } result) yield return new(null, result, InspectionCard.Of(form, result));
        if (state.Agent == by.Name || state.Needed == 1 && state.Happened.All(h => h.What != InspectionEvent.Changed) && state.IsReady) yield break;
        foreach (var one in state.Inspected.Where(i => by.SeesMarks(state) || i.Who == by.Name)) yield return new(one.Who, one.Marks!, InspectionCard.Of(form, one.Marks!));
    }

    private CallShown? CallOf(InspectionState state)
    {
        if (state.Drawn.Of != Sampled.Calls || InspectionFrames.FindCall(database, state.Drawn.Item!, state.Day) is not { } call) return null;
        var recording = Recordings.Of(database, state);
        return new(call, ShopClock.Shanghai.ToLocal(call.At), recording?.Link, recording?.File is not null);
    }
}

/// <summary>Calls' recordings (来电录音): the last that was brought is played, those before it are kept.</summary>
internal static class Recordings
{
    /// <summary>To whose pages the files belong; stored, never renamed.</summary>
    public const string Area = "recordings";

    public static IReadOnlyList<RecordingHappening> All(Database database, InspectionState state) => state.Drawn.Of == Sampled.Calls ? database.Matters(InspectionMatters.Recordings).Find(state.Drawn.Item!)?.Happened ?? [] : [];

    public static RecordingHappening? Of(Database database, InspectionState state) => All(database, state) is [.., var last] ? last : null;

    /// <summary>One that was brought before by its place; without a place the last.</summary>
    public static RecordingHappening? At(Database database, InspectionState state, string place) => place.Length == 0 ? Of(database, state)
        : int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? All(database, state).ElementAtOrDefault(at) : null;

    /// <summary>A call has one recording, in however many plans it is drawn: told in one of them it is told.</summary>
    public static bool IsTold(Database database, InspectionState state) => state.Drawn.Of == Sampled.Calls
        && database.Matters(InspectionMatters.Inspections).Between(state.Day, state.Day).Select(InspectionMatters.StateOf).Any(s => s.Drawn.Item == state.Drawn.Item && s.Drawn.Of == Sampled.Calls && s.IsReady);
}
