using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics.Custom;

/// <summary>Formulas over the catalogue, and a month of a few sums to read them off.</summary>
internal static class Own
{
    public static readonly CatalogueOfRule Plain = Catalogue.Under(Judgement.OrderFirst);
    private static readonly Coverage Covered = new([.. Enum.GetValues<Source>().Select(source => (source, Day(1), Day(31)))]);

    /// <summary>consulted 50, unreplied 2, orders 20, buyers 16, sales 1234.50 yuan, waits 33 163 s in 299 rounds.</summary>
    public static readonly Measures Sums = new Measures().Add(Primitive.Consulted, 50).Add(Primitive.Unreplied, 2).Add(Paid(Primitive.Orders), 20).Add(Paid(Primitive.Buyers), 16)
        .Add(Paid(Primitive.SalesFen), 123_450).Add(Primitive.RoundSeconds, 33_163).Add(Primitive.Rounds, 299);

    public static CustomDefinition Define(string id, string formula, Unit unit = Unit.None, int version = 1, int from = 1) =>
        new(id, version, Day(from), new("名 " + id, "name " + id), unit, Better.Higher, formula);

    public static FormulaError? Error(string formula) => CustomMetrics.Try(Plain, formula).Error;

    public static MetricValue Value(string formula, Measures? month = null, string asOf = "60 00:00", Coverage? coverage = null)
    {
        var reading = CustomMetrics.Try(Plain, formula);
        Assert.True(reading.Error is null, $"{formula}: {reading.Error}");
        return Value(CustomMetrics.Tried(reading, Define("tried", formula)), month, asOf, coverage);
    }

    public static MetricValue Value(Metric metric, Measures? month = null, string asOf = "60 00:00", Coverage? coverage = null)
    {
        var totals = new Totals(Day(1), Day(31), month ?? Sums, new(), new(), coverage ?? Covered) { Silent = new() };
        return Reading.Of(metric, totals, totals, RuleSet.Default, At(asOf));
    }

    private static Primitive Paid(Primitive primitive) => primitive.Under(Judgement.OrderFirst);
}
