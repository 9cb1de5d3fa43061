using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Choosing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>Lists the choices of indicators and begins new ones. For those who see everyone; HR and the manager choose.</summary>
public sealed class ChoicesQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<ChoicesView>> For(ChoiceForm? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEveryone(viewer) || (form is not null && !Rights.Publishes(viewer))) return Task.FromResult(Seen<ChoicesView>.Forbidden);
        var (choices, metrics, uses) = (new Choices(database, time), ShopCatalogue.Latest(database), CurrentUses.Of(database));
        var view = View(choices, metrics, uses, viewer);
        if (form is null) return Task.FromResult<Seen<ChoicesView>>(view);
        var done = choices.Begin(new(form.Title, form.Position, ChoiceStart.Of(form.From, metrics, uses)), viewer);
        return Task.FromResult<Seen<ChoicesView>>(view with { Form = form, Refused = done.Refused, Begun = done.Kept?.Id });
    }

    private ChoicesView View(Choices choices, CatalogueOfRule metrics, CurrentUses uses, Viewer viewer)
    {
        var roster = database.People.Roster;
        string[] positions = [.. roster.People.SelectMany(p => roster.HistoryOf(p.Id)).GroupBy(e => e.Position, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Where(p => p.Length > 0)];
        return new(
            [.. choices.All.Select(k => new ChoiceRow(k.Id, k.Choice.Title, k.Choice.Position, k.Choice.Stage, k.Choice.Kept.Count(), k.Choice.Owner, ShopClock.Shanghai.ToLocal(k.Last.At), k.Last.By))],
            [.. TradePresets.All.Select(t => new StartOption(ChoiceStart.Trade + t.Id, t.Name, t.Indicators.Count))],
            [.. uses.Plans.Where(p => p.Measured.Count > 0).Select(p => new StartOption(ChoiceStart.Plan + p.Plan.Id, p.Plan.Title, p.Measured.Count, p.Others))],
            ChoiceStart.Of(ChoiceStart.Catalogue, metrics, uses).Count, positions, Rights.Publishes(viewer));
    }
}
