using Heng.App.Features.People;
using Heng.App.Features.Rules;
using Heng.App.Ui;
using Heng.Engine.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Queries;

/// <summary>The page of rules: who sees it, and what a preview answers. Nothing is kept here.</summary>
[Collection(DrilledShopGroup.Name)]
public class RulesQueryTests(DrilledShop shop)
{
    private async Task<Seen<RulesView>> Ask(Viewer? viewer, RulesAct act, params (string Id, string Value)[] settings)
    {
        using var jobs = new RecomputeJobs(shop.Database, "", TimeProvider.System, NullLogger<RecomputeJobs>.Instance);
        var form = new RulesForm(settings.ToDictionary(s => s.Id, s => s.Value), "2026-10-01", "", DrilledShop.October.ToString());
        return await new RulesQuery(shop.Database, _ => viewer, jobs, TimeProvider.System).For(null, settings.Length == 0 ? null : form, act, new DefaultHttpContext());
    }

    [Fact]
    public async Task Who_sees_everyone_may_look_and_the_manager_and_the_administrator_may_change()
    {
        Assert.Equal((403, 403, 200), ((await Ask(null, RulesAct.Look)).Status, (await Ask(shop.AsAgent(shop.Ann), RulesAct.Look)).Status, (await Ask(DrilledShop.Qa, RulesAct.Look)).Status));
        Assert.Equal((403, 403), ((await Ask(DrilledShop.Qa, RulesAct.Preview, ("slow-times", "2"))).Status, (await Ask(DrilledShop.Qa, RulesAct.Save, ("slow-times", "2"))).Status));
        Assert.Equal((false, true), ((await Ask(DrilledShop.Qa, RulesAct.Look)).View!.MaySet, (await Ask(DrilledShop.Manager, RulesAct.Look)).View!.MaySet));
        Assert.Equal("2026-10", (await Ask(DrilledShop.Manager, RulesAct.Look)).View!.Form.Month);
    }

    [Fact]
    public async Task A_preview_of_a_change_that_moves_nothing_gives_the_kept_numbers_again()
    {
        // The quick reply is only marked on receptions: every number of the month, folded and settled anew in memory, is the one that is kept.
        var preview = (await Ask(DrilledShop.Manager, RulesAct.Preview, ("quick-reply", "20"))).View!.Preview!;
        Assert.Equal(RulePreview.Shown.Length, preview.Shop.Cells.Count(c => c.Before is not null));
        Assert.All(preview.People.Append(preview.Shop), row => Assert.Equal((row.Name, 0), (row.Name, row.Moved)));
    }

    [Fact]
    public async Task A_preview_shows_what_moves_most_first_and_keeps_nothing()
    {
        var preview = (await Ask(DrilledShop.Manager, RulesAct.Preview, ("slow-seconds", "1"), ("slow-times", "1"), ("judgement", "payment"))).View!.Preview!;
        Assert.Equal(["slow-seconds", "slow-times", "judgement"], preview.Changes.Select(c => c.Setting.Id));
        var slow = preview.Shop.Cells[0];
        Assert.Equal("slow", slow.Metric.Id);
        Assert.True(slow.After > slow.Before);
        Assert.Equal(preview.Shop.Cells.Select(c => c.Share).OrderDescending(), preview.Shop.Cells.Select(c => c.Share));
        Assert.Equal(preview.People.Select(p => p.Most).OrderDescending(), preview.People.Select(p => p.Most));
        // Sales go by the rule that would pay: what the ledger has under it already.
        var october = shop.Facts;
        var ann = october.Roster.Find(shop.Ann.Name)!.Id;
        Assert.Equal(october.Read(october.Metrics.Find("sales@payment")!, october.TotalsOf(ann)).Value, preview.People.First(p => p.Name == shop.Ann.Name).Cells.First(c => c.Metric.Id.StartsWith("sales", StringComparison.Ordinal)).After);
        Assert.Single(shop.Database.RuleSets.All(shop.Shop.Id));
        Assert.Equal(1, Assert.Single(shop.Database.Facts.MadeBy(shop.Shop.Id, DrilledShop.October.First, DrilledShop.October.Last).Select(m => m.RuleSetVersion).Distinct()));
    }

    [Fact]
    public async Task A_refused_change_names_the_setting_and_an_untouched_form_changes_nothing()
    {
        var view = (await Ask(DrilledShop.Manager, RulesAct.Save, ("session-gap", "0"))).View!;
        Assert.Equal(["setting-out-of-range", "reason-missing"], view.Faults.Select(f => f.Name));
        var same = RuleSettings.All.Select(s => (s.Id, s.Read(view.InForce))).ToArray();
        Assert.Equal("rules-unchanged", (await Ask(DrilledShop.Manager, RulesAct.Preview, same)).View!.Faults[0].Name);
    }
}
