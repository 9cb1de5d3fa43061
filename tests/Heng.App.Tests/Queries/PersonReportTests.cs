using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.PersonReports;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class PersonReportTests(QueryShop shop)
{
    private Task<Seen<PersonReportView>> Report(Viewer viewer, string agent, Month? month = null) => new PersonReportQuery(shop.Books, QueryShop.By(viewer)).For(month ?? QueryShop.October, agent, QueryShop.Request);

    [Fact]
    public async Task Each_role_opens_the_reports_it_may_and_sees_yuan_only_where_it_sees_pay()
    {
        Assert.Equal(404, (await Report(shop.AsAgent, shop.Colleague)).Status);
        Assert.Equal(404, (await Report(shop.AsAgent, "无此人")).Status);
        Assert.Equal(404, (await Report(shop.Manager, "无此人")).Status);
        Assert.Equal(404, (await Report(shop.AsLeader, shop.Stranger)).Status);
        Assert.True((await Report(shop.AsAgent, shop.Agent)).View!.PayVisible);
        Assert.True((await Report(shop.Manager, shop.Agent)).View!.PayVisible);
        foreach (var viewer in new[] { shop.AsLeader, shop.Quality })
        {
            var view = (await Report(viewer, shop.Agent)).View!;
            Assert.False(view.PayVisible);
            Assert.All(view.Gains, g => Assert.Null(g.Pay));
            Assert.DoesNotContain("CNY", string.Join(',', PersonReportExport.Of(view, Language.En).Columns), StringComparison.Ordinal);
        }
        Assert.Contains("Gain (CNY)", PersonReportExport.Of((await Report(shop.Manager, shop.Agent)).View!, Language.En).Columns);
    }

    [Fact]
    public async Task The_past_is_the_sealed_one_and_the_group_is_those_on_the_same_plan()
    {
        var view = (await Report(shop.Manager, shop.Agent)).View!;
        var (october, september) = (shop.Books.Of(QueryShop.October), shop.Books.Of(QueryShop.September));
        var was = september.Find(shop.Agent)!.SealedCard!;
        Assert.Equal(was.Score, view.Score.Three);
        Assert.Null(view.Score.Twelve); // one month is known, which is among the three
        Assert.Equal([was.Score, october.Find(shop.Agent)!.Live!.Card!.Score], view.Trend.Select(m => m.Score));
        var speed = Assert.Single(view.Items, i => i.Id == "average-response");
        Assert.Equal(was.Items.First(i => i.Item == "average-response").Value, speed.Three);
        var group = october.People.Where(p => p.Group == "售前一组" && p.Live?.Card?.Plan == october.Find(shop.Agent)!.Live!.Card!.Plan).Select(p => p.Live!.Card!.Score).OfType<decimal>().ToArray();
        Assert.Equal(group.Length < 3 ? null : group.Average(), view.Score.Group);
        Assert.All(view.Items.Where(i => group.Length < 3), i => Assert.Null(i.Group));
    }

    [Fact]
    public async Task What_is_worth_improving_is_a_real_step_that_brings_something_and_stands_by_what_it_brings()
    {
        foreach (var person in shop.Books.Of(QueryShop.October).People.Where(p => p.Live?.Card is not null))
        {
            var view = (await Report(shop.Manager, person.Name)).View!;
            Assert.InRange(view.Gains.Count, 0, 3);
            Assert.All(view.Gains, g =>
            {
                Assert.True(g.Pay > 0m || g.Points > 0m);
                Assert.True(g.Item.Better == Heng.Engine.Metrics.Better.Lower ? g.To < g.Item.Now.Value : g.To > g.Item.Now.Value);
            });
            Assert.Equal(view.Gains.OrderByDescending(g => g.Pay ?? 0m).ThenByDescending(g => g.Points ?? 0m).Select(g => g.Item.Id), view.Gains.Select(g => g.Item.Id));
            Assert.All(view.Strengths, s => Assert.True(s.Above > 0m && s.Item.Cases is null or >= PersonReport.LeastCases));
        }
        Assert.Contains(shop.Books.Of(QueryShop.October).People.Where(p => p.Live?.Card is not null), p => Report(shop.Manager, p.Name).Result.View!.Gains.Count > 0);
    }

    [Fact]
    public void The_chats_of_response_are_the_slowest_and_the_quickest_of_the_month()
    {
        var facts = shop.Books.Of(QueryShop.October).Book.Facts;
        var id = facts.Roster.Find(shop.Agent)!.Id;
        var found = new OwnChats(shop.Database, facts, QueryShop.October, shop.Agent, shop.Manager, Language.Zh).Of("average-response");
        // A second way to the same: every reception's seconds over its rounds.
        var all = facts.Shops.SelectMany(s => shop.Database.Facts.Receptions(s.Id, facts.From, facts.To, id)).Where(r => r.Measures[Primitive.Rounds] > 0)
            .Select(r => (Href: Links.Reception(r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), Average: (decimal)r.Measures[Primitive.RoundSeconds] / r.Measures[Primitive.Rounds])).ToArray();
        Assert.Equal(2, found.Good.Count);
        Assert.Equal(all.OrderBy(r => r.Average).Take(2).Select(r => r.Average), found.Good.Select(c => all.First(r => r.Href == c.Href).Average));
        Assert.Equal(all.OrderByDescending(r => r.Average).Take(2).Select(r => r.Average), found.Bad.Select(c => all.First(r => r.Href == c.Href).Average));
        var again = new OwnChats(shop.Database, facts, QueryShop.October, shop.Agent, shop.Manager, Language.Zh).Of("average-response");
        Assert.Equal(found.Good.Concat(found.Bad), again.Good.Concat(again.Bad));
    }

    [Fact]
    public void The_chats_of_satisfaction_are_rated_and_those_of_conversion_consulted()
    {
        var chats = new OwnChats(shop.Database, shop.Books.Of(QueryShop.October).Book.Facts, QueryShop.October, shop.Agent, shop.Manager, Language.Zh);
        foreach (var metric in new[] { "satisfaction", "consult-conversion" })
        {
            var found = chats.Of(metric);
            Assert.All(found.Good, c => Assert.Equal("算入", c.Value.Zh));
            Assert.All(found.Bad, c => Assert.Equal("未算入", c.Value.Zh));
            Assert.NotEmpty(found.Good);
        }
        Assert.Empty(chats.Of("no-such").Good);
    }

    [Fact]
    public async Task A_month_without_data_has_a_report_that_says_so()
    {
        var view = (await Report(shop.Manager, shop.Agent, new Month(2099, 1))).View;
        Assert.Null(view?.Score.Score.Value);
        var next = (await Report(shop.Manager, shop.Agent, QueryShop.October.Plus(1))).View!;
        Assert.Equal((null, ValueState.Missing), (next.Score.Score.Value, next.Score.Score.State));
        Assert.Empty(next.Gains);
    }
}
