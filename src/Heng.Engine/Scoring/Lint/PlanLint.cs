using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>A plan looked at as a whole (方案检查): its items one by one, then weights, grades, pass mark, and what is counted twice.</summary>
public static class PlanLint
{
    private const decimal TooHeavy = 70m, TooLight = 1m;

    public static string PlaceOf(Plan plan) => $"plans/{plan.Id[(plan.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}";

    public static string PlaceOf(Plan plan, Dimension dimension, Item item) => $"{PlaceOf(plan)}/dimensions/{dimension.Id}/items/{item.Id}";

    public static IReadOnlyList<Finding> Of(Plan plan, Func<string, Metric?> metrics)
    {
        var place = PlaceOf(plan);
        var items = plan.Dimensions.SelectMany(d => d.Items.Select(i => (Place: PlaceOf(plan, d, i), Item: i))).ToArray();
        var ofItems = items.Select(i => ItemLint.Of(i.Item, i.Place, metrics)).ToArray();
        var found = ofItems.SelectMany(f => f).ToList();
        found.AddRange(WeightLint.SumTo100($"{place}/dimensions", plan.TotalWeight));
        found.AddRange(WeightLint.Extreme(items.Where(i => !i.Item.Bonus).Select(i => (i.Place, i.Item.Weight)), TooLight, TooHeavy));
        found.AddRange(BandLint.Of($"{place}/grades", [.. plan.Grades.Select(g => g.Scores)], new(0m, true, 100m, true), null).Where(_ => plan.Grades.Count > 0));
        // Where weights are wrong, points beside them are not.
        if (plan.TotalWeight == 100m)
            found.AddRange(items.Where((_, i) => ofItems[i].All(f => f.Severity != Severity.Error)).SelectMany(i => ItemLint.FullPoints(i.Item, i.Place, metrics)));
        // What a card can come to is only known where every item says what it gives.
        var known = items.Length > 0 && !found.Exists(f => f.Severity == Severity.Error);
        if (known) found.AddRange(Reached(plan, place, CardRange.Of(plan, metrics)));
        found.AddRange(GateLint.Of($"{place}/gates", plan, known ? CardRange.BeforeVetoes(plan, metrics) : null, metrics));
        found.AddRange(items.SelectMany(i => AimLint.Of($"{i.Place}/method/{AimLint.PlaceOf(i.Item.Method)}", i.Item.Method.Aim, plan.Promotions)));
        found.AddRange(ConsequenceLint.Of($"{place}/consequences", plan));
        found.AddRange(FactLint.WithinCard([.. items.Select(i => FactReader.Of(i.Place, i.Item, metrics))]));
        return found;
    }

    private static IEnumerable<Finding> Reached(Plan plan, string place, Bounds scores)
    {
        foreach (var i in BandLint.Unreachable([.. plan.Grades.Select(g => g.Scores)], scores.Interval))
            yield return Finding.Warning(LintRules.BandUnreachable, $"{place}/grades/{i}",
                new($"等级 {plan.Grades[i].Id}（{plan.Grades[i].Scores}）没有人能得到：总分在 {Told.Bounds(scores)}", $"nobody can get the grade {plan.Grades[i].Id} ({plan.Grades[i].Scores}): scores come to {Told.Bounds(scores)}"),
                new("调整等级界线，或调整各项最低、最高分", "move the grade's bounds, or what items give at least and at most"), plan.Grades[i].Scores, scores.Interval);
        if (plan.PassMark is not { } mark || (mark >= 0m && !(mark > scores.High))) yield break;
        var most = Shown.Number(scores.High ?? 100m);
        var (zh, en) = mark < 0m ? ("低于 0，人人都及格", "is below 0: everybody passes") : ("没有总分能到", "is higher than any score");
        yield return Finding.Error(LintRules.PassUnreachable, $"{place}/pass", new($"pass {Shown.Number(mark)} {zh}", $"pass {Shown.Number(mark)} {en}"),
            new($"把 pass 改为 0 至 {most}", $"let pass be 0 to {most}"), new Interval(mark, true, mark, true), scores.Interval);
    }
}

/// <summary>Weights (权重): exactly 100, and none so heavy or so light that the others, or it, no longer count.</summary>
public static class WeightLint
{
    /// <summary>Exactly 100: 99.99 is refused, for points and pay are split by these.</summary>
    public static IEnumerable<Finding> SumTo100(string place, decimal sum)
    {
        if (sum == 100m) yield break;
        var off = 100m - sum;
        yield return Finding.Error(LintRules.WeightsNot100, place, new($"权重合计 {Shown.Number(sum)}，应恰好为 100", $"the weights add up to {Shown.Number(sum)}, not exactly 100"),
            off > 0m ? new($"给其中一项加 {Shown.Number(off)}", $"give one of them {Shown.Number(off)} more") : new($"从其中一项减 {Shown.Number(-off)}", $"take {Shown.Number(-off)} from one of them"),
            new Interval(sum, true, sum, true));
    }

    /// <summary>One or two alone can't help being heavy.</summary>
    public static IEnumerable<Finding> Extreme(IEnumerable<(string Place, decimal Weight)> weights, decimal tooLight, decimal tooHeavy)
    {
        var all = weights.ToArray();
        return all.Where(w => all.Length > 2 && (w.Weight > tooHeavy || w.Weight < tooLight)).Select(w => Finding.Warning(LintRules.WeightExtreme, $"{w.Place}/weight",
            w.Weight > tooHeavy
                ? new($"权重 {Shown.Number(w.Weight)} 过重，其他项几乎不起作用", $"a weight of {Shown.Number(w.Weight)} leaves the others hardly any effect")
                : new($"权重 {Shown.Number(w.Weight)} 过轻，几乎不起作用", $"a weight of {Shown.Number(w.Weight)} has hardly any effect"),
            new($"权重宜在 {Shown.Number(tooLight)} 与 {Shown.Number(tooHeavy)} 之间", $"weights between {Shown.Number(tooLight)} and {Shown.Number(tooHeavy)} do"),
            new Interval(w.Weight, true, w.Weight, true)));
    }
}
