using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>Fills the pages of suggestions and does what their forms ask. Everybody sees every suggestion.</summary>
public sealed class SuggestionsQuery(Database database, string folder, ViewerFor viewers, TimeProvider time)
{
    private const int MostSimilar = 5, MostMergeable = 30;
    private SuggestionDoing Doing => new(database, folder, time);

    public Task<Seen<SuggestionsView>> List(SuggestionsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<SuggestionsView>.Forbidden);
        var book = Load(viewer);
        var rows = Wanted(ask, book.Rows);
        var page = Paging.Held(ask.Page, rows.Count, SuggestionsAsk.PageSize);
        return Task.FromResult<Seen<SuggestionsView>>(new SuggestionsView(ask with { Page = page }, Paging.Of(rows, page, SuggestionsAsk.PageSize), rows.Count, book.Rows.Count(r => r.DaysLate > 0)) { MayWrite = Rights.Suggests(viewer) });
    }

    public Task<Seen<ExportSheet>> Export(SuggestionsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ExportSheet>.Forbidden);
        return Task.FromResult<Seen<ExportSheet>>(SuggestionSheet.Of(Wanted(ask, Load(viewer).Rows), Preferences.Language(context)));
    }

    public Task<(Seen<NewSuggestionView> Seen, long? Written)> New(SuggestionText? text, bool write, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Suggests(viewer)) return Task.FromResult((Seen<NewSuggestionView>.Forbidden, (long?)null));
        var shown = text ?? new("", "", "", SuggestionCategory.Process, Unnamed: false, Seen: false);
        var similar = text is null ? [] : Similar(text, Load(viewer));
        // Once they were shown, who writes it all the same means it.
        if (!write || similar.Count > 0 && !shown.Seen && Fits(shown)) return Task.FromResult(((Seen<NewSuggestionView>)new NewSuggestionView(shown, similar), (long?)null));
        var (id, refused) = Doing.Write(shown, viewer);
        return Task.FromResult(((Seen<NewSuggestionView>)new NewSuggestionView(shown, similar) { Refused = refused }, id));
    }

    public Task<Seen<SuggestionView>> One(long id, SuggestionAct? act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || act is not null && !Rights.Suggests(viewer)) return Task.FromResult(Seen<SuggestionView>.Forbidden);
        var book = Load(viewer);
        if (!book.States.ContainsKey(id)) return Task.FromResult(Seen<SuggestionView>.NotFound);
        if (act is null) return Task.FromResult<Seen<SuggestionView>>(View(id, book, viewer));
        var refused = act.Act switch
        {
            "vote" => Doing.Vote(id, forIt: true, viewer),
            "take-back" => Doing.Vote(id, forIt: false, viewer),
            _ => Choices.FirstOrDefault(c => SuggestionWords.Id(c) == act.Act) is { } choice ? Doing.Answer(id, choice, act.Why, act.Into, viewer) : SuggestionWords.NotAStep,
        };
        return Task.FromResult<Seen<SuggestionView>>(View(id, Load(viewer), viewer) with { Refused = refused });
    }

    public Task<Seen<SuggestionBoardView>> Board(Month month, bool quarter, HttpContext context)
    {
        if (viewers(context) is null) return Task.FromResult(Seen<SuggestionBoardView>.Forbidden);
        var (from, to) = SuggestionBoard.Days(month, quarter);
        return Task.FromResult<Seen<SuggestionBoardView>>(new SuggestionBoardView(month, quarter, from, to, new SuggestionBoard(database).Of(from, to)));
    }

    internal static IReadOnlyList<SuggestionChoice> Choices { get; } =
    [
        new(SuggestionEvent.Commented), new(SuggestionEvent.LookedAt), new(SuggestionEvent.Proposed, SuggestionEvent.Adopted), new(SuggestionEvent.Proposed, SuggestionEvent.PutOff), new(SuggestionEvent.Proposed, SuggestionEvent.NotAdopted),
        new(SuggestionEvent.Adopted), new(SuggestionEvent.PutOff), new(SuggestionEvent.NotAdopted), new(SuggestionEvent.Done), new(SuggestionEvent.EffectNoted), new(SuggestionEvent.Merged),
    ];

    private SuggestionBook Load(Viewer viewer) => SuggestionBook.Load(database, Doing.ActorOf(viewer).Name, Today);

    private SuggestionView View(long id, SuggestionBook book, Viewer viewer)
    {
        var (state, actor) = (book.States[id], Doing.ActorOf(viewer));
        var answers = state.Happened.Where(h => h.What is not (SuggestionEvent.Written or SuggestionEvent.Voted or SuggestionEvent.VoteTakenBack)).Select(h => (h, ShopClock.Shanghai.ToLocal(h.At))).ToList();
        SuggestionChoice[] choices = actor.Answers ? [.. Choices.Where(c => SuggestionCycle.Answer(state, new(actor, id, c.What, "·") { Verdict = c.Verdict, Into = c.What == SuggestionEvent.Merged ? (-1, state) : null }, default).Refused is null)] : [];
        // Who decides proposes nothing.
        if (actor.Decides) choices = [.. choices.Where(c => c.Verdict is null)];
        var mergeable = choices.Any(c => c.What == SuggestionEvent.Merged) ? book.Rows.Where(r => r.Id != id && r.Stage != SuggestionStage.Merged)
            .OrderByDescending(r => Likeness.Of(state.Written.Title!, state.Written.Words!, book.States[r.Id])).ThenByDescending(r => r.Id).Take(MostMergeable).ToList() : [];
        if (mergeable.Count == 0) choices = [.. choices.Where(c => c.What != SuggestionEvent.Merged)];
        return new(book.Row(id), state, state.AnswerBy(ShopClock.Shanghai))
        {
            Answers = answers, Duplicates = [.. book.Rows.Where(r => book.States[r.Id].Into == id)], Into = state.Into is { } into && book.States.ContainsKey(into) ? book.Row(into) : null,
            MayVote = Rights.Suggests(viewer) && state.IsOpen && state.Author != actor.Name, Choices = choices, Mergeable = mergeable,
        };
    }

    private static List<SuggestionRow> Similar(SuggestionText text, SuggestionBook book) =>
        [.. book.Rows.Where(r => r.Stage != SuggestionStage.Merged).Select(r => (Row: r, Alike: Likeness.Of(text.Title, text.Words, book.States[r.Id])))
            .Where(r => r.Alike >= Likeness.Similar).OrderByDescending(r => r.Alike).ThenBy(r => r.Row.Id).Take(MostSimilar).Select(r => r.Row)];

    private static bool Fits(SuggestionText text) => !text.CategoryUnknown && text.Title.Length is > 0 and <= SuggestionCycle.MostTitle && text.Words.Length is > 0 and <= SuggestionCycle.MostWords;

    private static List<SuggestionRow> Wanted(SuggestionsAsk ask, IEnumerable<SuggestionRow> rows)
    {
        var wanted = rows.Where(r => (ask.Stage is null ? r.Stage != SuggestionStage.Merged : r.Stage == ask.Stage) && (ask.Category is null || r.Category == ask.Category) && (!ask.Mine || r.IsMine)
            && (!ask.Late || r.DaysLate > 0) && (ask.Search is not { } q || r.Title.Contains(q, StringComparison.OrdinalIgnoreCase) || r.Author?.Contains(q, StringComparison.Ordinal) == true));
        return [.. ask.Sort switch
        {
            SuggestionSort.Votes => wanted.OrderByDescending(r => r.Votes).ThenByDescending(r => r.Id),
            SuggestionSort.Late => wanted.OrderByDescending(r => r.DaysLate).ThenByDescending(r => r.Id),
            _ => wanted.OrderByDescending(r => r.Id),
        }];
    }

    private DateOnly Today => ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
}
