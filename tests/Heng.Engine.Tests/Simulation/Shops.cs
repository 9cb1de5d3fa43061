using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;
using Interval = Heng.Engine.Scoring.Interval;

namespace Heng.Engine.Tests.Simulation;

/// <summary>Invented people, plans and pay from a seed: the same seed gives the same shop.</summary>
internal sealed class Shops(int seed)
{
    // The whole shop's number, the same for everybody; under 0 there is none.
    private decimal? turnover;
    private uint state = unchecked((uint)seed * 2654435761u + 12345u);
    private static readonly string[] Metrics = ["consulted", "average-response", "consult-conversion", "sales", "received"];
    private static readonly string[] OfDuty = ["workdays", "full-attendance", "overtime-workday", "overtime-rest-day"];

    private int Next(int under)
    {
        state = unchecked(state * 1664525u + 1013904223u);
        return (int)(state >> 8) % under;
    }

    private T One<T>(params T[] of) => of[Next(of.Length)];

    public SimulatedMonth Month(Month month, int people) => new(month, [.. Enumerable.Range(0, people).Select(i => Person(month, $"p{i:00}"))]);

    private Subject Person(Month month, string name)
    {
        (string, decimal)[] values = [.. Metrics.Where(_ => Next(6) > 0).Select(m => (m, m.Contains("conversion", StringComparison.Ordinal) ? Next(10_000) / 10_000m : Next(20_000) / 100m)), .. OfDuty.Where(_ => Next(3) > 0).Select(m => (m, m == "full-attendance" ? Next(2) : m == "workdays" ? (decimal)Next(24) : Next(24) * 1800m))];
        Entry[] marks = [.. new[] { "self", "manager" }.Where(_ => Next(3) > 0).Select(r => new Entry(month, name, "attitude", r, Next(12) / 2m, null, null))];
        var attendance = Next(3) == 0 ? null : new Attendance(month, name, 23m, 23m - (Next(3) == 0 ? Next(9) : 0));
        Adjustment[] adjustments = Next(3) > 0 ? [] : [new(month, name, One(Enum.GetValues<AdjustmentKind>()), Next(1000) / 7m, "a", "x", Next(2) == 0 ? "y" : null)];
        if (turnover is null) turnover = Next(4) == 0 ? -1m : Next(5_000_000) / 100m;
        if (turnover >= 0m) values = [.. values, ("shop/sales", turnover.Value)];
        var candidate = new Candidate(name, One("一组", "二组"), One("front-line", "front-line", "after-sales"), Cards.Values(values), marks, attendance?.PaidDays, attendance?.DueDays);
        var basePay = 4000m + Next(300_000) / 100m;
        BaseStretch[] bases = Next(4) > 0 ? [] : [new(new(month.First, month.First.AddDays(9)), basePay - 777.77m, 7m), new(new(month.First.AddDays(10), month.Last), basePay, 16m)];
        return new(candidate, new(name, basePay, attendance, null, candidate.Metric, adjustments) { Bases = bases, Moves = [new("s", "pool", "a", "b", 5m)], Longer = (cycle, last) => cycle.EndsIn(last) ? LongerOf(name, Period.Ending(cycle, last), cycle) : null });
    }

    /// <summary>A card of two months; somebody has results in one of them alone.</summary>
    private static CycleCard LongerOf(string name, Period period, Cycle cycle)
    {
        var score = 60m + name[^1] % 5 * 10m;
        Scorecard Card(decimal? of) => new(name, "s/longer", 1, of, null, null, [], Explained.Leaf("score", default, of, Unit.Points));
        return new(cycle, period, Card(score), [new(new("1", "1"), Card(name[^1] == '1' ? null : score), _ => throw new NotSupportedException()), new(new("2", "2"), Card(score), _ => throw new NotSupportedException())]);
    }

    public SchemeVersion Scheme(string id)
    {
        var weights = One<decimal[]>([40m, 30m, 20m, 10m], [25m, 25m, 25m, 25m], [33.33m, 33.33m, 13.34m, 20m]);
        Item[] items = [.. weights.Take(3).Select((w, i) => Item($"i{i}", w)), .. Next(2) == 0 ? [Item("more", 8m) with { Bonus = true }] : Array.Empty<Item>(), Cards.Rated("attitude", weights[3], One(Enum.GetValues<MissingRater>()), 5m, new("self", 30m), new("manager", 70m)) with { Missing = One(Enum.GetValues<MissingRule>()) }];
        DaySpan[] promotions = Next(2) == 0 ? [] : [new(new(2026, 10, 1), new(2026, 10, 9))];
        var plan = Cards.Plan(items) with
        {
            Id = $"{id}/p", Positions = Next(3) == 0 ? ["front-line", "after-sales"] : ["front-line"], PassMark = 60m,
            Promotions = promotions,
            BonusCap = One<decimal?>(null, 5m), People = Next(4) == 0 ? ["p03"] : [],
            Gates = [.. Gates()],
            Forced = Next(5) == 0 ? [new("A", 0.2m), new("B", 0.5m), new("C", 0.3m)] : [],
            Grades = [new("A", Interval.Parse("x≥80")!), new("B", Interval.Parse("60≤x<80")!), new("C", Interval.Parse("x<60")!)],
        };
        return new(id, 1, [plan], new(id, 1, default, default, [new BasePay("base", default) { PayDays = One<decimal?>(null, 21.75m) }, Performance(), Ksf(), new RewardPenalty("rp", default), .. Others()])) { Promotions = promotions };
    }

    /// <summary>On a metric, an item's value or points, or the score, reaching an item, the dimension or the card.</summary>
    private IEnumerable<Gate> Gates()
    {
        for (var i = Next(5) - 2; i > 0; i--)
        {
            var reach = One(Enum.GetValues<VoidReach>());
            yield return new($"g{i}", default, One<GateSubject>(new OfAsked("consulted"), new OfItem("i0", Points: true), new OfItem("i1", Points: false), new OfItem("attitude", Points: false), new OfScore()),
                new(null, false, One(1m, 20m, 60m), Next(2) == 0), reach, reach switch { VoidReach.Item => One("i0", "attitude"), VoidReach.Dimension => "all", _ => null });
        }
    }

    private Item Item(string id, decimal weight)
    {
        var metric = One(Metrics);
        var better = metric == "average-response" ? Better.Lower : Better.Higher;
        var middle = metric.Contains("conversion", StringComparison.Ordinal) ? 0.5m : 90m;
        Method method = Next(4) switch
        {
            0 => new Proportional(middle, better, One(0m, 0.1m), One(1m, 1.2m)) { Aim = Next(3) > 0 ? null : Aimed(middle) },
            1 => new Bands([new(new(null, false, middle, false), better == Better.Lower ? weight : 0m), new(new(middle, true, null, false), better == Better.Lower ? 0m : weight)]),
            2 => new Linear([new(0m, 0m), new(middle, weight / 3m), new(middle * 2m, weight)]),
            _ => new ByRank(One(Enum.GetValues<RankWithin>()), better, [weight, weight / 2m], weight / 5m),
        };
        return new(id, new(id, id), weight, new FromMetric(metric), method, One(Enum.GetValues<MissingRule>()))
        {
            ScaledByDays = Next(2) == 0, Sample = Next(4) == 0 ? new("received", 40m) : null,
        };
    }

    /// <summary>Targets by person, group and promotion days; somebody may have none.</summary>
    private Aim Aimed(decimal middle) => new(One<decimal?>(middle, null), [new(middle * 0.9m) { Person = "p02" }, new(middle * 1.1m) { Group = "一组", Calendar = One(Enum.GetValues<PromotionDay>()) }], null);

    /// <summary>Components that read no card, on numbers that items and indicators read too.</summary>
    private IEnumerable<PayComponent> Others()
    {
        var rule = Rule();
        if (Next(2) == 0)
            yield return new Commission("commission", default, new("sales"), One(Enum.GetValues<CommissionWay>()), [new(Interval.Parse("x≤90")!, 0.0333m), new(Interval.Parse("x>90")!, 0.0777m)]) { Round = rule, Low = One<decimal?>(null, 2m) };
        if (Next(2) == 0)
            yield return new PerPoint("points", default, new("average-response"), Better.Lower, 90m, 7m, 3.33m) { Whole = Next(2) == 0, StartBy = Next(2) == 0 ? null : Aimed(80m), Low = One(0m, -9m), Round = rule };
        if (Next(2) == 0) yield return new Allowance("meal", default, 15.55m, One(AllowancePer.Month, AllowancePer.Day)) { Prorated = true, Round = rule };
        if (Next(2) == 0) yield return new Overtime("overtime", default, One<decimal?>(null, 1800m)) { Round = rule };
        if (Next(2) == 0) yield return new FullAttendancePay("full", default, 0.1m, null) { Round = rule };
        if (Next(2) == 0) yield return new Deduction("loss", default);
        if (Next(3) == 0) yield return new RankAward("award", default, Next(2) == 0 ? null : new("sales"), Better.Higher, [300m, 200.01m], One(Enum.GetValues<AwardTies>())) { Within = One(Enum.GetValues<AwardWithin>()), Round = rule };
        if (Next(3) == 0)
            yield return new Pool("pool", default, new FromMetric("sales"), 0.9m, [new("a", default, 55m, ["front-line"]), new("b", default, 40m, ["after-sales"])], "fund") { Pass = One<decimal?>(null, 60m), Prorated = Next(2) == 0, Round = rule };
        // By the cards of September and October, which the rehearsal takes as they are.
        if (seed % 3 == 0) yield return new CycleAward("longer", default, Cycle.TwoMonths, new CycleByPlace([300m, 200.01m], AwardTies.Share, AwardWithin.Group)) { PartsAtLeast = 2, Round = rule };
        if (seed % 3 == 1) yield return new CycleAward("longer", default, Cycle.TwoMonths, new CycleByScore(0.3m, true, new LinearCoefficient([new(60m, 0m), new(100m, 1m)]))) { PartsAtLeast = 2, Fewer = FewerParts.InProportion, Round = rule };
    }

    private Rounding Rule() => One(Enum.GetValues<Rounding>());

    private PerformancePay Performance() => new("performance", default, 1999.99m, Next(3) switch
    {
        0 => new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)], 0m, Next(2) == 0 ? 1.1m : null),
        1 => new BandCoefficient([new(Interval.Parse("x<70")!, 0.3m), new(Interval.Parse("70≤x≤100")!, 1m)]),
        _ => new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1.2m, ["B"] = 1m, ["C"] = 0m }),
    }, Next(2) == 0) { Round = Rule() };

    private Ksf Ksf() => new("ksf", default, 3333.33m, One(1m, 0.7m), Next(2) == 0,
    [
        new("a", default, 33.33m, new(new("consulted"), null), Better.Higher, 90m, 7m, 13.37m, null, null) { ScaledByDays = Next(2) == 0, BalanceBy = Next(3) > 0 ? null : Aimed(80m) },
        new("b", default, 33.34m, new(new("consult-conversion"), null), Better.Higher, 0.5m, 0.01m, 11m, One<decimal?>(null, 100m), null) { ScaledByDays = Next(2) == 0 },
        new("c", default, 33.33m, new(null, "attitude"), Better.Higher, 4m, 0.5m, 20m, null, One<decimal?>(null, 900m)),
    ]) { Round = Rule() };
}
