using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S7, worked out by hand on its page.</summary>
public sealed class ChatQaTests
{
    private const string Qa = "s7-chat-qa/agent";
    private static readonly (string, decimal)[] Found = [("快捷短语未更新", 1m), ("备注过简", 2m), ("推诿", 1m), ("不热情", 1m), ("无礼貌结束", 3m)];

    /// <summary>Only what people recorded, or only what rules found, of one and the same name.</summary>
    private static Candidate Without(Candidate person, Beside what)
    {
        var known = person.Metric;
        return person with { Metric = asked => Asking.Parse(asked)?.What == what ? Explained.Leaf(asked, new(asked, asked), null, Unit.Times) : known(asked) };
    }

    private static Candidate ByHand(params (string, decimal)[] numbers) => Without(Person(numbers), Beside.Finding).Counted(Beside.Incident);
    private static Candidate ByRule(params (string, decimal)[] numbers) => Without(Person(numbers), Beside.Incident);

    private static Candidate Agent(params (string, decimal)[] more) => ByHand([.. Found, .. more])
        .Praised("praise-remarks", "leader", 1m, "【返现打款】格式统一").Praised("praise-wording", "manager", 2m, "安抚得当，气氛轻松");

    [Fact]
    public void A_fatal_finding_voids_its_category_and_the_card_scores_61()
    {
        var card = Score(Qa, Agent(("unregistered-cases", 0m)));
        // 10 − 2; 20 − 2 × 4; pushed off; 20 − 3 × 4; 30; praise +1 and +2
        Assert.Equal([8m, null, 12m, 1m, 0m, 8m, 2m, 30m, null], card.Items.Select(i => i.Points));
        Assert.Equal("attitude/incident/推诿", Assert.Single(card.Vetoes).Gate);
        Assert.Equal(61m, card.Score); // 58 + 3
    }

    [Fact]
    public void Without_cases_remarks_have_no_data_and_without_incidents_nothing_has()
    {
        var card = Score(Qa, Agent());
        Assert.Equal((null, 60.5m), (card.PointsOf("remarks"), card.Score)); // 46 × 100 ÷ 80 = 57.5, + 3
        Assert.Null(Score(Qa, Person(("unregistered-cases", 0m))).Score);
    }

    [Fact]
    public void Nothing_found_is_full_points_and_praise_adds_5_at_most()
    {
        var clean = ByHand(("unregistered-cases", 0m));
        Assert.Equal(100m, Score(Qa, clean).Score);
        var praised = clean.Praised("praise-phrases", "leader", 2m, "口径一致").Praised("praise-wording", "leader", 2m, "礼貌").Praised("praise-business", "leader", 2m, "熟悉面料");
        Assert.Equal(105m, Score(Qa, praised).Score);
        // More than 2 at once, or without a reason, does not count.
        Assert.Equal(100m, Score(Qa, clean.Praised("praise-phrases", "leader", 2.01m, "口径一致").Praised("praise-wording", "leader", 1m, null)).Score);
    }

    [Theory]
    [InlineData("禁用语气词", "wording")]
    [InlineData("禁用称呼", "wording")]
    [InlineData("禁用语句", "wording")]
    [InlineData("推诿", "attitude")]
    [InlineData("不耐烦", "attitude")]
    [InlineData("工单未完结无备注", "remarks")]
    [InlineData("工单未完结备注不全", "remarks")]
    [InlineData("未核实回答活动", "business")]
    [InlineData("未核实推荐致损", "business")]
    public void Each_fatal_finding_takes_the_whole_category_and_no_other(string kind, string category)
    {
        var card = Score(Qa, ByHand(("unregistered-cases", 0m), (kind, 1m)));
        Assert.Equal(($"{category}/incident/{kind}", VoidReach.Item), (Assert.Single(card.Vetoes).Gate, card.Vetoes[0].Reach));
        Assert.Equal([category], card.Items.Where(i => i.Points == 0m).Select(i => i.Item));
        Assert.Equal(100m - PaperCard.Plan(Qa).Items.Single(i => i.Id == category).Weight, card.Score);
    }

    [Fact]
    public void A_case_that_was_not_registered_is_fatal_too()
    {
        var card = Score(Qa, ByHand(("unregistered-cases", 1m)));
        Assert.Equal((0m, 80m), (card.PointsOf("remarks"), card.Score));
    }

    [Theory]
    [InlineData(4, 4)] // 20 − 4 × 4
    [InlineData(5, 0)]
    [InlineData(6, 0)] // never below
    public void Five_non_fatal_findings_use_a_category_up(int times, decimal points) =>
        Assert.Equal(points, Score(Qa, ByHand(("语气生硬", times))).PointsOf("wording"));

    [Fact]
    public void What_rules_find_and_what_people_record_of_one_kind_add_up()
    {
        // By rules alone: 20 − 3 × 4 for three missing closings; of the kinds that nothing counts nothing is taken, and the card names them.
        var card = Score(Qa, ByRule(("无礼貌结束", 3m)));
        Assert.Equal((8m, 40m), (card.PointsOf("wording"), card.Score)); // 8 × 100 ÷ 20
        Assert.Contains(card.Items.Single(i => i.Item == "wording").Notes, n => n.Zh.StartsWith("没有数据：", StringComparison.Ordinal) && n.Zh.Contains("语气生硬", StringComparison.Ordinal));
        Assert.Null(card.PointsOf("attitude"));
        // Two by rules and one by hand come to the same; Person alone tells both sides the same number, so 2 and 2 are four.
        Assert.Equal(4m, Score(Qa, Person(("无礼貌结束", 2m))).PointsOf("wording")); // 20 − 4 × 4
        // Found by a rule it is as fatal as on record.
        var fatal = Score(Qa, ByRule(("禁用称呼", 1m), ("无礼貌结束", 0m)));
        Assert.Equal(("wording/finding/禁用称呼", 0m), (Assert.Single(fatal.Vetoes).Gate, fatal.Score));
    }

    [Fact]
    public void The_checklist_scores_82_50()
    {
        var card = Score("s7-chat-qa/chat-checklist",
            Person(("consulted", 400m), ("within-15s", 0.72m), ("typing-speed", 36m)).Marked(("knowledge", "leader", 4m), ("sales-skill", "leader", 3.5m)));
        // 30 × 72 ÷ 80; 20 × 36 ÷ 40; 25 × 4 ÷ 5; 25 × 3.5 ÷ 5
        Assert.Equal([27m, 18m, 20m, 17.5m], card.Items.Select(i => i.Points));
        Assert.Equal(82.5m, card.Score);
    }

    private static QaCard Card(string id, bool automatic, decimal earned, decimal possible, int receptions) => new(id, new(2026, 10, 8), automatic, earned, possible) { Receptions = receptions };

    [Fact]
    public void Program_and_people_are_kept_apart_and_a_side_without_enough_does_not_count()
    {
        const string Both = "s7-chat-qa/chat-inspected";
        QaCard program = Card("p", true, 188_000m, 200_000m, 2000), people = Card("h", false, 510m, 600m, 6);
        // 40 × 188,000 ÷ 200,000 = 37.6; 60 × 510 ÷ 600 = 51.
        var card = Score(Both, Person() with { QaCards = [program, people] });
        Assert.Equal([37.6m, 51m], card.Items.Select(i => i.Points));
        Assert.Equal(88.6m, card.Score);
        // 100 × 0.94: four inspections are too few, five are enough; 99 receptions are too few, 100 are enough.
        Assert.Equal(94m, Score(Both, Person() with { QaCards = [program, people with { Receptions = 4 }] }).Score);
        Assert.Equal(88.6m, Score(Both, Person() with { QaCards = [program, people with { Receptions = 5 }] }).Score);
        Assert.Equal(85m, Score(Both, Person() with { QaCards = [program with { Receptions = 99 }, people] }).Score);
        Assert.Equal(88.6m, Score(Both, Person() with { QaCards = [program with { Receptions = 100 }, people] }).Score);
        Assert.Null(Score(Both, Person()).Score);
    }
}
