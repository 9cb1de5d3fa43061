namespace Heng.Engine.Quality.Checking;

/// <summary>Whether a line lies before, after or on either side of one of another condition's hits; the limit is in time at its edge, and the hit's own line is neither.</summary>
internal static class Proximity
{
    public static bool Holds(Talk talk, List<Hit> hits, Near near, int line) =>
        near.Where != Side.After && Before(talk, hits, near.WithinSeconds, line) || near.Where != Side.Before && After(talk, hits, near.WithinSeconds, line);

    /// <summary>The first hit that begins later is the nearest.</summary>
    private static bool Before(Talk talk, List<Hit> hits, int? within, int line)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
            if (hits[(low + high) / 2].Line > line) high = (low + high) / 2;
            else low = (low + high) / 2 + 1;
        return low < hits.Count && (within is null || talk[hits[low].Line].Second - talk[line].Second <= within);
    }

    /// <summary>The last hit that ends earlier is.</summary>
    private static bool After(Talk talk, List<Hit> hits, int? within, int line)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
            if (hits[(low + high) / 2].LastLine < line) low = (low + high) / 2 + 1;
            else high = (low + high) / 2;
        return low > 0 && (within is null || talk[line].Second - talk[hits[low - 1].LastLine].Second <= within);
    }
}
