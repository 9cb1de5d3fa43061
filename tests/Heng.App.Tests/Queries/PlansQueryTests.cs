using Heng.App.Features.PlanPages;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.Engine.Scoring.Lint;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>Who may read which scheme, and what the editor keeps and says.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class PlansQueryTests(QueryShop shop)
{
    private static async Task<Seen> Read(Heng.Store.Database database, Viewer viewer, string scheme, int? version = null) =>
        await new PlansQuery(database, QueryShop.By(viewer), TimeProvider.System).One(scheme, version, null, QueryShop.Request) is var seen ? new(seen.View, seen.Status) : null!;

    private static Viewer Hr => new("hr", Role.Hr, null, null);

    private sealed record Seen(PlanView? View, int Status);

    /// <param name="seen">What the form carries; without it that of an editor opened just now.</param>
    private static async Task<PlanEditView> Edit(LaterShop later, Viewer viewer, string scheme, string? yaml, PlanAct act, string? seen = null)
    {
        var query = new PlanEditQuery(later.Database, QueryShop.By(viewer), TimeProvider.System);
        seen ??= (await query.For(scheme, PlanEditAsk.Look, QueryShop.Request)).View!.Seen;
        return (await query.For(scheme, new(yaml, act, seen), QueryShop.Request)).View!;
    }

    private static async Task<(RehearsalView? View, int Status)> Rehearse(LaterShop later, Viewer viewer, string? publish = null) =>
        await new RehearsalQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For("s4-ksf", "1000", publish is null ? null : new(publish), QueryShop.Request) is var seen ? (seen.View, seen.Status) : default;

    private static string Standard(int yuan) => TemplateLibrary.Find("s4-ksf")!.Yaml.Replace("standard: 3200", $"standard: {yuan}", StringComparison.Ordinal);

    [Fact]
    public async Task An_agent_reads_the_plan_they_are_scored_by_with_its_pay_and_no_drafts_or_templates()
    {
        var list = (await new PlansQuery(shop.Database, QueryShop.By(shop.AsAgent), TimeProvider.System).List(QueryShop.Request)).View!;
        Assert.Contains("s2-office-regulation", list.Published.Select(p => p.Scheme));
        Assert.Empty(list.Templates);
        Assert.False(list.MayEdit);
        var (view, _) = await Read(shop.Database, shop.AsAgent, "s2-office-regulation");
        Assert.NotNull(view!.Pay);
        Assert.Equal(StatusCodes.Status404NotFound, (await Read(shop.Database, shop.AsAgent, "s10-cs-360")).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await Read(shop.Database, shop.Manager, "s2-office-regulation", 9)).Status);
    }

    [Fact]
    public async Task Inspectors_read_every_plan_but_no_pay_and_nobody_but_hr_and_the_manager_writes()
    {
        Assert.Null((await Read(shop.Database, shop.Quality, "s4-ksf")).View!.Pay);
        foreach (var viewer in new[] { shop.Quality, shop.AsAgent, shop.AsLeader })
            Assert.Equal(StatusCodes.Status403Forbidden, (await new PlanEditQuery(shop.Database, QueryShop.By(viewer), TimeProvider.System).For("s4-ksf", new("x: 1", PlanAct.Save, null), QueryShop.Request)).Status);
        Assert.Empty(shop.Database.PlanDrafts.All);
    }

    [Fact]
    public async Task A_draft_is_kept_with_its_faults_found_again_and_let_go()
    {
        using var later = new LaterShop(shop);
        var yaml = TemplateLibrary.Find("s10-cs-360")!.Yaml;
        var faulty = yaml.Replace("50% ≤ F < 70%", "70% < F ≤ 50%", StringComparison.Ordinal);
        var saved = await Edit(later, shop.Manager, "s10-cs-360", faulty, PlanAct.Save);
        Assert.Equal("manager", saved.Saved!.By);
        Assert.Equal([LintRules.BandEmpty, LintRules.BandGap], saved.Findings.Select(f => f.Rule).Order(StringComparer.Ordinal));
        Assert.Equal(faulty, (await Edit(later, shop.Manager, "s10-cs-360", null, PlanAct.Look)).Yaml);
        Assert.Equal(yaml, (await Edit(later, shop.Manager, "s10-cs-360", null, PlanAct.Discard)).Yaml);
        Assert.Empty(later.Database.PlanDrafts.All);
    }

    [Fact]
    public async Task A_text_without_a_scheme_is_not_kept_and_what_differs_from_the_published_version_is_told()
    {
        using var later = new LaterShop(shop);
        var refused = await Edit(later, shop.Manager, "s4-ksf", "plans: []", PlanAct.Save);
        Assert.NotNull(refused.Refused);
        Assert.Empty(later.Database.PlanDrafts.All);
        var yaml = TemplateLibrary.Find("s4-ksf")!.Yaml;
        var change = Assert.Single((await Edit(later, shop.Manager, "s4-ksf", yaml.Replace("target: 12181", "target: 12000", StringComparison.Ordinal), PlanAct.Check)).Changes!);
        Assert.Equal("客服 KSF 月度考核 › 关键指标 › 接待人数 › 评分方法 › 按比例 › 目标值", change.Place.Zh);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_still_stands_in_the_editor()
    {
        using var later = new LaterShop(shop);
        var text = "scheme: s4-ksf\n# " + new string('长', 400_000);
        var refused = await Edit(later, shop.Manager, "s4-ksf", text, PlanAct.Save);
        Assert.NotNull(refused.Refused);
        Assert.Equal(text, refused.Yaml);
        Assert.Empty(later.Database.PlanDrafts.All);
    }

    [Fact]
    public async Task A_second_version_tells_what_it_changed()
    {
        using var later = new LaterShop(shop);
        later.Database.Plans.Publish("s4-ksf", TemplateLibrary.Find("s4-ksf")!.Yaml.Replace("target: 12181", "target: 12000", StringComparison.Ordinal), new(9), "manager");
        var (view, _) = await Read(later.Database, shop.Manager, "s4-ksf");
        Assert.Equal((1, 2), (view!.Diff!.Value.From, view.Diff.Value.To));
        Assert.Equal(("12181", "12000"), (view.Diff.Value.Changes[0].Before!.Value.Zh, view.Diff.Value.Changes[0].After!.Value.Zh));
        Assert.Equal([2, 1], view.Versions.Select(v => v.Version));
    }

    [Fact]
    public async Task A_draft_is_rehearsed_on_the_months_there_are_and_published_with_it_by_who_may()
    {
        using var later = new LaterShop(shop);
        // Every KSF part pays half of what it did.
        await Edit(later, shop.Manager, "s4-ksf", Standard(1600), PlanAct.Save);
        var looked = (await Rehearse(later, shop.Manager)).View!;
        foreach (var viewer in new[] { shop.Quality, shop.AsAgent, shop.AsLeader }) Assert.Equal(StatusCodes.Status403Forbidden, (await Rehearse(later, viewer, looked.Seen)).Status);
        Assert.True(looked.MayPublish);
        Assert.Equal(looked.Result!.CostAfter - 1000m, looked.Result.OverBudget);
        Assert.Equal(looked.Result.CostAfter - looked.Result.CostBefore, looked.Result.People.Sum(p => p.Difference ?? 0m));
        Assert.Equal(1, later.Database.Plans.Find("s4-ksf")!.Version);
        // Pressed twice at once, it is published once.
        var pressed = await Task.WhenAll(Task.Run(() => Rehearse(later, shop.Manager, looked.Seen)), Task.Run(() => Rehearse(later, shop.Manager, looked.Seen)));
        Assert.Equal(2, Assert.Single(pressed, p => p.View!.Published is not null).View!.Published);
        Assert.Equal("already-in-force", Assert.Single(pressed, p => p.View!.Published is null).View!.Refused!.Name);
        Assert.Empty(later.Database.PlanDrafts.All);
        // Nothing is left to publish.
        Assert.Equal("already-in-force", (await Rehearse(later, shop.Manager, looked.Seen)).View!.Refused!.Name);
        Assert.Equal(2, later.Database.Plans.Find("s4-ksf")!.Version);
    }

    [Fact]
    public async Task No_other_text_is_published_than_the_one_that_was_rehearsed()
    {
        using var later = new LaterShop(shop);
        await Edit(later, shop.Manager, "s4-ksf", Standard(1600), PlanAct.Save);
        var looked = (await Rehearse(later, shop.Manager)).View!;
        await Edit(later, Hr, "s4-ksf", Standard(1500), PlanAct.Save);
        var refused = (await Rehearse(later, shop.Manager, looked.Seen)).View!;
        Assert.Equal(("changed-meanwhile", null), (refused.Refused!.Name, refused.Published));
        Assert.Equal("changed-meanwhile", (await Rehearse(later, shop.Manager, "")).View!.Refused!.Name);
        // The same draft after another version is no longer what was seen beside that version.
        later.Database.Plans.Publish("s4-ksf", Standard(1400), new(9), "hr");
        Assert.Equal("changed-meanwhile", (await Rehearse(later, shop.Manager, refused.Seen)).View!.Refused!.Name);
        Assert.Equal((2, "hr"), (later.Database.Plans.Find("s4-ksf")!.Version, later.Database.PlanDrafts.Find("s4-ksf")!.By));
    }

    [Fact]
    public async Task Somebody_elses_newer_draft_is_written_over_and_let_go_only_knowingly()
    {
        using var later = new LaterShop(shop);
        var seen = (await Edit(later, shop.Manager, "s4-ksf", null, PlanAct.Look)).Seen;
        await Edit(later, shop.Manager, "s4-ksf", Standard(1600), PlanAct.Save, seen);
        var refused = await Edit(later, Hr, "s4-ksf", Standard(1500), PlanAct.Save, seen);
        Assert.Equal((Standard(1500), null, seen), (refused.Yaml, refused.Saved, refused.Seen));
        Assert.StartsWith("manager 于 20", refused.Refused!.Value.Zh, StringComparison.Ordinal);
        Assert.Equal(Standard(1600), later.Database.PlanDrafts.Find("s4-ksf")!.Yaml);
        Assert.NotNull((await Edit(later, Hr, "s4-ksf", Standard(1500), PlanAct.AskToDiscard, seen)).Refused);
        Assert.Equal("hr", (await Edit(later, Hr, "s4-ksf", Standard(1500), PlanAct.Save, refused.Over)).Saved!.By);

        var asked = await Edit(later, Hr, "s4-ksf", "typed", PlanAct.AskToDiscard);
        Assert.Equal(("typed", "hr"), (asked.Yaml, asked.ToDiscard!.Value.Draft.By));
        await Edit(later, shop.Manager, "s4-ksf", Standard(1400), PlanAct.Save);
        Assert.False((await Edit(later, Hr, "s4-ksf", "typed", PlanAct.Discard, asked.ToDiscard.Value.Seen)).Discarded);
        Assert.Equal(Standard(1400), later.Database.PlanDrafts.Find("s4-ksf")!.Yaml);
    }

    [Fact]
    public async Task Binary_content_is_told_and_not_kept()
    {
        using var later = new LaterShop(shop);
        var refused = await Edit(later, shop.Manager, "s4-ksf", Standard(1600) + "\0\u0001", PlanAct.Save);
        Assert.Contains("控制字符", refused.Refused!.Value.Zh, StringComparison.Ordinal);
        Assert.EndsWith("\uFFFD\uFFFD", refused.Yaml, StringComparison.Ordinal);
        Assert.Empty(later.Database.PlanDrafts.All);
    }

    [Fact]
    public async Task A_draft_with_errors_is_neither_rehearsed_nor_published()
    {
        using var later = new LaterShop(shop);
        await Edit(later, shop.Manager, "s4-ksf", TemplateLibrary.Find("s4-ksf")!.Yaml.Replace("weight: 25", "weight: 24", StringComparison.Ordinal), PlanAct.Save);
        var view = (await new RehearsalQuery(later.Database, QueryShop.By(shop.Manager), TimeProvider.System).For("s4-ksf", null, new(StandingText.Find(later.Database, "s4-ksf")!.Seen), QueryShop.Request)).View!;
        Assert.Null(view.Published);
        Assert.NotEqual(0, view.Faults);
        Assert.False(view.MayPublish);
        Assert.Equal(1, later.Database.Plans.Find("s4-ksf")!.Version);
    }
}
