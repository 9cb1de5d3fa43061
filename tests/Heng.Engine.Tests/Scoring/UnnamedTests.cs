using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Scoring;

/// <summary>What an explanation tells of peers: a mean from three on, never a mark, a name, or what a name could be guessed from.</summary>
public sealed class UnnamedTests
{
    private static readonly Month October = new(2026, 10);

    private static Entry Of(string rater, decimal points, string? by, string? comment = null) => new(October, "ann", "teamwork", rater, points, comment, by);

    private static Explained Explain(int peersAtLeast, int shownFrom, params Entry[] entries)
    {
        var item = new Item("teamwork", new("团队协作", "Teamwork"), 5m, new FromRaters([new("peer", 60m), new("leader", 40m)], MissingRater.Redistribute) { PeersAtLeast = peersAtLeast, ShownFrom = shownFrom }, new OnScale(0m, 5m, []), MissingRule.Redistribute);
        return RaterMean.Of(item, (FromRaters)item.Source, (OnScale)item.Method, entries).Value;
    }

    private static IEnumerable<Explained> All(Explained tree) => tree.Inputs.SelectMany(All).Prepend(tree);

    private static readonly Entry Leader = Of("leader", 5m, "李组长", "带新人");
    private static readonly Entry[] Three = [Of("peer", 4m, "bob", "甲：肯帮忙"), Of("peer", 3m, "cat", "乙：常请教"), Of("peer", 2m, "dan")];

    [Fact]
    public void Three_peers_are_one_mean_with_their_comments_in_no_order_of_theirs()
    {
        var tree = Explain(0, 3, [Leader, .. Three]);
        // 0.6 × (4 + 3 + 2) ÷ 3 + 0.4 × 5 = 3.8
        Assert.Equal((3.8m, 3.8m), (tree.Value, tree.Recompute()));
        var peers = tree.Inputs.Single(i => i.Id == "peer");
        Assert.Equal((3m, 0), (peers.Value, peers.Inputs.Count));
        // bob stands before cat among the entries, and behind her here: the words decide.
        Assert.Equal("3 份的平均；评语：乙：常请教；甲：肯帮忙", peers.Note!.Value.Zh);
        Assert.Equal(3m, Assert.Single(peers.Evidence).Value);
        Assert.Equal("带新人", All(tree).Single(t => t.Inputs.Count == 0 && t.Label.En == "leader").Note!.Value.Zh);
    }

    [Fact]
    public void Who_the_peers_are_changes_nothing_that_is_told()
    {
        var others = Explain(0, 3, [Leader, .. Three.Select((e, i) => e with { By = "xyz"[i].ToString() })]);
        Assert.Equal(All(Explain(0, 3, [Leader, .. Three])).SelectMany(t => t.Evidence).Select(e => e.Id), All(others).SelectMany(t => t.Evidence).Select(e => e.Id));
    }

    [Fact]
    public void Under_the_threshold_only_what_all_kinds_together_come_to_is_told()
    {
        var tree = Explain(0, 3, [Leader, .. Three.Take(2)]);
        // 0.6 × (4 + 3) ÷ 2 + 0.4 × 5 = 4.1; beside the leader's 5 the mean of 3.5 could be worked out.
        Assert.Equal((4.1m, 4.1m, 0), (tree.Value, tree.Recompute(), tree.Inputs.Count));
        Assert.Equal("同事 2 份，少于 3 份，为匿名不分列；评语：带新人", tree.Note!.Value.Zh);
        Assert.NotEmpty(Explain(0, 2, [Leader, .. Three.Take(2)]).Inputs);
    }

    [Fact]
    public void Peers_that_are_too_few_to_count_hide_nobody_else() =>
        Assert.Equal(5m, Explain(3, 3, [Leader, .. Three.Take(2)]).Inputs.Single(i => i.Id == "leader").Value);

    [Fact]
    public void A_mark_off_the_scale_is_told_without_its_number()
    {
        var (_, _, notes) = RaterMean.Of(new("teamwork", new("团队协作", "Teamwork"), 5m, new FromRaters([new("peer", 100m)], MissingRater.Redistribute), new OnScale(0m, 5m, []), MissingRule.Redistribute),
            new([new("peer", 100m)], MissingRater.Redistribute), new(0m, 5m, []), [Of("peer", 7m, "bob")]);
        Assert.DoesNotContain(notes, n => n.Zh.Contains('7', StringComparison.Ordinal));
    }
}
