namespace Heng.Engine.Scoring;

public enum BandFault : byte { Empty, Overlap, Gap, UnownedEdge, OpenBelow, OpenAbove }

/// <summary>One thing wrong with a row of bands: the band at Index (in the order they are written), and the values concerned.</summary>
public sealed record BandFinding(BandFault Fault, int Index, Interval Values);

/// <summary>
/// Bands must cover every value once: none empty, no overlap, no gap, each inner edge owned by exactly one side, and reach down to lowest and up to highest
/// (null is without end).
/// </summary>
public static class BandCheck
{
    public static IReadOnlyList<BandFinding> Of(IReadOnlyList<Interval> bands, decimal? lowest, decimal? highest)
    {
        List<BandFinding> found = [.. bands.Select((band, i) => (band, i)).Where(b => b.band.IsEmpty)
            .Select(b => new BandFinding(BandFault.Empty, b.i, b.band))];
        var order = bands.Select((Band, Index) => (Band, Index)).Where(b => !b.Band.IsEmpty)
            .OrderBy(b => b.Band.From ?? decimal.MinValue).ThenByDescending(b => b.Band.From is null || b.Band.OwnsFrom).ToArray();
        if (order.Length == 0) return found;
        if (order[0].Band is { From: { } first } start && !(lowest is { } low && (first < low || (first == low && start.OwnsFrom))))
            found.Add(new(BandFault.OpenBelow, order[0].Index, new(lowest, true, first, !start.OwnsFrom)));
        for (var i = 1; i < order.Length; i++)
            if (Between(order[i - 1].Band, order[i].Band) is { } fault) found.Add(new(fault.Fault, Reaches(order[i - 1].Band, order[i].Band) ? order[i - 1].Index : order[i].Index, fault.Values));
        var last = order.MaxBy(b => (b.Band.To ?? decimal.MaxValue, b.Band.OwnsTo));
        if (last.Band.To is { } end && !(highest is { } high && (end > high || (end == high && last.Band.OwnsTo))))
            found.Add(new(BandFault.OpenAbove, last.Index, new(end, !last.Band.OwnsTo, highest, true)));
        return found;
    }

    private static (BandFault Fault, Interval Values)? Between(Interval lower, Interval upper)
    {
        if (lower.To is not { } to || upper.From is not { } from || from < to) return (BandFault.Overlap, Shared(lower, upper));
        if (from > to) return (BandFault.Gap, new(to, !lower.OwnsTo, from, !upper.OwnsFrom));
        var edge = new Interval(to, true, to, true);
        return (lower.OwnsTo, upper.OwnsFrom) switch { (true, true) => (BandFault.Overlap, edge), (false, false) => (BandFault.UnownedEdge, edge), _ => null };
    }

    /// <summary>A band that begins before the next and ends no sooner is the one that goes too far.</summary>
    private static bool Reaches(Interval lower, Interval upper) => (lower.From is null || lower.From < upper.From)
        && (lower.To is null || (upper.To is { } end && (lower.To > end || (lower.To == end && (lower.OwnsTo || !upper.OwnsTo)))));

    private static Interval Shared(Interval lower, Interval upper) =>
        (upper.To ?? decimal.MaxValue) < (lower.To ?? decimal.MaxValue) ? upper : new(upper.From, upper.OwnsFrom, lower.To, lower.OwnsTo);
}
