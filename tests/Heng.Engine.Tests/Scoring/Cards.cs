using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Scoring;

/// <summary>Small plans and people, written short.</summary>
internal static class Cards
{
    public static readonly Month October = new(2026, 10);

    public static Item Metric(string id, decimal weight, Method method, MissingRule missing = MissingRule.Redistribute) =>
        new(id, new(id, id), weight, new FromMetric(id), method, missing);

    public static Item Rated(string id, decimal weight, MissingRater absent, decimal high, params RaterShare[] raters) =>
        new(id, new(id, id), weight, new FromRaters(raters, absent), new OnScale(0m, high, []), MissingRule.Redistribute);

    public static Item From(string id, decimal weight, ItemSource source, Method method) => new(id, new(id, id), weight, source, method, MissingRule.Redistribute);

    public static Interval When(string text) => Interval.Parse(text)!;

    public static Plan Plan(params Item[] items) =>
        new("s/p", 1, new("方案", "plan"), default, Cycle.Month, ["front-line"], [new("all", new("全部", "all"), items)], [], null);

    /// <summary>Values by metric id; an id that is not given has no value.</summary>
    public static Candidate Person(string name, string group, params (string Metric, decimal Value)[] values) =>
        new(name, group, "front-line", Values(values), [], null, null);

    public static Func<string, Explained> Values(params (string Metric, decimal Value)[] values) => id =>
        Explained.Leaf(id, new(id, id), values.Where(v => v.Metric == id).Select(v => (decimal?)v.Value).FirstOrDefault(), UnitOf(id));

    private static Unit UnitOf(string id) =>
        id.EndsWith("rate", StringComparison.Ordinal) || id.Contains("conversion", StringComparison.Ordinal) || id == "inquiry-paid-final" ? Unit.Rate
        : id.Contains("response", StringComparison.Ordinal) ? Unit.Seconds : id == "sales" ? Unit.Yuan : Unit.People;

    public static Scorecard Score(Plan plan, Candidate person) => Scorer.Score(plan, October, [person]).Single();

    /// <summary>The points of a single item of 100 for one value.</summary>
    public static decimal? Points(Method method, decimal value, string metric = "consulted")
    {
        var item = Score(Plan(Metric(metric, 100m, method)), Person("王雨桐", "一组", (metric, value))).Items.Single();
        Assert.Equal(item.Points, item.Explanation.Recompute());
        return item.Points;
    }

    public static readonly Proportional OfHundred = new(100m, Better.Higher);
}
