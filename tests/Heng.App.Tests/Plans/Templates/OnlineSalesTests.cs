using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S11, as its page works it out.</summary>
public sealed class OnlineSalesTests
{
    private const string Agent = "s11-online-sales/agent", Leader = "s11-online-sales/leader";

    private static (string, MeasureKind)[] Proposed(string plan, CardBefore[] cards, params MeasureTaken[] measures) =>
        [.. ConsequenceRules.Of(Plan(plan), cards, measures).Select(p => (p.Rule, p.Measure))];

    [Fact]
    public void An_agent_scores_92_26_and_is_paid_4200()
    {
        var card = Score(Agent, Person(("consulted", 500m), ("target-completion", 0.95m), ("consult-conversion", 0.38m), ("effective-order-value", 114m), ("average-response", 37.5m),
            ("exam-score", 81m), ("one-contact-resolution", 0.8075m)) with
        {
            Entries = Entries(("responsibility", "leader", 4m), ("responsibility", "manager", 5m), ("discipline", "leader", 5m), ("discipline", "manager", 5m), ("teamwork", "leader", 4m)),
        });
        // 30 × 95 ÷ 100, 20 × 38 ÷ 40, 10 × 114 ÷ 120, 10 × 30 ÷ 37.5; 5 × 81 ÷ 90, 5 × 80.75 ÷ 85, no training; 4 × 0.6 + 5 × 0.4, 5, the leader's 4 alone
        Assert.Equal([28.5m, 19m, 9.5m, 8m, 4.5m, 4.75m, null, 4.4m, 5m, 4m], card.Points());
        // 87.65 × 100 ÷ 95 = 92.263
        Assert.Equal((92.26m, "A", true), (card.Score, card.Grade, card.Passed));

        var slip = PayRun.Compute(File("s11-online-sales").Pay!, October,
            [new(Name, 4000m, new(October, Name, 23m, 23m), card, Values(), [new(October, Name, AdjustmentKind.Reward, 200m, "促销突出", "组长", "店长")])]).Single();
        Assert.Equal([("base", 4000m), ("reward-penalty.reward", 200m)], slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(4200m, slip.Net);
    }

    [Fact]
    public void A_leader_scores_72_2()
    {
        var card = Score(Leader, Person(("小组销售目标完成率", 0.8m), ("小组咨询转化率", 0.3m), ("exam-score", 90m), ("sharing-sessions", 0m), ("weekly-reports-on-time", 0.5m)) with
        {
            Entries = Entries(("responsibility", "subordinate", 3m), ("responsibility", "manager", 4m), ("discipline", "subordinate", 4m), ("discipline", "manager", 4m),
                ("teamwork", "subordinate", 2m), ("teamwork", "manager", 3m)),
        });
        // 40 × 80 ÷ 100, 30 × 30 ÷ 40; 90 reaches 90, none shared, 5 × 50 ÷ 100; 3 × 0.4 + 4 × 0.6, 4, 2 × 0.4 + 3 × 0.6
        Assert.Equal([32m, 22.5m, 5m, 0m, 2.5m, 3.6m, 4m, 2.6m], card.Points());
        Assert.Equal((72.2m, "C"), (card.Score, card.Grade));
    }

    [Fact]
    public void An_A_may_become_leader_only_while_the_leader_is_below_C()
    {
        Assert.Equal([("rise", MeasureKind.Leadership)], Proposed(Agent, [Before(9, "A", leader: "D")]));
        Assert.Equal([("rise", MeasureKind.Leadership)], Proposed(Agent, [Before(9, "A", leader: "E")]));
        Assert.Empty(Proposed(Agent, [Before(9, "A", leader: "C")]));
        Assert.Empty(Proposed(Agent, [Before(9, "A")]));
        Assert.Empty(Proposed(Agent, [Before(9, "B", leader: "E")]));
    }

    [Theory]
    [InlineData(Agent)]
    [InlineData(Leader)]
    public void A_D_has_one_more_month_and_without_a_C_then_trainee_pay(string plan)
    {
        var coached = new MeasureTaken(new(2026, 9, 10), "a", MeasureKind.Coaching, null);
        Assert.Equal([("coaching", MeasureKind.Coaching), ("probation", MeasureKind.OneMoreMonth)], Proposed(plan, [Before(8, "D")]));
        Assert.Equal([("coaching", MeasureKind.Coaching), ("probation", MeasureKind.TraineePay)], Proposed(plan, [Before(8, "D"), Before(9, "D")], coached));
        // Nothing harsher than coaching before coaching.
        Assert.Equal([("coaching", MeasureKind.Coaching), ("probation", MeasureKind.Coaching)], Proposed(plan, [Before(8, "D"), Before(9, "D")]));
        Assert.Empty(Proposed(plan, [Before(8, "D"), Before(9, "C")]));
        // After a C the next D begins anew.
        Assert.Contains(("probation", MeasureKind.OneMoreMonth), Proposed(plan, [Before(7, "D"), Before(8, "C"), Before(9, "D")]));
        // Worse than D is not C either; the E has its own month besides.
        Assert.Equal([("coaching", MeasureKind.Coaching), ("probation", MeasureKind.TraineePay), ("exit", MeasureKind.OneMoreMonth)], Proposed(plan, [Before(8, "D"), Before(9, "E")], coached));
    }

    [Fact]
    public void An_E_is_asked_to_leave_after_one_more_month_only_with_coaching_on_record()
    {
        CardBefore[] two = [Before(8, "E"), Before(9, "E")];
        Assert.Contains(("exit", MeasureKind.Exit), Proposed(Agent, two, new MeasureTaken(new(2026, 9, 10), "a", MeasureKind.Coaching, null)));
        Assert.Contains(("exit", MeasureKind.Coaching), Proposed(Agent, two));
        // D by then.
        Assert.DoesNotContain(Proposed(Agent, [Before(8, "E"), Before(9, "D")]), p => p.Item1 == "exit");
    }
}
