using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Lint;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;
using Interval = Heng.Engine.Scoring.Interval;

namespace Heng.Engine.Tests.Scoring.Lint;

/// <summary>Small plans linted, and what is found written short: the rule, where, and the values concerned.</summary>
internal static class Linted
{
    public static Item Item(string metric, Method method, decimal weight = 100m, string? id = null) =>
        new(id ?? metric, new(metric, metric), weight, new FromMetric(metric), method, MissingRule.Redistribute);

    public static Plan Plan(params Item[] items) => Cards.Plan(items);

    /// <summary>An item of 100 on bands written as in a sheet: the first gives full points, each further one 10 less.</summary>
    public static Item Banded(string metric, params string[] bands) => Item(metric, new Bands([.. bands.Select((b, i) => new Band(Interval.Parse(b)!, 100m - 10m * i))]));

    public static string[] Of(Plan plan) => [.. PlanLint.Of(plan, Catalogue.Find).Select(Short)];
    public static string[] Of(params Item[] items) => Of(Plan(items));

    public static string[] Of(Plan plan, params PayComponent[] pay) =>
        [.. SchemeLint.Of([plan], new("s", 1, default, default, pay), Catalogue.Find).Select(Short)];

    public static Finding[] Whole(params Item[] items) => [.. PlanLint.Of(Plan(items), Catalogue.Find)];

    /// <summary>The last two steps of the place say enough here.</summary>
    public static string Short(Finding f) => $"{(f.Severity == Severity.Warning ? "warning " : "")}{f.Rule} at {string.Join('/', f.Place.Split('/').TakeLast(2))}";
}
