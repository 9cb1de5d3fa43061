using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads bands written as <c>when: 15 &lt; x ≤ 20</c>; whether they cover what they should, the linter says.</summary>
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
    public static IReadOnlyList<Band> Read(YamlFields owner, IReadOnlyList<YamlNode> nodes, Mapping band) =>
        [.. nodes.Select(n => new YamlFields(n, owner.Errors, band)).Select(b => new Band(Interval(b, "when"), b.Number(band.Keys[1].Name)))];
}
