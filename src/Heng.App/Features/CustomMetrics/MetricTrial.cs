using Heng.App.Features.Months;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Store;
using Own = Heng.Engine.Metrics.Custom.CustomMetrics;

namespace Heng.App.Features.CustomMetrics;

/// <summary>A formula tried on one person's month (试算): the value over its inputs, or what is wrong with the formula. Lack says why there is no value.</summary>
public sealed record MetricTrial(FormulaError? Error, MetricValue? Reading, Explained? Explained, Lack? Lack)
{
    public static MetricTrial Of(PeriodFacts facts, Person person, string formula, Unit? unit)
    {
        var reading = Own.Try(facts.Metrics, formula, unit);
        if (reading.Error is { } error) return new(error, null, null, null);
        var metric = Own.Tried(reading, new("tried", 0, facts.From, new("试算", "Tried"), unit ?? reading.Unit, Better.None, formula));
        var totals = facts.TotalsOf(person.Id);
        var explained = facts.Value(metric, totals);
        return new(null, facts.Read(metric, totals), explained, ComputedExplanation.LackOf((Calculated)explained.How, explained.Inputs));
    }
}
