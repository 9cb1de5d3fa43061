using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>What stands behind the sums of a pay run adds up to them.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class RunBehindTests(QueryShop shop)
{
    private async Task<(int Status, RunView? View)> Page(Viewer viewer, string query = "")
    {
        var request = new DefaultHttpContext();
        request.Request.QueryString = new(query);
        var seen = await new RunQuery(shop.Books, QueryShop.By(viewer), TimeProvider.System).For(QueryShop.October, null, null, request);
        return (seen.Status, seen.View);
    }

    [Fact]
    public async Task The_people_and_lines_behind_every_group_and_component_are_its_sum()
    {
        var totals = (await Page(shop.Manager)).View!.Totals.Totals;
        Assert.NotEmpty(totals.Groups);
        foreach (var part in totals.Groups)
        {
            var behind = (await Page(shop.Manager, $"?group={Uri.EscapeDataString(part.Id)}")).View!.Behind!;
            Assert.Equal((part.Now ?? 0m, part.Before ?? 0m), (behind.People.Sum(p => p.Part.Now ?? 0m), behind.People.Sum(p => p.Part.Before ?? 0m)));
        }
        foreach (var part in totals.Components)
        {
            var behind = (await Page(shop.Manager, $"?component={part.Id}")).View!.Behind!;
            Assert.Equal((part.Now ?? 0m, part.Before ?? 0m), (behind.People.Sum(p => p.Part.Now ?? 0m), behind.People.Sum(p => p.Part.Before ?? 0m)));
            Assert.Equal(part.Now ?? 0m, behind.People.SelectMany(p => p.Lines).Sum(l => l.Amount));
            // An open month's lines can all be opened.
            Assert.All(behind.People.SelectMany(p => p.Lines), l => Assert.NotNull(l.Href));
        }
    }

    [Fact]
    public async Task A_sum_that_is_none_has_nobody_behind_it_and_who_sees_no_pay_sees_none()
    {
        Assert.Empty((await Page(shop.Manager, "?component=none")).View!.Behind!.People);
        Assert.Null((await Page(shop.Manager)).View!.Behind);
        foreach (var viewer in new[] { shop.AsAgent, shop.AsLeader, shop.Quality }) Assert.Equal(StatusCodes.Status403Forbidden, (await Page(viewer, "?component=base")).Status);
    }
}
