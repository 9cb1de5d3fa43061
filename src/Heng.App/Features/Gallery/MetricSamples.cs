using Heng.App.Features.CustomMetrics;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;
using Own = Heng.Engine.Metrics.Custom.CustomMetrics;

namespace Heng.App.Features.Gallery;

/// <summary>Invented custom metrics, and a formula tried well and badly.</summary>
internal static class MetricSamples
{
    private static readonly CustomDefinition Defined = new("sales-per-chat", 2, new(2026, 10, 1), new("每次咨询销售额", "Sales per chat"), Unit.Yuan, Better.Higher, "「销售额」 / max(consulted, 1)");
    private static readonly MetricForm Form = MetricForm.Of(Defined, "2026-10-01", Names[0], October.ToString());

    public static CustomMetricsView List => new(
        [new(Defined, "韩静", new(2026, 11, 1, 10, 20, 0), true, false), new(Defined with { Version = 1, Formula = "sales / consulted" }, "韩静", new(2026, 10, 28, 9, 5, 0), false, false)], Form, Names, true);

    public static CustomMetricsView Empty => new([], Form with { Id = "", Zh = "", En = "", Formula = "" }, Names, true);

    public static CustomMetricsView Of(MetricForm? form) => (form ?? Form) is var asked && Own.Try(Catalogue.Under(Judgement.OrderFirst), asked.Formula) is { Error: null } reading
        ? List with { Form = asked, Trial = Tried(reading, asked) }
        : List with { Form = asked, Errors = [Wrong(asked)] };

    public static CustomMetricsView Bad => Of(Form with { Formula = "「销售额」 + averge-response" });

    private static DefinitionError Wrong(MetricForm form)
    {
        var error = Own.Try(Catalogue.Under(Judgement.OrderFirst), form.Formula).Error!;
        return new("formula", error.Name, error.Words) { Formula = error };
    }

    private static MetricTrial Tried(FormulaReading reading, MetricForm form)
    {
        var metric = Own.Tried(reading, Defined with { Formula = form.Formula });
        Explained[] inputs = [.. reading.Inputs.Select((input, i) => Explained.Leaf(input.Id, input.Name, 18_240m / (i * 319 + 1), input.Unit))];
        var explained = ComputedExplanation.Of(new(metric, null, null, null, ValueState.Final, null), (Computed)metric.Formula, inputs);
        return new(null, new(metric, explained.Value, null, null, ValueState.Provisional, new(2026, 11, 10)), explained, null);
    }
}
