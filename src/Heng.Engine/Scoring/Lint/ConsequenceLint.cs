using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring.Lint;

/// <summary>
/// Rules that contradict (后果矛盾): the same run of cards is rewarded by one ladder and sanctioned by another; a ladder grows milder while the row goes on; or a step
/// needs on record what it proposes itself.
/// </summary>
internal static class ConsequenceLint
{
    private static readonly MeasureKind[] Rewards = [MeasureKind.Award, MeasureKind.Certificate, MeasureKind.Promotion, MeasureKind.Leadership, MeasureKind.PayRaise];
    /// <summary>From the mildest to the hardest.</summary>
    private static readonly MeasureKind[][] Harder =
        [[MeasureKind.Coaching, MeasureKind.Training, MeasureKind.OneMoreMonth], [MeasureKind.Warning], [MeasureKind.TraineePay, MeasureKind.Transfer], [MeasureKind.Exit]];

    public static IEnumerable<Finding> Of(string place, Plan plan)
    {
        var rules = plan.Consequences;
        foreach (var rule in rules)
            foreach (var found in Within($"{place}/{rule.Id}/steps", rule)) yield return found;
        for (var a = 0; a < rules.Count; a++)
            for (var b = a + 1; b < rules.Count; b++)
                if (Clash(rules[a], rules[b], plan.Grades) is { } n)
                    yield return Contradicts($"{place}/{rules[b].Id}/steps/{n}",
                        new($"同样连续 {n + 1} 期，{rules[a].Name.Zh} 建议{Name(rules[a], n).Zh}，{rules[b].Name.Zh} 建议{Name(rules[b], n).Zh}",
                            $"for the same {n + 1} in a row {rules[a].Name.En} proposes {Name(rules[a], n).En} and {rules[b].Name.En} proposes {Name(rules[b], n).En}"),
                        new("让两条规则的等级不重叠", "let the two rules look at different grades"));
    }

    private static IEnumerable<Finding> Within(string place, Consequence rule)
    {
        for (var i = 0; i < rule.Steps.Count; i++)
        {
            var step = rule.Steps[i];
            if (step.Needs == step.Proposes)
                yield return Contradicts($"{place}/{i}", new($"{MeasureWords.Of(step.Proposes).Zh}须先有它自己的记录", $"{MeasureWords.Of(step.Proposes).En} needs itself on record first"),
                    new("删去 needs，或写另一种措施", "leave needs out, or name another measure"));
            if (i > 0 && Place(step.Proposes) >= 0 && Place(step.Proposes) < Place(rule.Steps[i - 1].Proposes))
                yield return Contradicts($"{place}/{i}",
                    new($"连续越久反而越轻：{MeasureWords.Of(rule.Steps[i - 1].Proposes).Zh} 之后是 {MeasureWords.Of(step.Proposes).Zh}",
                        $"milder the longer it lasts: {MeasureWords.Of(step.Proposes).En} after {MeasureWords.Of(rule.Steps[i - 1].Proposes).En}"),
                    new("按由轻到重排列各步", "order the steps from mild to hard"));
        }
    }

    /// <summary>The first step at which one row of cards climbs both and is rewarded by one, sanctioned by the other.</summary>
    private static int? Clash(Consequence a, Consequence b, IReadOnlyList<Grade> grades)
    {
        for (var n = 0; n < Math.Min(a.Steps.Count, b.Steps.Count); n++)
        {
            if (!Both(a.Steps[n], b.Steps[n], grades)) return null;
            if (Rewards.Contains(a.Steps[n].Proposes) != Rewards.Contains(b.Steps[n].Proposes)) return n;
        }
        return null;
    }

    private static bool Both(LadderStep a, LadderStep b, IReadOnlyList<Grade> grades)
    {
        // What looks at a bar or a place alone may be met by a card of any grade.
        if (IsOfAny(a) || IsOfAny(b)) return true;
        if (a.Scores is null && b.Scores is null) return a.Grades.Intersect(b.Grades, StringComparer.Ordinal).Any();
        return Scores(a, grades).Any(x => Scores(b, grades).Any(y => !x.And(y).IsEmpty));
    }

    private static bool IsOfAny(LadderStep step) => step.Scores is null && step.Grades.Count == 0;

    private static IEnumerable<Interval> Scores(LadderStep step, IReadOnlyList<Grade> grades) =>
        step.Scores is { } own ? [own] : grades.Where(g => step.Grades.Contains(g.Id, StringComparer.Ordinal)).Select(g => g.Scores);

    private static Wording Name(Consequence rule, int step) => MeasureWords.Of(rule.Steps[step].Proposes);
    private static int Place(MeasureKind kind) => Array.FindIndex(Harder, h => h.Contains(kind));

    private static Finding Contradicts(string place, Wording reason, Wording mend) => Finding.Error(LintRules.ConsequencesContradict, place, reason, mend);
}
