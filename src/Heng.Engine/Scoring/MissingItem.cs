using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>What an item without points does, as its rule says (无数据规则). Said on the card in every case.</summary>
internal static class MissingItem
{
    public static CardLine Resolve(Item item, string dimension, ItemValue value, Explained points, decimal[] groupPoints)
    {
        if (points.Value is not null) return new CardLine(item, dimension, value.Explained, points, false, []).Noted(value.Notes);
        CardLine Line(Explained shown, bool blocks, Wording note) =>
            new CardLine(item, dimension, value.Explained, shown, blocks, []).Noted([.. value.Notes, note]);
        if (item.Bonus)
            return value.Notes.Count == 0 || item.Source is FromSuperior ? new CardLine(item, dimension, value.Explained, points, false, []).Noted(value.Notes)
                : Line(points, false, new("无数据，不加分", "no data, adds nothing"));
        switch (item.Missing)
        {
            case MissingRule.Zero:
                return Line(Explained.Leaf(item.Id, item.Name, 0m, Unit.Points), false, new("无数据按 0 分", "no data counts 0 points"));
            case MissingRule.Block:
                return Line(points, true, new("无数据，评分无法完成", "no data, the card can't be finished"));
            // A group in which nobody has points has no mean: then the weight goes to the others.
            case MissingRule.Neutral when groupPoints.Length > 0:
                return Line(GroupMean(item, groupPoints), false,
                    new($"无数据，按同组 {groupPoints.Length} 人平均分", $"no data, counts the mean of {groupPoints.Length} in the group"));
            default:
                return Line(points, false, new("无数据，权重分给其他项", "no data, its weight goes to the other items"));
        }
    }

    private static Explained GroupMean(Item item, decimal[] groupPoints) =>
        Explained.By(item.Id, item.Name, Unit.Points, new Rounded(2),
            Explained.By("group-mean", new("同组平均", "mean of the group"), Unit.Points, Quotient.Instance,
            Explained.Leaf("group-points", new("同组得分之和", "the group's points"), groupPoints.Sum(), Unit.Points),
            Explained.Leaf("group-people", new("有数据的人数", "people with data"), groupPoints.Length, Unit.None)));
}
