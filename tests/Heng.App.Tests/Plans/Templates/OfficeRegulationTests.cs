using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S2 beyond the front line, as its page works it out.</summary>
public sealed class OfficeRegulationTests
{
    private const string Scheme = "s2-office-regulation/";
    private static readonly (string, string, decimal)[] Common = [("service-attitude", "leader", 12m), ("discipline", "hr", 9m), ("teamwork", "leader", 6m), ("training", "hr", 7m)];

    private static CardPart Part(string name, decimal? score) =>
        new(new(name, name), score is null ? null : new(Name, "", 1, score, null, null, [], Explained.Leaf("score", new("总分", "Score"), score, Unit.Points)), Values());

    [Fact]
    public void After_sales_scores_86()
    {
        var card = Score(Scheme + "after-sales", Person(("typing-speed", 36m), ("review-reply-rate", 0.76m), ("after-sales-time", 216_000m), ("solve-time", 96_000m),
            ("one-contact-resolution", 0.68m), ("satisfaction", 0.92m)) with { Entries = Entries(Common) });
        // 34; 10 × 36 ÷ 40, 10 × 76 ÷ 95, 10 × 172800 ÷ 216000, 10 × 86400 ÷ 96000, 10 × 68 ÷ 85, full
        Assert.Equal([12m, 9m, 6m, 7m, 9m, 8m, 8m, 9m, 8m, 10m], card.Points());
        Assert.Equal((86m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void Complaints_score_81_5()
    {
        var card = Score(Scheme + "complaints", Person(("complaint-time", 108_000m), ("complaint-satisfaction", 0.81m), ("重复投诉成立", 1m)) with { Entries = Entries(Common) });
        // 34; 25 × 86400 ÷ 108000, 25 × 81 ÷ 90, 10 − 5
        Assert.Equal([12m, 9m, 6m, 7m, 20m, 22.5m, 5m], card.Points());
        Assert.Equal((81.5m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_leader_scores_85_33()
    {
        var card = Score(Scheme + "leader", Person(("weekly-reports-on-time", 0.75m), ("小组平均得分", 82.8m)) with
        {
            Entries = Entries(("service-attitude", "self", 15m), ("service-attitude", "manager", 12m), ("discipline", "hr", 9m), ("teamwork", "subordinate", 5m), ("teamwork", "manager", 7m),
                ("training", "hr", 7m), ("guidance", "subordinate", 8m), ("guidance", "manager", 9m), ("quality-supervision", "manager", 9m)),
        });
        // 15 × 0.2 + 12 × 0.8; 9; 5 × 0.4 + 7 × 0.6; 7; 8 × 0.4 + 9 × 0.6; 8 × 75 ÷ 100; 9; not imported; 20 × 82.8 ÷ 90
        Assert.Equal([12.6m, 9m, 6.2m, 7m, 8.6m, 6m, 9m, null, 18.4m], card.Points());
        // 76.8 × 100 ÷ 90 = 85.333
        Assert.Equal((85.33m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_manager_scores_87_5()
    {
        var card = Score(Scheme + "manager", Person(("客服办公室平均得分", 81m), ("全店客户满意率", 0.92m), ("绩效面谈完成率", 0.9m)) with
        {
            Entries = Entries(("service-attitude", "manager", 13m), ("discipline", "hr", 10m), ("teamwork", "subordinate", 6m), ("teamwork", "manager", 6m), ("training", "hr", 5m),
                ("improvement-plans", "hr", 7m), ("improvement-plans", "manager", 8m), ("self-check", "hr", 4m)),
        });
        // 34; 20 × 81 ÷ 90, full, 10 × 90 ÷ 100, (7 + 8) ÷ 2, 4
        Assert.Equal([13m, 10m, 6m, 5m, 18m, 15m, 9m, 7.5m, 4m], card.Points());
        Assert.Equal((87.5m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_quarter_of_84_87_and_90_scores_86_9()
    {
        var card = Score(Scheme + "quarter", Person() with { Parts = [Part("8月", 84m), Part("9月", 87m), Part("10月", 90m)] });
        // 70 × 87 ÷ 100; (90 − 84) ÷ 2 = 3: 15 × 8 ÷ 10; 90 − 84 = 6: 15 × 14 ÷ 15
        Assert.Equal([60.9m, 12m, 14m], card.Points());
        Assert.Equal((86.9m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_quarter_of_80_90_and_100_grows_fully_and_is_not_stable()
    {
        var card = Score(Scheme + "quarter", Person() with { Parts = [Part("8月", 80m), Part("9月", 90m), Part("10月", 100m)] });
        // mean 90, growth 10, spread 20
        Assert.Equal([63m, 15m, 0m], card.Points());
        Assert.Equal(78m, card.Score);
    }

    [Fact]
    public void A_quarter_with_a_single_month_has_neither_growth_nor_stability()
    {
        var card = Score(Scheme + "quarter", Person() with { Parts = [Part("8月", null), Part("9月", null), Part("10月", 90m)] });
        Assert.Equal([63m, null, null], card.Points());
        Assert.Equal(90m, card.Score); // 63 × 100 ÷ 70
    }

    [Fact]
    public void A_year_scores_87()
    {
        Goal yearly = new(new(2026, 10, 31), Name, "年度目标", GoalKind.Position, 0m, 100m, 80m, null, null, null, null, new(2026, 1, 10));
        var card = Score(Scheme + "year", Person() with
        {
            Parts = [Part("第一季度", 86.9m), Part("第二季度", 90.1m), Part("第三季度", null), Part("第四季度", 93m)],
            Goals = [yearly, yearly with { Name = "别的目标", Now = 0m }],
            Entries = Entries(("team-contribution", "peer", 1m), ("team-contribution", "peer", 2m), ("team-contribution", "manager", 8m)),
        });
        // (86.9 + 90.1 + 93) ÷ 3 = 90: 63; 20 × 80 ÷ 100; two peers count as none
        Assert.Equal([63m, 16m, 8m], card.Points());
        Assert.Equal((87m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_quarter_of_grade_B_pays_200_and_a_year_of_grade_B_with_three_quarters_3000()
    {
        CycleCard Longer(Cycle cycle, Month last, decimal score, string grade, params decimal?[] parts) => new(cycle, Period.Ending(cycle, last),
            new(Name, "", 1, score, grade, null, [], Explained.Leaf("score", new("总分", "Score"), score, Unit.Points)), [.. parts.Select(p => Part("部分", p))]);
        var (quarter, year) = (Longer(Cycle.Quarter, new(2026, 9), 86.9m, "B", 84m, 87m, 90m), Longer(Cycle.Year, new(2026, 12), 87m, "B", 86.9m, 90.1m, null, 93m));
        (string, decimal)[] Paid(Month month) => [.. PayRun.Compute(File("s2-office-regulation").Pay!, month, [new(Name, 4000m, null, null, Values(), [])
        {
            Longer = (cycle, last) => new[] { quarter, year }.FirstOrDefault(c => c.Cycle == cycle && c.Period.Last == last),
        }])[0].Lines.Where(l => l.Id is "quarter-award" or "year-end").Select(l => (l.Id, l.Amount))];
        // 500 × 0.4; 4000 × 1 month × 1 × 3 ÷ 4
        Assert.Equal([("quarter-award", 200m)], Paid(new(2026, 9)));
        Assert.Equal([("year-end", 3000m)], Paid(new(2027, 1)));
        Assert.Empty(Paid(new(2026, 10)));
    }

    [Fact]
    public void Quarters_and_years_propose_what_the_regulation_binds_to_them()
    {
        MeasureKind[] Of(string plan, string grade) => [.. ConsequenceRules.Of(Plan(Scheme + plan), [Before(9, grade)], []).Select(p => p.Measure)];
        Assert.Equal([MeasureKind.Certificate], Of("quarter", "A"));
        Assert.Empty(Of("quarter", "C"));
        Assert.Equal([MeasureKind.Training], Of("quarter", "D"));
        Assert.Equal([MeasureKind.PayRaise, MeasureKind.Promotion], Of("year", "A"));
        Assert.Equal([MeasureKind.PayRaise], Of("year", "B"));
        Assert.Empty(Of("year", "C"));
    }
}
