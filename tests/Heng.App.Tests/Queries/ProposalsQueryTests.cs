using Heng.App.Features.People;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Plans;
using Heng.App.Features.Proposals;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>Who may look back for targets, and what taking one does.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class ProposalsQueryTests(QueryShop shop)
{
    private static readonly ProposalAsk Usual = new(null, null, null);

    private static async Task<(ProposalsView? View, int Status)> Ask(LaterShop later, Viewer viewer, string scheme, ProposalAsk ask) =>
        await new ProposalsQuery(later.Books, QueryShop.By(viewer), TimeProvider.System).For(scheme, ask, QueryShop.Request) is var seen ? (seen.View, seen.Status) : default;

    [Fact]
    public async Task Who_writes_plans_sees_for_each_number_what_the_months_would_have_made_of_it()
    {
        using var later = new LaterShop(shop);
        foreach (var viewer in new[] { shop.Quality, shop.AsAgent, shop.AsLeader }) Assert.Equal(StatusCodes.Status403Forbidden, (await Ask(later, viewer, "s4-ksf", Usual)).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await Ask(later, shop.Manager, "none", Usual)).Status);
        var view = (await Ask(later, shop.Manager, "s4-ksf", Usual)).View!;
        Assert.Equal([QueryShop.September, QueryShop.October], view.Back!.Months);
        Assert.Equal(QueryShop.October.Plus(1), view.For);
        Assert.Equal(13, view.Back.Points.Count); // six items with a target and seven indicators
        // Everybody's months stand on one side or the other, and every explanation gives its number.
        var people = shop.Demo.People.Count(p => p.Position is "front-line" or "after-sales") * 2;
        var standing = view.Back.Points.SelectMany(p => p.Proposals).Where(p => p.Effect is not null).ToArray();
        Assert.NotEmpty(standing);
        Assert.All(standing, p => Assert.Equal(people, p.Effect!.Gained + p.Effect.Lost + p.Effect.Same + p.Effect.Without));
        Assert.All(standing.SelectMany(p => p.Numbers), n => Assert.Equal(n.Number.Value, n.Number.Recompute()));
        Assert.All(view.Back.Points.SelectMany(p => p.Proposals).Where(p => p.Way == HistoryWay.SameMonthLastYear), p => Assert.Equal("no data of the same month last year", p.Lacking!.Value.En));
        foreach (var wrong in new ProposalAsk[] { new("x", null, null), new(null, "x", null), new(null, null, "2026-13") })
        {
            var taken = (await Ask(later, shop.Manager, "s4-ksf", wrong with { Take = (view.Back.Points[0].Point.Place, "median", false) })).View!;
            Assert.Equal((false, "Months are written 2026-10, and are 12 at most"), (taken.Taken, taken.Refused!.Value.En));
        }
        Assert.Empty(later.Database.PlanDrafts.All);
        Assert.Equal("Months are written 2026-10, and are 12 at most", (await Ask(later, shop.Manager, "s4-ksf", new("2026-9x", null, null))).View!.Refused!.Value.En);
    }

    [Fact]
    public async Task Taking_one_writes_number_and_basis_into_the_draft_and_leaves_the_rest()
    {
        using var later = new LaterShop(shop);
        var point = (await Ask(later, shop.Manager, "s4-ksf", Usual)).View!.Back!.Points.Single(p => p.Point is BalancePoint { Id: "average-response" });
        var median = point.Proposals.Single(p => p.Way == HistoryWay.Median).Numbers[0].Number.Value!.Value;
        var taken = (await Ask(later, shop.Manager, "s4-ksf", Usual with { Take = (point.Point.Place, "median", false) })).View!;
        Assert.True(taken.Taken);
        var draft = later.Database.PlanDrafts.Find("s4-ksf")!;
        Assert.Equal("manager", draft.By);
        var changes = PlanDiff.Of(TemplateLibrary.Find("s4-ksf")!.Yaml, draft.Yaml);
        Assert.Equal([FormattableString.Invariant($"{median:0.##}"), "历史：2026-09 至 2026-10 的中位数"], changes.Select(c => c.After!.Value.Zh));
        // The plan's page tells it, and under the number that was taken nothing would move.
        var again = (await Ask(later, shop.Manager, "s4-ksf", Usual)).View!.Back!.Points.Single(p => p.Point is BalancePoint { Id: "average-response" });
        Assert.Equal((median, 0m), (again.Point.Number, again.Proposals.Single(p => p.Way == HistoryWay.Median).Effect!.Sum));
        Assert.False((await Ask(later, shop.Manager, "s4-ksf", Usual with { Take = (point.Point.Place, "throughput", false) })).View!.Taken);
    }
}
