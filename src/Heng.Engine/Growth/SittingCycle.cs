using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>
/// Sitting an exam: begun within the window, answered until its time is over by the server's clock, handed in, scored. The last answer to a question counts, from whichever device.
/// </summary>
public static class SittingCycle
{
    public const int MostAnswer = 2000, MostComment = 500;

    /// <param name="before">The person's sittings of this exam so far.</param>
    /// <param name="seed">Drawn outside, and kept.</param>
    public static SittingStep Begin(ExamState exam, long id, string who, IReadOnlyList<SittingState> before, ulong seed, Instant now)
    {
        var setting = exam.Setting;
        if (exam.IsCalledOff) return ExamRefusal.CalledOff;
        if (!setting.Asked.Contains(who, StringComparer.Ordinal)) return ExamRefusal.NotAsked;
        if (now < setting.Opens) return ExamRefusal.NotOpenYet;
        if (now > setting.Closes) return ExamRefusal.WindowOver;
        if (before.Any(b => !b.IsOver(now))) return ExamRefusal.SittingRuns;
        if (before.Count >= setting.Tries) return ExamRefusal.NoTriesLeft;
        var until = now.Plus(setting.Minutes * 60L);
        return new SittingHappening(SittingEvent.Begun, who, now) { Exam = id, Try = before.Count + 1, Version = setting.Version, Seed = seed, Until = until > setting.Closes ? setting.Closes : until };
    }

    /// <summary>Answers in the bank's places. What is the same as it stands is left out; where nothing is new nothing happens, and nothing is refused.</summary>
    public static SittingStep Answer(SittingState state, string who, IReadOnlyList<PaperQuestion> paper, IReadOnlyList<SittingAnswer> answers, Instant now)
    {
        if (state.Who != who) return ExamRefusal.NotYours;
        if (state.IsHandedIn) return ExamRefusal.AlreadyHandedIn;
        if (now > state.Until) return ExamRefusal.TimeOver;
        foreach (var answer in answers)
            if (Fault(paper.FirstOrDefault(p => p.Question.Id == answer.Question)?.Question, answer) is { } fault) return fault;
        SittingAnswer[] news = [.. answers.Where(a => !Same(a, state.AnswerTo(a.Question)))];
        return news.Length == 0 ? new SittingStep(null, null) : new SittingHappening(SittingEvent.Answered, who, now) { Answers = news };
    }

    public static SittingStep HandIn(SittingState state, string who, Instant now) =>
        state.Who != who ? ExamRefusal.NotYours : state.IsHandedIn ? ExamRefusal.AlreadyHandedIn : now > state.Until ? ExamRefusal.TimeOver : new SittingHappening(SittingEvent.HandedIn, who, now);

    /// <summary>Points for words, by somebody who may score and is not who wrote them.</summary>
    public static SittingStep Score(SittingState state, string by, bool mayScore, IReadOnlyList<PaperQuestion> paper, IReadOnlyList<SittingMark> marks, Instant now)
    {
        if (!mayScore) return ExamRefusal.RoleMayNot;
        if (state.Who == by) return ExamRefusal.OwnSitting;
        if (!state.IsOver(now)) return ExamRefusal.NotHandedIn;
        foreach (var mark in marks)
        {
            if (paper.FirstOrDefault(p => p.Question.Id == mark.Question)?.Question is not { Ask: ExamAsk.Text } question) return ExamRefusal.NotInPaper;
            if (mark.Points < 0m || mark.Points > question.Points || decimal.Round(mark.Points, 2) != mark.Points) return ExamRefusal.MarkOutOfRange;
            if (mark.Comment.Length > MostComment) return ExamRefusal.CommentTooLong;
        }
        SittingMark[] news = [.. marks.Where(m => state.Marks.FirstOrDefault(s => s.Question == m.Question) != m)];
        return news.Length == 0 ? ExamRefusal.UnchangedMark : new SittingHappening(SittingEvent.Scored, by, now) { Marks = news };
    }

    private static ExamRefusal? Fault(ExamQuestion? question, SittingAnswer answer) => question switch
    {
        null => ExamRefusal.NotInPaper,
        { Ask: ExamAsk.Text } => answer.Chosen.Count > 0 ? ExamRefusal.UnknownOption : answer.Text.Length > MostAnswer ? ExamRefusal.AnswerTooLong : null,
        _ when answer.Text.Length > 0 || answer.Chosen.Any(c => c < 0 || c >= question.Options.Count) => ExamRefusal.UnknownOption,
        { Ask: not ExamAsk.Multiple } when answer.Chosen.Count > 1 => ExamRefusal.TooManyChosen,
        _ => null,
    };

    private static bool Same(SittingAnswer answer, SittingAnswer? stands) =>
        stands is null ? answer.IsEmpty : answer.Text == stands.Text && answer.Chosen.Order().SequenceEqual(stands.Chosen.Order());
}
