using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>The benchmark template, as its page works it out.</summary>
public sealed class BenchmarkTests
{
    private static Candidate Seller(string name, decimal sales, decimal response = 40m) => Person(("consulted", 400m), ("average-response", response), ("inquiries", 300m), ("inquiry-paid-final", 0.42m),
        ("sales", sales), ("ratings", 60m), ("good-rating-rate", 0.792m), ("taobao-3min", 0.95m), ("average-order-value", 135m), ("one-contact-resolution", 0.68m)) with { Agent = name };

    [Fact]
    public void The_second_of_the_group_scores_86_5()
    {
        var card = Scorer.Score(Plan("benchmark/agent"), October, [Seller("甲", 120_000m), Seller(Name, 100_000m), Seller("乙", 80_000m)]).Single(c => c.Agent == Name);
        // 15 × 32 ÷ 40; 20 × 42 ÷ 48; second; 10 × 79.2 ÷ 88; the benchmark; 10 × 135 ÷ 150; 15 × 68 ÷ 85
        Assert.Equal([12m, 17.5m, 12m, 9m, 15m, 9m, 12m], card.Points());
        Assert.Equal((86.5m, "near"), (card.Score, card.Grade));
        Assert.Equal(86.5m, card.Explanation.Recompute());
    }

    [Fact]
    public void The_night_group_has_its_own_benchmark_and_who_reaches_one_has_it_on_the_card()
    {
        var card = Score("benchmark/agent", Seller(Name, 100_000m) with { Group = "夜班组" });
        Assert.Equal(15m, card.PointsOf("average-response"));
        Assert.Contains(card.Items.Single(i => i.Item == "average-response").Notes, n => n.Zh.Contains("达到标杆", StringComparison.Ordinal));
        Assert.DoesNotContain(card.Items.Single(i => i.Item == "conversion").Notes, n => n.Zh.Contains("达到标杆", StringComparison.Ordinal));
        // One that is a hundredth of a second slower is not full.
        Assert.Equal(15m, Score("benchmark/agent", Seller(Name, 1m, 45m) with { Group = "夜班组" }).PointsOf("average-response"));
        Assert.Equal(14.95m, Score("benchmark/agent", Seller(Name, 1m, 45.16m) with { Group = "夜班组" }).PointsOf("average-response")); // 15 × 45 ÷ 45.16 = 14.947
    }

    [Fact]
    public void Every_benchmark_says_whose_number_it_is()
    {
        var measured = Plan("benchmark/agent").Items.Where(i => i.Method is not ByRank).ToArray();
        Assert.Equal(6, measured.Length);
        Assert.All(measured, i => Assert.IsType<BenchmarkBasis>(i.Method.Basis));
        Assert.All(measured, i => Assert.Equal("达到标杆", i.Bars.Single().Name.Zh));
        Assert.Equal("标杆：夜班组自己 2026 年第三季度", measured[0].Method.Aim!.By.Single().Basis!.Words.Zh);
    }
}
