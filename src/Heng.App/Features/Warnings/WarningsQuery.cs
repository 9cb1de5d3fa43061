using Heng.App.CommandLine;
using Heng.App.Features.Board;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>Fills the page of warnings, and does what its forms ask. What one may not see answers as what is not there.</summary>
public sealed class WarningsQuery(Database database, WarningBook warnings, LiveBook book, BoardQuery board, ViewerFor viewers, TimeProvider time)
{
    private const int MostOver = 50;

    public Task<Seen<WarningsView>> For(WarningAsk ask, long? id, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<WarningsView>.Forbidden);
        var filer = new Filer(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds()));
        List<string> shops = [.. database.Shops.All.Select(s => s.Name)];
        if (ask.Shop is { } shop && !shops.Contains(shop, StringComparer.Ordinal)) return Task.FromResult(Seen<WarningsView>.NotFound);
        IReadOnlyList<string> groups = shops.Count == 0 ? [] : board.GroupsOf(viewer, ask.Shop ?? shops[0]);
        if (ask.Group is { } group && !groups.Contains(group, StringComparer.Ordinal)) return Task.FromResult(Seen<WarningsView>.NotFound);
        if (BoardScope.Of(viewer, ask.Shop ?? "", ask.Group) is null) return Task.FromResult(Seen<WarningsView>.Forbidden);
        Refusal? refused = null;
        if (form is not null)
        {
            if (id is not { } of || database.Matters(WarningMatters.Kind).Find(of) is not { } kept || !Sees(viewer, WarningMatters.StateOf(kept))) return Task.FromResult(Seen<WarningsView>.NotFound);
            refused = Act(kept, form, filer);
            // What was done, or why it was not, is said where the warning stands now.
            ask = ask with { Show = WarningMatters.StateOf(database.Matters(WarningMatters.Kind).Find(of)!).Over is null ? WarningShow.ToHandle : WarningShow.Over };
        }
        return Task.FromResult<Seen<WarningsView>>(View(ask, filer, shops, groups) with { Refused = refused });
    }

    /// <summary>The open ones of a scope as the board shows them, the gravest first; of one gravity the oldest of each kind before another of a kind.</summary>
    public static IReadOnlyList<KeptMatter<WarningHappening>> Within(IEnumerable<KeptMatter<WarningHappening>> open, BoardScope scope) =>
    [
        .. open.Where(k => k.Happened[0].Raised!.Of is var of && of.Shop == scope.Shop && scope.Holds(of.Person, of.Group)).OrderBy(k => k.Happened[0].At).ThenBy(k => k.Id)
            .GroupBy(k => k.Happened[0].Raised!.Kind).SelectMany(kind => kind.Select((k, nth) => (Kept: k, nth)))
            .OrderByDescending(k => k.Kept.Happened[0].Raised!.Gravity).ThenBy(k => Math.Min(k.nth, 1)).ThenBy(k => k.Kept.Happened[0].At).ThenBy(k => k.Kept.Id).Select(k => k.Kept),
    ];

    private Refusal? Act(KeptMatter<WarningHappening> kept, IFormCollection form, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var (state, note) = (WarningMatters.StateOf(kept), form.Text("note")?.ReplaceLineEndings("\n"));
        var by = ActorFor(filer, state);
        WarningStep? step = form.Text("act") switch
        {
            "take" => WarningCourse.Take(state, by, filer.Now), "comment" => WarningCourse.Comment(state, by, note, filer.Now), "solve" => WarningCourse.Solve(state, by, note, filer.Now),
            _ => (WarningStep?)null,
        };
        if (step is not { } taken) return WarningWords.Unknown;
        if (taken.Refused is { } refused) return WarningWords.Of(refused);
        return warnings.Keep(kept, taken.Happens!) ? null : DoingWords.ChangedMeanwhile;
    }

    private static WarningActor ActorFor(Filer filer, WarningState state) =>
        new(filer.Name, filer.Acts && Rights.HandlesWarning(filer.Viewer, state.Raised.Kind, state.Raised.Of.Group), state.Raised.Of.Person is { } person && person == filer.Viewer.Person)
        {
            Speaks = filer.Acts && Rights.HandlesAttention(filer.Viewer, state.Raised.Of.Group),
        };

    internal static bool Sees(Viewer viewer, WarningState state) => BoardScope.Of(viewer, state.Raised.Of.Shop, null) is { } scope && scope.Holds(state.Raised.Of.Person, state.Raised.Of.Group);

    private WarningsView View(WarningAsk ask, Filer filer, IReadOnlyList<string> shops, IReadOnlyList<string> groups)
    {
        var (viewer, turns) = (filer.Viewer, new WarningTurns(database));
        var seen = database.Matters(WarningMatters.Kind).Between(filer.Today.AddDays(-1), filer.Today).Concat(warnings.Open).DistinctBy(k => k.Id).Select(k => (Kept: k, State: WarningMatters.StateOf(k)))
            .Where(k => Sees(viewer, k.State) && (k.State.Over is not { } over || ShopClock.Shanghai.DayOf(over.At) == filer.Today)).ToList();
        var here = seen.Where(k => ask.Shop is null || ask.Shop == k.State.Raised.Of.Shop).ToList();
        var all = here.Where(k => ask.Group is null || ask.Group == k.State.Raised.Of.Group).ToList();
        var listed = all.Where(k => Lists(ask.Show, k.State)).ToList();
        var ordered = ask.Show == WarningShow.Over ? listed.OrderByDescending(k => k.State.Over!.At).ThenByDescending(k => k.Kept.Id).Take(MostOver)
            : listed.OrderBy(k => k.State.Stage).ThenByDescending(k => k.State.Raised.Gravity).ThenBy(k => k.State.At).ThenBy(k => k.Kept.Id);
        return new(ask, [.. ordered.Select(k => Row(k.Kept, k.State, filer, turns))], ShopClock.Shanghai.ToLocal(filer.Now))
        {
            Counts = Enum.GetValues<WarningShow>().ToDictionary(show => show, show => all.Count(k => Lists(show, k.State))), More = ask.Show == WarningShow.Over ? Math.Max(0, listed.Count - MostOver) : 0,
            Shops = [.. shops.Select(s => (s, seen.Count(k => k.State.Over is null && k.State.Raised.Of.Shop == s)))], Groups = [.. groups.Select(g => (g, here.Count(k => k.State.Over is null && k.State.Raised.Of.Group == g)))],
            MaySet = MaySet(viewer), MayReport = Rights.SeesSomeGroup(viewer),
            Passed = Rights.SeesEveryone(viewer) ? [.. shops.Where(s => ask.Shop is null || ask.Shop == s).SelectMany(warnings.Passed).GroupBy(p => p.Key).Select(g => (g.Key, g.Sum(p => p.Value))).OrderByDescending(p => p.Item2)] : [],
        };
    }

    private static bool Lists(WarningShow show, WarningState state) => show switch
    {
        WarningShow.ToHandle => state.Over is null, WarningShow.Waiting => state.Stage == WarningStage.Open, WarningShow.Taken => state.Stage == WarningStage.Taken, _ => state.Over is not null,
    };

    private WarningRow Row(KeptMatter<WarningHappening> kept, WarningState state, Filer filer, WarningTurns turns)
    {
        var (by, of) = (ActorFor(filer, state), state.Raised.Of);
        var now = state.Over is null && warnings.Present(kept.Id) is { } present ? present : state.Kept;
        bool May(WarningStep step) => filer.Viewer.Role is not Role.Operator && step.Refused is null;
        string? Chat(long? reception) => reception is { } chat && book.Of(of.Shop) is not null ? WarningLinks.Chat(of.Shop, chat) : null;
        return new(kept.Id, state, now, ShopClock.Shanghai.ToLocal(state.At))
        {
            MayTake = May(WarningCourse.Take(state, by, filer.Now)), MaySolve = May(WarningCourse.Solve(state, by, "x", filer.Now)), MayComment = filer.Acts && May(WarningCourse.Comment(state, by, "x", filer.Now)),
            Chat = Chat(now.Reception), Parts = [.. now.Parts.Select(p => new WarningPartRow(p, ShopClock.Shanghai.ToLocal(p.Since), Chat(p.Reception)))],
            Turn = state.Stage == WarningStage.Open && turns.LevelOf(state) is { } level ? new(level, turns.Has(state)) : null,
            Chats = state.Raised.Kind == WarningKind.Complaint && of.Person is { } person && ShopClock.Shanghai.DayOf(state.At) == filer.Today ? BoardLinks.Chats(of.Shop, null, person, BoardShow.All) : null,
            Happened = [.. kept.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        };
    }

    internal static bool MaySet(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;
}
