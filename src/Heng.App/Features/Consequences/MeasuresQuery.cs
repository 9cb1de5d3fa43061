using Heng.App.Features.Appraisals;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Consequences;

/// <summary>Fills the page of a month's proposals and decides what its forms ask; a leader's or supervisor's are those of their groups.</summary>
public sealed class MeasuresQuery(BookCache books, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int MostLost = 3;

    public Task<Seen<MeasuresView>> For(Month month, MeasureAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSomeMeasures(viewer)) return Task.FromResult(Seen<MeasuresView>.Forbidden);
        if (ask is not null && !Rights.DecidesSomeMeasures(viewer)) return Task.FromResult(Seen<MeasuresView>.Forbidden);
        var refused = ask is null ? null : new MeasureDoing(books.Database, folder, time, books.Of).Decide(ask.Of, ask.Act, ask.Day, ask.Why, viewer);
        return Task.FromResult<Seen<MeasuresView>>(View(month, viewer) with { Refused = refused });
    }

    private MeasuresView View(Month month, Viewer viewer)
    {
        var (kept, proposed) = (books.Of(month), new ProposedMeasures(books.Database, books.Of, month));
        var roster = kept.Book.Facts.Roster;
        var today = kept.Book.Facts.Rules.Clock.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
        var decided = books.Database.Measures.In(month).ToDictionary(k => k.Of);
        var actor = AppraisalDoing.ActorOf(viewer, roster).Name;
        var rows = proposed.All.Where(p => Rights.SeesMeasures(viewer, p.Group)).Select(p =>
        {
            var of = new MeasureOf(month, p.Plan.Id, p.Proposal.Rule, p.Agent, p.Proposal.Measure);
            decided.Remove(of, out var before);
            return new ProposedRow(p.Agent, p.Group, p.Plan.Title, new(p.Score, Unit.Points), p.Grade, p.Proposal.Measure, p.Proposal.Why, p.Proposal.Running, Links.Agent(month, p.Agent))
            {
                Of = of, Evidence = p.Proposal.Row, Lost = p.Plan.Cycle == Cycle.Month ? LostBy(kept, p.Agent) : [], State = before?.State ?? MeasureState.New(of.Measure),
            };
        }).ToList();
        // What was begun stays to be seen, though the cards propose it no more.
        rows.AddRange(decided.Values.Where(k => Rights.SeesMeasures(viewer, kept.Find(k.Of.Agent)?.Group)).Select(k => new ProposedRow(k.Of.Agent, kept.Find(k.Of.Agent)?.Group ?? "",
            kept.Book.Files.SelectMany(f => f.Plans).FirstOrDefault(p => p.Id == k.Of.Plan)?.Title ?? new(k.Of.Plan, k.Of.Plan), new(k.Evidence.Count > 0 ? k.Evidence[^1].Score : null, Unit.Points),
            k.Evidence.Count > 0 ? k.Evidence[^1].Grade : null, k.Of.Measure, new("依据的成绩已变，现在不再建议", "The cards have changed and propose it no more"), k.Evidence.Count, Links.Agent(month, k.Of.Agent))
        { Of = k.Of, Evidence = k.Evidence, State = k.State, Stands = false }));
        return new(month, proposed.Any, [.. rows.Select(r => WithActs(r, viewer, actor)).OrderBy(r => r.State.Stage is MeasureStage.Taken or MeasureStage.Refused)],
            [.. proposed.Taken.Where(t => Rights.SeesMeasures(viewer, roster.On(t.Person, t.Record.Day)?.Group))
                .Select(t => new TakenRow(t.Record.Day, roster.NameOf(t.Person) ?? t.Record.Agent, t.Record.Kind, t.Record.Remark))],
            Rights.Imports(viewer)) { Today = today };
    }

    private static ProposedRow WithActs(ProposedRow row, Viewer viewer, string actor)
    {
        var may = row.Agent != actor && (Rights.DecidesMeasures(viewer) || viewer.Leads && MeasureWords.IsLeaders(row.Measure));
        return row with
        {
            MayDecide = may && (row.Stands && row.State.Stage is MeasureStage.Open or MeasureStage.PutOff),
            MayConfirm = may && row.State is { Stage: MeasureStage.Unconfirmed },
        };
    }

    private static IReadOnlyList<(Wording, decimal, decimal)> LostBy(KeptMonth kept, string agent)
    {
        if (kept.Find(agent) is not { } person) return [];
        var items = kept.Sealed is not null
            ? person.SealedCard?.Items.Select(i => (i.Name, i.Points, i.Full)) ?? []
            : person.Live?.Card?.Items.Select(i => (i.Name, i.Points, i.Full)) ?? [];
        return [.. items.Where(i => i.Points is { } points && points < i.Full).OrderByDescending(i => i.Full - i.Points!.Value).Take(MostLost).Select(i => (i.Name, i.Points!.Value, i.Full))];
    }
}
