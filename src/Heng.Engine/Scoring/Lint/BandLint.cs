using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring.Lint;

/// <summary>What is wrong with a row of bands, and what would mend each fault; the bands stand at place/0, place/1 … in the order they are written.</summary>
public static class BandLint
{
    public static IReadOnlyList<Finding> Of(string place, IReadOnlyList<Interval> bands, Interval domain, Unit? unit)
    {
        var faults = BandCheck.Of(bands, domain.From, domain.To);
        return [.. faults.Select(f => Of($"{place}/{f.Index}", f, bands[f.Index], bands, faults, unit))];
    }

    /// <summary>Bands without a fault that no value of the domain lies in.</summary>
    public static IEnumerable<int> Unreachable(IReadOnlyList<Interval> bands, Interval domain) =>
        Enumerable.Range(0, bands.Count).Where(i => !bands[i].IsEmpty && bands[i].And(domain).IsEmpty);

    private static Finding Of(string place, BandFinding fault, Interval band, IReadOnlyList<Interval> bands, IReadOnlyList<BandFinding> all, Unit? unit)
    {
        var shown = Told.Interval(fault.Values, unit);
        return fault.Fault switch
        {
            BandFault.Empty => Finding.Error(LintRules.BandEmpty, place, new($"空区间 {shown}", $"no value lies in {shown}"), InsteadOf(fault.Values, all, unit), fault.Values),
            BandFault.Overlap => Finding.Error(LintRules.BandOverlap, place, new($"区间重叠：{shown} 有两个归属", $"bands overlap: {shown} belongs to two"),
                Apart(band, fault.Values, unit), fault.Values),
            BandFault.Gap => Finding.Error(LintRules.BandGap, place, new($"区间有缺口：{shown} 无归属", $"a gap: {shown} belongs to none"), Filled(band, fault.Values, bands, all, unit), fault.Values),
            BandFault.UnownedEdge => Finding.Error(LintRules.BandEdgeUnowned, place, new($"边界无归属：{shown}", $"an edge nobody owns: {shown}"), Write(band with { OwnsFrom = true }, unit), fault.Values),
            BandFault.OpenBelow => Finding.Error(LintRules.BandUncovered, place, new($"下方未覆盖：{shown}", $"not covered below: {shown}"), Write(band with { From = null }, unit), fault.Values),
            _ => Finding.Error(LintRules.BandUncovered, place, new($"上方未覆盖：{shown}", $"not covered above: {shown}"), Write(band with { To = null }, unit), fault.Values),
        };
    }

    /// <summary>Of what two bands share the one that reaches into the other gives way.</summary>
    private static Wording Apart(Interval band, Interval shared, Unit? unit)
    {
        var below = band with { To = shared.From, OwnsTo = !shared.OwnsFrom };
        if ((band.From is null || band.From < shared.From) && shared.From is not null) return Write(below, unit);
        var above = band with { From = shared.To, OwnsFrom = !shared.OwnsTo };
        return shared.To is null || above.IsEmpty ? new("删去这一档", "remove this band") : Write(above, unit);
    }

    /// <summary>An empty band is mostly a slip of sides: 70% &lt; F ≤ 50% stands where nothing else covers 50% ≤ F &lt; 70%.</summary>
    private static Wording InsteadOf(Interval empty, IReadOnlyList<BandFinding> all, Unit? unit)
    {
        if (Gap(empty, all) is { } gap) return Write(gap, unit);
        return empty is { From: { } from, To: { } to } && from > to ? Write(new(to, true, from, false), unit) : new("删去这一档", "remove this band");
    }

    private static Wording Filled(Interval upper, Interval gap, IReadOnlyList<Interval> bands, IReadOnlyList<BandFinding> all, Unit? unit)
    {
        if (all.Any(f => f.Fault == BandFault.Empty && Gap(f.Values, [.. all.Where(g => g.Values == gap)]) is not null))
            return new($"把空区间改写为 {Told.Interval(gap, unit)}", $"write {Told.Interval(gap, unit)} instead of the empty band");
        var filled = upper with { From = gap.From, OwnsFrom = gap.OwnsFrom };
        // 80–100 above 60–79 means whole numbers: whoever is in between has not reached 80.
        if (gap is not { From: { } from, OwnsFrom: false, To: { } to, OwnsTo: false } || to - from > 1m || bands.FirstOrDefault(b => b.To == from) is not { } lower) return Write(filled, unit);
        var reached = lower with { To = to, OwnsTo = gap.OwnsTo };
        return new($"把下面一档改写为 {Told.Interval(reached, unit)}，或把这一档改写为 {Told.Interval(filled, unit)}", $"write {Told.Interval(reached, unit)} for the band below, or {Told.Interval(filled, unit)} for this one");
    }

    private static Interval? Gap(Interval empty, IReadOnlyList<BandFinding> all) =>
        all.FirstOrDefault(f => f.Fault == BandFault.Gap && f.Values.From == empty.To && f.Values.To == empty.From)?.Values;

    private static Wording Write(Interval band, Unit? unit) => band is { From: null, To: null }
        ? new("让这一档覆盖全部数值", "let this band cover every value")
        : new($"改写为 {Told.Interval(band, unit)}", $"write {Told.Interval(band, unit)}");
}
