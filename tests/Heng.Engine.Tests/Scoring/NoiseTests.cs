using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Statistics;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

/// <summary>Ranks and scores within noise. Each person's rate is written as so many of so many.</summary>
public sealed class NoiseTests
{
    private static readonly ByRank ByValue = new(RankWithin.Group, Better.Higher, [10m, 8m, 6m], 4m);
    private static readonly ByRank SamePlace = ByValue with { Noise = RankNoise.SamePlace };

    private static Candidate With(string name, int part, int whole, string group = "一组") => new(name, group, "front-line",
        id => Explained.Leaf(id, new(id, id), (decimal)part / whole, Unit.Rate) with { Confidence = Wilson.Of(part, whole) }, [], null, null);

    private static decimal?[] PointsOf(Method method, params Candidate[] people) =>
        [.. Scorer.Score(Plan(Metric("good-rate", 100m, method)), October, people).Select(c => c.Items[0].Points)];

    // 960 and 955 of 1000 differ by 0.005 with an interval of −0.013 to 0.023: not distinguishable. 800 of 1000 lies clearly below both.
    private static readonly Candidate[] Three = [With("a", 960, 1000), With("b", 955, 1000), With("c", 800, 1000)];

    [Fact]
    public void By_value_the_better_rate_stands_first_and_the_place_says_what_it_may_be()
    {
        var cards = Scorer.Score(Plan(Metric("good-rate", 100m, ByValue)), October, Three);
        Assert.Equal([10m, 8m, 6m], cards.Select(c => c.Items[0].Points));
        Assert.Equal([new(1m, 2m), new(1m, 2m), new Confidence(3m, 3m)], cards.Select(c => c.Items[0].Explanation.Inputs[0].Confidence));
        Assert.Contains("与其中 1 人难分高下", cards[0].Items[0].Explanation.Inputs[0].Note!.Value.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("难分", cards[2].Items[0].Explanation.Inputs[0].Note!.Value.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_plan_says_so_those_within_noise_share_a_place()
    {
        Assert.Equal([10m, 10m, 6m], PointsOf(SamePlace, Three));
        Assert.All(Scorer.Score(Plan(Metric("good-rate", 100m, SamePlace)), October, Three), c => Assert.Equal(c.Items[0].Points, c.Items[0].Explanation.Recompute()));
    }

    [Fact]
    public void Lower_is_better_shares_places_alike() =>
        Assert.Equal([10m, 10m, 6m], PointsOf(SamePlace with { Better = Better.Lower }, With("a", 40, 1000), With("b", 45, 1000), With("c", 200, 1000)));

    // d's 4 of 5 may truly be anything up to 0.964, so nobody is clearly better and its place is 1. e's 850 of 1000 is the better value, and although a and b are clearly
    // better than it, it may not stand behind d. c's 780 of 1000 is worse than d's 0.8: a, b and e are clearly better, d is not.
    [Fact]
    public void Nobody_stands_behind_somebody_with_a_worse_value() =>
        Assert.Equal([10m, 10m, 4m, 10m, 10m], PointsOf(SamePlace, Three[0], Three[1], With("c", 780, 1000), With("d", 4, 5), With("e", 850, 1000)));

    [Fact]
    public void An_exact_value_is_told_apart_by_any_difference()
    {
        var people = new[] { Person("a", "一组", ("good-rate", 0.9m)), Person("b", "一组", ("good-rate", 0.8999m)), Person("c", "一组") };
        Assert.Equal([10m, 8m, null], PointsOf(SamePlace, people));
    }

    [Fact]
    public void A_better_rate_never_takes_a_worse_place() => Prop.ForAll<int[], int, int>((others, a, b) =>
    {
        Candidate Of(int seed, string name)
        {
            var whole = Math.Abs(seed / 7 % 300) + 1;
            return With(name, Math.Abs(seed % (whole + 1)), whole);
        }
        var whole = Math.Abs(a % 200) + 1;
        var (low, high) = (Math.Abs(b % (whole + 1)), whole);
        decimal? At(int part) => PointsOf(SamePlace with { Places = [100m, 90m, 80m, 70m, 60m, 50m, 40m, 30m], Rest = 20m },
            [.. others.Take(9).Select((o, i) => Of(o * 31 + i, $"p{i}")), With("zz", part, whole)])[^1];
        return Enumerable.Range(low, high - low).Where(p => p % 3 == 0).All(p => At(p) <= At(p + 1));
    }).QuickCheckThrowOnFailure();

    // Proportional to 100 %: 96 of 100 points for 960 of 1000, whose interval 0.946 to 0.970 is 1.4 points below and 1 above.
    [Fact]
    public void A_score_carries_the_noise_of_its_rates()
    {
        var plan = Plan(Metric("good-rate", 60m, new Proportional(1m, Better.Higher)), Metric("sales", 40m, OfHundred));
        Candidate Own(string name, int part, decimal sales) => With(name, part, 1000) with
        {
            Metric = id => id == "sales" ? Explained.Leaf(id, default, sales, Unit.Yuan) : Explained.Leaf(id, default, part / 1000m, Unit.Rate) with { Confidence = Wilson.Of(part, 1000) },
        };
        var cards = Scorer.Score(plan, October, [Own("a", 960, 50m), Own("b", 955, 50m), Own("c", 960, 60m)]);
        // 0.96 × 60 + 50 ÷ 100 × 40 = 57.6 + 20; the interval of 960 of 1000 is 0.945990 to 0.970489: 60 × 0.945990 = 56.7594, 60 × 0.970489 = 58.22934.
        Assert.Equal(new Estimate(77.6m, 0.8406m * 0.8406m, 0.62934m * 0.62934m), ScoreNoise.Of(cards[0]));
        var spans = ScoreNoise.Spans([.. cards.Select(c => (c.Agent, ScoreNoise.Of(c)!.Value))]);
        Assert.Equal([new(2, 3), new(2, 3), new RankSpan(1, 1)], cards.Select(c => spans[c.Agent]));
    }

    [Fact]
    public void A_card_of_exact_numbers_has_no_noise_and_a_card_without_a_score_no_place()
    {
        var card = Score(Plan(Metric("sales", 100m, OfHundred)), Person("a", "一组", ("sales", 70m)));
        Assert.Equal(new Estimate(70m, 0m, 0m), ScoreNoise.Of(card));
        Assert.Null(ScoreNoise.Of(Score(Plan(Metric("sales", 100m, OfHundred)), Person("a", "一组"))));
    }
}
