using System.Text.RegularExpressions;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>Shows a choice at its stage and does what is asked of it; from a signed one it begins the next round or makes a draft.</summary>
public sealed partial class ChoiceQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private readonly Choices choices = new(database, time);

    public Task<Seen<ChoiceView>> For(long id, ChoiceAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEveryone(viewer) || (ask is not null && !Rights.Publishes(viewer))) return Task.FromResult(Seen<ChoiceView>.Forbidden);
        if (choices.Find(id) is not { } kept) return Task.FromResult(Seen<ChoiceView>.NotFound);
        return Task.FromResult<Seen<ChoiceView>>(ask is null ? View(kept, viewer, null) : Asked(kept, ask, viewer));
    }

    private ChoiceView Asked(KeptChoice kept, ChoiceAsk ask, Viewer viewer)
    {
        if (ask.Act == "draft") return Drafted(kept, ask, viewer);
        var done = ask.Act == "again" && kept.Choice.Stage == ChoiceStage.Signed ? choices.Begin(kept.Choice.Again(kept.Id), viewer) : choices.Do(kept, ask.Seen, Deed(ask, viewer));
        return done.Kept is { } next ? View(next, viewer, null) with { Done = true } : View(kept, viewer, ask) with { Refused = done.Refused, About = [.. done.About.Select(Named)] };
    }

    private static ChoiceDeed Deed(ChoiceAsk ask, Viewer viewer)
    {
        var (person, may) = (viewer.Name, Rights.Publishes(viewer));
        return ask.Act switch
        {
            "add" => new AddToList(person, may, [.. ask.Added.Select(metric => new Considered(metric, ask.Why.Length > 0 ? new(ask.Why, ask.Why) : new("后来提出", "proposed later")))]),
            "shorten" => new Shorten(person, may, ask.Rows),
            "weigh" => new Weigh(person, may, ask.Rows, ask.Owner),
            "sign" => new SignChoice(person, may),
            _ => new StepBack(person, may),
        };
    }

    private ChoiceView Drafted(KeptChoice kept, ChoiceAsk ask, Viewer viewer)
    {
        ChoiceView Not(ChoiceRefusal refused) => View(kept, viewer, ask) with { Refused = refused };
        if (kept.Choice.Stage != ChoiceStage.Signed || choices.SignatureOf(kept) is null) return Not(ChoiceRefusal.NotSigned);
        if (!IdShape().IsMatch(ask.Scheme)) return Not(ChoiceRefusal.SchemeUnreadable);
        var (metrics, figures) = (ShopCatalogue.Latest(database), FiguresOf(kept.Choice));
        var draft = new PlanDraft(ask.Scheme, ChoiceDraft.Of(kept, ask.Scheme, metrics, figures), new(time.GetUtcNow().ToUnixTimeSeconds()), viewer.Name);
        return database.PlanDrafts.Keep(draft, over: null) ? View(kept, viewer, ask) with { Draft = ask.Scheme } : Not(ChoiceRefusal.DraftExists);
    }

    /// <param name="typed">What was typed and refused stands on the page again.</param>
    private ChoiceView View(KeptChoice kept, Viewer viewer, ChoiceAsk? typed)
    {
        var (metrics, figures, uses) = (ShopCatalogue.Latest(database), FiguresOf(kept.Choice), CurrentUses.Of(database));
        var shown = (typed?.Rows ?? []).ToDictionary(r => r.Metric, StringComparer.Ordinal);
        var listed = kept.Choice.List.ToDictionary(c => c.Metric, StringComparer.Ordinal);
        // What the shop no longer has (a custom metric) can't be shown; it stays in the kept text.
        var rows = metrics.Groups.SelectMany(g => g.Metrics.Where(m => listed.ContainsKey(m.Id)).Select(m => new IndicatorRow(
            shown.TryGetValue(m.Id, out var said) ? said with { Why = listed[m.Id].Why } : listed[m.Id], m, g.Name, figures.ByMetric.GetValueOrDefault(m.Id), [.. uses.ByMetric[m.Id]])));
        return new(kept.Id, kept.Last.Step, kept.Choice, [.. rows], figures, [.. kept.Steps.Select(Row).Reverse()], Rights.Publishes(viewer))
        {
            Me = viewer.Name, Owners = choices.Owners, Scheme = typed?.Scheme ?? $"choice-{kept.Id}",
            Addable = [.. metrics.Groups.Select(g => g with { Metrics = [.. g.Metrics.Where(m => !listed.ContainsKey(m.Id) && !m.Id.Contains('@', StringComparison.Ordinal))] }).Where(g => g.Metrics.Count > 0)],
            Signature = choices.SignatureOf(kept) is { } signed ? (ShopClock.Shanghai.ToLocal(signed.At), signed.Why) : null,
        };
    }

    private ChoiceFigures FiguresOf(IndicatorChoice choice) => ChoiceFigures.Of(database, choice.Position, choice.List.Select(c => c.Metric));

    private string Named(string metric) => ShopCatalogue.Latest(database).Find(metric)?.Name.Zh ?? metric;

    private static ChoiceStepRow Row(ChoiceVersion version)
    {
        var choice = ChoiceText.Read(version);
        return new(version.Step, version.Stage, ShopClock.Shanghai.ToLocal(version.At), version.By, choice.Kept.Count(), choice.List.Count - choice.Kept.Count(), choice.Weights);
    }

    [GeneratedRegex(Vocabulary.IdShape)]
    private static partial Regex IdShape();
}
