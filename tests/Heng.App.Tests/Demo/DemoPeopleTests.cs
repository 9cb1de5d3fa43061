using System.Globalization;
using Heng.App.Features.Demo;

namespace Heng.App.Tests.Demo;

[Collection(DemoFolderGroup.Name)]
public sealed class DemoPeopleTests(DemoFolder demo)
{
    [Fact]
    public void Three_groups_have_a_leader_each_and_every_stretch_has_accounts()
    {
        var rows = demo.Rows("people").ToList();
        // 3 leaders + 8 agents + a second row for the one who changes group.
        Assert.Equal(12, rows.Count);
        Assert.Equal(["售前一组", "售前二组", "售后组"], rows.Where(r => r["position"] == "leader").Select(r => r["group"]));
        Assert.Equal(["after-sales", "front-line", "leader"], rows.Select(r => r["position"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.All(r["accounts"].Split(';'), a => Assert.StartsWith("衡裳旗舰店:", a, StringComparison.Ordinal)));
    }

    [Fact]
    public void One_joins_in_the_middle_month_one_leaves_and_one_changes_group_without_a_gap()
    {
        var rows = demo.Rows("people").ToList();
        var leaver = Assert.Single(rows.GroupBy(r => r["name"]).Select(g => g.Last()), r => r["to"] != "");
        Assert.Equal("2026-10-12", leaver["to"]);
        var joiner = Assert.Single(rows, r => r["from"] == "2026-10-16");
        // The joiner takes the leaver's account over.
        Assert.Contains(leaver["accounts"].Split(';')[0], joiner["accounts"].Split(';'));
        var mover = Assert.Single(rows.GroupBy(r => r["name"]), g => g.Count() == 2).ToList();
        Assert.Equal(("2026-10-10", "2026-10-11"), (mover[0]["to"], mover[1]["from"]));
        Assert.NotEqual(mover[0]["group"], mover[1]["group"]);
    }

    [Fact]
    public void Two_hundred_agents_have_two_hundred_names_and_no_account_twice()
    {
        var people = DemoStaffOf(200);
        Assert.Equal(200 + 3 + 2, people.Select(p => p.Name).Distinct().Count());
        // The one account that the joiner takes over is the only one of two people.
        var accounts = people.SelectMany(p => p.Accounts).ToList();
        Assert.Equal(accounts.Count - 1, accounts.Distinct().Count());
    }

    [Fact]
    public void Ratings_answer_chats_that_were_held_and_about_a_third_of_the_invited_answer()
    {
        var chats = demo.Rows("messages").Where(r => r["from"] == "agent").Select(r => (r["account"], r["buyer"])).ToHashSet();
        var ratings = demo.Rows("ratings").ToList();
        Assert.DoesNotContain(ratings, r => !chats.Contains((r["account"], r["buyer"])));
        Assert.DoesNotContain(ratings, r => r["rated_at"] == "" != (r["level"] == ""));
        Assert.InRange(ratings.Count(r => r["level"] != "") * 100 / ratings.Count, 30, 40);
    }

    [Fact]
    public void Reviews_name_orders_of_the_lists()
    {
        var orders = demo.Rows("orders").Select(r => r["订单编号"].Trim('=', '"')).ToHashSet();
        var reviews = demo.Rows("reviews").ToList();
        Assert.DoesNotContain(reviews, r => !orders.Contains(r["order"]));
        Assert.Equal(["bad", "good", "neutral"], reviews.Select(r => r["level"]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(reviews.Count(r => r["agent"] != "") * 100 / reviews.Count, 0, 8);
    }

    [Fact]
    public void One_agent_has_no_attendance_and_nobody_is_paid_more_days_than_are_due()
    {
        var rows = demo.Rows("attendance").ToList();
        Assert.All(rows, r => Assert.InRange(Number(r["paid_days"]), 1m, Number(r["due_days"])));
        Assert.Single(demo.Rows("people").Select(r => r["name"]).Distinct().Except(rows.Select(r => r["agent"])));
    }

    [Fact]
    public void One_adjustment_waits_for_approval_and_nobody_approved_their_own()
    {
        var rows = demo.Rows("adjustments").ToList();
        Assert.Single(rows, r => r["approved_by"] == "");
        Assert.All(rows, r => Assert.NotEqual(r["entered_by"], r["approved_by"]));
    }

    [Fact]
    public void Entries_keep_to_their_items_raters_and_scales()
    {
        var entries = demo.Rows("entries").ToList();
        Assert.Equal(entries.Count, entries.Select(e => (e["month"], e["agent"], e["item"], e["rater"], e["by"])).Distinct().Count());
        Assert.Equal(["hr", "leader", "manager", "self"], entries.Select(e => e["rater"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(entries.Where(e => e["item"] == "service-attitude"), e => Assert.InRange(Number(e["points"]), 0m, 15m));
        Assert.All(entries.Where(e => e["item"] == "leader-rating"), e => Assert.InRange(Number(e["points"]), 0m, 5m));
        Assert.All(entries, e => Assert.Equal(e["rater"] == "self", e["agent"] == e["by"]));
    }

    [Fact]
    public void Each_role_has_somebody_to_sign_in_and_the_leaver_no_longer_can()
    {
        var accounts = DemoAccounts.For(demo.Summary);
        Assert.Equal(["admin", "manager", "hr", "leader1", "leader2", "leader3", "agent01"], accounts.Take(7).Select(a => a.Name));
        Assert.Equal(7, accounts.Count(a => a.Role == "agent"));
        Assert.Equal(accounts.Count, accounts.Select(a => a.Name).Distinct().Count());
        Assert.Equal("售后组", accounts.Single(a => a.Name == "leader3").Group);
        Assert.Null(accounts[0].Person);
    }

    private static IReadOnlyList<DemoPerson> DemoStaffOf(int agents) => DemoFiles.People(new DemoOptions(DemoFolder.Until, agents));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
