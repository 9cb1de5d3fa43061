using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Findings (质检发现) of rules that count. Whoever had receptions of which none was checked has no number.</summary>
internal static class QualityMetrics
{
    private static readonly Needs Checked = new(Primitive.ReceptionsChecked, Primitive.ReceptionsAll);

    public static IReadOnlyList<Metric> All =>
    [
        Of("qa-score", "质检分", "QA score", Unit.Points, Better.Higher, new RatioOf(Formulas.Of(Primitive.QaEarned), Formulas.Of(Primitive.QaPossible), 100m),
            "程序质检：每次接待满分 100，减去发现的扣分，有致命错误为 0，服务提倡加分但不超过 100；得分 ÷ 可得分 × 100。",
            "The program's check: a reception is worth 100, less the points of its findings, 0 with a fatal one; praise adds, never above 100. Earned ÷ possible × 100."),
        Of("fatal-findings", "致命错误", "Fatal findings", Unit.Times, Better.Lower, Sum(Primitive.FatalFindings), "生效规则发现的致命错误，申诉撤销的不计。", "Fatal findings of rules that count; what an appeal took back is left out."),
        Of("non-fatal-findings", "非致命错误", "Non-fatal findings", Unit.Times, Better.Lower, Sum(Primitive.NonFatalFindings), "生效规则发现的非致命错误。", "Non-fatal findings of rules that count."),
        Of("praised-findings", "服务提倡", "Praised findings", Unit.Times, Better.Higher, Sum(Primitive.PraisedFindings), "生效规则发现的、提倡的服务。", "Findings of service that is praised."),
        Of("taboo-hits", "禁忌项", "Taboo hits", Unit.Times, Better.Lower, Sum(Primitive.TabooHits), "“服务用语”类别的致命错误。", "Fatal findings of the category 服务用语 (wording)."),
        Of("risk-receptions", "风险接待占比", "Receptions with a risk", Unit.Rate, Better.None, Ratio(Primitive.RiskReceptions, Primitive.ReceptionsChecked),
            "买家说了投诉、差评等风险词的接待 ÷ 质检过的接待；只供关注，不扣客服的分。", "Receptions in which the buyer used words of risk ÷ receptions checked. For attention alone: it costs an agent nothing."),
    ];

    private static Metric Of(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition) =>
        Metric(Source.Quality, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition) with { Needs = Checked };
}
