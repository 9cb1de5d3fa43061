using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class RaterTests
{
    private static readonly RaterShare[] Thirds = [new("self", 1m), new("peer", 1m), new("manager", 1m)];
    private static readonly RaterShare[] SelfPeerManager = [new("self", 30m), new("peer", 50m), new("manager", 20m)];

    private static Entry By(string rater, decimal points, string? by = null, string item = "attitude") => new(October, "王雨桐", item, rater, points, null, by);

    private static ItemResult Rate(Item item, params Entry[] entries) => Score(Plan(item), Person("王雨桐", "一组") with { Entries = entries }).Items.Single();

    private static decimal? Value(MissingRater absent, RaterShare[] raters, params Entry[] entries)
    {
        var result = Rate(Rated("attitude", 100m, absent, 5m, raters), entries);
        Assert.Equal(result.Value.Value, result.Value.Recompute());
        Assert.Equal(result.Points, result.Explanation.Recompute());
        return result.Value.Value;
    }

    [Fact]
    public void Weights_30_and_70_of_5_and_3_make_3_6() =>
        // 5 × 0.3 + 3 × 0.7 = 1.5 + 2.1
        Assert.Equal(3.6m, Value(MissingRater.Redistribute, [new("self", 30m), new("leader", 70m)], By("self", 5m), By("leader", 3m)));

    [Fact]
    public void Two_of_three_equal_raters_absent_redistribute_to_3_6() => Assert.Equal(3.6m, Value(MissingRater.Redistribute, Thirds, By("self", 3.6m)));

    [Fact]
    public void Two_of_three_equal_raters_absent_as_zero_make_1_2() => Assert.Equal(1.2m, Value(MissingRater.Zero, Thirds, By("self", 3.6m))); // 3.6 ÷ 3

    [Fact]
    public void An_absent_rater_blocks_when_the_item_says_so()
    {
        Assert.Null(Value(MissingRater.Block, Thirds, By("self", 3.6m), By("peer", 3m)));
        Assert.Equal(3.2m, Value(MissingRater.Block, Thirds, By("self", 3.6m), By("peer", 3m), By("manager", 3m))); // 9.6 ÷ 3
    }

    [Fact]
    public void Ratings_3_6_3_85_and_3_85_make_3_767() =>
        Assert.Equal(3.767m, Value(MissingRater.Redistribute, Thirds, By("self", 3.6m), By("peer", 3.85m), By("manager", 3.85m))); // 11.3 ÷ 3 = 3.76667

    [Fact]
    public void Without_peers_30_and_20_count_as_60_and_40() =>
        Assert.Equal(4.6m, Value(MissingRater.Redistribute, SelfPeerManager, By("self", 5m), By("manager", 4m))); // 5 × 0.6 + 4 × 0.4

    [Fact]
    public void Several_peers_count_as_their_mean() =>
        // peers (2 + 4) ÷ 2 = 3; (30 × 5 + 50 × 3 + 20 × 4) ÷ 100 = 3.8
        Assert.Equal(3.8m, Value(MissingRater.Redistribute, SelfPeerManager, By("self", 5m), By("peer", 2m, "a"), By("peer", 4m, "b"), By("manager", 4m)));

    [Fact]
    public void Nobody_rating_is_no_value_under_every_rule()
    {
        foreach (var rule in Enum.GetValues<MissingRater>()) Assert.Null(Value(rule, Thirds));
    }

    [Fact]
    public void A_mark_off_the_scale_is_left_out_and_said()
    {
        var result = Rate(Rated("attitude", 100m, MissingRater.Redistribute, 5m, Thirds), By("self", 50m), By("peer", 4m));
        Assert.Equal(4m, result.Value.Value);
        Assert.Contains(result.Notes, n => n == new Wording("自评评分 50 超出 0–5，未计入", "the mark 50 by self off the scale 0–5, not counted"));
        // Who gave it did rate: only the manager is missing.
        Assert.Contains(result.Notes, n => n.En == "not rated by: manager");
    }

    [Fact]
    public void Where_the_only_mark_is_off_the_scale_the_card_and_the_explanation_say_so_and_not_that_nobody_rated()
    {
        var result = Rate(Rated("attitude", 100m, MissingRater.Redistribute, 5m, new RaterShare("leader", 100m)), By("leader", 7m));
        Assert.Null(result.Points);
        Assert.Equal(["组长评分 7 超出 0–5，未计入", "没有可计入的评分", "无数据，权重分给其他项"], result.Notes.Select(n => n.Zh));
        Assert.Contains("组长评分 7 超出 0–5，未计入", result.Explanation.Note!.Value.Zh, StringComparison.Ordinal);
        // Down the tree: item → rounded mean → mean → the kind of rater.
        Assert.Equal("the mark 7 by leader off the scale 0–5, not counted", result.Value.Inputs[0].Inputs[0].Note!.Value.En);
        // At the end of the scale it counts.
        Assert.Equal(100m, Rate(Rated("attitude", 100m, MissingRater.Redistribute, 5m, new RaterShare("leader", 100m)), By("leader", 5m)).Points);
    }

    [Fact]
    public void Entries_of_other_items_months_people_and_raters_do_not_count() =>
        Assert.Null(Value(MissingRater.Redistribute, Thirds,
            By("self", 5m, item: "discipline"), By("hr", 5m), By("self", 5m) with { Month = October.Plus(-1) }, By("self", 5m) with { Agent = "李思远" }));

    [Fact]
    public void Points_run_from_the_low_end_of_the_scale_to_full_at_the_high_end()
    {
        var item = Rated("attitude", 100m, MissingRater.Redistribute, 5m, Thirds) with { Method = new OnScale(1m, 5m, []) };
        Assert.Equal(0m, Rate(item, By("self", 1m)).Points);
        Assert.Equal(50m, Rate(item, By("self", 3m)).Points); // (3 − 1) ÷ (5 − 1)
        Assert.Equal(100m, Rate(item, By("self", 5m)).Points);
        Assert.Null(Rate(item, By("self", 0.99m)).Points);
    }

    [Fact]
    public void Too_few_entries_are_no_value()
    {
        var item = Rated("attitude", 100m, MissingRater.Redistribute, 5m, Thirds) with { Sample = new(null, 2m) };
        Assert.Null(Rate(item, By("self", 4m)).Points);
        Assert.Equal(80m, Rate(item, By("self", 4m), By("peer", 4m)).Points);
    }

    [Theory]
    [InlineData(2, 4.6)]    // two of three peers: they count as absent, 5 × 0.6 + 4 × 0.4
    [InlineData(3, 3.3)]    // (30 × 5 + 50 × 2 + 20 × 4) ÷ 100
    public void Fewer_peers_than_the_threshold_count_as_absent(int peers, decimal value)
    {
        var item = Rated("attitude", 100m, MissingRater.Redistribute, 5m, SelfPeerManager);
        item = item with { Source = (FromRaters)item.Source with { PeersAtLeast = 3 } };
        var result = Rate(item, [By("self", 5m), By("manager", 4m), .. Enumerable.Range(0, peers).Select(i => By("peer", 2m, $"p{i}"))]);
        Assert.Equal(value, result.Value.Value);
        Assert.Equal(peers < 3, result.Notes.Any(n => n.Zh == "同事评分 2 份，少于 3 份，为匿名不计入"));
        Assert.DoesNotContain(result.Notes, n => n.Zh.StartsWith("缺评", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plain_mean_counts_every_kind_of_rater_the_same()
    {
        var item = Rated("attitude", 100m, MissingRater.Redistribute, 5m, SelfPeerManager);
        var plain = item with { Source = (FromRaters)item.Source with { Plain = true } };
        Entry[] marks = [By("self", 5m), By("peer", 2m), By("manager", 4m)];
        Assert.Equal(3.3m, Rate(item, marks).Value.Value);
        Assert.Equal(3.667m, Rate(plain, marks).Value.Value); // 11 ÷ 3
    }
}
