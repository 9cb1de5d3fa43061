using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;

namespace Heng.Engine.Metrics;

/// <summary>A metric's formula as people read it, and the primitives in it.</summary>
public static class FormulaText
{
    public static Wording Of(Formula formula) => formula switch
    {
        Total t => Scaled(TermsOf(t.Terms), t.Scale),
        RatioOf r => RatioText(r),
        LargestOf m => Both(PrimitiveWords.Of(m.Primitive), n => $"max({n})"),
        QuantileOf q => new($"{(q.FirstResponses ? "首次响应" : "回合等待")}的{(q.Percent == 50 ? "中位数" : $"第 {q.Percent} 百分位")}",
            $"{(q.Percent == 50 ? "median" : $"p{q.Percent}")} of {(q.FirstResponses ? "first responses" : "round waits")}"),
        ShareOfShop s => Join(TermsOf(s.Part), " ÷ ", Both(TermsOf(s.ShopWhole), (zh => $"全店{zh}", en => $"the shop's {en}"))),
        OverSilent o => Join(Both(RatioText(o.Own), n => $"({n})"), " − ", Both(RatioText(o.Silent), (zh => $"静默({zh})", en => $"silent ({en})"))),
        OfSilent o => Scaled(Both(TermsOf(o.Terms), (zh => $"静默{zh}", en => $"silent {en}")), o.Scale),
        ShopDay d => PrimitiveWords.Of(d.Primitive),
        Computed c => new(Custom.FormulaWords.Of(c.Expression, i => c.Inputs[i].Name.Zh), Custom.FormulaWords.Of(c.Expression, i => c.Inputs[i].Name.En)),
        NoSource n => new($"暂无来源：{n.Source}", $"no source yet: {n.Source}"),
        _ => throw new InvalidOperationException("unknown formula"),
    };

    /// <summary>Sum, ratio of sums, max or distribution (类型).</summary>
    public static Wording KindOf(Formula formula) => formula switch
    {
        Total or OfSilent or ShopDay => new("求和", "sum"),
        RatioOf or ShareOfShop => new("和之比", "ratio of sums"),
        OverSilent => new("比之差", "difference of ratios"),
        LargestOf => new("最大", "max"),
        QuantileOf => new("分布", "distribution"),
        Computed => new("自定义公式", "own formula"),
        _ => new("待来源", "awaiting a source"),
    };

    public static Wording TermsOf(Terms terms)
    {
        Wording text = new("", "");
        foreach (var (primitive, times) in terms.Items)
        {
            var sign = times < 0 ? " − " : text.Zh.Length > 0 ? " + " : "";
            var factor = Math.Abs(times) == 1 ? "" : Math.Abs(times).ToString(CultureInfo.InvariantCulture) + " × ";
            text = Join(text, sign + factor, PrimitiveWords.Of(primitive));
        }
        return text;
    }

    public static IEnumerable<Primitive> PrimitivesOf(Formula formula) => formula switch
    {
        Total t => Names(t.Terms),
        RatioOf r => Names(r.Part).Concat(Names(r.Whole)),
        LargestOf m => [m.Primitive],
        ShareOfShop s => Names(s.Part).Concat(Names(s.ShopWhole)),
        OverSilent o => PrimitivesOf(o.Own).Concat(PrimitivesOf(o.Silent)),
        OfSilent o => Names(o.Terms),
        ShopDay d => [d.Primitive],
        Computed c => c.Inputs.SelectMany(input => PrimitivesOf(input.Formula)).Distinct(),
        _ => [],
    };

    private static IEnumerable<Primitive> Names(Terms terms) => terms.Items.Select(term => term.Primitive);

    private static Wording RatioText(RatioOf r) =>
        Join(Scaled(Grouped(r.Part), r.Scale), " ÷ ", Grouped(r.Whole));

    private static Wording Grouped(Terms terms) => terms.Items.Count == 1 ? TermsOf(terms) : Both(TermsOf(terms), n => $"({n})");

    private static Wording Scaled(Wording text, decimal scale) => scale == 1m ? text : Both(text, n => $"{n} × {scale.ToString(CultureInfo.InvariantCulture)}");
    private static Wording Join(Wording a, string between, Wording b) => new(a.Zh + between + b.Zh, a.En + between + b.En);
    private static Wording Both(Wording words, Func<string, string> change) => new(change(words.Zh), change(words.En));
    private static Wording Both(Wording words, (Func<string, string> Zh, Func<string, string> En) change) => new(change.Zh(words.Zh), change.En(words.En));
}
