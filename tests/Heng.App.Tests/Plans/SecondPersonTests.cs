using Heng.App.Features.People;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Plans;
using Heng.App.Features.Rules;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Queries;
using Heng.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Plans;

/// <summary>Who makes a rule or a plan doesn't let it in: on the pages, with two accounts that may.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class SecondPersonTests : IDisposable
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null), Root = new("root", Role.Administrator, null, null);
    private readonly LaterShop later;

    public SecondPersonTests(QueryShop shop)
    {
        later = new(shop);
        var accounts = new Accounts(later.Database, TimeProvider.System);
        foreach (var viewer in new[] { Hr, Boss, Root }) accounts.Add(viewer.Name, viewer.Role, null, null, null);
    }

    private async Task<RehearsalView> Rehearse(Viewer viewer, RehearsalAct? act = null) =>
        (await new RehearsalQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For("s4-ksf", null, act, QueryShop.Request)).View!;

    private void Draft(int yuan, string by) => Assert.True(later.Database.PlanDrafts.Keep(
        new("s4-ksf", TemplateLibrary.Find("s4-ksf")!.Yaml.Replace("standard: 3200", $"standard: {yuan}", StringComparison.Ordinal), new(9), by), later.Database.PlanDrafts.Find("s4-ksf")?.Yaml));

    private IEnumerable<string> Told(string who) => later.Database.Notices.Of(who, 9).Select(n => n.Notice.Kind);

    [Fact]
    public async Task A_plan_is_proposed_by_one_and_published_by_the_other_who_saw_the_same_text()
    {
        Draft(1600, "hr");
        var looked = await Rehearse(Hr);
        Assert.True(looked.TakesTwo);
        Assert.True((await Rehearse(Hr, new(looked.Seen!))).Proposed);
        Assert.Equal(1, later.Database.Plans.Find("s4-ksf")!.Version);
        Assert.Equal(["change-to-confirm"], Told("boss"));

        // The one who proposed may take it back and no more; what is written since doesn't slip in.
        var own = await Rehearse(Hr);
        Assert.Equal((true, false), (own.Waits!.IsOwn, own.MayPublish));
        Assert.Equal("same-person", (await Rehearse(Hr, new(own.Seen!))).Refused!.Name);
        Draft(1500, "hr");
        var seen = await Rehearse(Boss);
        Assert.Equal(("hr", false, "hr"), (seen.Waits!.By, seen.Waits.IsOwn, seen.Waits.WrittenSince));
        var done = await Rehearse(Boss, new(seen.Seen!));
        Assert.Equal(2, done.Published);
        Assert.Contains("standard: 1600", later.Database.Plans.Find("s4-ksf")!.Yaml, StringComparison.Ordinal);
        Assert.Equal("hr", later.Database.PlanDrafts.Find("s4-ksf")!.By);
        Assert.Equal(["change-answered"], Told("hr"));
        Assert.Null((await Rehearse(Boss)).Waits);
    }

    [Fact]
    public async Task The_other_refuses_with_a_reason_and_the_proposer_takes_back_without_one()
    {
        Draft(1600, "hr");
        await Rehearse(Hr, new((await Rehearse(Hr)).Seen!));
        var id = (await Rehearse(Boss)).Waits!.Id;
        Assert.Equal("needs-reason", (await Rehearse(Boss, new("", id, " "))).Refused!.Name);
        Assert.Equal("reason-too-long", (await Rehearse(Boss, new("", id, new string('长', 501)))).Refused!.Name);
        Assert.True((await Rehearse(Boss, new("", id, "太低了"))).Ended);
        Assert.Equal("not-open", (await Rehearse(Boss, new("", id, "太低了"))).Refused!.Name);
        Assert.Null((await Rehearse(Boss)).Waits);
        await Rehearse(Hr, new((await Rehearse(Hr)).Seen!));
        Assert.True((await Rehearse(Hr, new("", (await Rehearse(Hr)).Waits!.Id))).Ended);
        Assert.Equal(1, later.Database.Plans.Find("s4-ksf")!.Version);
    }

    [Fact]
    public async Task Rules_are_proposed_by_one_and_kept_by_the_other()
    {
        using var jobs = new RecomputeJobs(later.Database, later.Folder, TimeProvider.System, NullLogger<RecomputeJobs>.Instance);
        RulesQuery As(Viewer viewer) => new(later.Database, QueryShop.By(viewer), jobs, TimeProvider.System);
        async Task<RulesView> Save(Viewer viewer, string times) => (await As(viewer).For(null, new(new Dictionary<string, string> { ["slow-times"] = times }, "2026-10-01", "太松", "2026-09"), RulesAct.Save, QueryShop.Request)).View!;
        async Task<RulesView> Look(Viewer viewer) => (await As(viewer).For(null, null, RulesAct.Look, QueryShop.Request)).View!;
        var version = (await Look(Boss)).InForce.Version;

        Assert.True((await Save(Boss, "2")).Proposed);
        Assert.Equal(version, (await Look(Boss)).InForce.Version);
        Assert.Equal(("same-person", null), (await Save(Boss, "2")) is var again ? (Assert.Single(again.Faults).Name, again.Saved) : default);
        var seen = await Look(Root);
        Assert.Equal(("boss", "太松", "2"), (seen.Waits!.Of.By, seen.Waits.Reason, Assert.Single(seen.Waits.Moves).After));
        Assert.Equal("2", seen.Form.Values["slow-times"]);
        Assert.Equal("same-person", Assert.Single((await As(Boss).Answer(null, seen.Waits.Of.Id, confirms: true, null, QueryShop.Request)).View!.Faults).Name);
        Assert.Equal(403, (await As(Hr).Answer(null, seen.Waits.Of.Id, confirms: true, null, QueryShop.Request)).Status);
        Assert.Equal(version + 1, (await As(Root).Answer(null, seen.Waits.Of.Id, confirms: true, null, QueryShop.Request)).View!.Saved);
        Assert.Equal("not-open", Assert.Single((await As(Root).Answer(null, seen.Waits.Of.Id, confirms: true, null, QueryShop.Request)).View!.Faults).Name);
        Assert.Equal("太松", (await Look(Boss)).Versions[0].Reason);
    }

    public void Dispose() => later.Dispose();
}
