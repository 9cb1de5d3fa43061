using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Pay;

/// <summary>Numbers made by every operation that cards and payslips use: on both sides of their edges, with and without values that are missing.</summary>
internal static class OperationSamples
{
    private static readonly Wording Name = new("样", "sample");

    public static IEnumerable<Explained> All => [.. Halves(), .. Steps(), .. Splits(), .. Coefficients(), .. Methods(), .. Combined(), .. Components(), .. Awards(), .. Taxes(), .. Pools()];

    private static Explained Leaf(decimal? value, Unit unit = Unit.None) => Explained.Leaf("leaf", Name, value, unit);
    private static Explained By(Operation how, params IReadOnlyList<Explained> inputs) => Explained.By("by", Name, Unit.None, how, inputs);
    private static Explained Over(Operation how, params decimal?[] values) => By(how, [.. values.Select(v => Leaf(v))]);

    /// <summary>What ends on half a fen exactly, and the nearest numbers beside it.</summary>
    private static IEnumerable<Explained> Halves()
    {
        for (var odd = 1; odd < 120; odd += 2)
        {
            yield return Over(Product.Instance, odd * 0.01m, 0.5m);
            yield return Over(Product.Instance, odd * 0.1m, -0.05m);
            yield return Over(Quotient.Instance, odd * 66.7m, 8m);
            yield return By(Quotient.Instance, Over(Product.Instance, odd * 1.1m, 0.35m), Leaf(7m));
        }
        yield return Over(Product.Instance, 1.005m, 1m);
        yield return Over(Product.Instance, 2.675m, 100m, 0.01m);
        yield return Over(Product.Instance, 0.0149999m, 1m);
        yield return Over(PaidPart.Instance, 4000m, 22m, 23m);
        yield return Over(PaidPart.Instance, 4000m, 24m, 23m);
        yield return By(new Rounded(4), Over(Quotient.Instance, 804m, 1667m));
    }

    /// <summary>27 % against 25 % in steps of 1 % are two whole steps, though binary fractions make 1.9999….</summary>
    private static IEnumerable<Explained> Steps()
    {
        foreach (var actual in new decimal?[] { 0.27m, 0.25m, 0.2599m, 0.26m, 0.23m, 0.2301m, 0.29m, 0.57m, null })
            foreach (var better in new[] { Better.Higher, Better.Lower })
            {
                var steps = Over(new WholeSteps(better, 0.01m), actual, 0.25m);
                yield return By(new PaidBySteps(12.5m, null, null), Leaf(224m), steps);
                yield return By(new PaidBySteps(90m, 100m, 300m), Leaf(224m), steps);
            }
        yield return By(new PaidBySteps(90m, 100m, 300m), Leaf(null), Leaf(2m));
    }

    /// <summary>100 in three parts: 33.34, 33.33, 33.33. KSF's 2 240 by weights 25, 30, 10 ×4, 5.</summary>
    private static IEnumerable<Explained> Splits()
    {
        (string, decimal)[] thirds = [("a", 1m), ("b", 1m), ("c", 1m)], ksf = [("a", 25m), ("b", 30m), ("c", 10m), ("d", 10m), ("e", 10m), ("f", 10m), ("g", 5m)];
        foreach (var total in new[] { 100m, 0.01m, 0.02m, -100m, 2240m, 2139.13m })
        {
            for (var i = 0; i < thirds.Length; i++) yield return Over(new PartBy(thirds, i), total);
            for (var i = 0; i < ksf.Length; i++) yield return Over(new PartBy(ksf, i), total);
        }
    }

    private static IEnumerable<Explained> Coefficients()
    {
        var line = new LinearCoefficient([new(80m, 0.8m), new(90m, 0.95m), new(100m, 1m)], 0.5m, 1.1m);
        var bands = new BandCoefficient([new(Interval.Parse("x<60")!, 0m), new(Interval.Parse("60≤x<80")!, 0.8m), new(Interval.Parse("80≤x≤100")!, 1.3m)], 0.2m, 1.2m);
        var grades = new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1.2m });
        foreach (var score in new decimal?[] { 0m, 59.99m, 60m, 79.99m, 80m, 85.5m, 90m, 99m, 100m, 130m, null })
            foreach (var coefficient in new[] { line.Of(Leaf(score), null), bands.Of(Leaf(score), null), grades.Of(Leaf(score), "A"), grades.Of(Leaf(score), "Z") })
                yield return By(OrNothing.Instance, By(Product.Instance, Leaf(2000.01m), coefficient));
        // 79.9 + 0.1 is 80, also where the sum is made of binary fractions.
        yield return bands.Of(By(Sum.Instance, [.. Enumerable.Repeat(Leaf(0.1m), 8), Leaf(79.2m)]), null);
    }

    /// <summary>1.5 % to 1000, 4 % to 2000, 10 % above; 21.75 days; rounding by each rule.</summary>
    private static IEnumerable<Explained> Components()
    {
        Band[] slabs = [new(Interval.Parse("x<1000")!, 0.015m), new(Interval.Parse("1000≤x<2000")!, 0.04m), new(Interval.Parse("x≥2000")!, 0.1m)];
        foreach (var value in new decimal?[] { -500m, 0m, 999.99m, 1000m, 1500.05m, 2000m, 1500000m, null })
        {
            foreach (var slab in slabs) yield return Over(new PartInSlab(slab.Values), value);
            yield return By(OrNothing.Instance, By(Product.Instance, Leaf(value), Over(new RateOfSlab(slabs), value)));
            yield return Over(new HeldBetween(0m, 1200m), value);
            yield return Over(new HeldBetween(null, 1200m), value);
            yield return Over(HourlyPay.Instance, value);
            yield return Over(HoursOf.Instance, value);
            foreach (var better in new[] { Better.Higher, Better.Lower }) yield return Over(new StepsOver(better, 0.3m), value, 999m);
            yield return Over(MeanByDays.Instance, value, 10m, 4200m, 13m);
            yield return Over(MeanByDays.Instance, value, 0m);
        }
        foreach (var (paid, due) in new (decimal?, decimal?)[] { (22m, 23m), (11.5m, 23m), (11m, 23m), (0m, 23m), (25m, 23m), (22m, 0m), (null, 23m) }) yield return Over(new PaidByDays(21.75m), 4000m, paid, due);
        foreach (var (own, late) in new (decimal?, decimal?)[] { (100m, -100m), (100m, -100.01m), (-50m, -100m), (-50m, 20m), (-50m, 60m), (0m, 0m), (null, -1m) }) yield return Over(CarriedForward.Instance, own, late, 0m);
        foreach (var (own, late) in new (decimal?, decimal?)[] { (100m, -20m), (100m, -20.01m), (70m, -10m), (70m, 20m), (60m, 30m) }) yield return Over(CarriedForward.Instance, own, late, 80m);
        foreach (var rule in Enum.GetValues<Rounding>())
            foreach (var value in new decimal?[] { 1.005m, 1.015m, 1.0149m, 1.025m, -1.005m, -1.015m, -1.011m, 0m, 2m, null })
                yield return By(new Rounded(2, rule), Over(Product.Instance, value, 1m));
    }

    /// <summary>Three on the first place share 300 + 200 + 100.01: 200.01, 200, 200.</summary>
    private static IEnumerable<Explained> Awards() =>
        from ties in Enum.GetValues<AwardTies>()
        from place in new (decimal? Own, decimal Ahead, decimal Level, decimal Before)[] { (90m, 0m, 1m, 0m), (90m, 0m, 3m, 0m), (90m, 0m, 3m, 1m), (90m, 1m, 2m, 1m), (80m, 2m, 2m, 0m), (70m, 5m, 1m, 0m), (null, 0m, 1m, 0m) }
        select Over(new AwardOfPlace([300m, 200m, 100.01m], ties), place.Own, place.Ahead, place.Level, place.Before);

    /// <summary>On both sides of the edges of the tables of tax, where a yuan more of a bonus is taxed by thousands more.</summary>
    private static IEnumerable<Explained> Taxes()
    {
        foreach (var amount in new decimal?[] { -5m, 0m, 36_000m, 36_000.01m, 144_000m, 144_001m, 300_000.5m, 420_001m, 660_001m, 960_000m, 1_000_000m, null })
        {
            yield return Over(TaxByTable.OfYear, amount);
            yield return Over(TaxByTable.OfBonus, amount);
            yield return Over(Smallest.Instance, amount, 40_000m);
            yield return By(new HeldBetween(null, 0m), Over(Difference.Instance, 1_050m, amount));
            yield return Over(new Times(-1m), amount);
        }
        yield return Over(Smallest.Instance, null, null);
    }

    /// <summary>Scores on both sides of the pass mark and of 100; 79.9 + 0.1 is 80, also where the sum is made of binary fractions.</summary>
    private static IEnumerable<Explained> Pools()
    {
        foreach (var pass in new decimal?[] { 80m, null })
        {
            foreach (var score in new decimal?[] { 0m, 79.99m, 80m, 88m, 100m, 104.5m, null }) yield return By(OrNothing.Instance, By(Product.Instance, Leaf(2500m), Over(new PoolRate(pass), score)));
            yield return By(new PoolRate(pass), By(Sum.Instance, [.. Enumerable.Repeat(Leaf(0.1m), 8), Leaf(79.2m)]));
        }
        foreach (var total in new decimal?[] { 5000m, 500m, 0.01m, 0m, null })
            foreach (var odd in new[] { 0m, 0.01m })
            {
                yield return Over(new PartOfPot(12m, 35m), total, odd);
                yield return Over(new PartOfPot(1m, 3m), total, odd);
            }
    }

    private static IEnumerable<Explained> Methods()
    {
        Band[] bands = [new(Interval.Parse("x≤15")!, 3m), new(Interval.Parse("15<x≤20")!, 2m), new(Interval.Parse("20<x≤90")!, 1m)];
        Method[] methods =
        [
            new Proportional(30m, Better.Lower), new Proportional(0.4m, Better.Higher, 0.1m, 1.2m), new Bands(bands), new Linear([new(0m, 0m), new(15m, 5m), new(60m, 8.125m)]),
            new OnScale(1m, 5m, []), new PerStep(15m, 0.1m, 10m, 0.25m, Better.Lower, 0m, 20m), new PerStep(15m, 0.1m, 10m, 0.25m, Better.Higher, 0m, 20m), new ByCount(15m, 20m, false, true),
            new ByCount(15m, null, true, false), Deduct.Instance, OfWhole.Instance, new ByGoal(10m, 5m, 0m), new ZeroToFull(10m, -5m), AsGiven.Instance,
        ];
        foreach (var method in methods)
            foreach (var value in new decimal?[] { 0m, 0.3m, 0.5m, 1m, 3.333m, 14.9m, 15m, 15.1m, 20m, 20.1m, 30.01m, 60m, 89.9m, 90.1m, null })
            {
                yield return Over(method, value, 15m);
                yield return By(method, Leaf(value), Leaf(15m), Over(Quotient.Instance, 17m, 23m));
            }
        var rank = new ByRank(RankWithin.Group, Better.Higher, [10m, 8m, 6m], 4m);
        foreach (var ahead in new decimal?[] { 0m, 1m, 2m, 3m, 9m, null }) yield return By(rank, Over(PlaceAfter.Instance, 88m, ahead), Leaf(10m));
    }

    private static IEnumerable<Explained> Combined()
    {
        foreach (var values in new decimal?[][] { [3.6m, 3.85m, 3.85m], [3.6m, null, 4.1m], [null, null, 4.1m], [null, null, null] })
        {
            foreach (var how in new Operation[] { Sum.Instance, SumOfAll.Instance, Difference.Instance, Product.Instance, Largest.Instance, Mean.Instance, AllPresent.Instance, Apart.Instance, Growth.Instance, Progress.Instance, new WeightedMean([30m, 50m, 20m]) })
                yield return Over(how, values);
            foreach (var missing in Enum.GetValues<MissingRater>()) yield return Over(new RaterMean([30m, 50m, 20m], missing), values);
        }
        yield return Over(Quotient.Instance, 5m, 0m);
        yield return Over(Progress.Instance, 5m, 5m, 5m);
        yield return Over(Uplift.Instance, 0.31m, 0.27m);
        yield return Over(new Times(0.01m), 12345m);
        foreach (var value in new decimal?[] { -7m, 3m, 12m, null })
        {
            yield return Over(new Held(-5m, 10m), value);
            yield return Over(new OnTop(5m), 93m, value);
            yield return Over(new OnTop(null), value, 4m);
            yield return Over(new Voids(Interval.Parse("x≥3")!), 93m, value);
        }
    }
}
