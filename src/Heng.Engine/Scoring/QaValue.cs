using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>The share of points that QA cards earned: the mean of the cards' own shares, or pooled. A card on which nothing applied counts nowhere.</summary>
internal static class QaValue
{
    public static ItemValue Of(Item item, FromQa source, IReadOnlyList<QaCard> all)
    {
        var cards = all.Where(c => c.Possible > 0 && (source.By == QaBy.Anyone || c.Automatic == (source.By == QaBy.Program)))
            .OrderBy(c => c.Day).ThenBy(c => c.Id, StringComparer.Ordinal).ToArray();
        if (cards.Length == 0) return ItemValue.Without(item, new("暂无质检", "no inspection"), Unit.Rate);
        var inspected = cards.Sum(c => c.Receptions);
        if (item.Sample is { } sample && inspected < sample.AtLeast) return ItemValue.Without(item, ItemValue.TooFew(inspected, sample.AtLeast), Unit.Rate);
        return ItemValue.From(source.Pooled ? Pooled(item, cards) : MeanOf(item, cards),
            [Note(cards, inspected)]);
    }

    private static Explained Pooled(Item item, QaCard[] cards) => Explained.By("qa", item.Name, Unit.Rate, Quotient.Instance,
        Explained.Leaf("part", new("得分合计", "points earned"), cards.Sum(c => c.Earned), Unit.Points, Facts(cards, c => c.Earned)),
        Explained.Leaf("whole", new("可得分合计", "points possible"), cards.Sum(c => c.Possible), Unit.Points, Facts(cards, c => c.Possible)));

    private static Explained MeanOf(Item item, QaCard[] cards) => Explained.By("qa", item.Name, Unit.Rate, Mean.Instance,
        [.. cards.Select(c => Explained.By(c.Id, new("质检卡", "QA card"), Unit.Rate, Quotient.Instance,
            Explained.Leaf("part", new("得分", "earned"), c.Earned, Unit.Points, Facts([c], x => x.Earned)),
            Explained.Leaf("whole", new("可得分", "possible"), c.Possible, Unit.Points, Facts([c], x => x.Possible))))]);

    private static Wording Note(QaCard[] cards, int inspected)
    {
        var (zh, en) = ($"{cards.Length} 张质检卡", cards.Length == 1 ? "1 QA card" : $"{cards.Length} QA cards");
        return inspected == cards.Length ? new(zh, en) : new($"{zh}，共 {inspected} 次接待", $"{en} for {inspected} receptions");
    }

    /// <summary>A card of the program is the person's day, which opens to its receptions.</summary>
    private static Evidence[] Facts(QaCard[] cards, Func<QaCard, decimal> value) => [.. cards.Select(c => new Evidence(c.Automatic ? FactKind.AgentDay : FactKind.Record, c.Id, value(c), c.Day))];
}
