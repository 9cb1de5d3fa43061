using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.AgentMonth;

/// <summary>A person's card as the pages show it: worked out now, or as a closed month sealed it; of the month, of a stretch of it, or of a longer cycle.</summary>
public sealed class ScoreCards(KeptMonth kept, Language language)
{
    private Month Month => kept.Month;

    /// <summary>Whose card it is, and of which days: the metrics of the month stand behind a month's card alone.</summary>
    private sealed record Place(Month Month, string Agent, Cycle Cycle, bool IsStretch)
    {
        public bool IsMonth => Cycle == Cycle.Month && !IsStretch;
        public string Item(string id) => Links.ExplainItem(Month, Agent, id, Cycle == Cycle.Month ? null : CycleWords.Id(Cycle));
        public string Reading(FromMetric from, string id) => IsMonth && !from.Reported ? Links.ExplainMetric(Month, Agent, from.Metric) : Item(id);
    }

    public ScoreCard? Of(MonthPerson person)
    {
        var place = new Place(Month, person.Name, Cycle.Month, false);
        if (kept.Sealed is not null) return person.SealedCard is { } closed ? Of(place, closed, kept.Sealed.Cards.Count(c => c.Plan == closed.Plan && c.Rank is not null)) with { Within = kept.Within(person) } : null;
        return person.Live?.Card is { } card ? Of(place, card, kept.Book.People.Count(p => p.Card?.Plan == card.Plan && p.Card.Rank is not null)) with { Within = kept.Within(person) } : null;
    }

    /// <param name="ranked">How many of the plan have a rank.</param>
    public ScoreCard Of(string agent, Cycle cycle, Scorecard card, int ranked) => Of(new(Month, agent, cycle, false), card, ranked);

    public ScoreCard Of(string agent, Cycle cycle, SealedCard card, int ranked) => Of(new(Month, agent, cycle, false), card, ranked);

    private ScoreCard Of(Place place, Scorecard card, int ranked)
    {
        var plan = Targets.PlanOf(kept.Book, card.Plan, card.Version);
        var score = new Figure(card.Score, Unit.Points, card.Explanation.State, place.Item("total"));
        return new(Title(plan, card.Plan), card.Version, score, plan?.TotalWeight ?? 100m, card.Grade, card.Rank, ranked,
            [.. card.Items.Select(i => Of(place, i, plan?.Items.FirstOrDefault(p => p.Id == i.Item), card.Score is not null))])
        {
            Notes = card.Notes,
            Stretches = [.. card.Stretches.Select(s => new ScoreStretch(s.Stretch.Days, Where(s.Stretch.Group, s.Stretch.Position), s.Stretch.Worked, Of(place with { IsStretch = true }, s.Card, 0)))],
        };
    }

    private static ScoreItem Of(Place place, ItemResult item, Item? planned, bool scored) => new(
        item.Item, item.Name, Reading(place, item.Item, planned, item.Value.Value, item.Value.Unit, item.Value.State), planned is null ? null : Targets.Words(planned, item.Value.Unit, item.Explanation.How),
        new(item.Points, Unit.Points, item.State, place.Item(item.Item)), item.Full, StateOf(item.Points, item.State, planned, scored),
        Joined(item.Notes), Share(item.Full, item.Points, item.CountedFull, item.Counted));

    private ScoreCard Of(Place place, SealedCard card, int ranked)
    {
        var plan = Targets.PlanOf(kept.Book, card.Plan, card.Version);
        var score = new Figure(card.Score, Unit.Points, MonthResult.Of(card, null).ScoreState, place.Item("total"));
        return new(Title(plan, card.Plan), card.Version, score, plan?.TotalWeight ?? card.Items.Sum(i => i.Full), card.Grade, card.Rank, ranked,
            [.. card.Items.Select(i => Of(place, i, plan?.Items.FirstOrDefault(p => p.Id == i.Item), card.Score is not null))])
        {
            Notes = card.Notes, Stretches = [.. card.Stretches.Select(s => new ScoreStretch(s.Days, Where(s.Group, s.Position), s.Worked, Of(place with { IsStretch = true }, s.Card, 0)))],
        };
    }

    // The seal keeps numbers and names; the unit is the catalogue's. A plan version's own names never change, and older seals have the Chinese ones alone.
    private ScoreItem Of(Place place, SealedItem item, Item? planned, bool scored)
    {
        var unit = planned?.Source is FromMetric from && kept.Book.Facts.Metrics.Find(from.Metric) is { } metric ? metric.Unit : Unit.None;
        var state = item.Value is null ? ValueState.Missing : item.State;
        return new(
            item.Item, planned?.Name ?? item.Name, Reading(place, item.Item, planned, item.Value, unit, state), planned is null ? null : Targets.Words(planned, unit),
            new(item.Points, Unit.Points, item.State, place.Item(item.Item)), item.Full, StateOf(item.Points, item.State, planned, scored),
            Joined(item.Notes), Share(item.Full, item.Points, item.CountedFull, item.Counted));
    }

    /// <summary>Null where people give the points.</summary>
    private static Figure? Reading(Place place, string item, Item? planned, decimal? value, Unit unit, ValueState state) => planned?.Source switch
    {
        FromRaters or FromSuperior => null,
        FromMetric from => new(value, unit, state, place.Reading(from, item)),
        _ => new(value, unit, state),
    };

    private static ItemState StateOf(decimal? points, ValueState state, Item? planned, bool scored) => points switch
    {
        null => scored && planned?.Missing is not (MissingRule.Block or MissingRule.Zero) ? ItemState.Redistributed : ItemState.Missing,
        _ => state == ValueState.Provisional ? ItemState.Provisional : ItemState.Scored,
    };

    private static ItemShare? Share(decimal full, decimal? points, decimal? countedFull, decimal? counted) =>
        countedFull is { } share && counted is { } counts && (share != full || counts != points) ? new(counts, share) : null;

    private static Wording? Joined(IReadOnlyList<Wording> notes) =>
        notes.Count == 0 ? null : new(string.Join("；", notes.Select(n => n.Zh)), string.Join("; ", notes.Select(n => n.En)));

    private string Where(string group, string position) => $"{group} · {language.T(PositionWords.Of(position))}";

    private string Title(Plan? plan, string id) => plan is null ? id : language.T(plan.Title);
}
