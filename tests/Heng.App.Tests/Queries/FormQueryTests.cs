using Heng.App.Features.Forms;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class FormQueryTests(QueryShop shop)
{
    private async Task<Seen<FormView>> Form(Viewer viewer, string agent, Month? month = null) => await new FormQuery(shop.Books, QueryShop.By(viewer)).For(month ?? QueryShop.October, agent, QueryShop.Request);

    [Fact]
    public async Task Each_role_opens_the_forms_it_may()
    {
        Assert.Equal(200, (await Form(shop.AsAgent, shop.Agent)).Status);
        Assert.Equal(404, (await Form(shop.AsAgent, shop.Colleague)).Status);
        Assert.Equal(404, (await Form(shop.AsLeader, shop.Stranger)).Status);
        Assert.Equal(200, (await Form(shop.Quality, shop.Stranger)).Status);
        Assert.Equal(404, (await Form(shop.Manager, "无此人")).Status);
    }

    [Fact]
    public async Task It_has_every_item_of_the_card_with_its_definition_and_the_cards_points()
    {
        var view = (await Form(shop.Manager, shop.Agent)).View!;
        var card = shop.Books.Of(QueryShop.October).Find(shop.Agent)!.Live!.Card!;
        var items = view.Dimensions.SelectMany(d => d.Items).ToArray();
        Assert.Equal(card.Items.Select(i => (i.Item, i.Points, i.Full)), items.Select(i => (i.Id, i.Points, i.Full)));
        Assert.Equal((card.Score, card.Grade), (view.Score, view.Grade));
        Assert.DoesNotContain(view.Notes, n => n.Zh.Contains(shop.Leader, StringComparison.Ordinal)); // whom no scheme pays here
        Assert.All(items, i => Assert.True(i.Measures.Zh.Length > 0 && i.Measures.En.Length > 0 && i.Method.Zh.Length > 0));
        Assert.Contains(shop.Books.Of(QueryShop.October).Book.Facts.Metrics.Find("average-response")!.Definition.Zh, items.First(i => i.Id == "average-response").Measures.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_are_those_of_the_card_by_kind_of_rater()
    {
        var view = (await Form(shop.Manager, shop.Agent)).View!;
        var team = view.Dimensions.SelectMany(d => d.Items).First(i => i.Id == "teamwork");
        var given = shop.Books.Of(QueryShop.October).Book.Rehearsed.People.First(p => p.Agent == shop.Agent).Scored.Entries.Where(e => e.Item == "teamwork").ToLookup(e => e.Rater, e => e.Points);
        Assert.Equal(given["leader"].Average(), team.Marks.Leader);
        Assert.Equal(given["self"].Any() ? given["self"].Average() : null, team.Marks.Self);
        Assert.Null(team.Marks.Peers); // nobody of the demo rates as a peer
    }

    [Fact]
    public async Task A_closed_month_has_the_sealed_points_and_no_month_has_pay()
    {
        var view = (await Form(shop.Manager, shop.Agent, QueryShop.September)).View!;
        var card = shop.Books.Of(QueryShop.September).Find(shop.Agent)!.SealedCard!;
        Assert.True(view.Closed);
        Assert.Equal((card.Score, card.Grade), (view.Score, view.Grade));
        Assert.Equal(card.Items.Select(i => i.Points), view.Dimensions.SelectMany(d => d.Items).Select(i => i.Points));
        Assert.DoesNotContain("¥", FormExport.Of(view, Language.Zh).Csv(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_data_has_an_empty_form()
    {
        var view = (await Form(shop.Manager, shop.Agent, QueryShop.October.Plus(1))).View!;
        Assert.Null(view.Score);
        Assert.All(view.Dimensions.SelectMany(d => d.Items), i => Assert.Null(i.Points));
    }
}
