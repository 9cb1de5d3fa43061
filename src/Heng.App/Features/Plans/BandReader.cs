using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads bands written as <c>when: 15 &lt; x ≤ 20</c> and says what is wrong with a row of them.</summary>
internal static class BandReader
{
    private static readonly Interval Everything = new(null, false, null, false);

    public static Interval Interval(YamlFields fields, string key)
    {
        if (fields.Required(key) is not { } node) return Everything;
        var text = fields.TextOf(node);
        if (Engine.Scoring.Interval.Parse(text) is { } interval) return interval;
        fields.Errors.Add(node, $"看不懂的区间 {text}，写法如 x ≤ 15、15 < x ≤ 20、x ≥ 70%", $"not an interval: {text}; write x ≤ 15, 15 < x ≤ 20, x ≥ 70%");
        return Everything;
    }

    /// <param name="band">The mapping of one band: when, and the key of what it gives.</param>
    public static IReadOnlyList<Band> Read(YamlFields owner, IReadOnlyList<YamlNode> nodes, Mapping band, decimal? lowest, decimal? highest)
    {
        var value = band.Keys[1].Name;
        var bands = nodes.Select(n => new YamlFields(n, owner.Errors, band)).Select(b => new Band(Interval(b, "when"), b.Number(value))).ToArray();
        Check(owner.Errors, nodes, [.. bands.Select(b => b.Values)], lowest, highest);
        return bands;
    }

    public static void Check(PlanErrors errors, IReadOnlyList<YamlNode> nodes, IReadOnlyList<Interval> bands, decimal? lowest, decimal? highest)
    {
        // An interval that could not be read has its own error; what its absence leaves open is not worth another.
        if (bands.Any(b => ReferenceEquals(b, Everything))) return;
        foreach (var finding in BandCheck.Of(bands, lowest, highest))
        {
            var (zh, en) = finding.Fault switch
            {
                BandFault.Empty => ($"空区间 {finding.Values}", $"no value lies in {finding.Values}"),
                BandFault.Overlap => ($"区间重叠：{finding.Values} 有两个归属", $"bands overlap: {finding.Values} belongs to two"),
                BandFault.Gap => ($"区间有缺口：{finding.Values} 无归属", $"a gap: {finding.Values} belongs to none"),
                BandFault.UnownedEdge => ($"边界无归属：{finding.Values}", $"an edge nobody owns: {finding.Values}"),
                BandFault.OpenBelow => ($"下方未覆盖：{finding.Values}", $"not covered below: {finding.Values}"),
                _ => ($"上方未覆盖：{finding.Values}", $"not covered above: {finding.Values}"),
            };
            errors.Add(nodes[finding.Index], zh, en);
        }
    }
}
