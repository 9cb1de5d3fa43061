using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>A plan that is published, and those of its items that measure something.</summary>
public sealed record PublishedPlan(Plan Plan, IReadOnlyList<(Item Item, string Metric)> Measured)
{
    /// <summary>What people mark or enter is no metric and can't be chosen here.</summary>
    public int Others => Plan.Items.Count() - Measured.Count;
}

/// <summary>Which metrics the plans in force use (现用), and for what.</summary>
public sealed record CurrentUses(IReadOnlyList<PublishedPlan> Plans, ILookup<string, Wording> ByMetric)
{
    public static CurrentUses Of(Database database)
    {
        var files = PublishedPlans.InForce(database, ShopCatalogue.Latest(database));
        PublishedPlan[] plans = [.. files.SelectMany(f => f.Plans).Select(p => new PublishedPlan(p, [.. p.Items.Where(i => i.Source is FromMetric).Select(i => (i, ((FromMetric)i.Source).Metric))]))];
        var scored = plans.SelectMany(p => p.Measured.Select(m => (m.Metric, p.Plan.Title)));
        var paid = files.SelectMany(f => f.Pay?.Asked ?? []).Select(a => (a.Metric.Metric, new Wording($"{a.Pays.Zh}（计薪）", $"{a.Pays.En} (pays)")));
        return new(plans, scored.Concat(paid).Distinct().ToLookup(u => u.Item1, u => u.Item2, StringComparer.Ordinal));
    }
}
