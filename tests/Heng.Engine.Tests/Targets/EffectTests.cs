using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Targets;
using Heng.Engine.Tests.Scoring;
using static Heng.Engine.Tests.Targets.Looks;

namespace Heng.Engine.Tests.Targets;

/// <summary>Who would have gained and lost by a proposal, in points and in yuan.</summary>
public sealed class EffectTests
{
    /// <summary>S4: ¥3200, of which 70 % is laid on the indicators: 560 on receptions (25), 672 on conversion (30), 224 on the answer time (10), 112 on the leader's rating (5).</summary>
    private static readonly SchemeVersion S4 = new("s4", 1, [Cards.Plan(Cards.Metric("received", 95m, Cards.OfHundred), Cards.Rated("leader-rating", 5m, MissingRater.Redistribute, 5m, new RaterShare("leader", 100m)))], new("s4", 1, default, default,
    [
        new Ksf("ksf", new("KSF", "KSF"), 3200m, 0.7m, true,
        [
            new("receptions", new("接待人数", "Receptions"), 25m, new(new("received"), null), Better.Higher, 12181m, 100m, 10m, null, null) { ScaledByDays = true },
            new("conversion", new("转化率", "Conversion"), 30m, new(new("inquiry-paid-final"), null), Better.Higher, 0.55m, 0.01m, 30m, null, null),
            new("average-response", new("平均响应", "Response"), 10m, new(new("average-response"), null), Better.Lower, 30m, 1m, 8m, null, null),
            new("rest", new("其余", "Rest"), 30m, new(new("other"), null), Better.Higher, 1m, 1m, 1m, null, null),
            new("leader-rating", new("主管评价", "Leader's rating"), 5m, new(null, "leader-rating"), Better.Higher, 4m, 0.5m, 14m, null, null),
        ]),
    ]));

    private static SetPoint Indicator(string id) => SetPoints.Of(S4, id => Catalogue.Under(Judgement.OrderFirst).Find(id)).OfType<BalancePoint>().Single(b => b.Id == id);

    private static Effect Taken(SetPoint point, HistoryWay way, params HistoryMonth[] months) => Propose(point, months).Of(way).Effect!;

    private static (int, int, int, decimal) Told(Effect effect) => (effect.Gained, effect.Lost, effect.Same, effect.Sum);

    private static HistoryMonth Month(string metric, params decimal[] values) => Back(July, [.. values.Select((v, i) => Person(July, $"p{i}", v, metric: metric))]);

    [Fact]
    public void Points_are_those_of_the_method_under_one_number_and_the_other()
    {
        // Target 100 → the mean (80 + 100 + 150) ÷ 3 = 110. 80: 16 → 14.55; 100: 20 → 18.18; 150: 20 → 20.
        var effect = Taken(Target(), HistoryWay.Mean, Back(July, 80m, 100m, 150m));
        Assert.Equal(((0, 2, 1, -3.27m), Unit.Points), (Told(effect), effect.Unit));
        Assert.Equal(new("p00", 0, 1, 0, 0, 0m, 1.45m), effect.People[0]);
    }

    [Fact]
    public void A_balance_point_moves_yuan_by_whole_steps_alone()
    {
        // 12181 → the mean of 12581, 12181 and 11681, 12147.67. Steps +4, 0, −5 become +4 (4.33), 0 (0.33), −4 (−4.67): one gains 10.
        var effect = Taken(Indicator("receptions"), HistoryWay.Mean, Month("received", 12581m, 12181m, 11681m));
        Assert.Equal(((1, 0, 2, 10m), Unit.Yuan), (Told(effect), effect.Unit));
        Assert.Equal((0m, 10m), (effect.People[0].Sum, effect.People[2].Sum));
        // The median is 12181 itself: nobody moves.
        Assert.Equal((0, 0, 3, 0m), Told(Taken(Indicator("receptions"), HistoryWay.Median, Month("received", 12581m, 12181m, 11681m))));
    }

    [Fact]
    public void Where_lower_is_better_a_higher_balance_point_gives()
    {
        // 30 → the mean of 25.5, 28 and 40, 31.17. Steps 4, 2, −10 become 5 (5.67), 3 (3.17), −8 (−8.83): 8 + 8 + 16.
        var effect = Taken(Indicator("average-response"), HistoryWay.Mean, Month("average-response", 25.5m, 28m, 40m));
        Assert.Equal(((3, 0, 0, 32m), 0m), (Told(effect), effect.LostBy));
    }

    [Fact]
    public void Rates_move_by_percentage_points_and_caps_hold_on_both_sides()
    {
        // 55 % → the median, 62 %. 62 %: +7 steps = 210 → 0. 90 %: 35 steps = 1050, held at the part, 672; 28 steps = 840, held too. 20 %: −35 steps, held at −672 on both sides.
        var effect = Taken(Indicator("conversion"), HistoryWay.Median, Month("inquiry-paid-final", 0.9m, 0.62m, 0.2m));
        Assert.Equal((0, 1, 2, -210m), Told(effect));
    }

    [Fact]
    public void In_a_part_month_standard_and_balance_point_shrink_together()
    {
        // As whole months 12381 and 12200: the mean is 12290.5. 11 of 22 days: 6190.5 is one step over 6090.5, and none over 6145.25. 12200 is no step from either.
        var months = Back(July, Person(July, "half", 6190.5m, 11m), Person(July, "whole", 12200m, 22m));
        Assert.Equal((0, 1, 1, -10m), Told(Taken(Indicator("receptions"), HistoryWay.Mean, months)));
    }

    [Fact]
    public void Who_has_no_value_neither_gains_nor_loses_nor_stands_still()
    {
        var effect = Taken(Indicator("receptions"), HistoryWay.Mean, Back(July, Person(July, "a", 12181m), Person(July, "b", (decimal?)null)));
        Assert.Equal(((0, 0, 1, 0m), 1), (Told(effect), effect.Without));
    }

    [Fact]
    public void A_leaders_rating_is_the_items_value_on_the_card()
    {
        Subject Rated(string name, decimal marks)
        {
            var person = Person(July, name, (decimal?)null);
            return person with { Scored = person.Scored with { Entries = [new(July, name, "leader-rating", "leader", marks, null, null)] } };
        }
        // 4 → the mean of 5 and 4.5, 4.75. 5: 2 steps = 28 → 0; 4.5: 1 step = 14 → 0 (−0.5).
        var effect = Taken(Indicator("leader-rating"), HistoryWay.Mean, Back(July, Rated("a", 5m), Rated("b", 4.5m)));
        Assert.Equal((0, 2, 0, -42m), Told(effect));
    }

    [Fact]
    public void Only_those_whom_the_plan_is_for_count_whenever_it_begins()
    {
        var later = S4 with { Plans = [S4.Plans[0] with { Effective = new(new(2027, 1, 1), null) }] };
        var point = SetPoints.Of(later, _ => null).OfType<ItemTarget>().Single();
        var other = Person(July, "other", 900m);
        var mean = Propose(point, Back(July, Person(July, "a", 100m), other with { Scored = other.Scored with { Position = "leader" } })).Of(HistoryWay.Mean);
        Assert.Equal(100m, mean.Number());
        Assert.Equal("a", Assert.Single(mean.Effect!.People).Agent);
    }

    [Fact]
    public void Months_and_people_in_another_order_give_the_same()
    {
        HistoryMonth[] months = [Back(July, 90m, 110m, 400m), Back(August, 130m, 70m)];
        HistoryMonth[] turned = [.. months.Reverse().Select(m => m with { Month = m.Month with { People = [.. m.Month.People.Reverse()] } })];
        string Told(HistoryMonth[] of) => string.Join('\n', Propose(Target(), of).Select(p => $"{p.Way} {p.Number()} {string.Join(' ', p.Numbers[0].Number.Inputs.SelectMany(i => i.Inputs).Select(i => i.Id))} {string.Join(' ', p.Effect?.People ?? [])}"));
        Assert.Equal(Told(months), Told(turned));
    }

    [Fact]
    public void Numbers_stand_at_their_place_in_the_file() =>
        Assert.Equal(["plans/p/dimensions/all/items/received/method/proportional/target", .. S4.Pay!.Components.OfType<Ksf>().Single().Indicators.Select(i => $"pay/components/ksf/indicators/{i.Id}/balance")],
            SetPoints.Of(S4, _ => null).Select(p => p.Place));
}
