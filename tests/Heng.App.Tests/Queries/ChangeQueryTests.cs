using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.WhyChanged;
using Heng.Engine.Closing;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>September is closed and October is open: why a person's October is not their September.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class ChangeQueryTests(QueryShop shop)
{
    private static async Task<ChangeView?> View(BookCache books, string agent, Viewer viewer) =>
        (await new ChangeQuery(books, QueryShop.By(viewer)).For(QueryShop.October, QueryShop.September, agent, QueryShop.Request)).View;

    private async Task<int> Status(string agent, Viewer viewer) =>
        (await new ChangeQuery(shop.Books, QueryShop.By(viewer)).For(QueryShop.October, QueryShop.September, agent, QueryShop.Request)).Status;

    [Fact]
    public async Task The_split_ends_at_both_months_own_numbers_and_nothing_but_figures_moved_them()
    {
        var view = (await View(shop.Books, shop.Agent, shop.Manager))!;
        var (then, now) = (shop.Books.Of(QueryShop.September), shop.Books.Of(QueryShop.October));
        foreach (var (change, before, after) in new[]
        {
            (view.Score!, then.Sealed!.Card(shop.Agent)!.Score, now.Find(shop.Agent)!.Live!.Card!.Score), (view.Pay!, then.Sealed!.Slip(shop.Agent)!.Net, now.Find(shop.Agent)!.Live!.Pay!.Net),
        })
        {
            Assert.Equal((before, after), (change.Before, change.After));
            Assert.Equal(change.Moved, change.Parts.Sum(p => p.Moved));
            Assert.Equal(change.Moved, change.MovedBy(ChangeCause.Figures));
            Assert.Equal([ChangeCause.Corrections, ChangeCause.Figures], change.Causes);
        }
        Assert.NotEqual(0m, view.Score!.Moved);
    }

    [Fact]
    public async Task A_rating_that_comes_after_the_closing_other_rules_and_another_plan_each_move_their_own_part()
    {
        using var later = new LaterShop(shop);
        var place = later.Database.Shops.Find(shop.Demo.Shop)!;
        // From October no wait counts more than 20 seconds; speed is full at 12 s instead of 30 s; and the leader's late mark for September is the lowest there is.
        later.Database.RuleSets.Add(place.Id, QueryShop.October.First, later.Database.RuleSets.Current(place.Id, QueryShop.October.First) with { ResponseCapSeconds = 20 });
        var stricter = TemplateLibrary.Find("s2-office-regulation")!.Yaml.Replace("{ proportional: { target: 30 } }", "{ proportional: { target: 12 } }", StringComparison.Ordinal);
        later.Database.Plans.Publish("s2-office-regulation", stricter, new(3), "manager");
        later.Import("entries_late.csv", $"month,agent,item,rater,points,by,comment\n2026-09,{shop.Agent},teamwork,leader,0,副组长,迟到的评分\n");
        var change = (await View(later.Books, shop.Agent, shop.Manager))!.Score!;
        Assert.Equal([ChangeCause.Corrections, ChangeCause.Rules, ChangeCause.Plan, ChangeCause.Figures], change.Causes);
        Assert.Equal(change.Moved, change.Causes.Sum(change.MovedBy));
        Assert.Equal(change.Moved, change.Parts.Sum(p => p.Moved));
        Assert.All(new[] { ChangeCause.Corrections, ChangeCause.Rules, ChangeCause.Plan }, cause => Assert.NotEqual(0m, change.MovedBy(cause)));
    }

    [Fact]
    public async Task Pay_is_split_only_for_whom_it_may_be_shown_to_and_strangers_see_nothing()
    {
        Assert.NotNull((await View(shop.Books, shop.Agent, shop.AsAgent))!.Pay);
        var led = (await View(shop.Books, shop.Agent, shop.AsLeader))!;
        Assert.NotNull(led.Score);
        Assert.Equal((false, null), (led.PayVisible, led.Pay));
        Assert.Equal(StatusCodes.Status403Forbidden, await Status(shop.Stranger, shop.AsAgent));
        Assert.Equal(StatusCodes.Status403Forbidden, await Status("无此人", shop.AsAgent));
        Assert.Equal(StatusCodes.Status404NotFound, await Status("无此人", shop.Manager));
    }
}
