namespace Heng.Engine.Scoring;

/// <summary>Divides a sum in hundredths by weights so that the parts add up to it: largest remainder, ties by id, ordinal.</summary>
public static class Split
{
    public static IReadOnlyList<decimal> Of(decimal total, IReadOnlyList<(string Id, decimal Weight)> shares)
    {
        var weights = 0m;
        foreach (var (_, weight) in shares) weights += weight;
        var parts = new decimal[shares.Count];
        if (weights == 0m) return parts;
        var (rests, rest) = (new decimal[parts.Length], total);
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = total * shares[i].Weight / weights;
            parts[i] = decimal.Floor(exact * 100m) / 100m;
            (rests[i], rest) = (exact - parts[i], rest - parts[i]);
        }
        // What the floors leave is less than one hundredth a share, so one more each suffices.
        if ((int)decimal.Round(rest * 100m) is var left && left > 0)
            foreach (var i in ByRest(rests, shares).Take(left)) parts[i] += 0.01m;
        return parts;
    }

    private static int[] ByRest(decimal[] rests, IReadOnlyList<(string Id, decimal Weight)> shares)
    {
        var order = new int[rests.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => rests[b].CompareTo(rests[a]) is var byRest and not 0 ? byRest
            : string.CompareOrdinal(shares[a].Id, shares[b].Id) is var byId and not 0 ? byId : a.CompareTo(b));
        return order;
    }
}
