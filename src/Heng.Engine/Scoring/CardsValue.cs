using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>A value rolled up from the cards of the period's parts. A part without one is named, and neither helps nor harms.</summary>
internal static class CardsValue
{
    public static ItemValue Of(Item item, FromCards source, IReadOnlyList<CardPart> parts)
    {
        var values = parts.Select(p => Read(source, p)).ToArray();
        var absent = parts.Where((_, i) => values[i].Value is null).Select(p => p.Name).ToArray();
        List<Wording> notes = [];
        if (absent.Length > 0)
            notes.Add(new($"没有数据：{string.Join("、", absent.Select(n => n.Zh))}", $"no data: {string.Join(", ", absent.Select(n => n.En))}"));
        var unit = values.FirstOrDefault(v => v.Value is not null)?.Unit ?? Unit.Points;
        var rolled = source switch
        {
            { By: RollUp.Trend } => Explained.By("trend", item.Name, unit, Growth.Instance, values),
            { By: RollUp.Spread } => Explained.By("spread", item.Name, unit, Apart.Instance, values),
            { WeightedBy: { } weight } => Weighted(item, unit, parts, values, weight),
            _ => Explained.By("mean", item.Name, unit, Mean.Instance, values),
        };
        return rolled.Value is null && absent.Length == 0 ? ItemValue.Without(item, new("暂无数据", "no data"), unit) : ItemValue.From(rolled, notes);
    }

    private static Explained Read(FromCards source, CardPart part) => source.Of switch
    {
        PartOf.Metric => part.Metric(source.Id!) with { Label = part.Name },
        PartOf.Item => Leaf(part, part.Card?.Items.FirstOrDefault(i => i.Item == source.Id)?.Value),
        _ => Leaf(part, part.Card?.Explanation),
    };

    private static Explained Leaf(CardPart part, Explained? own) => own is null
        ? Explained.Leaf(part.Name.En, part.Name, null, Unit.Points)
        : Explained.By(part.Name.En, part.Name, own.Unit, new Rounded(Scaling.Digits(own.Unit)), own);

    /// <summary>Σ value × weight ÷ Σ weight, over the parts that have both.</summary>
    private static Explained Weighted(Item item, Unit unit, IReadOnlyList<CardPart> parts, Explained[] values, string weight)
    {
        var both = parts.Zip(values).Select(p => (Value: p.Second, Weight: p.First.Metric(weight))).Where(p => p is { Value.Value: not null, Weight.Value: not null }).ToArray();
        return Explained.By("weighted", item.Name, unit, Quotient.Instance,
            Explained.By("products", new("各期之和", "sum of value × weight"), Unit.None, Sum.Instance, [.. both.Select(p => Explained.By(p.Value.Id, p.Value.Label, Unit.None, Product.Instance, p.Value, p.Weight))]),
            Explained.By("weights", new("权数合计", "weights"), Unit.None, Sum.Instance, [.. both.Select(p => p.Weight)]));
    }
}
