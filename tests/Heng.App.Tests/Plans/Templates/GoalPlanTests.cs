using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S13, as its page works it out.</summary>
public sealed class GoalPlanTests
{
    private static readonly DateOnly Due = new(2026, 10, 31), Agreed = new(2026, 9, 28);

    private static Goal Number(string name, decimal start, decimal target, decimal now) => new(Due, Name, name, GoalKind.Position, start, target, now, null, null, null, null, Agreed);

    private static Goal Judged(string name, GoalKind kind, decimal time, decimal quality, decimal attainment) => new(Due, Name, name, kind, null, null, null, null, time, quality, attainment, Agreed);

    [Fact]
    public void The_month_scores_81_19()
    {
        var card = Score("s13-goal-plan/month", Person(("gross-margin", 0.27m)) with
        {
            Goals =
            [
                Number("销售额同比增长", 800_000m, 880_000m, 860_000m), Number("销售额计划", 0m, 900_000m, 860_000m),
                Number("订单量同比增长", 10_000m, 11_000m, 11_200m), Number("订单量计划", 0m, 11_000m, 11_200m),
                Number("客单价同比增长", 80m, 84m, 76.79m), Number("客单价计划", 0m, 82m, 76.79m),
                Number("净利润同比增长", 60_000m, 69_000m, 69_000m), Number("新客数同比增长", 2000m, 2300m, 2150m), Number("新客订单占比提升", 0.2m, 0.25m, 0.22m),
                Judged("换新版详情页", GoalKind.Task, 1m, 0.8m, 0.9m),
                Judged("直播间搭建", GoalKind.Project, 1m, 1m, 1m) with { AgreedOn = null },
                new(Due, Name, "考取运营证书", GoalKind.Career, null, null, null, GoalState.Met, null, null, null, Agreed),
            ],
        });
        // 12 × 60 ÷ 80; 12 × 0.9556 = 11.467; 8; 8; below last year 0; 5 × 0.9365 = 4.683; 10 × 27 ÷ 30; 15; 10 × 150 ÷ 300; 5 × 2 ÷ 5;
        // 4 × (0.3 + 0.24 + 0.36); the project was not agreed; met
        Assert.Equal([9m, 11.47m, 8m, 8m, 0m, 4.68m, 9m, 15m, 5m, 2m, 3.6m, null, 3m], card.Points());
        // 78.75 × 100 ÷ 97 = 81.186
        Assert.Equal((81.19m, "partly"), (card.Score, card.Grade));
    }

    [Fact]
    public void The_quarter_scores_81_5_with_the_mean_of_the_months()
    {
        CardPart Month(int month, decimal rating) => new(new($"{month}月", $"2026-{month}"), null, Values(("product-rating", rating)));
        var card = Score("s13-goal-plan/quarter", Person() with
        {
            Goals = [Number("季度好评率", 0m, 0.8m, 0.84m), Number("季度售后满意率", 0m, 0.9m, 0.81m), Number("复购率提升", 0.18m, 0.23m, 0.2m)],
            Parts = [Month(8, 4.2m), Month(9, 4.3m), Month(10, 4.46m)],
        });
        // 20; 20 × 81 ÷ 90; 20 × 4.32 ÷ 4.5; 20 × 2 ÷ 5; nobody imported retention
        Assert.Equal([20m, 18m, 19.2m, 8m, null], card.Points());
        // 65.2 × 100 ÷ 80
        Assert.Equal((81.5m, "partly"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_person_without_goals_and_numbers_has_no_score() => Assert.Null(Score("s13-goal-plan/month", Person()).Score);

    [Fact]
    public void A_month_that_is_met_proposes_an_award_and_a_second_quarter_promotion()
    {
        Assert.Equal([MeasureKind.Award], ConsequenceRules.Of(Plan("s13-goal-plan/month"), [Before(9, "met")], []).Select(p => p.Measure));
        var quarter = Plan("s13-goal-plan/quarter");
        Assert.Equal([MeasureKind.Certificate], ConsequenceRules.Of(quarter, [Before(6, "met")], []).Select(p => p.Measure));
        Assert.Equal([MeasureKind.Promotion], ConsequenceRules.Of(quarter, [Before(6, "met"), Before(9, "met")], []).Select(p => p.Measure));
        Assert.Equal([MeasureKind.Certificate], ConsequenceRules.Of(quarter, [Before(3, "met"), Before(6, "partly"), Before(9, "met")], []).Select(p => p.Measure));
    }
}
