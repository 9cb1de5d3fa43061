using Heng.App.Features.Months;
using Heng.App.Features.Overview;
using Heng.App.Features.People;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Statistics;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class OverviewQueryTests(QueryShop shop)
{
    private async Task<OverviewView> View(Viewer viewer, OverviewAsk? ask = null) =>
        (await new OverviewQuery(shop.Books, QueryShop.By(viewer)).For(ask ?? new(QueryShop.October), QueryShop.Request)).View!;

    private static StatFigure Stat(OverviewView view, string id) => view.Stats[Array.IndexOf(Headlines.Ids, id)];

    [Fact]
    public async Task The_headline_is_the_sum_of_its_days_of_the_people_and_of_the_facts()
    {
        var view = await View(shop.Manager);
        var consulted = Stat(view, "consulted").Figure.Value!.Value;
        Assert.True(consulted > 0);
        Assert.Equal(consulted, Stat(view, "consulted").Trend.Sum(v => v ?? 0));
        Assert.Equal(consulted, view.Chart.Series[0].Values.Sum(v => v ?? 0));
        var unbound = shop.Books.Of(QueryShop.October).Book.Facts.Days.Where(d => d.Agent == 0).Sum(d => d.Measures[Primitive.Consulted]);
        Assert.Equal(consulted - unbound, view.Ranking.Rows.Sum(r => r.Figures[0].Value ?? 0));
        Assert.Equal(consulted, shop.Books.Of(QueryShop.October).Book.Facts.ExplainShop("consulted").Recompute());
    }

    [Fact]
    public async Task Sales_of_the_people_and_of_what_credits_nobody_make_the_shops()
    {
        var view = await View(shop.Manager);
        var facts = shop.Books.Of(QueryShop.October).Book.Facts;
        var buckets = facts.Days.Where(d => d.Agent is AgentDay.Silent or AgentDay.Flagged or AgentDay.Late or AgentDay.Unbound).Sum(d => d.Measures[Primitive.SalesFen.Under(facts.Rules.Paying)]) / 100m;
        Assert.True(buckets > 0);
        Assert.Equal(Stat(view, "sales").Figure.Value, view.Ranking.Rows.Sum(r => r.Figures[4].Value ?? 0) + buckets);
        Assert.Equal(Stat(view, "sales").Figure.Value, Stat(view, "sales").Trend.Sum(v => v ?? 0));
    }

    [Fact]
    public async Task The_heat_map_holds_every_reception_once()
    {
        var view = await View(shop.Manager);
        var receptions = shop.Books.Of(QueryShop.October).Book.Facts.Shop.Measures[Primitive.ReceptionsAll];
        Assert.Equal(receptions, view.Hours.Days.Sum(d => d.Sum(n => n ?? 0)));
        Assert.All(view.Hours.Days.SelectMany(d => d), n => Assert.NotNull(n));
    }

    [Fact]
    public async Task A_rate_carries_its_interval_and_a_score_the_places_it_cannot_be_told_apart_from()
    {
        var view = await View(shop.Manager);
        var conversion = Array.FindIndex([.. view.Ranking.Columns], c => c.Id == "consult-conversion");
        Assert.All(view.Ranking.Rows.Select(r => r.Figures[conversion]).Where(f => f.Value is not null), f =>
        {
            Assert.Equal(Wilson.Of(f.Part!.Value, f.Whole!.Value), f.Within);
            Assert.InRange(f.Value!.Value, f.Within!.Value.Low, f.Within.Value.High);
        });
        Assert.All(view.Ranking.Rows.Select(r => r.Figures[0]), f => Assert.Null(f.Within));
        // Three days of chats make conversions of a few dozen: neighbours are not told apart.
        Assert.Contains(view.Ranking.Rows, r => r.Within is not null);
        Assert.All(view.Ranking.Rows.Where(r => r.Within is not null), r => Assert.InRange(r.Rank!.Value, r.Within!.Value.Best, r.Within.Value.Worst));
    }

    [Fact]
    public async Task A_month_nobody_imported_has_no_zeroes_at_all()
    {
        var view = await View(shop.Manager, new(new(2026, 6)));
        Assert.All(view.Stats, s => Assert.Null(s.Figure.Value));
        Assert.All(view.Stats, s => Assert.Null(s.Previous));
        Assert.All(view.Hours.Days.SelectMany(d => d), n => Assert.Null(n));
        Assert.Empty(view.Ranking.Rows);
        Assert.NotEmpty(view.Notes);
    }

    [Fact]
    public async Task The_month_before_stands_beside_and_is_its_own_headline()
    {
        var (october, september) = (await View(shop.Manager), await View(shop.Manager, new(QueryShop.September)));
        Assert.Equal(september.Stats.Select(s => s.Figure.Value), october.Stats.Select(s => s.Previous));
        Assert.All(september.Stats, s => Assert.Null(s.Previous));
        var before = september.Ranking.Rows.ToDictionary(r => r.Agent, r => r.Rank);
        Assert.Contains(october.Ranking.Rows, r => r.RankBefore is not null);
        Assert.All(october.Ranking.Rows.Where(r => r.RankBefore is not null), r => Assert.Equal(before[r.Agent], r.RankBefore));
    }

    [Fact]
    public async Task A_target_is_shown_where_the_plans_state_one_for_everybody()
    {
        var view = await View(shop.Manager);
        Assert.Equal(30m, Stat(view, "average-response").Target); // both plans ask for 30 s
        Assert.Equal(0.4m, Stat(view, "consult-conversion").Target); // only the regulation asks for it
        Assert.Null(Stat(view, "consulted").Target);
    }

    [Fact]
    public async Task A_leader_sees_the_own_group_and_no_pay()
    {
        var view = await View(shop.AsLeader);
        Assert.False(view.Ranking.PayVisible);
        Assert.All(view.Ranking.Rows, r => Assert.Null(r.NetPay));
        Assert.All(view.Ranking.Rows, r => Assert.Equal("售前一组", r.Group));
        Assert.Contains(view.Ranking.Rows, r => r.Agent == shop.Agent);
        Assert.DoesNotContain(view.Ranking.Rows, r => r.Agent == shop.Stranger);
        // Nobody moves between groups in a shop of six, so the group's headline is the sum of its rows.
        Assert.Equal(Stat(view, "consulted").Figure.Value, view.Ranking.Rows.Sum(r => r.Figures[0].Value));
        Assert.Contains("group=", Stat(view, "consulted").Figure.ExplainHref, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_sees_only_themselves()
    {
        var view = await View(shop.AsAgent);
        var row = Assert.Single(view.Ranking.Rows);
        Assert.Equal(shop.Agent, row.Agent);
        Assert.Equal(row.Figures[0].Value, Stat(view, "consulted").Figure.Value);
        Assert.Equal(["售前一组"], view.Ranking.Groups);
    }

    [Theory]
    [InlineData(Role.Qa, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Hr, true)]
    [InlineData(Role.Manager, true)]
    public async Task Pay_stands_in_the_ranking_only_for_those_who_may_see_all_of_it(Role role, bool seen)
    {
        var view = await View(new("somebody", role, null, null));
        Assert.Equal(seen, view.Ranking.PayVisible);
        Assert.Equal(seen, view.Ranking.Rows.Any(r => r.NetPay is not null));
    }

    [Fact]
    public async Task Who_is_not_somebody_sees_nothing()
    {
        Assert.Equal(403, (await new OverviewQuery(shop.Books, QueryShop.By(null)).For(new(QueryShop.October), QueryShop.Request)).Status);
        Assert.Equal(403, (await new OverviewQuery(shop.Books, QueryShop.By(new("a", Role.Agent, null, null))).For(new(QueryShop.October), QueryShop.Request)).Status);
    }

    [Fact]
    public async Task Sorting_by_pay_tells_nothing_to_who_may_not_see_it()
    {
        var (byRank, byPay) = (await View(shop.Quality), await View(shop.Quality, new(QueryShop.October, Sort: "pay")));
        Assert.Equal(byRank.Ranking.Rows.Select(r => r.Agent), byPay.Ranking.Rows.Select(r => r.Agent));
    }

    [Theory]
    [InlineData("average-response", false)]
    [InlineData("sales", true)]
    [InlineData("score", true)]
    [InlineData("pay", false)]
    public async Task Rows_are_sorted_as_asked_and_the_missing_stand_last(string sort, bool descending)
    {
        var view = await View(shop.Manager, new(QueryShop.October, Sort: sort, Descending: descending));
        var values = view.Ranking.Rows.Select(r => sort switch { "score" => r.Score.Value, "pay" => r.NetPay?.Value, _ => r.Figures[Array.IndexOf(Headlines.Ids, sort)].Value }).ToList();
        var known = values.OfType<decimal>().ToList();
        Assert.Equal(descending ? known.OrderDescending() : known.Order(), known);
        Assert.All(values.Skip(known.Count), Assert.Null);
        Assert.True(known.Count > 1);
    }

    [Fact]
    public async Task Filters_narrow_the_rows_and_a_page_beyond_the_last_is_the_last()
    {
        var group = await View(shop.Manager, new(QueryShop.October, Group: "售后组"));
        Assert.All(group.Ranking.Rows, r => Assert.Equal("售后组", r.Group));
        Assert.Equal(group.Ranking.Rows.Count, group.Ranking.Total);
        Assert.Equal(3, group.Ranking.Groups.Count(g => g.StartsWith('售')));
        Assert.Equal(shop.Agent, Assert.Single((await View(shop.Manager, new(QueryShop.October, Search: shop.Agent))).Ranking.Rows).Agent);
        var beyond = await View(shop.Manager, new(QueryShop.October, Page: 99));
        Assert.Equal(1, beyond.Ask.Page);
        Assert.NotEmpty(beyond.Ranking.Rows);
    }

    [Fact]
    public async Task A_ratio_keeps_both_halves_and_a_provisional_one_its_day()
    {
        var conversion = Stat(await View(shop.Manager), "consult-conversion").Figure;
        Assert.Equal(conversion.Value, conversion.Part / conversion.Whole);
        Assert.Equal(ValueState.Provisional, conversion.State);
        Assert.True(conversion.FinalOn > QueryShop.October.Last);
    }
}
