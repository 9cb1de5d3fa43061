using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

/// <summary>The worked examples of the templates' pages, worked out there by hand.</summary>
public sealed class TemplateTests
{
    private const string Name = "王雨桐";
    private static readonly Month October = new(2026, 10);

    private static Entry[] Entries(params (string Item, string Rater, decimal Points)[] entries) =>
        [.. entries.Select(e => new Entry(October, Name, e.Item, e.Rater, e.Points, null, null))];

    private static Scorecard Score(Plan plan, Entry[] entries, params (string, decimal)[] values) =>
        Scorer.Score(plan, October, [new(Name, "一组", "front-line", Catalogues.Values(values), entries, null, null)]).Single();

    private static Payslip Pay(PayScheme scheme, Scorecard card, decimal paid, (string, decimal)[] values, params Adjustment[] adjustments)
    {
        var slip = PayRun.Compute(scheme, October, [new(Name, 4000m, new(October, Name, 23m, paid), card, Catalogues.Values(values), adjustments)]).Single();
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        return slip;
    }

    [Fact]
    public void Every_template_loads_and_has_a_page_in_both_languages()
    {
        Assert.Equal(
            [
                "s1-four-dimensions", "s2-office-regulation", "s3-five-dimensions", "s4-ksf", "s5-operations-100", "s6-operations-weighted", "s7-chat-qa", "s8-profit-share", "s8-unit-profit",
                "s9-composite-pay", "s10-cs-360", "s11-online-sales", "s12-line-targets", "s13-goal-plan", "s14-task-sheet", "s15-base-coefficient",
                "balanced-scorecard", "benchmark", "goals",
            ],
            TemplateLibrary.All().Select(t => t.Scheme));
        foreach (var template in TemplateLibrary.All())
        {
            var read = template.Load(Catalogue.Find);
            Assert.Empty(read.Findings);
            var content = read.Content!;
            Assert.Equal(template.Scheme, content.Scheme);
            foreach (var item in content.Plans.SelectMany(p => p.Items))
            {
                Assert.Contains($"`{item.Id}`", template.Page(english: false), StringComparison.Ordinal);
                Assert.Contains($"`{item.Id}`", template.Page(english: true), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void S2_scores_82_63_and_pays_5506_84()
    {
        var content = Catalogues.Template("s2-office-regulation");
        var card = Score(content.Plans.Single(p => p.Id == "s2-office-regulation/front-line"),
            Entries(("service-attitude", "self", 15m), ("service-attitude", "leader", 12m), ("discipline", "hr", 9m), ("teamwork", "leader", 6m),
                ("training", "hr", 7m)),
            ("consulted", 400m), ("average-response", 40m), ("consult-conversion", 0.3m), ("good-rating-rate", 0.81m));
        // attitude 0.2 × 15 + 0.8 × 12 = 12.6; response 15 × 30 ÷ 40 = 11.25; resolution has no source;
        // conversion 15 × 30 ÷ 40 = 11.25; good ratings 10 × 81 ÷ 90 = 9
        Assert.Equal([12.6m, 9m, 6m, 7m, 11.25m, null, 11.25m, 9m], card.Items.Select(i => i.Points));
        // 66.1 × 100 ÷ 80 = 82.625 → 82.63
        Assert.Equal((82.63m, "B", true), (card.Score, card.Grade, card.Passed));
        Assert.Equal(82.63m, card.Explanation.Recompute());

        var slip = Pay(content.Pay!, card, 22m, [], new(October, Name, AdjustmentKind.Reward, 100m, "优秀案例", "组长", "店长"),
            new(October, Name, AdjustmentKind.Penalty, 50m, "漏备注", "组长", null));
        // 4000 × 22 ÷ 23 = 3826.087; 2000 × 22 ÷ 23 × 0.8263 = 1580.748; the penalty nobody approved is 0
        Assert.Equal([("base", 3826.09m), ("performance", 1580.75m), ("reward-penalty.reward", 100m), ("reward-penalty.penalty", 0m)],
            slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(5506.84m, slip.Net);
    }

    [Fact]
    public void S4_scores_94_59_and_pays_7204_and_the_champion_300_more()
    {
        var content = Catalogues.Template("s4-ksf");
        (string, decimal)[] values =
            [("received", 12381m), ("inquiry-paid-final", 0.5349m), ("average-response", 24.5m), ("invite-rate", 0.6m), ("bad-review-rate", 0.031m)];
        var card = Score(content.Plans.Single(p => p.Id == "s4-ksf/agent"), Entries(("leader-rating", "leader", 4.5m)), values);
        // 30 × 0.5349 ÷ 0.55 = 29.176; 10 × 0.02 ÷ 0.031 = 6.452; 5 × 4.5 ÷ 5 = 4.5; nobody rated
        Assert.Equal([25m, 29.18m, 10m, 10m, null, 6.45m, 4.5m], card.Items.Select(i => i.Points));
        // 85.13 × 100 ÷ 90 = 94.589
        Assert.Equal((94.59m, "A"), (card.Score, card.Grade));

        var slip = Pay(content.Pay!, card, 23m, values);
        Assert.Equal(
            [
                ("base", 4000m), ("ksf.fixed", 960m), // 3200 − 2240
                ("ksf.receptions", 580m),       // 560 + 2 × 10
                ("ksf.conversion", 642m),       // 672 − 1 × 30: 1.51 points under is one step
                ("ksf.average-response", 264m), // 224 + 5 × 8
                ("ksf.invite-rate", 224m),
                ("ksf.good-rating-rate", 224m), // no data: as at balance
                ("ksf.bad-review-rate", 184m),  // 224 − 2 × 20: 1.1 points over is two half points
                ("ksf.leader-rating", 126m),    // 112 + 1 × 14
                ("prize", 300m),                // first of one
            ],
            slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(7504m, slip.Net);
    }

    [Fact]
    public void S10_scores_83_8_and_pays_5500()
    {
        var content = Catalogues.Template("s10-cs-360");
        (string Item, decimal Self, decimal Manager)[] marks =
        [
            ("guidance", 5m, 4m), ("remarks", 4m, 4m), ("lost-deals", 3m, 2m), ("delayed-orders", 5m, 5m), ("parcels", 5m, 3m),
                ("product-knowledge", 6m, 5m), ("order-check", 5m, 5m),
            ("discipline", 7m, 6m), ("handover", 7m, 7m), ("weekly-report", 4m, 3m), ("attitude", 6m, 5m),
        ];
        var entries = Entries([.. marks.SelectMany(m => new[] { (m.Item, "self", m.Self), (m.Item, "manager", m.Manager) })]);
        Candidate Person(string name, decimal sales) => new(name, "一组", "front-line",
            Catalogues.Values(("average-response", 15.1m), ("consult-conversion", 0.5m), ("reply-rate", 0.98m), ("sales", sales)), entries, null, null);
        var cards = Scorer.Score(content.Plans.Single(), October,
            [Person(Name, 90_000m), Person("李思远", 100_000m), Person("赵晓楠", 100_000m), Person("陈嘉怡", 80_000m)]);
        var card = cards.Single(c => c.Agent == Name);
        // Each mark 0.6 × self + 0.4 × manager; third in sales after two firsts.
        Assert.Equal([4.6m, 4m, 2.6m, 5m, 4.2m, 5.6m, 5m, 7m, 7m, 10m, 6m, 6.6m, 7m, 3.6m, 5.6m], card.Items.Select(i => i.Points));
        // 31 + 30 + 22.8
        Assert.Equal((83.8m, "pass", true), (card.Score, card.Grade, card.Passed));
        Assert.Equal(["李思远", "赵晓楠"], cards.Where(c => c.Items.Single(i => i.Item == "sales").Points == 10m).Select(c => c.Agent).Order(StringComparer.Ordinal));

        var slip = Pay(content.Pay!, card, 23m, []);
        Assert.Equal([("base", 4000m), ("performance", 1500m)], slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(5500m, slip.Net);
    }
}
