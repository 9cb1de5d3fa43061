using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;
using Own = Heng.Engine.Metrics.Custom.CustomMetrics;

namespace Heng.App.Features.CustomMetrics;

/// <summary>The catalogue as this data folder has it: with the custom metrics in force on a day.</summary>
public static class ShopCatalogue
{
    public static CatalogueOfRule On(Database database, Judgement paying, DateOnly day) =>
        Own.On(Catalogue.Under(paying), [.. database.CustomMetrics.All.Select(d => d.Definition)], day);

    /// <summary>Under the first shop's paying rule, as of the last day there is: what a plan may name.</summary>
    public static CatalogueOfRule Latest(Database database)
    {
        var rules = database.Shops.All is [var first, ..] ? database.RuleSets.Current(first.Id, DateOnly.MaxValue) : RuleSet.Default;
        return On(database, rules.Paying, DateOnly.MaxValue);
    }
}
