using System.Globalization;
using Heng.App.Features.Explain;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.Queries;

/// <summary>A number, its days and its facts say the same sum; a day opened says that day's.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class ExplainQueryTests(DrilledShop shop)
{
    public static TheoryData<string> Additive => ["consulted", "average-response", "within-30s", "sales", "average-order-value", "inquiry-paid-final", "invite-rate", "satisfaction", "rounds", "share-of-shop"];

    private MetricValue Reading(string agent, string metric) =>
        shop.Facts.Read(shop.Facts.Metrics.Find(metric)!, shop.Facts.TotalsOf(shop.Facts.Roster.Find(agent)!.Id));

    [Theory, MemberData(nameof(Additive))]
    public async Task The_facts_add_up_to_the_part_and_the_days_do_too(string metric)
    {
        var view = (await shop.Explain(Manager, shop.Ann.Name, metric))!;
        var reading = Reading(shop.Ann.Name, metric);
        var part = reading.Part ?? reading.Value;
        Assert.NotNull(part);
        Assert.NotEqual(0m, part);
        Assert.Equal(reading.Value, view.Tree.Value);
        Assert.Equal(part, view.FactSum);
        Assert.Equal(part, view.Days.Sum(d => d.Part ?? d.Value));
        Assert.Equal(reading.Whole, view.Days.All(d => d.Whole is null) ? null : metric == "share-of-shop" ? reading.Whole : view.Days.Sum(d => d.Whole));
        var facts = await shop.AllFacts(Manager, view);
        Assert.Equal(view.FactCount, facts.Count);
        Assert.Equal(part, facts.Sum(f => f.Value));
        Assert.Equal(view.FactCount, view.Days.Sum(d => d.Facts));
        Assert.Equal(facts.Count, facts.Select(f => (f.Kind, f.Id, f.Day)).Distinct().Count());
    }

    [Theory, MemberData(nameof(Additive))]
    public async Task A_day_opened_says_that_days_number_and_its_facts(string metric)
    {
        var month = (await shop.Explain(Manager, shop.Ann.Name, metric))!;
        var day = month.Days.MaxBy(d => d.Facts)!;
        var opened = (await shop.Explain(Manager, shop.Ann.Name, metric, day.Day))!;
        Assert.Equal(day.Value, opened.Tree.Value);
        Assert.Equal(day.Part ?? day.Value, opened.FactSum);
        Assert.Equal(day.Facts, opened.FactCount);
        Assert.Empty(opened.Days);
        Assert.All(opened.Facts, f => Assert.Equal(day.Day, f.Day));
    }

    [Fact]
    public async Task A_conversion_also_lists_the_inquiries_that_did_not_pay_and_they_add_nothing()
    {
        var view = (await shop.Explain(Manager, shop.Ann.Name, "inquiry-paid-final"))!;
        var reading = Reading(shop.Ann.Name, "inquiry-paid-final");
        var facts = await shop.AllFacts(Manager, view);
        Assert.Equal(reading.Whole, facts.Count);
        Assert.Equal(reading.Part, facts.Count(f => f.Value == 1));
        Assert.All(facts, f => Assert.True(f.Value is 0 or 1));
    }

    [Theory]
    [InlineData("median-response")]
    [InlineData("max-concurrent")]
    public async Task Days_of_a_median_or_a_maximum_are_not_added(string metric)
    {
        var view = (await shop.Explain(Manager, shop.Ann.Name, metric))!;
        Assert.Equal(Reading(shop.Ann.Name, metric).Value, view.Tree.Value);
        Assert.NotEmpty(view.Facts);
        Assert.False(view.DaysAddUp);
    }

    [Fact]
    public async Task What_no_file_brings_has_no_value_and_no_facts()
    {
        var view = (await shop.Explain(Manager, shop.Ann.Name, "complaints"))!;
        Assert.Null(view.Tree.Value);
        Assert.Equal(ValueState.Missing, view.Tree.State);
        Assert.Empty(view.Facts);
        Assert.Empty(view.Days);
        Assert.Null(view.FactSum);
    }

    [Theory]
    [InlineData("consulted")]
    [InlineData("average-response")]
    [InlineData("sales")]
    public async Task The_groups_and_the_shops_agent_days_add_up_and_open_to_the_same_value(string metric)
    {
        foreach (var group in new[] { null, shop.Ann.Group })
        {
            var view = (await shop.Explain(Manager, new ExplainAsk(October, null, group, metric, null, null)))!;
            var facts = await shop.AllFacts(Manager, view);
            Assert.Equal(view.FactSum, facts.Sum(f => f.Value));
            Assert.Equal(view.Days.Sum(d => d.Part ?? d.Value), view.FactSum);
            Assert.All(facts, f => Assert.Equal(FactKind.AgentDay, f.Kind));
            foreach (var fact in facts.Where(f => f.Href is not null && f.Href.StartsWith("/explain", StringComparison.Ordinal)).Take(5))
            {
                Assert.Equal(Links.ExplainMetric(October, fact.Title, metric, fact.Day), fact.Href);
                Assert.Equal(fact.Value, (await shop.Explain(Manager, fact.Title, metric, fact.Day))!.FactSum);
            }
        }
    }

    [Fact]
    public async Task Every_line_of_the_payslip_and_every_item_of_the_card_opens_and_adds_up()
    {
        var book = Features.Months.MonthBook.Load(shop.Database, October, shop.Database.Shops.All, null);
        var person = book.Find(shop.Ann.Name)!;
        Assert.NotEmpty(person.Card!.Items);
        Assert.NotEmpty(person.Pay!.Lines);
        foreach (var item in person.Card.Items)
        {
            var view = (await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, item.Item, null)))!;
            Assert.Equal(item.Points, view.Tree.Value);
            Assert.Equal(item.Points, view.Tree.Recompute());
        }
        foreach (var line in person.Pay.Lines)
            Assert.Equal(line.Amount, (await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, null, line.Id)))!.Tree.Value);
        var net = (await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, null, "net")))!;
        Assert.Equal(person.Pay.Net, net.Tree.Value);
        Assert.All(net.Tree.Inputs, line => Assert.Equal(Links.ExplainLine(October, shop.Ann.Name, line.Id), net.Open(line)));
        var score = (await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, "total", null)))!;
        Assert.Equal(person.Card.Score, score.Tree.Value);
    }

    [Fact]
    public async Task Points_that_raters_gave_are_the_facts_of_a_rated_item()
    {
        var view = (await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, "service-attitude", null)))!;
        var entered = shop.Database.Entries.Of(October).Where(e => e.Agent == shop.Ann.Name && e.Item == "service-attitude").ToList();
        Assert.NotEmpty(entered);
        Assert.Equal(entered.Count, view.FactCount);
        Assert.Equal(entered.Sum(e => e.Points), view.FactSum);
        Assert.All(view.Facts, f => Assert.Equal(FactKind.Entry, f.Kind));
    }

    [Fact]
    public async Task A_page_far_beyond_the_last_is_the_last()
    {
        var view = (await shop.Explain(Manager, shop.Ann.Name, "consulted", page: int.MaxValue))!;
        Assert.Equal((view.FactCount - 1) / ExplainAsk.PageSize + 1, view.Ask.Page);
        Assert.NotEmpty(view.Facts);
    }

    [Fact]
    public async Task Every_fact_with_an_address_opens_for_who_sees_it()
    {
        foreach (var metric in new[] { "average-response", "sales", "satisfaction", "good-reviews" })
            foreach (var fact in (await shop.Explain(shop.AsAgent(shop.Ann), shop.Ann.Name, metric))!.Facts.Where(f => f.Href is not null).Take(6))
            {
                var id = Uri.UnescapeDataString(fact.Href![(fact.Href!.LastIndexOf('/') + 1)..]);
                if (fact.Href.StartsWith("/reception/", StringComparison.Ordinal)) Assert.NotNull(await shop.Reception(shop.AsAgent(shop.Ann), id));
                else Assert.NotNull(await shop.Order(shop.AsAgent(shop.Ann), id));
                Assert.True(long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _));
            }
    }
}
