using Heng.App.Features.Choosing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.Engine.Choosing;
using Heng.Engine.Metrics;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>Choosing indicators on a shop's own months: what is on the page, who may do what, and the draft at its end.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class ChoiceQueryTests(QueryShop shop)
{
    private static ChoicesQuery List(LaterShop later, Viewer viewer) => new(later.Database, QueryShop.By(viewer), TimeProvider.System);

    private static async Task<ChoiceView> Do(LaterShop later, Viewer viewer, long id, ChoiceAsk? ask) => (await new ChoiceQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For(id, ask, QueryShop.Request)).View!;

    private static ChoiceAsk Ask(string act, ChoiceView seen, params Considered[] rows) => new(act, seen.Step, rows, [], "", "manager", "my-plan");

    private static Considered Keep(IndicatorRow row) => row.Shown with { Struck = null };

    private async Task<ChoiceView> Begun(LaterShop later, string from)
    {
        later.Database.Users.Add(new(0, "manager", "hash", "manager", null, null, null, "stamp", null, new(1), false));
        var begun = (await List(later, shop.Manager).For(new("客服指标", "front-line", from), QueryShop.Request)).View!;
        Assert.Null(begun.Refused);
        return await Do(later, shop.Manager, begun.Begun!.Value, null);
    }

    [Fact]
    public async Task A_trades_list_shows_what_the_shops_own_months_say_and_becomes_a_draft_once_it_is_signed()
    {
        using var later = new LaterShop(shop);
        var view = await Begun(later, "trade:clothing");
        Assert.Equal((7, 2), (view.Rows.Count, view.Figures.Months.Count));
        var response = view.Rows.Single(r => r.Metric.Id == "average-response");
        Assert.Equal((view.Figures.People, true), (response.Figures!.Between.WithValue, response.Figures.Between.TellsApart));
        Assert.Equal(shop.Demo.People.Count(p => p.Position == "front-line"), view.Figures.People);
        Assert.Contains(response.Uses, u => u.Zh == "客服 KSF 月度考核");
        // The demo has no refunds table, and that alone is named.
        var returns = view.Rows.Single(r => r.Metric.Id == "return-and-exchange-rate").Figures!;
        Assert.Equal((0, "没有导入退款"), (returns.Between.WithValue, returns.Lack!.Value.Zh));
        Assert.True(view.Rows.Single(r => r.Metric.Id == "received").Figures!.PerMonth);

        view = await Do(later, shop.Manager, view.Id, Ask("shorten", view, [.. view.Rows.Select(r => r.Metric.Id == "return-and-exchange-rate" ? r.Shown with { Struck = "没有数据" } : Keep(r))]));
        var refused = await Do(later, shop.Manager, view.Id, Ask("weigh", view, [.. view.Rows.Select(r => r.Shown)])); // 90 are left
        Assert.Equal(ChoiceRefusal.WeightsNotHundred, refused.Refused);
        view = await Do(later, shop.Manager, view.Id, Ask("weigh", view, [.. view.Rows.Select(r => r.Metric.Id == "cross-sell" ? r.Shown with { Weight = 25m } : r.Shown)]));
        Assert.Equal(ChoiceRefusal.NotSigned, (await Do(later, shop.Manager, view.Id, Ask("draft", view))).Refused);
        view = await Do(later, shop.Manager, view.Id, Ask("sign", view));
        Assert.NotNull(view.Signature);
        Assert.Equal("my-plan", (await Do(later, shop.Manager, view.Id, Ask("draft", view))).Draft);
        var read = PlanFile.Load(later.Database.PlanDrafts.Find("my-plan")!.Yaml, "my-plan.yaml", Catalogue.Find);
        Assert.Empty(read.Findings);
        Assert.Equal((int)view.Id, read.Content!.Choice);
        Assert.Equal(ChoiceRefusal.DraftExists, (await Do(later, shop.Manager, view.Id, Ask("draft", view))).Refused);
        Assert.Equal(ChoiceRefusal.SchemeUnreadable, (await Do(later, shop.Manager, view.Id, Ask("draft", view) with { Scheme = "My plan" })).Refused);
        var again = await Do(later, shop.Manager, view.Id, Ask("again", view));
        Assert.Equal((ChoiceStage.LongList, view.Id), (again.Choice.Stage, again.Choice.From));
    }

    [Fact]
    public async Task A_list_starts_from_a_published_plan_or_the_whole_catalogue_and_what_was_typed_and_refused_stands_again()
    {
        using var later = new LaterShop(shop);
        var view = await Begun(later, "plan:s4-ksf/agent");
        // Six items are metrics; the leader's marks are none.
        Assert.Equal(6, view.Rows.Count);
        Assert.Equal((6, 1), (await List(later, shop.Manager).For(null, QueryShop.Request)).View!.Plans.Where(p => p.Value == "plan:s4-ksf/agent").Select(p => (p.Indicators, p.Others)).Single());
        var refused = await Do(later, shop.Manager, view.Id, Ask("shorten", view, [.. view.Rows.Select((r, i) => i == 0 ? r.Shown with { Struck = "", Meets = Criteria.IsUnderstood } : r.Shown)]));
        Assert.Equal((ChoiceRefusal.StruckWithoutReason, 1, "", Criteria.IsUnderstood), (refused.Refused, refused.About.Count, refused.Rows[0].Shown.Struck, refused.Rows[0].Shown.Meets));
        Assert.Equal(1, (await Do(later, shop.Manager, view.Id, null)).Step);
        var all = (await List(later, shop.Manager).For(new("全部", "front-line", "catalogue"), QueryShop.Request)).View!;
        Assert.Equal(all.Catalogue, (await Do(later, shop.Manager, all.Begun!.Value, null)).Rows.Count);
        Assert.Equal(ChoiceRefusal.NothingConsidered, (await List(later, shop.Manager).For(new("无", "front-line", "trade:none"), QueryShop.Request)).View!.Refused);
    }

    [Fact]
    public async Task Who_sees_everyone_reads_choices_and_nobody_but_hr_and_the_manager_makes_them()
    {
        using var later = new LaterShop(shop);
        var view = await Begun(later, "trade:books");
        Assert.False((await Do(later, shop.Quality, view.Id, null)).MayChoose);
        Assert.Equal(StatusCodes.Status403Forbidden, (await new ChoiceQuery(later.Database, QueryShop.By(shop.Quality), TimeProvider.System).For(view.Id, Ask("sign", view), QueryShop.Request)).Status);
        foreach (var viewer in new[] { shop.AsAgent, shop.AsLeader })
        {
            Assert.Equal(StatusCodes.Status403Forbidden, (await List(later, viewer).For(null, QueryShop.Request)).Status);
            Assert.Equal(StatusCodes.Status403Forbidden, (await new ChoiceQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For(view.Id, null, QueryShop.Request)).Status);
        }
        Assert.Equal(StatusCodes.Status403Forbidden, (await List(later, shop.Quality).For(new("x", "front-line", "trade:books"), QueryShop.Request)).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await new ChoiceQuery(later.Database, QueryShop.By(shop.Manager), TimeProvider.System).For(99, null, QueryShop.Request)).Status);
    }
}
