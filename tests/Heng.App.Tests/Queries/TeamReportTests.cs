using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.TeamReports;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class TeamReportTests(QueryShop shop)
{
    private async Task<Seen<TeamReportView>> Report(Viewer viewer, CorrectionAsk? ask = null, Month? month = null) =>
        await new TeamReportQuery(shop.Books, QueryShop.By(viewer), TimeProvider.System).For(month ?? QueryShop.October, ask, QueryShop.Request);

    [Fact]
    public async Task A_leader_sees_the_own_group_alone_and_an_agent_none()
    {
        Assert.Equal(403, (await Report(shop.AsAgent)).Status);
        var own = (await Report(shop.AsLeader)).View!;
        Assert.Equal(["售前一组"], own.Groups);
        Assert.False(own.WholeShop);
        Assert.All(own.Metrics, r => Assert.Null(r.Shop));
        Assert.All(own.Weeks, w => Assert.Equal("售前一组", w.Group));
        Assert.All(own.Moves, m => Assert.Equal("售前一组", m.Group));
        var all = (await Report(shop.Quality)).View!;
        Assert.True(all.WholeShop && all.Groups.Count > 1 && !all.MayCorrect);
    }

    [Fact]
    public async Task Groups_add_up_to_the_shop_where_everybody_is_in_one()
    {
        var view = (await Report(shop.Manager)).View!;
        var received = view.Metrics.First(r => r.Name.En == shop.Books.Of(QueryShop.October).Book.Facts.Metrics.Find("received")!.Name.En);
        var unbound = shop.Books.Of(QueryShop.October).Book.Facts.Days.Where(d => d.Agent == AgentDay.Unbound).Sum(d => d.Measures[Primitive.Received]);
        Assert.Equal(received.Shop!.Value, received.Groups.Sum(f => f.Value) + unbound);
        foreach (var plan in view.Plans)
        {
            Assert.Equal(plan.Scored, plan.Bands.Sum(b => b.People));
            Assert.Equal(plan.Scored + plan.Unscored, plan.Grades.Sum(g => g.People) + plan.Unscored);
        }
    }

    [Fact]
    public async Task The_weeks_hold_every_buyer_of_the_month_once()
    {
        var facts = shop.Books.Of(QueryShop.October).Book.Facts;
        var view = (await Report(shop.Manager)).View!;
        Assert.NotEmpty(view.Weeks);
        foreach (var line in view.Weeks.GroupBy(w => (w.Group, w.Position)))
        {
            var whole = facts.Days.Where(d => d.Agent > 0 && facts.Roster.On(d.Agent, d.Day) is { } on && (on.Group, on.Position) == line.Key && line.Any(w => w.From <= d.Day && d.Day <= w.To)).Sum(d => d.Measures[Primitive.Consulted]);
            Assert.Equal(whole, line.Sum(w => w.Allocation.Shares.Sum(s => s.Buyers)));
        }
        Assert.All(view.Weeks, w => Assert.Equal((decimal)w.Allocation.Shares.Sum(s => s.Buyers), Math.Round(w.Allocation.Shares.Sum(s => s.Due), 6)));
        // 1 October 2026 is a Thursday of week 40.
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 4)), (view.Weeks.First(w => w.Id == "2026-W40").From, view.Weeks.First(w => w.Id == "2026-W40").To));
    }

    [Fact]
    public async Task What_moved_is_the_score_of_both_months_the_largest_first()
    {
        var view = (await Report(shop.Manager)).View!;
        var (now, then) = (shop.Books.Of(QueryShop.October), shop.Books.Of(QueryShop.September));
        Assert.NotEmpty(view.Moves);
        Assert.All(view.Moves, m => Assert.Equal((then.Find(m.Agent)!.SealedCard!.Score, now.Find(m.Agent)!.Live!.Card!.Score), ((decimal?)m.Before, (decimal?)m.After)));
        Assert.Equal(view.Moves.Select(m => Math.Abs(m.Moved)).OrderDescending(), view.Moves.Select(m => Math.Abs(m.Moved)));
    }

    [Fact]
    public async Task A_correction_is_noted_once_in_the_chain_and_each_wrong_one_is_refused_by_name()
    {
        var week = (await Report(shop.AsLeader)).View!.Weeks[0];
        CorrectionRefusal? Refused(Viewer viewer, string id, string group, string what) => Report(viewer, new(id, group, what)).Result.View!.Refused;
        Assert.Equal(CorrectionRefusal.RoleMayNot, Refused(shop.Quality, week.Id, week.Group, "x"));
        Assert.Equal(CorrectionRefusal.WeekUnknown, Refused(shop.AsLeader, week.Id, "售前二组", "x"));
        Assert.Equal(CorrectionRefusal.WeekUnknown, Refused(shop.AsLeader, "2099-W01", week.Group, "x"));
        Assert.Equal(CorrectionRefusal.NeedsReason, Refused(shop.AsLeader, week.Id, week.Group, "  "));
        Assert.Equal(CorrectionRefusal.ReasonTooLong, Refused(shop.AsLeader, week.Id, week.Group, new string('改', 501)));
        Assert.Empty(shop.Database.Decisions.About($"allocation/{week.Id}/{week.Group}"));
        Assert.Null(Refused(shop.AsLeader, week.Id, week.Group, new string('改', 500)));
        Assert.Null(Refused(shop.AsLeader, week.Id, week.Group, new string('改', 500)));
        Assert.Single(shop.Database.Decisions.About($"allocation/{week.Id}/{week.Group}"));
        Assert.Null(shop.Database.Decisions.FirstBroken());
        Assert.Equal("leader", Assert.Single((await Report(shop.Manager)).View!.Weeks.First(w => w.Id == week.Id && w.Group == week.Group && w.Position == week.Position).Corrections).Who);
    }

    [Fact]
    public async Task A_month_without_data_has_no_weeks_and_no_moves()
    {
        var view = (await Report(shop.Manager, month: new Month(2099, 1))).View!;
        Assert.Empty(view.Weeks);
        Assert.Empty(view.Moves);
    }
}
