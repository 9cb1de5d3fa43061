using Heng.App.Features.AgentMonth;
using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class PersonQueryTests(QueryShop shop)
{
    private Task<Seen<AgentMonthView>> Month(Viewer viewer, string agent) => new AgentMonthQuery(shop.Books, QueryShop.By(viewer)).For(QueryShop.October, agent, QueryShop.Request);
    private Task<Seen<PayslipView>> Pay(Viewer viewer, string agent) => new PayslipQuery(shop.Books, QueryShop.By(viewer)).For(QueryShop.October, agent, QueryShop.Request);
    private async Task<PeopleView> People(Viewer viewer, string? search = null) => (await new PeopleQuery(shop.Database, QueryShop.By(viewer)).For(search, null, QueryShop.Request)).View!;

    [Fact]
    public async Task Each_role_opens_the_months_and_payslips_it_may()
    {
        Assert.Equal(200, (await Month(shop.AsAgent, shop.Agent)).Status);
        Assert.Equal(403, (await Month(shop.AsAgent, shop.Colleague)).Status);
        Assert.Equal(403, (await Month(shop.AsAgent, "无此人")).Status);
        Assert.Equal(404, (await Month(shop.Manager, "无此人")).Status);
        Assert.Equal(200, (await Month(shop.AsLeader, shop.Agent)).Status);
        Assert.Equal(403, (await Month(shop.AsLeader, shop.Stranger)).Status);
        Assert.Equal(200, (await Pay(shop.AsAgent, shop.Agent)).Status);
        Assert.Equal(403, (await Pay(shop.AsAgent, shop.Colleague)).Status);
        Assert.Equal(403, (await Pay(shop.AsLeader, shop.Agent)).Status);
        Assert.Equal(403, (await Pay(shop.Quality, shop.Agent)).Status);
        Assert.Equal(200, (await Pay(shop.Manager, shop.Agent)).Status);
        Assert.Equal(404, (await Pay(shop.Manager, "无此人")).Status);
    }

    [Fact]
    public async Task The_payslip_is_offered_only_to_who_may_open_it()
    {
        Assert.True((await Month(shop.AsAgent, shop.Agent)).View!.PayVisible);
        Assert.False((await Month(shop.AsLeader, shop.Agent)).View!.PayVisible);
        Assert.False((await Month(shop.Quality, shop.Agent)).View!.PayVisible);
        Assert.False((await Month(shop.Manager, shop.Leader)).View!.PayVisible); // no scheme pays a leader here
    }

    [Fact]
    public async Task A_card_adds_up_and_an_item_without_a_source_says_where_its_weight_went()
    {
        var card = (await Month(shop.Manager, shop.Agent)).View!.Card!;
        Assert.Equal(100m, card.Items.Sum(i => i.Full));
        var absent = Assert.Single(card.Items, i => i.Id == "resolution-rate");
        Assert.Null(absent.Points.Value);
        Assert.Equal(ItemState.Redistributed, absent.State);
        Assert.NotNull(absent.Note);
        // Σ points × total weight ÷ Σ weights with points, rounded once.
        var present = card.Items.Where(i => i.Points.Value is not null).ToArray();
        Assert.Equal(Math.Round(present.Sum(i => i.Points.Value!.Value) * 100m / present.Sum(i => i.Full), 2, MidpointRounding.AwayFromZero), card.Score.Value);
        // What stands beside the points adds up to the score to the hundredth, and the item's own explanation says the same.
        Assert.All(present, i => Assert.NotNull(i.Share));
        Assert.Equal(card.Score.Value, present.Sum(i => i.Share!.Points));
        var team = present.First(i => i.Id == "teamwork");
        var lookup = new ExplainLookup(shop.Books.Of(QueryShop.October).Book, shop.Manager).Find(shop.Agent, null, "teamwork", null);
        Assert.Contains($"计入 {Show.Trimmed(team.Share!.Points)}（{Show.Trimmed(team.Points.Value)} × 100 ÷ {Show.Trimmed(present.Sum(i => i.Full))}", lookup.Explained!.Note!.Value.Zh, StringComparison.Ordinal);
        Assert.Equal("≤ 30 秒", card.Items.First(i => i.Id == "average-response").Target!.Value.Zh);
        Assert.Null(card.Items.First(i => i.Id == "teamwork").Reading);
    }

    [Fact]
    public async Task A_persons_metrics_are_their_facts_added_up()
    {
        var view = (await Month(shop.Manager, shop.Agent)).View!;
        var facts = shop.Books.Of(QueryShop.October).Book.Facts;
        var person = facts.Roster.Find(shop.Agent)!.Id;
        var all = view.Metrics.SelectMany(g => g.Figures).ToDictionary(f => f.Id, f => f.Figure);
        foreach (var id in new[] { "consulted", "average-response", "satisfaction", "sales", "inquiry-paid-final" })
            Assert.Equal(all[id].Value, facts.Explain(id, person).Recompute());
        Assert.Equal(all["consulted"].Value, view.Chart.Series[0].Values.Sum());
        Assert.Equal(view.Stats[0].Figure.Value, all["consulted"].Value);
        Assert.DoesNotContain(all.Keys, id => id.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_payslip_says_how_each_line_came_about_and_adds_up()
    {
        var slip = (await Pay(shop.Manager, shop.Agent)).View!;
        Assert.False(slip.Closed);
        Assert.Equal(slip.Net, slip.Lines.Sum(l => l.Amount));
        var basePay = slip.Lines.First(l => l.Id == "base").Formula;
        Assert.Matches(@"^底薪 [\d,]+\.00 × 计薪天数 [\d.]+ ÷ 应出勤天数 \d+$", basePay.Zh);
        Assert.Contains("绩效系数", slip.Lines.First(l => l.Id == "performance").Formula.Zh, StringComparison.Ordinal);
        var support = shop.Demo.People.First(p => p.Position == "after-sales").Name;
        Assert.Contains((await Pay(shop.Manager, support)).View!.Lines, l => l.Formula.Zh.Contains("平衡点", StringComparison.Ordinal) && l.Formula.Zh.Contains("步数", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_address_of_a_payslip_line_and_of_an_item_finds_its_explanation()
    {
        var (slip, view) = ((await Pay(shop.Manager, shop.Agent)).View!, (await Month(shop.Manager, shop.Agent)).View!);
        var lookup = new ExplainLookup(shop.Books.Of(QueryShop.October).Book, shop.Manager);
        foreach (var line in slip.Lines) Assert.Equal(line.Amount, lookup.Find(shop.Agent, null, null, line.Id).Explained!.Value);
        foreach (var item in view.Card!.Items) Assert.Equal(item.Points.Value, lookup.Find(shop.Agent, null, item.Id, null).Explained!.Value);
        foreach (var metric in view.Metrics.SelectMany(g => g.Figures)) Assert.Equal(Links.ExplainMetric(QueryShop.October, shop.Agent, metric.Id), metric.Figure.ExplainHref);
    }

    [Fact]
    public async Task The_list_of_people_keeps_to_the_viewers_rights()
    {
        var all = await People(shop.Manager);
        Assert.True(all.PayVisible);
        Assert.All(all.Rows, r => Assert.NotNull(r.BasePay));
        Assert.Equal(QueryShop.October, all.Month);
        var quality = await People(shop.Quality);
        Assert.False(quality.PayVisible);
        Assert.All(quality.Rows, r => Assert.Null(r.BasePay));
        var leader = await People(shop.AsLeader);
        Assert.All(leader.Rows, r => Assert.Equal("售前一组", r.Group));
        Assert.All(leader.Rows, r => Assert.Null(r.BasePay));
        Assert.Empty(leader.UnboundAccounts);
        Assert.Equal(shop.Agent, Assert.Single((await People(shop.AsAgent)).Rows).Name);
        var account = all.Rows.First(r => r.Name == shop.Agent).Accounts[0];
        Assert.Contains((await People(shop.Manager, account)).Rows, r => r.Name == shop.Agent);
    }

    [Fact]
    public async Task A_metric_without_a_covered_day_is_missing_and_not_zero()
    {
        var view = (await new AgentMonthQuery(shop.Books, QueryShop.By(shop.Manager)).For(QueryShop.October.Plus(1), shop.Agent, QueryShop.Request)).View!;
        Assert.All(view.Metrics.SelectMany(g => g.Figures), f => Assert.Equal((null, ValueState.Missing), (f.Figure.Value, f.Figure.State)));
        Assert.Empty(view.Chart.Days);
        Assert.All(view.Stats.SelectMany(s => s.Trend), v => Assert.Null(v));
    }
}
