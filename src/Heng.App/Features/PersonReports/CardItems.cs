using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Scoring;

namespace Heng.App.Features.PersonReports;

/// <summary>An item as a report compares it. Measured is the metric's value, or the points where people give them.</summary>
public sealed record CardItem(string Id, decimal? Value, decimal? Points, decimal Full)
{
    /// <summary>The share of the full points; null without points, and of an item that only takes points off.</summary>
    public decimal? Share => Full > 0m ? Points / Full : null;
    public decimal? Measured(bool byPeople) => byPeople ? Points : Value;
}

/// <summary>A card as reports read it: of a closed month as it was sealed, else as the records make it.</summary>
public sealed record ReadCard(string Plan, int Version, decimal? Score, string? Grade, IReadOnlyList<CardItem> Items)
{
    public CardItem? Item(string id) => Items.FirstOrDefault(i => i.Id == id);

    public static ReadCard? Of(KeptMonth kept, MonthPerson person) => kept.Sealed is not null ? Of(person.SealedCard) : Of(person.Live?.Card);

    public static ReadCard? Of(SealedCard? card) => card is null ? null : new(card.Plan, card.Version, card.Score, card.Grade, [.. card.Items.Select(i => new CardItem(i.Item, i.Value, i.Points, i.Full))]);

    private static ReadCard? Of(Scorecard? card) => card is null ? null : new(card.Plan, card.Version, card.Score, card.Grade, [.. card.Items.Select(i => new CardItem(i.Item, i.Value.Value, i.Points, i.Full))]);
}
