using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S12, as its page works it out.</summary>
public sealed class LineTargetsTests
{
    private const string Orders = "s12-line-targets/order-line", Complaints = "s12-line-targets/complaint-line";
    private static readonly string[] Kinds = ["与买家争吵", "无人接替离岗", "脱岗", "上班做私事", "在外兼职", "旷工", "泄露信息", "谋取私利"];

    /// <summary>A month that a table of incidents covers: kinds that are not named did not occur.</summary>
    private static Candidate Covered(params (string Name, decimal Value)[] numbers) => Person([.. numbers, .. Kinds.Where(k => numbers.All(n => n.Name != k)).Select(k => (k, 0m))]);

    private static bool?[] Reached(Scorecard card) => [.. card.Items.Single(i => i.Item == "throughput").Bars.Select(b => b.Reached)];

    [Fact]
    public void The_order_line_scores_88_25_and_reaches_the_first_bar()
    {
        var card = Score(Orders, Covered(("throughput", 51.6m), ("satisfaction", 0.9025m), ("handovers-missed", 1m), ("脱岗", 2m), ("上班做私事", 1m)));
        // 51.6 reaches 43; 15 × 90.25 ÷ 95; 10 − 2; 30 − 2 × 3 − 3
        Assert.Equal([45m, 14.25m, 8m, 21m], card.Points());
        Assert.Equal((88.25m, "good"), (card.Score, card.Grade));
        Assert.Equal([true, false], Reached(card));
    }

    [Theory]
    [InlineData(Orders, 51.59, false, false)] // 43 × 120 % = 51.6
    [InlineData(Orders, 51.6, true, false)]
    [InlineData(Orders, 55.89, true, false)]
    [InlineData(Orders, 55.9, true, true)] // 43 × 130 %
    [InlineData(Complaints, 37.19, false, false)]
    [InlineData(Complaints, 37.2, true, false)] // 31 × 120 %
    [InlineData(Complaints, 40.29, true, false)]
    [InlineData(Complaints, 40.3, true, true)] // 31 × 130 %
    public void Promotion_bars_lie_at_120_and_130_percent_of_the_line(string plan, double throughput, bool first, bool second) =>
        Assert.Equal([first, second], Reached(Score(plan, Covered(("throughput", (decimal)throughput)))));

    [Fact]
    public void The_complaint_line_scores_89_41_without_a_rated_complaint()
    {
        var card = Score(Complaints, Covered(("throughput", 24.8m), ("handovers-missed", 0m)));
        // 45 × 24.8 ÷ 31; none rated; 10; 30. 76 × 100 ÷ 85 = 89.412
        Assert.Equal([36m, null, 10m, 30m], card.Points());
        Assert.Equal((89.41m, "good"), (card.Score, card.Grade));
    }

    [Theory]
    [InlineData("泄露信息")]
    [InlineData("谋取私利")]
    public void A_leak_or_private_gain_voids_the_card(string kind)
    {
        foreach (var plan in new[] { Orders, Complaints })
        {
            var card = Score(plan, Covered(("throughput", 43m), ("handovers-missed", 0m), (kind, 1m)));
            Assert.Equal((0m, "fail", 45m), (card.Score, card.Grade, card.PointsOf("throughput")));
            Assert.Single(card.Vetoes);
        }
    }

    [Theory]
    [InlineData("与买家争吵", 20)]
    [InlineData("无人接替离岗", 24)]
    [InlineData("脱岗", 27)]
    [InlineData("上班做私事", 27)]
    [InlineData("在外兼职", 15)]
    [InlineData("旷工", 20)]
    public void Each_article_of_the_code_has_its_points(string kind, int left) => Assert.Equal(left, Score(Orders, Covered((kind, 1m))).PointsOf("conduct"));

    [Fact]
    public void A_month_that_no_table_of_incidents_covers_cannot_be_judged()
    {
        var card = Score(Orders, Person(("throughput", 43m), ("handovers-missed", 0m)));
        Assert.Null(card.PointsOf("conduct"));
        Assert.Equal(100m, card.Score);
        Assert.Equal(2, card.Notes.Count(n => n.En.StartsWith("the veto ", StringComparison.Ordinal)));
    }
}
