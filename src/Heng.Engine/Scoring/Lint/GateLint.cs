using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Vetoes that void everybody, or nobody ever: the stretch of each beside the values that its subject can have (取值范围).</summary>
internal static class GateLint
{
    /// <param name="scores">What cards come to before any veto; null where that is not known.</param>
    public static IEnumerable<Finding> Of(string place, Plan plan, Bounds? scores, Func<string, Metric?> metrics)
    {
        foreach (var gate in plan.Gates)
        {
            if (Values(plan, gate.Subject, scores, metrics) is not var (values, unit) || values is null) continue;
            var (when, all) = (Told.Interval(gate.When, unit), Told.Interval(values, unit));
            if (gate.When.Holds(values))
                yield return Finding.Error(LintRules.VetoAlways, $"{place}/{gate.Id}/when/is",
                    new($"一票否决「{gate.Name.Zh}」对所有人都成立：取值在 {all}，都在 {when} 内", $"the veto '{gate.Name.En}' voids everybody: all values, {all}, lie in {when}"),
                    new("改为只有该否决的数值，如 x ≥ 1", "write the values that are to void alone, such as x ≥ 1"), gate.When, values);
            else if (gate.When.And(values).IsEmpty)
                yield return Finding.Warning(LintRules.VetoNever, $"{place}/{gate.Id}/when/is",
                    new($"一票否决「{gate.Name.Zh}」不会成立：取值在 {all}，没有数值在 {when} 内", $"the veto '{gate.Name.En}' never voids anything: values lie in {all}, none in {when}"),
                    new("改它的界线，或删去这条", "move its edges, or leave it out"), gate.When, values);
        }
    }

    private static (Interval? Values, Unit? Unit)? Values(Plan plan, GateSubject subject, Bounds? scores, Func<string, Metric?> metrics) => subject switch
    {
        OfScore => scores is { } known ? (known.Interval, Unit.Points) : null,
        OfItem own when plan.Items.FirstOrDefault(i => i.Id == own.Item) is { } item => Values(item, own.Points, MetricOf(item, metrics)),
        OfAsked asked when Asking.Parse(asked.Asked) is var (what, _) => what is Beside.Incident or Beside.Error ? (Domain.Of(Unit.Times), Unit.Times) : null,
        OfAsked asked => metrics(FromMetric.ReportedIn(asked.Asked) ?? asked.Asked) is { } metric ? (Domain.Of(metric.Unit), metric.Unit) : null,
        _ => null,
    };

    private static (Interval?, Unit?)? Values(Item item, bool points, Metric? metric)
    {
        if (item.Source is NoneYet) return null;
        var values = Domain.Of(item, metric);
        if (!points) return (values, Domain.UnitOf(item, metric));
        var range = item.Method.Range(values, item.Weight);
        return ((item.Missing == MissingRule.Zero ? range.Or(Bounds.Of(0m)) : range).Interval, Unit.Points);
    }

    private static Metric? MetricOf(Item item, Func<string, Metric?> metrics) => item.Source is FromMetric from ? metrics(from.Metric) : null;
}
