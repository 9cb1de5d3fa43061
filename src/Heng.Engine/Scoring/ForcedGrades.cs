using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>
/// Grades by shares of people (强制分布): the best so many of a hundred get the best grade, and so on down. Equal scores are never split: who shares a place gets the grade
/// of that place, the better one. A share that does not come to whole people is cut; what is left goes down.
/// </summary>
internal static class ForcedGrades
{
    public static Scorecard[] Over(Plan plan, Scorecard[] cards)
    {
        var scores = cards.Where(c => c.Score is not null).Select(c => c.Score!.Value).ToArray();
        return [.. cards.Select(card => card.Score is { } score ? With(card, GradeAt(plan, Ranking.Place(score, scores, Better.Higher), scores.Length)) : card)];
    }

    internal static string GradeAt(Plan plan, int place, int people)
    {
        var sum = 0m;
        foreach (var share in plan.Forced)
        {
            sum += share.Share;
            if (place <= decimal.Floor(sum * people)) return share.Grade;
        }
        return plan.Forced[^1].Grade;
    }

    private static Scorecard With(Scorecard card, string grade) => grade == card.Grade ? card : card with
    {
        Grade = grade,
        Notes = [.. card.Notes, new Wording($"等级按强制分布为 {grade}{(card.Grade is { } own ? $"，按分数为 {own}" : "")}",
            $"grade {grade} by forced distribution{(card.Grade is { } by ? $", {by} by score" : "")}")],
    };
}
