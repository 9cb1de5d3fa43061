using Heng.App.CommandLine;
using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Appraisals;

/// <summary>Fills the page of a month's assessments, and does what its buttons ask. Everybody sees where it stands and their own part; who leads sees everybody's, a leader the group's.</summary>
public sealed class AppraisalQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    private const int LatestEvents = 40;

    public Task<Seen<AppraisalView>> For(Month month, string? scheme, string? cycle, AppraisalAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AppraisalView>.Forbidden);
        var all = Assessments(month);
        var one = Nearest([.. all.Where(a => (scheme is null || a.Of.Scheme == scheme) && (cycle is null || CycleWords.Id(a.Of.Cycle) == cycle))], month, viewer);
        if (one is null && (scheme ?? cycle) is not null) return Task.FromResult(Seen<AppraisalView>.NotFound);
        var refused = ask is null ? null : one is null ? AppraisalWords.Unknown : new AppraisalDoing(books.Database).Do(one, ask, viewer);
        if (ask is not null && one is not null) one = one.Again();
        return Task.FromResult<Seen<AppraisalView>>(View(month, all, one, viewer) with { Refused = refused });
    }

    /// <summary>Of several the one that waits for the viewer, else one in which they have a part.</summary>
    private Assessment? Nearest(Assessment[] fitting, Month month, Viewer viewer)
    {
        var seen = fitting.Select(a => (One: a, Sight: new AppraisalSight(a, viewer, books.Of(month)))).ToArray();
        return (seen.FirstOrDefault(s => s.Sight.Mine(_ => null).Count > 0) is { One: { } waits } ? waits : seen.FirstOrDefault(s => s.Sight.HasPart).One) ?? fitting.FirstOrDefault();
    }

    public IReadOnlyList<Assessment> Assessments(Month month) => Assessment.All(books.Database, books.Of(month), new(time.GetUtcNow().ToUnixTimeSeconds()));

    private AppraisalView View(Month month, IReadOnlyList<Assessment> all, Assessment? one, Viewer viewer)
    {
        var view = new AppraisalView(month, [.. all.Where(a => a == one || Rights.SeesAppraisals(viewer) || new AppraisalSight(a, viewer, books.Of(month)).HasPart).Select(Named)]);
        if (one is null) return view;
        var (kept, sight) = (books.Of(month), new AppraisalSight(one, viewer, books.Of(month)));
        var clock = kept.Book.Facts.Rules.Clock;
        return view with
        {
            Of = Named(one), Steps = StepsOf(one), Leads = Rights.LeadsAppraisals(viewer), People = [.. one.People.Select(p => p.Agent).Where(_ => Rights.LeadsAppraisals(viewer))],
            Mine = sight.Mine(part => part.About is { } about && Rights.Sees(viewer, about, kept.Find(about)?.Group) ? Links.Agent(month, about) : null),
            Peers = sight.Peers, Proposed = sight.Proposed, SeesRaters = Rights.SeesRaters(viewer),
            Waiting = sight.Waiting, Objections = sight.Objections,
            Happened = !Rights.SeesAppraisals(viewer) ? [] : [.. one.Log.Happened.Reverse().Take(LatestEvents).Select(h =>
                new HappenedRow(clock.ToLocal(h.At), h.Who, AppraisalWords.Of(h.What), NameOf(one, h.Stage), h.Part?.About, h.To is { } to ? $"→ {to} {h.Why}" : h.Why))],
            Shown = one.State.Course.Shown, Results = ResultsOf(one, kept),
        };
    }

    private static (string Scheme, Cycle Cycle, Wording Title) Named(Assessment one) => (one.Of.Scheme, one.Of.Cycle, one.File.Title);

    private static Wording NameOf(Assessment one, string stage) => one.State.Course.Stages.FirstOrDefault(s => s.Id == stage)?.Name ?? new(stage, stage);

    internal static IReadOnlyList<StageStep> StepsOf(Assessment one) => [.. one.State.Course.Stages.Select((stage, place) =>
    {
        var (parts, here) = (ToDos.Of(stage, one.People), place == one.State.At);
        var done = parts.Count(p => one.State.Done.ContainsKey(p) && !one.State.Objections.Contains(p));
        return new StageStep(stage.Id, stage.Name, place < one.State.At, here, done, parts.Count, here ? one.LastDay : null, here ? one.Late : 0);
    })];

    /// <summary>What the course shows of everybody, once published; pay is never among it.</summary>
    private static IReadOnlyList<ShownResult>? ResultsOf(Assessment one, KeptMonth kept)
    {
        var shown = one.State.Course.Shown;
        if (!one.State.Published || shown == Shown.Nothing) return null;
        return [.. one.People.Select(p => Result(p.Agent)).OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Agent, StringComparer.Ordinal)];

        ShownResult Result(string agent)
        {
            var (score, grade, rank) = CardOf(agent);
            return new(agent, shown.HasFlag(Shown.Score) ? score : null, shown.HasFlag(Shown.Grade) ? grade : null, shown.HasFlag(Shown.Rank) ? rank : null);
        }

        (decimal? Score, string? Grade, int? Rank) CardOf(string agent)
        {
            if (one.Of.Cycle == Cycle.Month) return kept.Find(agent) is { } person && kept.ResultOf(person) is var of ? (of.Score, of.Grade, of.Rank) : default;
            if (kept.Sealed is { } closed) return closed.Cycles.FirstOrDefault(c => c.Agent == agent && Mine(c.Card.Plan)) is { Card: { } card } ? (card.Score, card.Grade, card.Rank) : default;
            return kept.Book.Cycles.FirstOrDefault(c => c.Card.Agent == agent && c.Cycle == one.Of.Cycle && Mine(c.Card.Plan)) is { Card: { } open } ? (open.Score, open.Grade, open.Rank) : default;
        }

        bool Mine(string plan) => one.File.Plans.Any(p => p.Id == plan && p.Cycle == one.Of.Cycle);
    }
}
