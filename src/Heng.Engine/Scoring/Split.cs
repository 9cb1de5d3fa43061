namespace Heng.Engine.Scoring;

/// <summary>Divides a sum in hundredths by weights so that the parts add up to it: largest remainder, ties by id, ordinal.</summary>
public static class Split
{
    public static IReadOnlyList<decimal> Of(decimal total, IReadOnlyList<(string Id, decimal Weight)> shares)
    {
        var weights = shares.Sum(s => s.Weight);
        if (weights == 0) return [.. shares.Select(_ => 0m)];
        var exact = shares.Select(s => total * s.Weight / weights).ToArray();
        var parts = exact.Select(e => decimal.Floor(e * 100m) / 100m).ToArray();
        // What the floors leave is less than one hundredth a share, so one more each suffices.
        var left = (int)decimal.Round((total - parts.Sum()) * 100m);
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => shares[i].Id, StringComparer.Ordinal);
        foreach (var i in order.Take(left)) parts[i] += 0.01m;
        return parts;
    }
}
