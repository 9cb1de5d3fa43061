using Heng.App.Features.AgentMonth;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Cycles;

/// <summary>Fills the page of the longer cycles' cards: of an open month as they are now, of a closed one as they were sealed.</summary>
public sealed class CyclesQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<CyclesView>> For(Month month, HttpContext context) => Task.FromResult(View(month, viewers(context), Preferences.Language(context)));

    private Seen<CyclesView> View(Month month, Viewer? viewer, Language language)
    {
        if (viewer is null || !Rights.SeesSomebody(viewer)) return Seen<CyclesView>.Forbidden;
        var kept = books.Of(month);
        var longer = kept.Book.Files.SelectMany(f => f.Plans).Where(p => p.Cycle != Cycle.Month).ToArray();
        var cards = new ScoreCards(kept, language);
        var groups = Rows(kept, cards).Where(r => kept.Find(r.Row.Agent) is { } person && KeptMonth.Sees(viewer, person))
            .GroupBy(r => (r.Cycle, r.Row.Card.Plan)).OrderBy(g => g.Key.Cycle).ThenBy(g => g.Key.Plan, StringComparer.Ordinal)
            .Select(g => new CycleGroup(g.Key.Cycle, CycleWords.Of(g.Key.Cycle, month), g.Key.Plan,
                [.. g.Select(r => r.Row).OrderBy(r => r.Card.Rank ?? int.MaxValue).ThenBy(r => r.Agent, StringComparer.Ordinal)]));
        return new CyclesView(month, [.. groups], [.. CycleWords.Later(longer, month)])
        {
            Others = [.. longer.Select(p => p.Cycle).Distinct().Order().SelectMany(c => new[] { Before(c, month), CycleWords.Ending(c, month.Plus(1)) }.Select(last => (CycleWords.Of(c, last), last)))],
        };
    }

    /// <summary>The last period that ended before the month.</summary>
    private static Month Before(Cycle cycle, Month month) => CycleWords.Ending(cycle, month).Plus(-cycle.Months());

    private static IEnumerable<(Cycle Cycle, CycleRow Row)> Rows(KeptMonth kept, ScoreCards cards)
    {
        var live = kept.Book.Cycles;
        string GroupOf(string agent) => kept.Find(agent)?.Group ?? "";
        if (kept.Sealed is not { } closed)
            return live.Select(c => (c.Cycle, new CycleRow(c.Card.Agent, GroupOf(c.Card.Agent),
                cards.Of(c.Card.Agent, c.Cycle, c.Card, live.Count(o => o.Card.Plan == c.Card.Plan && o.Card.Rank is not null)), PartsOf(c))));
        return from row in closed.Cycles
               let plan = Targets.PlanOf(kept.Book, row.Card.Plan, row.Card.Version)
               where plan is not null
               let now = live.FirstOrDefault(c => c.Card.Agent == row.Agent && c.Cycle == plan.Cycle)
               select (plan.Cycle, new CycleRow(row.Agent, GroupOf(row.Agent),
                   cards.Of(row.Agent, plan.Cycle, row.Card, closed.Cycles.Count(o => o.Card.Plan == row.Card.Plan && o.Card.Rank is not null)), now is null ? [] : PartsOf(now)));
    }

    private static IReadOnlyList<CyclePart> PartsOf(CycleCard card) => [.. Period.PartsOf(card.Cycle, card.Period.Last).Zip(card.Parts, (period, part) => new CyclePart(
        part.Name, part.Card?.Score, part.Card?.Grade, card.Cycle == Cycle.Year ? Links.Cycles(period.Last, card.Card.Agent) : Links.Agent(period.Last, card.Card.Agent)))];
}
