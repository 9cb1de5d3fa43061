using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.App.Tests.CommandLine;

namespace Heng.App.Tests.Queries;

/// <summary>October of the small shop under S2, on the page: an objection of one agent that the leader answers, everybody else in bulk, and what each of them sees.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class AppraisalQueryTests(QueryShop shop)
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null);
    private static readonly AppraisalAsk End = new(AppraisalAct.End) { Why = "赶在 3 日前" }, Approve = new(AppraisalAct.Approve), Confirm = new(AppraisalAct.Confirm);

    private static async Task<AppraisalView> Look(LaterShop later, Viewer viewer, AppraisalAsk? ask = null) =>
        (await new AppraisalQuery(later.Books, QueryShop.By(viewer), TimeProvider.System).For(QueryShop.October, "s2-office-regulation", "month", ask, QueryShop.Request)).View!;

    private static async Task<string?> Do(LaterShop later, Viewer viewer, AppraisalAsk ask) => (await Look(later, viewer, ask)).Refused?.Name;
    private static string? Stage(AppraisalView view) => view.Steps.FirstOrDefault(s => s.Now)?.Id;

    [Fact]
    public async Task An_assessment_goes_from_collecting_to_its_published_results()
    {
        using var later = new LaterShop(shop);
        Assert.Equal("needs-named-person", Ran.Json(later.Folder, "appraisal", "end", "--month", "2026-10", "--scheme", "s2-office-regulation", "--reason", "x").Refusal);
        Assert.Equal("role-may-not", await Do(later, shop.AsLeader, End));
        Assert.Null(await Do(later, Hr, End));
        Assert.Null(await Do(later, Hr, Approve));
        while (Stage(await Look(later, Hr)) != "confirm") Assert.Null(await Do(later, Hr, End));
        await Confirms(later);
        Assert.Equal("review", Stage(await Look(later, Hr)));
        Assert.Null(await Do(later, Hr, Approve));
        Assert.Equal("not-yours", await Do(later, Hr, Approve));
        Assert.Null((await Look(later, shop.AsAgent)).Results);
        Assert.Null(await Do(later, shop.Manager, Approve));
        Assert.Null(await Do(later, Hr, Approve));
        var seen = await Look(later, shop.AsAgent);
        Assert.Equal("close", Stage(seen));
        Assert.Contains(seen.Results!, r => r.Agent == shop.Stranger && r.Score == later.Books.Of(QueryShop.October).Book.Find(shop.Stranger)!.Card!.Score);
        Assert.Empty(seen.Happened);
        Assert.Null(later.Database.Decisions.FirstBroken());
        Assert.Contains(later.Database.Decisions.All, d => d is { What: "appraisal-objected" } && d.Why.EndsWith("那一单是我的", StringComparison.Ordinal));
        var show = Ran.Json(later.Folder, "appraisal", "show", "--month", "2026-10", "--scheme", "s2-office-regulation").Done().Rows[0]!;
        Assert.Equal(("close", true), ((string)show["stage"]!, (bool)show["published"]!));
    }

    private async Task Confirms(LaterShop later)
    {
        var own = await Look(later, shop.AsAgent);
        Assert.Equal([shop.Agent], own.Mine.Select(p => p.Part.About));
        Assert.Empty(own.Waiting);
        Assert.Equal("needs-reason", await Do(later, shop.AsAgent, new(AppraisalAct.Object)));
        Assert.Null(await Do(later, shop.AsAgent, new(AppraisalAct.Object) { Why = "那一单是我的" }));
        Assert.Equal("objection-open", await Do(later, shop.AsAgent, Confirm));
        Assert.Equal("not-yours", await Do(later, shop.AsLeader, new(AppraisalAct.Approve) { About = shop.Colleague }));
        Assert.Equal("objection-open", await Do(later, Hr, End));
        var leads = await Look(later, shop.AsLeader);
        Assert.True(Assert.Single(leads.Objections).MayAnswer);
        Assert.Contains(leads.Waiting, w => w.About.Contains(shop.Colleague));
        Assert.DoesNotContain(leads.Waiting, w => w.About.Contains(shop.Stranger));
        Assert.Empty((await Look(later, new("other", Role.Agent, shop.Stranger, "售前二组"))).Objections);
        Assert.Null(await Do(later, shop.AsLeader, new(AppraisalAct.Answer) { About = shop.Agent, Why = "已更正归属" }));
        Assert.Null(await Do(later, Hr, End));
    }

    [Fact]
    public async Task A_month_that_was_sealed_before_its_assessment_began_has_none() =>
        Assert.Empty((await new AppraisalQuery(shop.Books, QueryShop.By(Hr), TimeProvider.System).For(QueryShop.September, null, null, null, QueryShop.Request)).View!.All);

    [Fact]
    public void An_account_of_nobody_that_is_called_like_an_agent_is_not_that_agent()
    {
        var roster = shop.Database.People.Roster;
        Assert.Equal(shop.Agent, AppraisalDoing.ActorOf(shop.AsAgent, roster).Name);
        Assert.Equal($"{shop.Agent} (hr)", AppraisalDoing.ActorOf(new(shop.Agent, Role.Hr, null, null), roster).Name);
    }
}
