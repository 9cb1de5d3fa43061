using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>Which bar of a plan a step of a ladder asks about: of an item's standard, or without an item of the pass mark.</summary>
public sealed record LadderBar(string? Item, Bar Mark)
{
    /// <summary>Null where the card has no such bar or no value for it.</summary>
    public bool? ReachedOn(CardBefore card) => card.Bars.FirstOrDefault(b => b.Item == Item && b.Name == Mark.Name)?.Reached;

    /// <summary>As a card says it. Items that several stretches of a month put together have no one standard, and no bar.</summary>
    public BarSeen On(Scorecard card) => Item is null ? Seen(card.Score, card.Bars)
        : card.Items.FirstOrDefault(i => i.Item == Item) is { } item ? Seen(item.Value.Value, item.Bars) : Unseen(null);

    /// <summary>As the notes of a card say that was sealed.</summary>
    /// <param name="bars">Those that its plan had for it then.</param>
    public BarSeen InNotes(decimal? value, IReadOnlyList<Bar> bars, IEnumerable<Wording> notes) =>
        value is null || bars.All(b => b.Name != Mark.Name) ? Unseen(value) : Unseen(value) with { Reached = BarWords.AreIn(notes, Mark.Name) };

    public BarSeen Unseen(decimal? value) => new(Item, Mark.Name, value, null);

    private BarSeen Seen(decimal? value, IReadOnlyList<BarResult> bars) => Unseen(value) with { Reached = bars.FirstOrDefault(b => b.Name == Mark.Name)?.Reached };
}

/// <summary>A bar as a past card says it: what the value was and whether it was reached; null where nobody can say.</summary>
public sealed record BarSeen(string? Item, Wording Name, decimal? Value, bool? Reached);

/// <summary>The note that a reached bar leaves on its card. Sealed cards hold it, so its beginning never changes.</summary>
public static class BarWords
{
    public static Wording Of(BarResult bar) => new($"{Begins(bar.Name)}{Shown.Number(bar.At)}）", $"reaches {bar.Name.En} ({Shown.Number(bar.At)})");

    public static bool AreIn(IEnumerable<Wording> notes, Wording name) => notes.Any(n => n.Zh.StartsWith(Begins(name), StringComparison.Ordinal));

    private static string Begins(Wording name) => $"达到{name.Zh}（";
}
