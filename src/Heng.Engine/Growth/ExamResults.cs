using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>A sitting with its paper and points; Points is null while a person has yet to score a part of it.</summary>
public sealed record ScoredSitting(SittingState Sitting, IReadOnlyList<ScoredAnswer> Answers)
{
    public decimal? Points => ExamScoring.Total(Answers);
    public decimal Full => ExamScoring.Full(Answers.Select(a => a.Of));
    public decimal? Share => Points / Full;

    public static ScoredSitting Of(SittingState sitting, ExamBank bank, ExamSetting setting)
    {
        var paper = ExamPaper.Of(bank, setting.FixedIds, setting.Draws, sitting.Seed);
        return new(sitting, ExamScoring.Of(paper, sitting.Answers, sitting.Marks));
    }
}

/// <summary>What one person's tries come to (成绩): the best one counts, and it is final once no better one can come.</summary>
public sealed record ExamResult(string Name, IReadOnlyList<ScoredSitting> Tries, ScoredSitting? Best, bool IsFinal, bool? Passed)
{
    /// <summary>
    /// Final: every try is scored, none runs, and either none is left or the window is over. Who never sat has no result, which is no 0. Of two as good the earlier counts.
    /// </summary>
    public static ExamResult Of(string name, IReadOnlyList<ScoredSitting> tries, ExamState exam, Instant now)
    {
        var (setting, ended) = (exam.Setting, tries.Where(t => t.Sitting.IsOver(now)).ToArray());
        var best = ended.Where(t => t.Share is not null).OrderByDescending(t => t.Share).ThenBy(t => t.Sitting.Try).FirstOrDefault();
        var final = best is not null && ended.Length == tries.Count && ended.All(t => t.Share is not null) && (tries.Count >= setting.Tries || exam.IsOver(now));
        return new(name, tries, best, final, best?.Share >= setting.PassShare && best is not null ? true : best is null ? null : false);
    }

    /// <summary>The record of a final result, of the day that its try ended on.</summary>
    public Exam? Record(string exam) => IsFinal && Best is { Points: { } points } ? new(ShopClock.Shanghai.DayOf(Best.Sitting.EndedAt), exam, Name, points, Best.Full, IsDialogue: false) : null;
}

/// <summary>How a question did (题目分析): n answered sheets, the mean share of its points, and how it goes with the rest of the sheet. Null is too few, or all alike.</summary>
public sealed record ItemFigures(ExamQuestion Question, int N, decimal? ShareRight, decimal? Discrimination);

/// <summary>Item figures over first tries alone: a second try at the same question has seen it before.</summary>
public static class ExamItems
{
    /// <summary>Below this many sheets a figure says little, and pages say so.</summary>
    public const int Few = 10;

    public static IReadOnlyList<ItemFigures> Of(IReadOnlyList<ScoredSitting> sittings)
    {
        ScoredSitting[] sheets = [.. sittings.Where(s => s.Sitting.Try == 1 && s.Points is not null)];
        return [.. sheets.SelectMany(s => s.Answers.Select(a => (Sheet: s, Answer: a))).GroupBy(p => p.Answer.Of.Question.Id, StringComparer.Ordinal).Select(g => Of([.. g])).OrderBy(f => f.ShareRight).ThenBy(f => f.Question.Id, StringComparer.Ordinal)];
    }

    private static ItemFigures Of(IReadOnlyList<(ScoredSitting Sheet, ScoredAnswer Answer)> pairs)
    {
        var question = pairs[0].Answer.Of.Question;
        var shares = pairs.Select(p => p.Answer.Points!.Value / question.Points).ToArray();
        // Against the rest of the sheet: a question goes with itself, which would flatter short exams.
        var rests = pairs.Select(p => p.Sheet.Full == question.Points ? 0m : (p.Sheet.Points!.Value - p.Answer.Points!.Value) / (p.Sheet.Full - question.Points)).ToArray();
        return new(question, pairs.Count, shares.Sum() / shares.Length, Statistics.PointBiserial.Of(shares, rests));
    }
}
