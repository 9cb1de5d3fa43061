using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Exams;

/// <summary>Answers in words, to be scored without knowing whose they are: each stands under a token that tells nothing, in an order that tells nothing.</summary>
public sealed class ExamWordsSheet(Database database, string folder, ViewerFor viewers, TimeProvider time)
{
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public Task<Seen<WordsView>> For(long exam, IReadOnlyList<WordsMark>? marks, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<WordsView>.Forbidden);
        var asking = new Asking(database, ShopClock.Shanghai.DayOf(Now));
        var by = asking.ExaminerOf(viewer);
        if (ExamBook.Find(database, exam) is not { } book || !by.Sets || !ExamCycle.MayChange(book.State, by)) return Task.FromResult(Seen<WordsView>.NotFound);
        var refused = marks is null ? null : Score(book, marks, viewer, by.Name);
        if (marks is not null) book = ExamBook.Find(database, exam)!;
        var questions = Of(book, by.Name, Now);
        if (refused is not null) questions = [.. questions.Select(q => q with { Rows = [.. q.Rows.Select(r => marks!.FirstOrDefault(m => m.Token == r.Token) is { } typed ? r with { TypedPoints = typed.Points, Comment = typed.Comment } : r)] })];
        return Task.FromResult<Seen<WordsView>>(new WordsView(exam, book.State.Setting.Name, questions) { Refused = refused, Saved = marks is not null && refused is null });
    }

    /// <summary>What is not empty, of sheets that are over and are not the scorer's own.</summary>
    public static IReadOnlyList<WordsQuestion> Of(ExamBook book, string scorer, Instant now) =>
    [
        .. book.Sittings.Select(s => new SittingState(s.Happened)).Where(s => s.IsOver(now) && s.Who != scorer).SelectMany(s => book.Scored(s).Answers.Where(a => a.Of.Question.Ask == ExamAsk.Text && a.Answer is { IsEmpty: false }).Select(a => (Sitting: s, Answer: a)))
            .GroupBy(p => p.Answer.Of.Question.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new WordsQuestion(g.First().Answer.Of.Question, [.. g.Select(p => new WordsRow(Token(p.Sitting, g.Key), p.Answer.Answer!.Text, p.Answer.Points, p.Answer.Comment, null)).OrderBy(r => r.Token, StringComparer.Ordinal)])),
    ];

    private static string Token(SittingState sitting, string question) => StableHash.Of(sitting.Seed.ToString(CultureInfo.InvariantCulture), "words", question).ToString("x16", CultureInfo.InvariantCulture);

    private Refusal? Score(ExamBook book, IReadOnlyList<WordsMark> marks, Viewer viewer, string scorer)
    {
        var doing = new ExamDoing(database, folder, time);
        Refusal? refused = null;
        foreach (var kept in book.Sittings)
        {
            var state = new SittingState(kept.Happened);
            if (!state.IsOver(Now) || state.Who == scorer) continue;
            var given = book.Paper(state).Where(p => p.Question.Ask == ExamAsk.Text).Select(p => (p.Question.Id, Mark: marks.FirstOrDefault(m => m.Token == Token(state, p.Question.Id)))).Where(g => g.Mark is not null).ToArray();
            // A comment without points is no mark yet, and points that can't be read are none.
            if (given.Any(g => g.Mark!.Points.Length > 0 ? Points(g.Mark.Points) is null : g.Mark.Comment.Length > 0)) refused ??= ExamWords.Of(given.Any(g => g.Mark!.Points.Length > 0 && Points(g.Mark.Points) is null) ? ExamRefusal.MarkOutOfRange : ExamRefusal.NotScored);
            SittingMark[] read = [.. given.Where(g => Points(g.Mark!.Points) is not null).Select(g => new SittingMark(g.Id, Points(g.Mark!.Points)!.Value, g.Mark.Comment))];
            if (read.Length > 0) refused = doing.Score(book.Kept.Id, kept, read, viewer) ?? refused;
        }
        doing.Settle(book.Kept.Id);
        return refused;
    }

    private static decimal? Points(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : null;
}
