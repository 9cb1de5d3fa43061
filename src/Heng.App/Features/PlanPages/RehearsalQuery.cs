using System.Globalization;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>Rehearses a scheme's draft, or without one its template or newest version, and publishes a draft that was looked at.</summary>
public sealed class RehearsalQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<RehearsalView>> For(string scheme, string? budget, bool publish, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<RehearsalView>.Forbidden);
        var draft = database.PlanDrafts.Find(scheme)?.Yaml;
        if ((draft ?? database.Plans.Find(scheme)?.Yaml ?? TemplateLibrary.Find(scheme)?.Yaml) is not { } yaml) return Task.FromResult(Seen<RehearsalView>.NotFound);
        var read = PlanFile.Load(yaml, $"{scheme}.yaml", ShopCatalogue.Latest(database).Find);
        var isDraft = draft is not null || database.Plans.Find(scheme) is null;
        if (read.Content is not { } content) return Answer(new(scheme, new(scheme, scheme), isDraft, null, new([], []), read.Errors.Count));
        var publication = new Publication(database, time);
        if (publish && isDraft)
        {
            var (done, refused) = publication.Publish(content, yaml, viewer.Name);
            return Answer(new(scheme, content.Title, isDraft, done?.Simulation, done?.Notes ?? new([], []), 0) { Published = done?.Version.Version, Refused = refused?.Words });
        }
        var (result, not) = publication.Rehearse(content, new(BudgetOf(budget)));
        return Answer(new(scheme, content.Title, isDraft, result, publication.NotesOn(content), 0) { Refused = not?.Words, BudgetText = budget?.Trim() ?? "" });
    }

    private static decimal? BudgetOf(string? text) =>
        decimal.TryParse(text?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan < 1e12m ? yuan : null;

    private static Task<Seen<RehearsalView>> Answer(RehearsalView view) => Task.FromResult<Seen<RehearsalView>>(view);
}
