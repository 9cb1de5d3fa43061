using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Doing;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Rules;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>Rehearses a scheme's draft, or without one its newest version or template, and publishes a draft that was looked at.</summary>
public sealed class RehearsalQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    /// <param name="act">What the form asks; null where it is only looked at.</param>
    public Task<Seen<RehearsalView>> For(string scheme, string? budget, RehearsalAct? act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<RehearsalView>.Forbidden);
        return Task.FromResult(act switch
        {
            null => Look(scheme, budget, null, viewer),
            { Ends: { } proposal } => Ended(scheme, proposal, act.Why, viewer),
            _ when Published(scheme, act.Seen, viewer) is var (done, refused) => done is not null ? done : Look(scheme, budget, refused, viewer),
        });
    }

    private Seen<RehearsalView> Ended(string scheme, long proposal, string? why, Viewer viewer)
    {
        if (StandingText.ToRehearse(database, time, scheme) is not { } standing) return Seen<RehearsalView>.NotFound;
        var refused = new SecondPerson(database, time, TwoPersonChange.Plan).End(proposal, standing.Newest?.Version ?? 0, why, viewer);
        return refused is null ? new RehearsalView(scheme, new(scheme, scheme), null, new([], []), 0) { Ended = true } : Look(scheme, null, new(refused.Name, refused.Words), viewer);
    }

    private Seen<RehearsalView> Look(string scheme, string? budget, NotPublished? refused, Viewer viewer)
    {
        if (StandingText.ToRehearse(database, time, scheme) is not { } standing) return Seen<RehearsalView>.NotFound;
        var read = PlanFile.Load(standing.Yaml, $"{scheme}.yaml", ShopCatalogue.Latest(database).Find);
        if (read.Content is not { } content) return new RehearsalView(scheme, new(scheme, scheme), null, new([], []), read.Errors.Count) { Refused = refused };
        var publication = new Publication(database, time);
        var (result, not) = publication.Rehearse(content, new(RunBudget.Read(budget)));
        return new RehearsalView(scheme, content.Title, result, publication.NotesOn(content), 0)
        {
            Refused = refused ?? not, BudgetText = budget?.Trim() ?? "", Seen = not is null && standing.IsDraft ? standing.Seen : null,
            Waits = standing.Proposal is { } proposal ? Waiting(proposal, standing, viewer) : null, TakesTwo = new SecondPerson(database, time, TwoPersonChange.Plan).IsNeeded,
        };
    }

    private WaitingChange Waiting(KeptMatter<ProposalStep> kept, StandingText standing, Viewer viewer)
    {
        var (proposal, name) = (SecondPerson.Of(kept), new SecondPerson(database, time, TwoPersonChange.Plan).NameOf(viewer));
        return new(kept.Id, proposal.By, proposal.At, proposal.By == name) { WrittenSince = standing.Draft is { } draft && draft.Yaml.ReplaceLineEndings("\n") != proposal.Text ? draft.By : null };
    }

    private (RehearsalView? Done, NotPublished? Refused) Published(string scheme, string seen, Viewer viewer)
    {
        if (StandingText.ToRehearse(database, time, scheme) is not { } standing) return (null, null);
        if (seen != standing.Seen || !standing.IsDraft)
            return (null, standing.Newest is { } newest && StandingText.IsOf(seen, newest.Yaml) ? NotPublished.AlreadyInForce(newest) : NotPublished.ChangedMeanwhile);
        // A text with errors was never rehearsed; the page tells them.
        if (PlanFile.Load(standing.Yaml, $"{scheme}.yaml", ShopCatalogue.Latest(database).Find).Content is not { } content) return (null, null);
        var outcome = new Publication(database, time).Publish(content, standing.Yaml, viewer, standing.Newest);
        return outcome switch
        {
            { Done: { } done } => (new(scheme, content.Title, done.Simulation, done.Notes, 0) { Published = done.Version.Version }, null),
            { Waits: { ProposedBefore: false } } => (new(scheme, content.Title, null, new([], []), 0) { Proposed = true }, null),
            { Waits: not null } => (null, new(SecondPerson.Words(ProposalRefusal.SamePerson).Name, SecondPerson.Words(ProposalRefusal.SamePerson).Words)),
            _ => (null, outcome.Refused),
        };
    }
}
