using System.Globalization;
using Heng.App.Features.Explain;
using Heng.App.Features.People;
using Heng.Engine.Records;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.Queries;

/// <summary>Who sees whose receptions, orders and explanations. What may not be seen is not there.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class DrillDownRightsTests(DrilledShop shop)
{
    private string ReceptionOf(string agent)
    {
        var id = shop.Facts.Roster.Find(agent)!.Id;
        return shop.Database.Facts.Receptions(shop.Shop.Id, October.First, October.Last, id)[0].Id.ToString(CultureInfo.InvariantCulture);
    }

    private static ExplainAsk Line(string agent) => new(October, agent, null, null, null, "net");

    [Fact]
    public async Task An_agent_sees_own_receptions_and_numbers_and_pay_and_nobody_elses()
    {
        var (ann, other) = (shop.AsAgent(shop.Ann), shop.Other.Name);
        Assert.NotNull(await shop.Reception(ann, ReceptionOf(shop.Ann.Name)));
        Assert.Null(await shop.Reception(ann, ReceptionOf(other)));
        Assert.NotNull(await shop.Explain(ann, shop.Ann.Name, "consulted"));
        Assert.Null(await shop.Explain(ann, other, "consulted"));
        Assert.Null(await shop.Explain(ann, null, "consulted"));
        Assert.Null(await shop.Explain(ann, new ExplainAsk(October, null, shop.Ann.Group, "consulted", null, null)));
        Assert.NotNull(await shop.Explain(ann, Line(shop.Ann.Name)));
        Assert.Null(await shop.Explain(ann, Line(other)));
        var list = (await shop.Receptions(ann, new(October)))!;
        Assert.Equal([shop.Ann.Name], list.Agents);
        Assert.All(list.Rows, r => Assert.Equal(shop.Ann.Name, r.Agent));
        Assert.NotEmpty(list.Rows);
        Assert.Null(await shop.Receptions(ann, new(October, other)));
        Assert.Null(await shop.Orders(ann, new(October, Judgement.OrderFirst, Agent: other)));
    }

    [Fact]
    public async Task An_agent_opens_orders_that_touch_them_and_no_others()
    {
        var ann = shop.Facts.Roster.Find(shop.Ann.Name)!.Id;
        var rows = shop.Database.Ledger.Between(shop.Shop.Id, October.First, October.Last);
        bool Touches(Engine.Orders.LedgerRow r) => r.Credits.Any(c => c.Agent == ann) || r.Created.Agent == ann || r.Paid.Agent == ann;
        Assert.NotNull(await shop.Order(shop.AsAgent(shop.Ann), rows.First(Touches).Order.Id));
        Assert.Null(await shop.Order(shop.AsAgent(shop.Ann), rows.First(r => !Touches(r)).Order.Id));
    }

    [Fact]
    public async Task A_leader_sees_the_group_and_nobodys_pay()
    {
        var leader = shop.AsLeader(shop.Ann);
        Assert.NotNull(await shop.Reception(leader, ReceptionOf(shop.Ann.Name)));
        Assert.Null(await shop.Reception(leader, ReceptionOf(shop.Other.Name)));
        Assert.NotNull(await shop.Explain(leader, shop.Ann.Name, "consulted"));
        Assert.NotNull(await shop.Explain(leader, new ExplainAsk(October, null, shop.Ann.Group, "consulted", null, null)));
        Assert.Null(await shop.Explain(leader, new ExplainAsk(October, null, shop.Other.Group, "consulted", null, null)));
        Assert.Null(await shop.Explain(leader, shop.Other.Name, "consulted"));
        Assert.Null(await shop.Explain(leader, Line(shop.Ann.Name)));
        var list = (await shop.Receptions(leader, new(October)))!;
        Assert.Contains(shop.Ann.Name, list.Agents);
        Assert.DoesNotContain(shop.Other.Name, list.Agents);
    }

    [Fact]
    public async Task Quality_inspection_reads_every_chat_and_no_order_and_no_pay()
    {
        var reception = (await shop.Reception(Qa, ReceptionOf(shop.Ann.Name)))!;
        Assert.NotEmpty(reception.Lines);
        Assert.Empty(reception.Orders);
        Assert.Null(await shop.Orders(Qa, new(October, Judgement.OrderFirst)));
        Assert.Null(await shop.Order(Qa, shop.Database.Ledger.Between(shop.Shop.Id, October.First, October.Last)[0].Order.Id));
        Assert.Null(await shop.Explain(Qa, Line(shop.Ann.Name)));
        var sales = (await shop.Explain(Qa, shop.Ann.Name, "sales"))!;
        Assert.NotNull(sales.Tree.Value);
        Assert.Empty(sales.Facts);
        Assert.All((await shop.Receptions(Qa, new(October)))!.Rows, r => Assert.Null(r.NetSales));
    }

    [Fact]
    public async Task What_nobody_knows_is_not_there()
    {
        Assert.Null(await shop.Explain(Manager, "无此人", "consulted"));
        Assert.Null(await shop.Explain(Manager, shop.Ann.Name, "no-such-metric"));
        Assert.Null(await shop.Explain(Manager, shop.Ann.Name, "consulted", new DateOnly(2026, 9, 30)));
        Assert.Null(await shop.Explain(Manager, new ExplainAsk(October, null, "无此组", "consulted", null, null)));
        Assert.Null(await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, "no-item", null)));
        Assert.Null(await shop.Explain(Manager, new ExplainAsk(October, shop.Ann.Name, null, null, null, "no-line")));
        Assert.Null(await shop.Explain(Manager, new ExplainAsk(October, null, null, null, "score", null)));
        Assert.Null(await shop.Order(Manager, "no-order"));
        Assert.Null(await shop.Reception(null!, ReceptionOf(shop.Ann.Name)));
    }

    [Theory]
    [InlineData("", "**")]
    [InlineData("王", "**")]
    [InlineData("王五", "王**")]
    [InlineData("王小五", "王**五")]
    [InlineData("q1234567", "q**7")]
    [InlineData("😀小明", "😀**明")]
    public void A_name_is_masked_to_its_ends(string name, string masked) => Assert.Equal(masked, Masked.Name(name));
}
