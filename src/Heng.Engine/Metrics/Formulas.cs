using Heng.Engine.Explanation;
using Heng.Engine.Facts;

namespace Heng.Engine.Metrics;

/// <summary>Short forms in which the catalogue is written.</summary>
internal static class Formulas
{
    public const decimal Yuan = 0.01m;

    public static Terms Of(params ReadOnlySpan<Primitive> primitives) => new([.. primitives.ToArray().Select(p => (p, 1))]);
    public static Terms Less(Primitive from, params ReadOnlySpan<Primitive> taken) => new([(from, 1), .. taken.ToArray().Select(p => (p, -1))]);
    public static Total Sum(params ReadOnlySpan<Primitive> primitives) => new(Of(primitives));
    public static RatioOf Ratio(Primitive part, params ReadOnlySpan<Primitive> whole) => new(Of(part), Of(whole));

    public static Metric Metric(
        Source source, Maturity maturity, string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        new(id, new(zh, en), unit, better, formula, source, maturity, new(meaning, definition), aliases);

    /// <summary>An entry that no source brings yet: always missing.</summary>
    public static Metric Awaited(string source, string id, string zh, string en, Unit unit, Better better, params IReadOnlyList<string> aliases) =>
        new(id, new(zh, en), unit, better, new NoSource(source), Source.None, Maturity.AtOnce,
            new($"{zh}。尚无数据来源（{source}），恒为“暂无数据”。", $"{en}. No source brings it yet ({source}): always missing."), aliases);
}
