using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S1, worked out by hand on its page.</summary>
public sealed class FourDimensionsTests
{
    private static readonly (string, decimal)[] Numbers =
    [
        ("consulted", 400m), ("first-response", 20m), ("average-response", 40m), ("offline-response", 2400m), ("reply-rate", 0.99m), ("one-contact-resolution", 0.72m),
        ("consult-conversion", 0.36m), ("buyers", 120m), ("average-order-value-uplift", 8m), ("orders", 130m), ("cross-sell", 0.15m), ("remark-completeness", 0.9m),
        ("订单备注未执行", 1m), ("handovers-missed", 0m), ("地址修改差错", 1m), ("throughput", 10.8m), ("cases-per-hour", 1.2m), ("saturation", 0.48m),
        ("exam-score", 81m), ("training-attendance", 1m), ("ratings", 60m), ("satisfaction", 0.873m),
    ];

    private static readonly Candidate Agent = Person(Numbers).Counted(Beside.Error)
        .Marked(("scripts", "leader", 4m), ("team-spirit", "peer", 4m), ("team-spirit", "peer", 5m), ("team-spirit", "peer", 3m), ("team-spirit", "leader", 5m), ("improvement", "leader", 3m));

    private static Scorecard Card(string plan) => Score($"s1-four-dimensions/{plan}", Agent);

    [Fact]
    public void The_balanced_plan_scores_83_72()
    {
        var card = Card("agent");
        Assert.Equal(
            [
                3.75m, 3.75m, 3m, 3.2m, null, 8.1m, // 5 × 15 ÷ 20; 5 × 30 ÷ 40; 4 × 1800 ÷ 2400; 4 × (99 − 95) ÷ 5; no inspections; 9 × 72 ÷ 80
                13.5m, 6.4m, 5.25m,                 // 15 × 36 ÷ 40; 8 × 8 ÷ 10; 7 × 15 ÷ 20
                2.84m, 1.5m, 2m, 2.4m, 3m, 1.8m, 2m, 1.6m, // 3 × 90 ÷ 95; 2 − 0.5; 2; 3 × 4 ÷ 5; 4 − 1; 2 × 10.8 ÷ 12; full; 2 × 48 ÷ 60
                3.52m, 2.7m, 2m, 2.91m, 1.8m,       // 4 × (0.6 × 4 + 0.4 × 5) ÷ 5; 3 × 81 ÷ 90; 2; 3 × 87.3 ÷ 90; 3 × 3 ÷ 5
            ],
            card.Items.Select(i => i.Points));
        // 21.80 + 25.15 + 17.14 + 12.93 = 77.02; × 100 ÷ 92 = 83.717
        Assert.Equal((83.72m, "B", true), (card.Score, card.Grade, card.Passed));
    }

    [Theory]
    [InlineData("sales-led", 84.24, "20.7 9.6 7.5")]      // 13.00 + 37.80 + 30.07 = 80.87; × 100 ÷ 96 = 84.240
    [InlineData("reputation-led", 83.49, "7.2 3.2 2.25")] // 30.75 + 12.65 + 30.07 = 73.47; × 100 ÷ 88 = 83.489
    public void A_preset_weighs_the_same_month_by_the_stage_of_the_shop(string plan, decimal score, string results)
    {
        var card = Card(plan);
        Assert.Equal(score, card.Score);
        Assert.Equal(results.Split(' ').Select(p => (decimal?)decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture)),
            card.Items.Where(i => i.Dimension == "results").Select(i => i.Points));
    }

    [Fact]
    public void The_presets_move_weight_between_A_and_B_alone()
    {
        var plans = PaperCard.File("s1-four-dimensions").Plans;
        Assert.Equal(["35 30 20 15", "20 45 20 15", "50 15 20 15"], plans.Select(p => string.Join(' ', p.Dimensions.Select(d => $"{d.Items.Sum(i => i.Weight)}"))));
        Assert.All(plans, p => Assert.Equal(plans[0].Items.Select(i => i.Id), p.Items.Select(i => i.Id)));
        Assert.Equal(plans.Sum(p => p.Positions.Count), plans.SelectMany(p => p.Positions).Distinct().Count());
    }

    [Theory]
    [InlineData(0.95, 0)]
    [InlineData(0.96, 0.8)] // 4 × 1 ÷ 5
    [InlineData(1, 4)]
    public void Buyers_left_without_a_reply_cost_all_points_from_5_percent_on(decimal rate, decimal points) =>
        Assert.Equal(points, Score("s1-four-dimensions/agent", Person(("reply-rate", rate))).PointsOf("reply-rate"));

    [Fact]
    public void Errors_that_nobody_imported_are_unknown_and_not_none()
    {
        var card = Score("s1-four-dimensions/agent", Person([.. Numbers.Where(n => n.Item1 is not ("订单备注未执行" or "地址修改差错"))]));
        Assert.Equal([null, null], [card.PointsOf("order-remarks"), card.PointsOf("accuracy")]);
    }

    [Fact]
    public void The_balanced_card_pays_5674_40_and_6_points_of_conversion_300_more()
    {
        var card = Card("agent");
        // 4000; coefficient 83.72 ÷ 100, 2000 × 0.8372
        Assert.Equal([("base", 4000m), ("performance", 1674.4m)], Lines(PaperCard.File("s1-four-dimensions").Pay!, card));
        // Every 1 % from 30 % to 36 %: 6 × 50
        Assert.Equal([("base", 4000m), ("performance", 1674.4m), ("conversion-bonus", 300m)], Lines(WithBonus(), card));
    }

    private static IEnumerable<(string, decimal)> Lines(PayScheme scheme, Scorecard card)
    {
        var slip = PayRun.Compute(scheme, October, [new(Name, 4000m, new(October, Name, 23m, 23m), card, Agent.Metric, [])]).Single();
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        return slip.Lines.Select(l => (l.Id, l.Amount));
    }

    /// <summary>The template with the variant that its page prints, which is the same in both languages.</summary>
    private static PayScheme WithBonus()
    {
        var template = TemplateLibrary.Find("s1-four-dimensions")!;
        string[] printed = [.. new[] { false, true }.Select(english => template.Page(english).Split("```yaml\n")[1].Split("```")[0])];
        Assert.Equal(printed[0], printed[1]);
        var result = PlanFile.Load(template.Yaml + printed[0], "s1.yaml", Catalogue.Find);
        Assert.Empty(result.Findings);
        return result.Content!.Pay!;
    }
}
