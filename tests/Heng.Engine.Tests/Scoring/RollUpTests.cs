using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class RollUpTests
{
    private static readonly Month December = new(2026, 12);

    private static CardPart Part(int i, decimal? score, decimal receptions = 0m) => new(new($"{i}月", $"month {i}"),
        score is { } s ? Score(Plan(Metric("consulted", 100m, OfHundred)), Person("王雨桐", "一组", ("consulted", s))) : null, Values(("received", receptions)));

    private static ItemResult Quarter(FromCards source, Method method, params CardPart[] parts)
    {
        var plan = Plan(From("all", 100m, source, method)) with { Cycle = Cycle.Quarter };
        var card = Scorer.Score(plan, December, [Person("王雨桐", "一组") with { Parts = parts }]).Single();
        Assert.Equal(card.Score, card.Explanation.Recompute());
        return card.Items[0];
    }

    private static readonly CardPart[] Months = [Part(10, 80m, 300m), Part(11, 90m, 100m), Part(12, 100m, 100m)];
    private static FromCards OfScore(RollUp by, string? weight = null) => new(PartOf.Score, null, by, weight);

    [Fact]
    public void Months_80_90_and_100_make_a_quarter_of_90() => Assert.Equal(90m, Quarter(OfScore(RollUp.Mean), OfHundred, Months).Points);

    [Fact]
    public void Weighted_by_receptions_they_make_86() =>
        // (80 × 300 + 90 × 100 + 100 × 100) ÷ 500
        Assert.Equal(86m, Quarter(OfScore(RollUp.Mean, "received"), OfHundred, Months).Points);

    [Fact]
    public void Their_trend_is_10_and_their_spread_20()
    {
        Assert.Equal(10m, Quarter(OfScore(RollUp.Trend), new ZeroToFull(0m, 10m), Months).Value.Value);
        Assert.Equal(20m, Quarter(OfScore(RollUp.Spread), new ZeroToFull(20m, 0m), Months).Value.Value);
    }

    [Fact]
    public void A_part_without_a_card_is_named_and_its_time_still_passes()
    {
        var result = Quarter(OfScore(RollUp.Trend), new ZeroToFull(0m, 10m), Part(10, 80m), Part(11, null), Part(12, 100m));
        Assert.Equal(10m, result.Value.Value); // 20 in two steps
        Assert.Contains(result.Notes, n => n.En == "no data: month 11");
        Assert.Equal(90m, Quarter(OfScore(RollUp.Mean), OfHundred, Part(10, 80m), Part(11, null), Part(12, 100m)).Points);
    }

    [Fact]
    public void Of_one_part_there_is_no_trend_and_no_spread()
    {
        Assert.Null(Quarter(OfScore(RollUp.Trend), new ZeroToFull(0m, 10m), Part(10, 80m), Part(11, null)).Points);
        Assert.Null(Quarter(OfScore(RollUp.Spread), new ZeroToFull(20m, 0m), Part(10, 80m), Part(11, null)).Points);
    }

    [Fact]
    public void An_items_value_and_a_metric_of_the_parts_roll_up_too()
    {
        Assert.Equal(90m, Quarter(new(PartOf.Item, "consulted", RollUp.Mean, null), OfHundred, Months).Value.Value);
        Assert.Equal(-100m, Quarter(new(PartOf.Metric, "received", RollUp.Trend, null), new ZeroToFull(0m, 10m), Months).Value.Value); // (100 − 300) ÷ 2
    }

    [Fact]
    public void Entries_of_all_months_of_a_period_count()
    {
        var plan = Plan(Rated("attitude", 100m, MissingRater.Redistribute, 5m, new RaterShare("leader", 100m))) with { Cycle = Cycle.Quarter };
        Entry In(int month, decimal points) => new(new(2026, month), "a", "attitude", "leader", points, null, null);
        // October and December (3 + 5) ÷ 2 = 4 of 5; September is not of the quarter.
        Assert.Equal(80m, Scorer.Score(plan, December, [Person("a", "一组") with { Entries = [In(9, 1m), In(10, 3m), In(12, 5m)] }]).Single().Score);
    }

    [Fact]
    public void A_year_is_made_of_its_quarters_and_a_quarter_of_its_months()
    {
        Assert.Equal(["2026-01..2026-03", "2026-04..2026-06", "2026-07..2026-09", "2026-10..2026-12"], Period.PartsOf(Cycle.Year, December).Select(p => $"{p.First}..{p.Last}"));
        Assert.Equal(["2026-10..2026-10", "2026-11..2026-11", "2026-12..2026-12"], Period.PartsOf(Cycle.Quarter, December).Select(p => $"{p.First}..{p.Last}"));
        Assert.Equal([true, false, true, false], new[] { Cycle.TwoMonths.EndsIn(new(2026, 10)), Cycle.TwoMonths.EndsIn(new(2026, 9)), Cycle.Year.EndsIn(December), Cycle.Quarter.EndsIn(new(2026, 11)) });
    }
}
