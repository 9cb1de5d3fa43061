using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Two plans of one file and cycle for the same position or person on the same days: only the first would count.</summary>
public static class WhomLint
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Plan> plans)
    {
        for (var later = 0; later < plans.Count; later++)
            foreach (var found in Twice(plans, later, "positions", p => p.Positions, "岗位", "position").Concat(Twice(plans, later, "people", p => p.People, "人员", "person")))
                yield return found;
    }

    private static IEnumerable<Finding> Twice(IReadOnlyList<Plan> plans, int later, string key, Func<Plan, IReadOnlyList<string>> of, string zh, string en)
    {
        var (plan, names) = (plans[later], of(plans[later]));
        for (var i = 0; i < names.Count; i++)
        {
            var place = $"{PlanLint.PlaceOf(plan)}/{key}/{i}";
            if (names.Take(i).Contains(names[i], StringComparer.Ordinal))
                yield return Finding.Error(LintRules.PositionTwice, place, new($"{zh} {names[i]} 写了两次", $"the {en} {names[i]} stands twice"), new("删去一个", "leave one of them out"));
            else if (plans.Take(later).FirstOrDefault(p => p.Cycle == plan.Cycle && of(p).Contains(names[i], StringComparer.Ordinal) && p.Effective.Meets(plan.Effective)) is { } first)
                yield return Finding.Error(LintRules.PositionTwice, place,
                    new($"{zh} {names[i]} 已在 {first.Title.Zh}（{first.Id}）里，同周期只有它计", $"the {en} {names[i]} is in {first.Title.En} ({first.Id}) already, and of one cycle only that one counts"),
                    new("只留在一个方案里，或让两个方案的生效期不重叠", "leave it in one of the plans, or let their effective days not overlap"));
        }
    }
}
