namespace Heng.Engine.Growth;

/// <summary>What somebody answered: the bank's places of the chosen options, or words.</summary>
public sealed record SittingAnswer(string Question, IReadOnlyList<int> Chosen, string Text)
{
    public bool IsEmpty => Chosen.Count == 0 && string.IsNullOrWhiteSpace(Text);
}

/// <summary>Points that a person gave words.</summary>
public sealed record SittingMark(string Question, decimal Points, string Comment);

/// <summary>One question's points; null while a person has yet to give them.</summary>
public sealed record ScoredAnswer(PaperQuestion Of, SittingAnswer? Answer, decimal? Points, string Comment);

/// <summary>
/// Points for answers, exact. Single, true or false: the right one has all. Multiple: all right ones and no other has all, some right ones and no wrong one half, else 0.
/// Words are scored by a person; left empty they are 0, which nobody needs to say.
/// </summary>
public static class ExamScoring
{
    public static decimal? PointsOf(ExamQuestion question, SittingAnswer? answer)
    {
        if (answer is null || answer.IsEmpty) return 0m;
        if (question.Ask == ExamAsk.Text) return null;
        if (answer.Chosen.Any(c => !question.Right.Contains(c))) return 0m;
        var right = answer.Chosen.Distinct().Count();
        return right == question.Right.Count ? question.Points : question.Ask == ExamAsk.Multiple && right > 0 ? question.Points / 2m : 0m;
    }

    public static IReadOnlyList<ScoredAnswer> Of(IReadOnlyList<PaperQuestion> paper, IReadOnlyList<SittingAnswer> answers, IReadOnlyList<SittingMark> marks) =>
    [
        .. paper.Select(p =>
        {
            var (answer, mark) = (answers.LastOrDefault(a => a.Question == p.Question.Id), marks.LastOrDefault(m => m.Question == p.Question.Id));
            return new ScoredAnswer(p, answer, PointsOf(p.Question, answer) ?? mark?.Points, mark?.Comment ?? "");
        }),
    ];

    public static decimal Full(IEnumerable<PaperQuestion> paper) => paper.Sum(p => p.Question.Points);

    /// <summary>Null while a person has yet to score a part of it: missing is no 0.</summary>
    public static decimal? Total(IReadOnlyList<ScoredAnswer> scored) => scored.Any(s => s.Points is null) ? null : scored.Sum(s => s.Points);
}
