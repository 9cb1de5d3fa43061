namespace Heng.Engine.Quality.Sampling;

/// <summary>What was drawn: its stratum, and whether somebody else inspects it again without seeing the first marks (双盲复检).</summary>
public sealed record DrawnItem(FrameItem Item, string Stratum, bool Second);

/// <summary>
/// The draw (抽样): of each stratum the items with the smallest SHA-256(seed ‖ id), as many as its quota, and of each agent likewise as many as every agent has at least. An item falls out of the
/// seed and its id alone, so that anybody who has both can do it again, and what comes to one stratum moves nothing else than that stratum and that item's agent.
/// </summary>
public static class Draw
{
    // The share that is inspected twice follows from another hash, else it would be those that were drawn first.
    private const string SecondMark = "/second";

    public static IReadOnlyList<DrawnItem> Of(SamplingPlan plan, SamplingFrame frame, Seed seed)
    {
        var ranked = frame.Items.Select(i => (Item: i, Hash: seed.HashOf(i.Id), Stratum: plan.StratumOf(i)))
            .OrderBy(i => i.Hash, StringComparer.Ordinal).ThenBy(i => i.Item.Id, StringComparer.Ordinal).ToArray();
        var taken = ranked.GroupBy(i => i.Stratum, StringComparer.Ordinal).SelectMany(s => s.Take(plan.QuotaOf(s.First().Item)))
            .Concat(ranked.GroupBy(i => i.Item.Agent, StringComparer.Ordinal).SelectMany(a => a.Take(plan.PerAgent))).Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var second = Seconds(plan, taken, seed);
        return [.. ranked.Where(i => taken.Contains(i.Item.Id)).Select(i => new DrawnItem(i.Item, i.Stratum, second.Contains(i.Item.Id)))];
    }

    /// <summary>The share, rounded up, so that a small draw has one too.</summary>
    private static HashSet<string> Seconds(SamplingPlan plan, HashSet<string> taken, Seed seed)
    {
        if (plan.Kind != InspectionKind.Company) return [];
        return [.. taken.OrderBy(id => seed.HashOf(id + SecondMark), StringComparer.Ordinal).ThenBy(id => id, StringComparer.Ordinal).Take((int)Math.Ceiling(taken.Count * plan.SecondShare))];
    }
}
