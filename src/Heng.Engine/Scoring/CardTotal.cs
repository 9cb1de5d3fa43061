using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>
/// The score (总分): Σ points where every item has points; else Σ points × total weight ÷ Σ weights of the items with points, rounded once to 0.01.
/// So an item without data neither helps nor harms. Nothing with points, or an item that blocks, is no score.
/// </summary>
internal static class CardTotal
{
    private static readonly Wording Score = new("总分", "Score");

    public static Explained Explain(Plan plan, IReadOnlyList<CardLine> lines)
    {
        var points = lines.Select(l => l.Points).ToArray();
        var blocking = lines.Where(l => l.Blocks).Select(l => l.Points).ToArray();
        if (blocking.Length > 0)
            return Explained.By("score", Score, Unit.Points, AllPresent.Instance,
                [Explained.By("points", new("得分合计", "points"), Unit.Points, Sum.Instance, points), .. blocking]);
        if (points.All(p => p.Value is not null)) return Explained.By("score", Score, Unit.Points, Sum.Instance, points);
        var present = Explained.By("weights", new("有数据的权重", "weights with data"), Unit.Points, Sum.Instance,
            [.. lines.Where(l => l.Points.Value is not null).Select(l => Explained.Leaf(l.Item.Id, l.Item.Name, l.Item.Weight, Unit.Points))]);
        var scaled = Explained.By("scaled", new("得分合计 × 总权重", "points × total weight"), Unit.Points, Product.Instance,
            Explained.By("points", new("得分合计", "points"), Unit.Points, Sum.Instance, points),
            Explained.Leaf("total", new("总权重", "total weight"), plan.TotalWeight, Unit.Points));
        return Explained.By("score", Score, Unit.Points, new Rounded(2),
            Explained.By("redistributed", new("得分合计 × 总权重 ÷ 有数据的权重", "points × total weight ÷ weights with data"), Unit.Points, Quotient.Instance,
                scaled, present));
    }

    /// <summary>Each item's share of the plan's total weight and of the score; they add up to both, to the hundredth.</summary>
    public static IReadOnlyList<(decimal? Full, decimal? Points)> Shares(Plan plan, IReadOnlyList<CardLine> lines, decimal? score)
    {
        var present = lines.Where(l => l.Points.Value is not null).ToArray();
        var full = Split.Of(plan.TotalWeight, [.. present.Select(l => (l.Item.Id, l.Item.Weight))]);
        var points = score is { } s ? Split.Of(s, [.. present.Select(l => (l.Item.Id, l.Points.Value!.Value))]) : null;
        var places = present.Select((l, i) => (l.Item.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        return [.. lines.Select(l => places.TryGetValue(l.Item.Id, out var i) ? ((decimal?)full[i], points?[i]) : (null, null))];
    }

    /// <summary>
    /// What an item counts once the weights of those without data went to the others, how that follows from its points, and, where it is not that to the
    /// hundredth, why; null where nothing moved.
    /// </summary>
    public static (Wording Note, Wording? Why)? Redistributed(Plan plan, IReadOnlyList<CardLine> lines, CardLine line, (decimal? Full, decimal? Points) share, decimal? score)
    {
        if (score is not { } total || share is not { Full: { } full, Points: { } counted } || full == line.Item.Weight) return null;
        var present = lines.Where(l => l.Points.Value is not null).Sum(l => l.Item.Weight);
        var exact = line.Points.Value!.Value * plan.TotalWeight / present;
        var near = Scaling.Round(exact, 4);
        var worked = $"{Shown.Number(line.Points.Value.Value)} × {Shown.Number(plan.TotalWeight)} ÷ {Shown.Number(present)} {(near == exact ? "=" : "≈")} {Shown.Number(near)}";
        var note = new Wording($"分摊后满分 {Shown.Number(full)}，计入 {Shown.Number(counted)}（{worked}）",
            $"with the spread weight it counts {Shown.Number(counted)} of {Shown.Number(full)} ({worked})");
        return (note, exact == counted ? null : new($"总分只四舍五入一次，各项计入分到 0.01，合计恰为 {Shown.Number(total)}",
            $"the score is rounded once, and what the items count is split to 0.01 so that it adds up to {Shown.Number(total)}"));
    }

    public static IReadOnlyList<Wording> Notes(IReadOnlyList<CardLine> lines)
    {
        if (lines.Where(l => l.Blocks).ToArray() is { Length: > 0 } blocking)
            return [new($"未完成：{Names(blocking, false)} 无数据", $"not finished: no data for {Names(blocking, true)}")];
        var absent = lines.Where(l => l.Points.Value is null).ToArray();
        return absent.Length == 0 ? [] : [new($"{absent.Length} 项无数据，权重按比例分给其他项：{Names(absent, false)}",
            $"{(absent.Length == 1 ? "1 item without data, its weight" : $"{absent.Length} items without data, their weights")} shared over the others: {Names(absent, true)}")];
    }

    private static string Names(IEnumerable<CardLine> lines, bool english) => string.Join(english ? ", " : "、", lines.Select(l => l.Item.Name.In(english)));
}

/// <summary>The first input, provided that all the others have a value.</summary>
public sealed record AllPresent : Operation
{
    public static readonly AllPresent Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Skip(1).Any(i => i is null) ? null : inputs[0];
    public override Wording Formula => new("全部有数据才有值", "a value only when all are there");
}
