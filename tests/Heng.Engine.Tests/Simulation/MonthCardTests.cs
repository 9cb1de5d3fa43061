using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Simulation;

/// <summary>Cards of people who changed in October: 10 days at the front line, 21 in after-sales, unless a test says otherwise.</summary>
public sealed class MonthCardTests
{
    private static readonly Item Consulted = Metric("consulted", 100m, OfHundred);
    private static readonly Plan Front = Plan(Consulted) with { Id = "s/front", Positions = ["front-line"], Grades = [new("A", When("x≥0"))] };
    private static readonly Plan After = Plan(Metric("received", 60m, new Proportional(100m, Better.Higher)), Metric("average-response", 40m, new Proportional(30m, Better.Lower)))
        with { Id = "s/after", Positions = ["after-sales"], PassMark = 85m, Grades = [new("优", When("x≥85")), new("良", When("x<85"))] };

    private static Regime With(params Plan[] plans) => new([new("s", 1, plans, null)]);

    private static Post At(int from, int to, string position, string group = "一组") => new(new(new(2026, 10, from), new(2026, 10, to)), group, position);

    private static Subject Moved(string name, IReadOnlyList<Post> posts, (string, decimal)[] first, (string, decimal)[] then, (string, decimal)[]? whole = null)
    {
        var last = posts[^1];
        var candidate = new Candidate(name, last.Group, last.Position, Values(whole ?? then), [], null, null);
        return new(candidate, new(name, 0m, null, null, candidate.Metric, [])) { Posts = posts, On = days => candidate with { Metric = Values(days.From.Day == 1 ? first : then) } };
    }

    private static Subject Stayed(string name, string position, params (string, decimal)[] values) => Moved(name, [At(1, 31, position)], [], [], values);

    private static readonly Post[] Move = [At(1, 10, "front-line"), At(11, 31, "after-sales")];

    private static Scorecard[] Cards(Regime regime, params Subject[] people)
    {
        var cards = MonthCards.Of(regime, October, people);
        foreach (var card in cards)
        {
            Assert.Equal(card.Score, card.Explanation.Recompute());
            Assert.All(card.Items, i => Assert.Equal(i.Points, i.Explanation.Recompute()));
            if (card.Score is { } score && card.Vetoes.Count == 0) Assert.Equal(score, card.Items.Sum(i => i.Counted ?? 0m));
            if (card.Score is not null) Assert.Equal(100m, card.Items.Where(i => i.Counted is not null).Sum(i => i.CountedFull!.Value));
        }
        return [.. cards];
    }

    [Fact]
    public void Two_stretches_are_combined_by_days_worked()
    {
        // Front line 80. After-sales 60 × 90 % + 40 = 94. (80 × 10 + 94 × 21) ÷ 31 = 2774 ÷ 31 = 89.483…
        var card = Cards(With(Front, After), Moved("a", Move, [("consulted", 80m)], [("received", 90m), ("average-response", 30m)])).Single();
        Assert.Equal([80m, 94m], card.Stretches.Select(s => s.Card.Score!.Value));
        Assert.Equal((89.48m, "s/after", "优", true), (card.Score!.Value, card.Plan, card.Grade, card.Passed!.Value));
        // received: 54 × 21 ÷ 31 = 36.58 of 60 × 21 ÷ 31 = 40.65; consulted: 80 × 10 ÷ 31 = 25.81 of 32.26.
        Assert.Equal([("received", 36.58m, 40.65m), ("average-response", 27.10m, 27.10m), ("consulted", 25.81m, 32.26m)], card.Items.Select(i => (i.Item, i.Points!.Value, i.Full)));
        Assert.Contains(card.Notes, n => n.Zh == "月中有变动，分 2 段各按自己的数据评分，再按出勤天数合并：10月1日至10日 80（10 天）；10月11日至31日 94（21 天）");
    }

    [Fact]
    public void Each_stretch_has_its_part_of_a_sums_target()
    {
        // 310 in the month: 100 on 10 of 31 days, 210 on 21. 80 of 100 and 210 of 210.
        var plan = Plan(Consulted with { Method = new Proportional(310m, Better.Higher), ScaledByDays = true }) with { Positions = ["front-line"] };
        var card = Cards(With(plan), Moved("a", [At(1, 10, "front-line"), At(11, 31, "front-line", "二组")], [("consulted", 80m)], [("consulted", 210m)], [("consulted", 290m)])).Single();
        Assert.Equal([80m, 100m], card.Stretches.Select(s => s.Card.Score!.Value));
        // (800 + 2100) ÷ 31 = 93.548…; the item's value is the month's.
        Assert.Equal((93.55m, 290m), (card.Score!.Value, card.Items.Single().Value.Value!.Value));
    }

    [Fact]
    public void Targets_know_the_promotion_days_of_the_stretch()
    {
        // 30 on ordinary days, 60 on promotion days, 1–5 of the first 10: (30 × 5 + 60 × 5) ÷ 10 = 45; the second has none.
        var method = new Proportional(30m, Better.Higher) { Aim = new(30m, [new(60m) { Calendar = PromotionDay.Promotion }], null) };
        var plan = Plan(Consulted with { Method = method }) with { Positions = ["front-line", "after-sales"], Promotions = [new(new(2026, 10, 1), new(2026, 10, 5))] };
        var card = Cards(With(plan), Moved("a", Move, [("consulted", 36m)], [("consulted", 24m)])).Single();
        Assert.Equal([80m, 80m], card.Stretches.Select(s => s.Card.Score!.Value));
    }

    [Fact]
    public void A_stretch_without_a_score_leaves_the_other_for_the_whole()
    {
        var card = Cards(With(Front, After), Moved("a", Move, [("consulted", 80m)], [])).Single();
        Assert.Equal((80m, "s/after", "良", false), (card.Score!.Value, card.Plan, card.Grade, card.Passed!.Value));
        Assert.Contains(card.Notes, n => n.En == "11–31 Oct has no score and is left out; the rest stands for the whole");
    }

    [Fact]
    public void One_that_an_item_blocks_leaves_no_score()
    {
        var blocking = After with { Dimensions = [new("all", default, [.. After.Items.Select(i => i with { Missing = MissingRule.Block })])] };
        var card = Cards(With(Front, blocking), Moved("a", Move, [("consulted", 80m)], [("received", 90m)])).Single();
        Assert.Null(card.Score);
        Assert.Null(card.Rank);
        Assert.Contains(card.Notes, n => n.Zh == "未完成：10月11日至31日缺少必需的数据");
    }

    [Fact]
    public void Ranks_and_forced_grades_stand_among_the_cards_of_the_last_stretchs_plan()
    {
        var forced = After with { Forced = [new("优", 0.5m), new("良", 0.5m)] };
        var cards = Cards(With(Front, forced), Moved("a", Move, [("consulted", 80m)], [("received", 90m), ("average-response", 30m)]),
            Stayed("b", "after-sales", ("received", 100m), ("average-response", 30m)), Stayed("c", "front-line", ("consulted", 70m)));
        Assert.Equal([("a", 2, "良"), ("b", 1, "优"), ("c", 1, "A")], cards.OrderBy(c => c.Agent, StringComparer.Ordinal).Select(c => (c.Agent, c.Rank!.Value, c.Grade!)));
    }

    [Fact]
    public void Nobody_stands_twice_beside_a_colleague()
    {
        // a was in both groups of one plan: b is behind one person, not two; a's first days stand beside b alone.
        var plan = Plan(Metric("consulted", 100m, new ByRank(RankWithin.Plan, Better.Higher, [100m, 80m], 60m))) with { Positions = ["front-line"] };
        var cards = Cards(With(plan), Moved("a", [At(1, 10, "front-line"), At(11, 31, "front-line", "二组")], [("consulted", 90m)], [("consulted", 95m)]), Stayed("b", "front-line", ("consulted", 50m)));
        Assert.Equal([100m, 80m], cards.OrderBy(c => c.Agent, StringComparer.Ordinal).Select(c => c.Score!.Value));
    }

    [Fact]
    public void Four_days_elsewhere_leave_one_card_of_the_whole_month()
    {
        var card = Cards(With(Front, After), Moved("a", [At(1, 27, "front-line"), At(28, 31, "after-sales")], [("consulted", 1m)], [("received", 1m)], [("consulted", 85m)])).Single();
        Assert.Equal((85m, "s/front"), (card.Score!.Value, card.Plan));
        Assert.Empty(card.Stretches);
        Assert.Equal(["28–31 Oct is under 5 days and joined 1–31 Oct"], card.Notes.Select(n => n.En));
    }

    [Fact]
    public void Pay_is_that_of_the_last_stretch_which_may_have_taken_in_a_few_days_elsewhere()
    {
        PayScheme Pays(string id, decimal amount) => new(id, 1, default, default, [new PerformancePay("p", default, amount, new LinearCoefficient([new(0m, 0m), new(100m, 1m)], 0m, null), false)]);
        var regime = new Regime([new("front", 1, [Front], Pays("front", 1000m)), new("after", 1, [After], Pays("after", 500m))]);
        decimal Net(Subject person) => MonthRun.Of(new(October, [person]), regime).Single().Net!.Value;
        // 85 % of 1000, for four days joined the front line; 89.48 % of 500 = 447.40.
        Assert.Equal((850m, 447.40m), (Net(Moved("a", [At(1, 27, "front-line"), At(28, 31, "after-sales")], [], [], [("consulted", 85m)])),
            Net(Moved("a", Move, [("consulted", 80m)], [("received", 90m), ("average-response", 30m)]))));
    }

    [Fact]
    public void Days_before_the_first_plan_are_not_scored_and_the_card_says_so()
    {
        var card = Cards(With(After with { Effective = new(new(2026, 10, 11), null) }), Moved("a", [At(1, 31, "after-sales")], [], [("received", 90m), ("average-response", 30m)])).Single();
        Assert.Equal((94m, new DaySpan(new(2026, 10, 11), new(2026, 10, 31))), (card.Score!.Value, card.Days!.Value));
        Assert.Contains(card.Notes, n => n.Zh == "10月1日至10日没有考核方案，不计入");
    }

    [Fact]
    public void The_order_of_people_changes_nothing()
    {
        Subject[] people = [Moved("a", Move, [("consulted", 80m)], [("received", 90m), ("average-response", 30m)]), Stayed("b", "after-sales", ("received", 80m)), Stayed("c", "front-line", ("consulted", 70m))];
        string Shown(IEnumerable<Subject> of) => string.Join('\n', MonthCards.Of(With(Front, After), October, [.. of]).Select(c => FormattableString.Invariant($"{c.Agent} {c.Plan} {c.Score} {c.Rank} {c.Grade}")).Order(StringComparer.Ordinal));
        Assert.Equal(Shown(people), Shown(people.Reverse()));
    }

    [Fact]
    public void A_rehearsal_of_what_counts_moves_nobody_and_looks_for_cliffs_among_the_others()
    {
        var scheme = new SchemeVersion("s", 1, [Front, After], null);
        var month = new SimulatedMonth(October, [Moved("a", Move, [("consulted", 80m)], [("received", 90m), ("average-response", 30m)]), Stayed("b", "after-sales", ("received", 80m)), Stayed("c", "front-line", ("consulted", 70m))]);
        var result = new Rehearsal([(month, new([scheme]))]).Try(scheme, new());
        Assert.All(result.People.SelectMany(p => p.Months), m => Assert.Equal((m.Before.Score, m.Before.Rank), (m.After.Score, m.After.Rank)));
        Assert.Equal(89.48m, result.People[0].Months[0].After.Score);
        Assert.True(result.LookedForCliffs);
        Assert.Equal(3, result.Sensitivities.Count);
    }
}
