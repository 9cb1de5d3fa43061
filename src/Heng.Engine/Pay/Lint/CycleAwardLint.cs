using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>Pay by the cards of a longer cycle: that the file makes such cards, and that a better one never pays less.</summary>
internal static class CycleAwardLint
{
    public static IReadOnlyList<Finding> Of(string place, CycleAward award, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        Plan[] read = [.. plans.Where(p => p.Cycle == award.Cycle)];
        List<Finding> found = [];
        if (plans.Count > 0 && read.Length == 0)
            found.Add(Finding.Warning(LintRules.AwardWithoutCards, $"{place}/cycle", new("没有这个周期的考核方案：没有考核表，总是不发", "no plan of this cycle: there are no cards, and nothing is ever paid"),
                new("写一个这个周期的方案（cycle），或换成有方案的周期", "write a plan with this cycle, or take a cycle that has one")));
        found.AddRange(award.By switch
        {
            CycleByScore score => CoefficientLint.Of($"{place}/coefficient", score.Coefficient, read, metrics),
            CycleByPlace places => ItemLint.StepDown($"{place}/awards", true, LintRules.PayNotMonotone, [.. places.Awards.Select((a, i) => ($"{i}", $"{i + 1}", a)).Reverse()]),
            _ => [],
        });
        return found;
    }
}
