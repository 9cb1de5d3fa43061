using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Pay;

public sealed class KsfTests
{
    private static readonly Month October = new(2026, 10);
    private static readonly decimal[] Weights = [25m, 30m, 10m, 10m, 10m, 10m, 5m];

    private static KsfIndicator Receptions(decimal weight = 100m, string id = "received") =>
        new(id, new(id, id), weight, new(new("received"), null), Better.Higher, 12181m, 100m, 10m, null, null);

    private static Ksf Of(decimal standard, decimal atStake, params KsfIndicator[] indicators) =>
        new("ksf", new("KSF", "KSF"), standard, atStake, false, indicators);

    private static IReadOnlyList<PayLine> Lines(Ksf ksf, Attendance? attendance, Scorecard? card, params (string, decimal)[] values)
    {
        var slip = PayRun.Compute(new("s", 1, default, default, [ksf]), October, [new("王雨桐", 0m, attendance, card, Cards.Values(values), [])]).Single();
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        return slip.Lines;
    }

    private static decimal One(KsfIndicator indicator, params (string, decimal)[] values) => Lines(Of(500m, 1m, indicator), null, null, values).Single().Amount;

    [Fact]
    public void All_at_balance_with_everything_at_stake_pays_the_seven_parts_of_3200()
    {
        var all = Weights.Select((w, i) => Receptions(w, $"i{i}")).ToArray();
        Assert.Equal([800m, 960m, 320m, 320m, 320m, 320m, 160m], Lines(Of(3200m, 1m, all), null, null, ("received", 12181m)).Select(l => l.Amount));
    }

    [Fact]
    public void With_70_percent_at_stake_2240_is_split_and_960_paid_as_it_is()
    {
        var all = Weights.Select((w, i) => Receptions(w, $"i{i}")).ToArray();
        var lines = Lines(Of(3200m, 0.7m, all), null, null, ("received", 12181m));
        Assert.Equal([960m, 560m, 672m, 224m, 224m, 224m, 224m, 112m], lines.Select(l => l.Amount));
        Assert.Equal("ksf.fixed", lines[0].Id);
        Assert.Equal("ksf.i0", lines[1].Id);
    }

    [Theory]
    [InlineData(12100, 500)]    // −81 ÷ 100 → 0 steps
    [InlineData(12181, 500)]
    [InlineData(12280, 500)]    // +99
    [InlineData(12281, 510)]    // +100 → 1
    [InlineData(12082, 500)]    // −99
    [InlineData(12081, 490)]    // −100 → −1
    [InlineData(12381, 520)]    // +200 → 2
    [InlineData(99999, 1000)]   // capped at twice the part
    [InlineData(0, 0)]          // −121 steps × 10, never under 0
    public void Steps_are_whole_and_cut_toward_zero(decimal received, decimal pay) => Assert.Equal(pay, One(Receptions(), ("received", received)));

    [Fact]
    public void Lower_is_better_turns_the_steps_round()
    {
        var wait = Receptions() with { Source = new(new("average-response"), null), Better = Better.Lower, Balance = 30m, Step = 1m };
        Assert.Equal(550m, One(wait, ("average-response", 24.5m)));  // 5.5 → 5 steps better
        Assert.Equal(500m, One(wait, ("average-response", 30.99m))); // −0.99 → 0
        Assert.Equal(490m, One(wait, ("average-response", 31m)));
    }

    [Fact]
    public void An_indicator_by_the_reported_number_asks_for_that_one() // (12201 − 12181) ÷ 100 is no whole step; 12381 is two.
    {
        var told = Receptions() with { Source = new(new("received") { Reported = true }, null) };
        Assert.Equal(520m, One(told, ("received", 12201m), ("reported/received", 12381m)));
        Assert.Equal(500m, One(Receptions(), ("received", 12201m), ("reported/received", 12381m)));
    }

    [Fact]
    public void Steps_of_rates_are_percentage_points_of_the_rounded_rate()
    {
        var rate = Receptions() with { Source = new(new("inquiry-paid-final"), null), Balance = 0.55m, Step = 0.01m };
        Assert.Equal(500m, One(rate, ("inquiry-paid-final", 0.5599m)));
        Assert.Equal(510m, One(rate, ("inquiry-paid-final", 0.55995m))); // rounds to 0.5600, one point over
        Assert.Equal(490m, One(rate, ("inquiry-paid-final", 0.5349m)));  // −1.51 points → −1
    }

    [Fact]
    public void Own_caps_replace_the_default_ones()
    {
        var held = Receptions() with { Low = 450m, High = 530m };
        Assert.Equal(450m, One(held, ("received", 0m)));
        Assert.Equal(530m, One(held, ("received", 99999m)));
    }

    [Fact]
    public void No_data_pays_the_part_and_says_so()
    {
        var line = Lines(Of(500m, 1m, Receptions()), null, null).Single();
        Assert.Equal(500m, line.Amount);
        Assert.Equal("no data, paid as at the balance point", Assert.Single(line.Notes).En);
    }

    [Fact]
    public void A_leaders_rating_comes_from_the_card()
    {
        var item = Cards.Rated("leader-rating", 100m, MissingRater.Redistribute, 5m, new RaterShare("leader", 100m));
        var card = Cards.Score(Cards.Plan(item),
            Cards.Person("王雨桐", "一组") with { Entries = [new(October, "王雨桐", "leader-rating", "leader", 4.5m, null, null)] });
        var rating = Receptions() with { Source = new(null, "leader-rating"), Balance = 4m, Step = 0.5m };
        Assert.Equal(510m, Lines(Of(500m, 1m, rating), null, card).Single().Amount);
        Assert.Equal(500m, Lines(Of(500m, 1m, rating), null, null).Single().Amount);
    }

    [Fact]
    public void A_sums_balance_point_shrinks_with_the_days_paid()
    {
        var half = new Attendance(October, "王雨桐", 22m, 11m);
        var scaled = Receptions() with { ScaledByDays = true, Balance = 12000m };
        Assert.Equal(510m, Lines(Of(500m, 1m, scaled), half, null, ("received", 6100m)).Single().Amount); // 6000 + 100
        Assert.Equal(0m, Lines(Of(500m, 1m, scaled with { ScaledByDays = false }), half, null, ("received", 6100m)).Single().Amount);
    }

    [Fact]
    public void A_prorated_standard_still_adds_up_to_the_fen()
    {
        var all = Weights.Select((w, i) => Receptions(w, $"i{i}")).ToArray();
        var lines = Lines(Of(3200m, 0.7m, all) with { Prorated = true }, new Attendance(October, "王雨桐", 23m, 22m), null, ("received", 12181m));
        // 3200 × 22 ÷ 23 = 3060.87; at stake × 0.7 = 2142.609 → 2142.61; rest 918.26
        Assert.Equal(918.26m, lines[0].Amount);
        Assert.Equal(2142.61m, lines.Skip(1).Sum(l => l.Amount));
    }
}
