using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Explain;
using Heng.App.Features.People;
using Heng.App.Ui;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>The page of custom metrics: who sees it, and what trying answers. Nothing is kept here.</summary>
[Collection(DrilledShopGroup.Name)]
public class CustomMetricsQueryTests(DrilledShop shop)
{
    private async Task<Seen<CustomMetricsView>> Ask(Viewer? viewer, MetricAct act, string formula = "sales / consulted", string unit = "yuan", string id = "own") =>
        await new CustomMetricsQuery(shop.Database, _ => viewer, TimeProvider.System)
            .For(new(id, "甲", "A", unit, "higher", formula, "2026-10-01", shop.Ann.Name, DrilledShop.October.ToString()), null, act, new DefaultHttpContext());

    [Fact]
    public async Task Who_sees_everyone_may_look_and_only_those_who_define_may_keep()
    {
        Assert.Equal((403, 403, 403), ((await Ask(null, MetricAct.Look)).Status, (await Ask(shop.AsLeader(shop.Ann), MetricAct.Look)).Status, (await Ask(shop.AsAgent(shop.Ann), MetricAct.Try)).Status));
        Assert.Equal((200, 403), ((await Ask(DrilledShop.Qa, MetricAct.Look)).Status, (await Ask(DrilledShop.Qa, MetricAct.Save)).Status));
        Assert.Equal((false, true), ((await Ask(DrilledShop.Qa, MetricAct.Look)).View!.MayDefine, (await Ask(DrilledShop.Manager, MetricAct.Look)).View!.MayDefine));
    }

    [Fact]
    public async Task Trying_shows_the_value_with_its_numbers_and_keeps_nothing()
    {
        var view = (await Ask(DrilledShop.Manager, MetricAct.Try)).View!;
        var totals = shop.Facts.TotalsOf(shop.Facts.Roster.Find(shop.Ann.Name)!.Id);
        decimal Of(string metric) => shop.Facts.Read(shop.Facts.Metrics.Find(metric)!, totals).Value!.Value;
        Assert.Equal(Of("sales") / Of("consulted"), view.Trial!.Reading!.Value);
        Assert.Equal($"{Show.Yuan(Of("sales"))} ÷ {Show.Count((long)Of("consulted"))} 人次", WrittenFormula.Of(view.Trial.Explained!, Language.Zh)!.Figures);
        Assert.Empty(view.Rows);
        Assert.Empty(view.Errors);
    }

    [Theory]
    [InlineData("sales / consultd", "yuan", "own", "metric-unknown", 9)]
    [InlineData("sales / consulted", "seconds", "own", "unit-unfit", 1)]
    public async Task A_refused_definition_says_where_and_keeps_nothing(string formula, string unit, string id, string name, int at)
    {
        var view = (await Ask(DrilledShop.Manager, MetricAct.Save, formula, unit, id)).View!;
        Assert.Equal((name, at, null, 0), (view.Errors[0].Name, view.Errors[0].Formula!.At, view.Saved, shop.Database.CustomMetrics.All.Count));
    }
}
