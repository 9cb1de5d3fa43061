using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.AgentMonth;

/// <summary>A person's card as the page shows it: worked out now, or as a closed month sealed it.</summary>
public sealed class ScoreCards(KeptMonth kept, Language language)
{
    private Month Month => kept.Month;

    public ScoreCard? Of(MonthPerson person)
    {
        if (kept.Sealed is not null) return person.SealedCard is { } closed ? Of(person, closed) with { Within = kept.Within(person) } : null;
        return person.Live?.Card is { } card ? Of(person.Name, card) with { Within = kept.Within(person) } : null;
    }

    private ScoreCard Of(string agent, Scorecard card)
    {
        var plan = Targets.PlanOf(kept.Book, card.Plan, card.Version);
        var ranked = kept.Book.People.Count(p => p.Card?.Plan == card.Plan && p.Card.Rank is not null);
        var score = new Figure(card.Score, Unit.Points, card.Explanation.State, Links.ExplainItem(Month, agent, "total"));
        return new(Title(plan, card.Plan), card.Version, score, plan?.TotalWeight ?? 100m, card.Grade, card.Rank, ranked,
            [.. card.Items.Select(i => Of(agent, i, plan?.Items.FirstOrDefault(p => p.Id == i.Item), card.Score is not null))]) { Notes = card.Notes };
    }

    private ScoreItem Of(string agent, ItemResult item, Item? planned, bool scored) => new(
        item.Item, item.Name, Reading(agent, item.Item, planned, item.Value.Value, item.Value.Unit, item.Value.State), planned is null ? null : Targets.Words(planned, item.Value.Unit, item.Explanation.How),
        new(item.Points, Unit.Points, item.State, Links.ExplainItem(Month, agent, item.Item)), item.Full, StateOf(item.Points, item.State, planned, scored),
        Joined(item.Notes), Share(item.Full, item.Points, item.CountedFull, item.Counted));

    private ScoreCard Of(MonthPerson person, SealedCard card)
    {
        var plan = Targets.PlanOf(kept.Book, card.Plan, card.Version);
        var ranked = kept.Sealed!.Cards.Count(c => c.Plan == card.Plan && c.Rank is not null);
        var score = new Figure(card.Score, Unit.Points, MonthResult.Of(card, null).ScoreState, Links.ExplainItem(Month, person.Name, "total"));
        return new(Title(plan, card.Plan), card.Version, score, plan?.TotalWeight ?? card.Items.Sum(i => i.Full), card.Grade, card.Rank, ranked,
            [.. card.Items.Select(i => Of(person, i, plan?.Items.FirstOrDefault(p => p.Id == i.Item), card.Score is not null))]) { Notes = card.Notes };
    }

    // The seal keeps numbers and names; the unit is the catalogue's. A plan version's own names never change, and older seals have the Chinese ones alone.
    private ScoreItem Of(MonthPerson person, SealedItem item, Item? planned, bool scored)
    {
        var unit = planned?.Source is FromMetric from && kept.Book.Facts.Metrics.Find(from.Metric) is { } metric ? metric.Unit : Unit.None;
        var state = item.Value is null ? ValueState.Missing : item.State;
        return new(
            item.Item, planned?.Name ?? item.Name, Reading(person.Name, item.Item, planned, item.Value, unit, state), planned is null ? null : Targets.Words(planned, unit),
            new(item.Points, Unit.Points, item.State, Links.ExplainItem(Month, person.Name, item.Item)), item.Full, StateOf(item.Points, item.State, planned, scored),
            Joined(item.Notes), Share(item.Full, item.Points, item.CountedFull, item.Counted));
    }

    /// <summary>Null where people give the points.</summary>
    private Figure? Reading(string agent, string item, Item? planned, decimal? value, Unit unit, ValueState state) => planned?.Source switch
    {
        FromRaters or FromSuperior => null,
        FromMetric { Reported: true } => new(value, unit, state, Links.ExplainItem(Month, agent, item)),
        FromMetric from => new(value, unit, state, Links.ExplainMetric(Month, agent, from.Metric)),
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

    private string Title(Plan? plan, string id) => plan is null ? id : language.T(plan.Title);
}
