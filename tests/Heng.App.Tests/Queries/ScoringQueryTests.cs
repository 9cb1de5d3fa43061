using Dapper;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.ScoringPages;
using Heng.Engine.Appraisal;

namespace Heng.App.Tests.Queries;

/// <summary>Points given by hand: service attitude (0–15, self 20, leader 80) and teamwork (0–8) by the leader, discipline and training by HR.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class ScoringQueryTests(QueryShop shop)
{
    [Fact]
    public void A_leader_scores_the_group_item_by_item_and_the_card_counts_it()
    {
        using var scored = new ScoredShop(shop);
        var first = scored.Look(shop.AsLeader);
        Assert.Equal((false, "service-attitude", 0), (first.ByPerson, first.Step!.Id, first.Filled));
        Assert.Contains(first.Rows, r => r.About == shop.Agent);
        Assert.DoesNotContain(first.Rows, r => r.About == shop.Stranger || r.About == shop.Leader);
        Assert.Equal(first.Steps.Sum(s => s.All), first.Cells);
        // Evidence with the pages that explain it, and nothing of pay.
        Assert.Contains(first.Rows.First(r => r.About == shop.Agent).Evidence, e => e.Belongs && e.Href!.Contains("metric=", StringComparison.Ordinal));
        var after = scored.Look(shop.AsLeader, "service-attitude", form: ScoredShop.Typed(first, ScoringAct.Next, "12.5"));
        Assert.Null(after.Refused);
        Assert.Equal((first.Rows.Count, "teamwork"), (after.Filled, after.Next!.Id));
        Assert.Empty(scored.Later.Database.Entries.Of(QueryShop.October));
        var refused = scored.Look(shop.AsLeader, "teamwork", form: ScoredShop.Typed(scored.Look(shop.AsLeader, "teamwork"), ScoringAct.SubmitPerson, ""));
        Assert.Equal("nothing-to-score", refused.Refused!.Name); // no person is named where it goes item by item
        Assert.Equal("points-missing", scored.Look(shop.AsLeader, "teamwork", form: ScoredShop.Typed(scored.Look(shop.AsLeader, "teamwork"), ScoringAct.Submit, "")).Refused!.Name);
        var done = scored.Look(shop.AsLeader, "teamwork", form: ScoredShop.Typed(scored.Look(shop.AsLeader, "teamwork"), ScoringAct.Submit, "6"));
        Assert.Null(done.Refused);
        Assert.True(done.AllGiven);
        var entry = scored.Later.Database.Entries.Of(QueryShop.October).Single(e => e.Agent == shop.Agent && e.Item == "service-attitude");
        Assert.Equal(("leader", 12.5m, null, shop.Leader), (entry.Rater, entry.Points, entry.Comment, entry.By));
        Assert.DoesNotContain(scored.Appraisal(shop.AsLeader, null).Waiting, w => w.Doer.En == shop.Leader);
        // The leader alone rated it: 12.5 of 15.
        Assert.Equal(12.5m, scored.Later.Books.Of(QueryShop.October).Book.CardOf(shop.Agent)!.Items.Single(i => i.Item == "service-attitude").Points);
        Assert.Equal("leader", scored.Stage); // HR has not scored yet
    }

    [Fact]
    public void With_the_last_points_the_stage_is_over_and_what_was_typed_after_it_is_kept()
    {
        using var scored = new ScoredShop(shop);
        var late = scored.Look(shop.AsLeader);
        Assert.Null(scored.HandIn(shop.AsLeader, "5").Refused);
        Assert.Null(scored.HandIn(ScoredShop.Hr, "5").Refused);
        while (scored.Stage == "leader") Assert.Null(scored.Appraisal(ScoredShop.Hr, new(AppraisalAct.End) { Why = "别组组长出差" }).Refused);
        var over = scored.Look(shop.AsLeader, form: ScoredShop.Typed(late, ScoringAct.Submit, "7"));
        Assert.Equal(("stage-over", false), (over.Refused!.Name, over.Open));
        Assert.All(over.Rows, r => Assert.Equal("7", r.Typed.Points == "" ? r.Beside!.What.Points : r.Typed.Points));
        Assert.All(scored.Later.Database.Entries.Of(QueryShop.October), e => Assert.Equal(5m, e.Points));
    }

    [Theory]
    [InlineData("13.5", "", "comment-missing")]
    [InlineData("13.25", "", "points-off-step")]
    [InlineData("15.5", "很好", "points-out-of-range")]
    [InlineData("十三", "很好", "points-unreadable")]
    public void A_mark_that_can_not_be_handed_in_keeps_everything_that_was_typed(string points, string comment, string refusal)
    {
        using var scored = new ScoredShop(shop);
        var attitude = scored.Look(shop.AsLeader, "service-attitude");
        scored.Look(shop.AsLeader, "teamwork", form: ScoredShop.Typed(scored.Look(shop.AsLeader, "teamwork"), ScoringAct.Save, "6"));
        var refused = scored.Look(shop.AsLeader, "service-attitude", form: ScoredShop.Typed(attitude, ScoringAct.Submit, points, comment));
        Assert.Equal(refusal, refused.Refused!.Name);
        Assert.All(refused.Rows, r => Assert.Equal((points, comment, refusal), (r.Typed.Points, r.Typed.Comment, Json.Kebab(r.Fault!.Value))));
        Assert.Empty(scored.Later.Database.Entries.Of(QueryShop.October));
        // Another device finds it as it was typed.
        Assert.All(scored.Look(shop.AsLeader, "service-attitude").Rows, r => Assert.Equal((points, comment), (r.Typed.Points, r.Typed.Comment)));
    }

    [Fact]
    public void Of_two_devices_the_second_sees_both_and_chooses()
    {
        using var scored = new ScoredShop(shop);
        var (desk, phone) = (scored.Look(shop.AsLeader), scored.Look(shop.AsLeader));
        Assert.Null(scored.Look(shop.AsLeader, form: ScoredShop.Typed(desk, ScoringAct.Save, "12")).Refused);
        var both = scored.Look(shop.AsLeader, form: ScoredShop.Typed(phone, ScoringAct.Save, "9", "投诉"));
        Assert.Equal(both.Rows.Count, both.Conflicts);
        Assert.All(both.Rows, r => Assert.Equal(("12", "9"), (r.Standing!.What.Points, r.Beside!.What.Points)));
        Assert.Equal("changed-meanwhile", scored.Look(shop.AsLeader, form: ScoredShop.Typed(both, ScoringAct.Submit, "9", "投诉")).Refused!.Name);
        for (var left = both; left.Conflicts > 0; left = scored.Look(shop.AsLeader))
        {
            var row = left.Rows.First(r => r.Beside is not null);
            Assert.Null(scored.Look(shop.AsLeader, form: new(ScoringAct.Choose, left.From, [.. left.Rows.Select(r => new CellForm(r.Key, r.Typed.Points, r.Typed.Comment, r.Seen))]) { Chosen = (row.Key, row.About == shop.Agent ? DraftChoice.Beside : DraftChoice.Standing) }).Refused);
        }
        Assert.All(scored.Look(shop.AsLeader, desk.Step!.Id).Rows, r => Assert.Equal(r.About == shop.Agent ? "9" : "12", r.Typed.Points));
    }

    [Fact]
    public void A_correction_is_a_later_version_of_the_same_entry_whoever_makes_it()
    {
        using var scored = new ScoredShop(shop);
        scored.HandIn(ScoredShop.Hr, "5");
        // At once, in the same second, and by another of the office.
        var again = scored.HandIn(new("hr-2", App.Features.People.Role.Hr, null, null), "6");
        Assert.Null(again.Refused);
        var entries = scored.Later.Database.Entries.Of(QueryShop.October);
        Assert.Equal(again.Cells, entries.Count);
        Assert.All(entries, e => Assert.Equal((6m, "hr"), (e.Points, e.By)));
        scored.HandIn(ScoredShop.Hr, "5.5");
        Assert.All(scored.Later.Database.Entries.Of(QueryShop.October), e => Assert.Equal(5.5m, e.Points));
    }

    [Fact]
    public void A_delegate_scores_instead_and_the_leader_no_more()
    {
        using var scored = new ScoredShop(shop);
        Assert.Null(scored.Appraisal(shop.AsLeader, new(AppraisalAct.Delegate) { About = shop.Agent, To = shop.Stranger, Why = "休假" }).Refused);
        Assert.DoesNotContain(scored.Look(shop.AsLeader).Rows, r => r.About == shop.Agent);
        App.Features.People.Viewer stranger = new("other", App.Features.People.Role.Agent, shop.Stranger, "售前二组");
        var given = scored.Look(stranger);
        Assert.Equal([shop.Agent], given.Rows.Select(r => r.About).Distinct());
        // Somebody of another group sees no evidence that they may not see.
        Assert.All(given.Rows, r => Assert.Empty(r.Evidence));
        Assert.Null(scored.HandIn(stranger, "7").Refused);
        Assert.Contains(scored.Later.Database.Entries.Of(QueryShop.October), e => e.Agent == shop.Agent && e.By == shop.Stranger && e.Rater == "leader");
    }

    [Fact]
    public void Nobody_scores_their_own_card_in_an_office()
    {
        using var scored = new ScoredShop(shop);
        var rows = scored.Look(new("hr", App.Features.People.Role.Hr, shop.Agent, "售前一组")).Rows;
        Assert.Contains(rows, r => r.About == shop.Colleague);
        Assert.DoesNotContain(rows, r => r.About == shop.Agent);
    }

    [Fact]
    public void A_cell_that_is_not_ones_own_is_refused_and_nothing_of_it_is_kept()
    {
        using var scored = new ScoredShop(shop);
        var leaders = scored.Look(shop.AsLeader);
        var own = scored.Look(ScoredShop.Hr);
        var mixed = new ScoringForm(ScoringAct.Save, "x", [.. ScoredShop.Typed(own, ScoringAct.Save, "5").Cells, new(leaders.Rows[0].Key, "1", "坏", 0)]);
        Assert.Equal("not-yours", scored.Look(ScoredShop.Hr, form: mixed).Refused!.Name);
        Assert.Equal("", scored.Look(shop.AsLeader).Rows[0].Typed.Points);
        Assert.Equal("5", scored.Look(ScoredShop.Hr, own.Step!.Id).Rows[0].Typed.Points);
        Assert.Null(scored.Look(shop.Quality).Step);
        Assert.Equal("nothing-to-score", scored.Look(shop.Quality, form: mixed).Refused!.Name);
    }

    [Fact]
    public void A_comment_without_end_is_told_of_and_stands_in_the_form()
    {
        using var scored = new ScoredShop(shop);
        var essay = new string('好', 100_000);
        var refused = scored.Look(shop.AsLeader, form: ScoredShop.Typed(scored.Look(shop.AsLeader), ScoringAct.Save, "12", essay));
        Assert.Equal("comment-too-long", refused.Refused!.Name);
        Assert.All(refused.Rows, r => Assert.Equal(essay, r.Typed.Comment));
        var half = scored.Look(shop.AsLeader, form: ScoredShop.Typed(scored.Look(shop.AsLeader), ScoringAct.Save, "12", essay[..501]));
        Assert.Null(half.Refused);
        Assert.All(half.Rows, r => Assert.Equal(PointFault.CommentTooLong, r.Fault));
    }

    [Fact]
    public void Reopened_parts_are_done_again_by_handing_in_what_stands()
    {
        using var scored = new ScoredShop(shop);
        scored.HandIn(shop.AsLeader, "5");
        Assert.Null(scored.Appraisal(ScoredShop.Hr, new(AppraisalAct.Reopen) { Stage = "leader", About = shop.Agent, Why = "再看一遍" }).Refused);
        Assert.False(scored.Look(shop.AsLeader).AllGiven);
        Assert.Null(scored.HandIn(shop.AsLeader, "5").Refused);
        Assert.True(scored.Look(shop.AsLeader).AllGiven);
    }

    [Fact]
    public void An_import_at_work_is_waited_for_and_the_draft_stays()
    {
        using var scored = new ScoredShop(shop);
        using (new FileStream(Path.Combine(scored.Later.Folder, "import.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal("busy", scored.HandIn(shop.AsLeader, "5").Refused!.Name);
        Assert.Equal(scored.Look(shop.AsLeader).Cells, scored.Look(shop.AsLeader).Filled);
        using var connection = scored.Later.Database.Connect();
        Assert.Equal(0L, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM entry"));
    }
}
