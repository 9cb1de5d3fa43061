using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S8, worked out by hand on its page.</summary>
public sealed class ProfitShareTests
{
    private static Goal Task(decimal time, decimal quality, decimal attainment, bool agreed = true) =>
        new(new(2026, 10, 31), Name, "更新商品知识库", GoalKind.Task, null, null, null, null, time, quality, attainment, agreed ? new(2026, 9, 28) : null);

    [Fact]
    public void Two_agents_score_90_and_80()
    {
        const string plan = "s8-profit-share/customer-service";
        var first = Score(plan, Person(("target-completion", 0.9m))
            .Marked(("attitude", "manager", 9m), ("attitude", "peer", 8m), ("attitude", "peer", 9m), ("attitude", "peer", 7m), ("ability", "manager", 9m)) with
        {
            Goals = [Task(1m, 0.9m, 0.9m)],
        });
        // 20 × (0.7 × 9 + 0.3 × 8) ÷ 10; 30 × 0.9; 30 × 0.9; 20 × (0.3 + 0.27 + 0.36)
        Assert.Equal([17.4m, 27m, 27m, 18.6m], first.Items.Select(i => i.Points));
        Assert.Equal((90m, "good", true), (first.Score, first.Grade, first.Passed));

        var second = Score(plan, Person(("target-completion", 0.8m)).Marked(("attitude", "manager", 8m), ("attitude", "peer", 2m), ("ability", "manager", 8m)) with
        {
            Goals = [Task(0.8m, 0.8m, 0.8m)],
        });
        Assert.Equal([16m, 24m, 24m, 16m], second.Items.Select(i => i.Points)); // one peer alone is left out
        Assert.Equal((80m, "good", true), (second.Score, second.Grade, second.Passed));
    }

    [Fact]
    public void The_art_desk_scores_80_63_on_its_own_goal_without_a_task()
    {
        var goal = new Goal(new(2026, 10, 31), Name, "主图点击率", GoalKind.Position, 0.04m, 0.05m, 0.0475m, null, null, null, null, new(2026, 9, 28));
        var card = Score("s8-profit-share/art", Person().Marked(("attitude", "manager", 9m), ("ability", "manager", 8m)) with
        {
            Goals = [goal, Task(1m, 1m, 1m, agreed: false)],
        });
        // 20 × 0.9; 30 × 0.8; (4.75 − 4) ÷ (5 − 4) = 75 %, 30 × 75 %; a task that nobody agreed to
        Assert.Equal([18m, 24m, 22.5m, null], card.Items.Select(i => i.Points));
        Assert.Equal(80.63m, card.Score); // 64.5 × 100 ÷ 80 = 80.625
    }

    [Fact]
    public void Operations_contribute_what_the_shop_sold() =>
        Assert.Equal(27m, Score("s8-profit-share/operations", Person(("gmv", 900_000m))).PointsOf("contribution")); // 30 × 0.9

    [Fact]
    public void The_four_roles_differ_in_their_contribution_alone()
    {
        var plans = PaperCard.File("s8-profit-share").Plans;
        Assert.Equal(["customer-service", "operations", "art", "finance"], plans.Select(p => p.Id["s8-profit-share/".Length..]));
        Assert.All(plans, p => Assert.Equal([20m, 30m, 30m, 20m], p.Items.Select(i => i.Weight)));
        Assert.All(plans, p => Assert.Equal(p.Items.Where(i => i.Id != "contribution").Select(i => $"{i.Source}{i.Method.Formula}"),
            plans[3].Items.Where(i => i.Id != "contribution").Select(i => $"{i.Source}{i.Method.Formula}")));
    }

    [Theory]
    [InlineData(80, "good", true)]
    [InlineData(79.99, "fair", false)]
    [InlineData(60, "fair", false)]
    [InlineData(59.99, "bad", false)]
    public void From_80_on_one_takes_part_and_under_60_is_bad(decimal score, string grade, bool passed)
    {
        var plan = PaperCard.Plan("s8-profit-share/finance");
        Assert.Equal((grade, passed), (plan.Grades.Single(g => g.Scores.Contains(score)).Id, score >= plan.PassMark));
    }

    [Fact]
    public void Bad_bad_bad_leads_to_coaching_a_warning_and_an_exit_and_a_good_month_begins_anew()
    {
        var plan = PaperCard.Plan("s8-profit-share/finance");
        MeasureKind[] After(MeasureTaken[] taken, params CardBefore[] cards) => [.. ConsequenceRules.Of(plan, cards, taken).Select(p => p.Measure)];
        var (one, two, three) = (Before(1, "bad"), Before(2, "bad"), Before(3, "bad"));
        MeasureTaken[] coached = [new(new(2026, 2, 5), "a", MeasureKind.Coaching, null)];
        Assert.Equal([MeasureKind.Coaching], After([], one));
        Assert.Equal([MeasureKind.Warning], After(coached, one, two));
        Assert.Equal([MeasureKind.Exit], After(coached, one, two, three));
        // Not coached: coaching again, and the count waits.
        Assert.Equal([MeasureKind.Coaching], After([], one, two, three));
        Assert.Empty(After(coached, one, Before(2, "fair")));
        Assert.Equal([MeasureKind.Coaching], After(coached, one, Before(2, "fair"), three));
    }

    private static Payee Scored(string name, string position, decimal? score, params (string, decimal)[] numbers) =>
        new(name, 4000m, null, new(name, "s/p", 1, score, null, null, [], Explained.Leaf("score", default, score, Unit.Points)), Values(numbers), []) { Asker = Asker.Of(name, "一组", position, new(October, October), []) };

    private static string[] Pays(string scheme, params Payee[] people) =>
        [.. PayRun.Compute(PaperCard.File(scheme).Pay!, October, people).Select(s => FormattableString.Invariant($"{s.Agent} {string.Join(" + ", s.Lines.Select(l => $"{l.Id} {l.Amount:0.00}"))} = {s.Net:0.00}"))];

    [Fact]
    public void By_turnover_a_million_makes_5000_for_service_of_which_two_at_90_and_80_are_paid_2250_and_2000()
    {
        Payee Service(string name, decimal score) => Scored(name, "front-line", score, ("sales-net", 1_000_000m));
        Assert.Equal(["李思远 base 4000.00 + share 2000.00 = 6000.00", "王雨桐 base 4000.00 + share 2250.00 = 6250.00"], Pays("s8-profit-share", Service("王雨桐", 90m), Service("李思远", 80m)));
        Assert.Equal(["李思远 base 4000.00 + share 0.00 = 4000.00", "王雨桐 base 4000.00 + share 2250.00 = 6250.00"], Pays("s8-profit-share", Service("王雨桐", 90m), Service("李思远", 79.99m)));
        Assert.Equal(["王雨桐 base 4000.00 + share 4400.00 = 8400.00"], Pays("s8-profit-share", Service("王雨桐", 88m)));
        var division = PayRun.Pools(PaperCard.File("s8-profit-share").Pay!, October, [Service("王雨桐", 90m), Service("李思远", 80m)]).Single();
        Assert.Equal((10_000m, 4250m, 750m, 5000m), (division.Amount, division.Paid, division.Withheld, division.Undistributed)); // 3000 + 1500 + 500 of roles with nobody
        Assert.Equal([5000m, 3000m, 1500m, 500m], division.Pots.Select(p => p.Amount));
    }

    [Fact]
    public void By_the_units_profit_two_at_90_and_80_are_paid_13000_and_12000_and_under_80_the_base_alone()
    {
        Payee Service(string name, decimal score) => Scored(name, "客服", score, ("counter/Yuan/单位净利润", 200_000m));
        Assert.Equal(["李思远 base 4000.00 + share 8000.00 = 12000.00", "王雨桐 base 4000.00 + share 9000.00 = 13000.00"], Pays("s8-unit-profit", Service("王雨桐", 90m), Service("李思远", 80m)));
        Assert.Equal(["李思远 base 4000.00 + share 0.00 = 4000.00", "王雨桐 base 4000.00 + share 9000.00 = 13000.00"], Pays("s8-unit-profit", Service("王雨桐", 90m), Service("李思远", 79.99m)));
    }

    [Fact]
    public void Both_ways_score_alike()
    {
        string[] Items(string scheme) => [.. PaperCard.File(scheme).Plans.SelectMany(p => p.Items.Select(i => $"{p.Id[(p.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]} {string.Join('/', p.Positions)} {i.Id} {i.Weight} {i.Source} {i.Method.Formula}"))];
        Assert.Equal(Items("s8-profit-share"), Items("s8-unit-profit"));
    }
}
