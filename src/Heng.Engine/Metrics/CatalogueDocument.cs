using System.Text;
using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics;

/// <summary>The catalogue as a page of documentation, <c>docs/metric-catalogue.md</c>.</summary>
public static class CatalogueDocument
{
    private const string Head = """
        # 指标目录 · Metric catalogue

        Generated from `src/Heng.Engine/Metrics`; a test fails when this page is stale. Write it anew with
        `HENG_WRITE_DOCS=1 dotnet test tests/Heng.Engine.Tests --filter CatalogueDocumentTests`.

        - Ids never change. A sales id stands for the metric under the paying rule; `id@order-placed`,
            `id@payment` and `id@order-first` are the same under each rule.
        - Rates are fractions. A zero whole, an uncovered period or a metric whose source is awaited is *missing* (暂无数据), never 0.
        - Maturity: `at-once` the day itself · `inquiry` D + inquiry window − 1 · `inquiry-and-payment` that + payment window · `payment-window` D + payment window ·
          `landing-and-payment` the last day an order can land + payment window · `return` D + 3. Until that day is over the value is provisional.
        - Aliases are the platforms' own column names.


        """;

    public static string Markdown()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var group in Catalogue.Groups) Append(page, group);
        return page.ToString();
    }

    private static void Append(StringBuilder page, MetricGroup group)
    {
        page.Append("## ").Append(group.Name.Zh).Append(" · ").Append(group.Name.En).Append("\n\n")
            .Append("| id | 名称 · name | unit | better | kind | 公式 · formula | 定义 · definition | primitives | maturity | sources | aliases |\n")
            .Append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var metric in group.Metrics)
            if (!metric.Id.Contains('@', StringComparison.Ordinal)) page.Append(Row(metric)).Append('\n');
        page.Append('\n');
    }

    private static string Row(Metric metric)
    {
        var (formula, kind) = (FormulaText.Of(metric.Formula), FormulaText.KindOf(metric.Formula));
        string[] cells =
        [
            IdsOf(metric), Both(metric.Name), Kebab(metric.Unit.ToString()), Kebab(metric.Better.ToString()), Both(kind), Both(formula),
                Both(metric.Definition),
            string.Join(", ", FormulaText.PrimitivesOf(metric.Formula).Distinct().Select(PrimitiveWords.CodeOf)),
            metric.Formula is NoSource ? "" : Kebab(metric.Maturity.ToString()),
                metric.Formula is NoSource none ? none.Source : Kebab(metric.Source.ToString()),
            string.Join(", ", metric.Aliases),
        ];
        return "| " + string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |";
    }

    private static string IdsOf(Metric metric) =>
        Catalogue.Find($"{metric.Id}@payment") is null ? $"`{metric.Id}`" : $"`{metric.Id}`, `…@order-placed`, `…@payment`, `…@order-first`";

    private static string Both(Wording words) => words.Zh == words.En ? words.Zh : $"{words.Zh} · {words.En}";

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) && i > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
