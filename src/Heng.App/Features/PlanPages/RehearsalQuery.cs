using Heng.App.Features.CustomMetrics;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>Rehearses a scheme's draft, or without one its newest version or template, and publishes a draft that was looked at.</summary>
public sealed class RehearsalQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    /// <param name="publish">What the form carries of the rehearsed text; null where nothing is to be published.</param>
    public Task<Seen<RehearsalView>> For(string scheme, string? budget, string? publish, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<RehearsalView>.Forbidden);
        if (publish is null) return Task.FromResult(Look(scheme, budget, null));
        var (done, refused) = Published(scheme, publish, viewer);
        return Task.FromResult(done is not null ? done : Look(scheme, budget, refused));
    }

    private Seen<RehearsalView> Look(string scheme, string? budget, NotPublished? refused)
    {
        if (StandingText.Find(database, scheme) is not { } standing) return Seen<RehearsalView>.NotFound;
        var read = PlanFile.Load(standing.Yaml, $"{scheme}.yaml", ShopCatalogue.Latest(database).Find);
        if (read.Content is not { } content) return new RehearsalView(scheme, new(scheme, scheme), null, new([], []), read.Errors.Count) { Refused = refused };
        var publication = new Publication(database, time);
        var (result, not) = publication.Rehearse(content, new(RunBudget.Read(budget)));
        return new RehearsalView(scheme, content.Title, result, publication.NotesOn(content), 0)
        {
            Refused = refused ?? not, BudgetText = budget?.Trim() ?? "", Seen = not is null && standing.IsDraft ? standing.Seen : null,
        };
    }

    private (RehearsalView? Done, NotPublished? Refused) Published(string scheme, string seen, Viewer viewer)
    {
        if (StandingText.Find(database, scheme) is not { } standing) return (null, null);
        if (seen != standing.Seen || !standing.IsDraft)
            return (null, standing.Newest is { } newest && StandingText.IsOf(seen, newest.Yaml) ? NotPublished.AlreadyInForce(newest) : NotPublished.ChangedMeanwhile);
        // A text with errors was never rehearsed; the page tells them.
        if (PlanFile.Load(standing.Yaml, $"{scheme}.yaml", ShopCatalogue.Latest(database).Find).Content is not { } content) return (null, null);
        var (done, refused) = new Publication(database, time).Publish(content, standing.Yaml, viewer.Name, standing.Newest);
        return (done is null ? null : new(scheme, content.Title, done.Simulation, done.Notes, 0) { Published = done.Version.Version }, refused);
    }
}
