using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;

namespace Heng.Engine.Metrics;

/// <summary>
/// Facts of a period as explanations: a primitive by day, a day by fact. Orders nobody paid are no part of any total.
/// <paramref name="open"/> tells the days that can still move.
/// </summary>
internal sealed class FactTree(FactSet facts, DateOnly from, DateOnly to, Func<DateOnly, bool> open, int? onlyAgent = null)
{
    public FactTree Only(int agent) => new(facts, from, to, open, agent);

    public Explained Terms(Terms terms) =>
        terms.Items is [(var only, 1)] ? Primitive(only)
        : Explained.By("", FormulaText.TermsOf(terms), UnitOf(terms), Sum.Instance, [.. terms.Items.Select(term => Term(term.Primitive, term.Times))]);

    private static Unit UnitOf(Terms terms) => terms.Items.Select(t => PrimitiveWords.UnitOf(t.Primitive)).Distinct().ToArray() is [var one] ? one : Unit.None;

    public Explained Primitive(Primitive primitive)
    {
        var days = Facts(primitive).GroupBy(fact => fact.Day).OrderBy(day => day.Key).Select(day => DayLeaf(primitive, day)).ToArray();
        return days.Length == 0 ? Zero(primitive) : Explained.By(PrimitiveWords.CodeOf(primitive), PrimitiveWords.Of(primitive), PrimitiveWords.UnitOf(primitive), Sum.Instance, days);
    }

    /// <summary>One leaf an agent-day, so that each stands for its own value.</summary>
    public Explained Largest(Primitive primitive)
    {
        Explained[] days = [.. Facts(primitive).OrderBy(fact => fact.Day).ThenBy(fact => fact.Fact, StringComparer.Ordinal).Select(fact =>
            Explained.Leaf(fact.Fact, Named(fact.Fact), PrimitiveWords.Told(primitive, fact.Measures[primitive]), PrimitiveWords.UnitOf(primitive), [Evidence(fact, primitive)]))];
        return days.Length == 0 ? Zero(primitive) : Explained.By(PrimitiveWords.CodeOf(primitive), PrimitiveWords.Of(primitive), PrimitiveWords.UnitOf(primitive),
            Heng.Engine.Explanation.Largest.Instance, days);
    }

    /// <summary>One leaf for each number of seconds: how many waits took that long, and where.</summary>
    public Explained Quantile(QuantileOf quantile)
    {
        var waits = (quantile.FirstResponses ? facts.FirstResponses : facts.RoundWaits).Where(wait => from <= wait.Day && wait.Day <= to)
            .GroupBy(wait => wait.Seconds).OrderBy(group => group.Key).ToArray();
        return Explained.By("", FormulaText.Of(quantile), Unit.Seconds, new QuantileOfCounts(quantile.Percent, [.. waits.Select(group => group.Key)]),
            [.. waits.Select(WaitLeaf)]);
    }

    private static Explained WaitLeaf(IGrouping<int, WaitFact> waits)
    {
        var seconds = waits.Key.ToString(CultureInfo.InvariantCulture);
        return Explained.Leaf(seconds, new($"等待 {seconds} 秒的次数", $"waits of {seconds} s"), waits.Sum(wait => wait.Times), Unit.Times,
            [.. waits.OrderBy(wait => wait.Day).ThenBy(wait => wait.Fact, StringComparer.Ordinal).Select(wait =>
                new Evidence(wait.Kind, wait.Fact, wait.Times, wait.Day))]);
    }

    private Explained Term(Primitive primitive, int times) =>
        times == 1 ? Primitive(primitive) : Explained.By(PrimitiveWords.CodeOf(primitive), PrimitiveWords.Of(primitive), PrimitiveWords.UnitOf(primitive), new Times(times),
            Primitive(primitive));

    private Explained DayLeaf(Primitive primitive, IGrouping<DateOnly, Contribution> day)
    {
        var name = MetricExplanation.Day(day.Key);
        return Explained.Leaf(name, new(name, name), PrimitiveWords.Told(primitive, day.Sum(fact => fact.Measures[primitive])), PrimitiveWords.UnitOf(primitive),
            [.. day.OrderBy(fact => fact.Fact, StringComparer.Ordinal).Select(fact => Evidence(fact, primitive))],
            open(day.Key) || day.Any(fact => fact.State == ValueState.Provisional) ? ValueState.Provisional : null);
    }

    private IEnumerable<Contribution> Facts(Primitive primitive) => facts.Contributions.Where(fact =>
        fact.Agent != AgentDay.Unpaid && (onlyAgent is null || fact.Agent == onlyAgent) && from <= fact.Day && fact.Day <= to && fact.Measures[primitive] != 0);

    private static Evidence Evidence(Contribution fact, Primitive primitive) => new(fact.Kind, fact.Fact, PrimitiveWords.Told(primitive, fact.Measures[primitive]), fact.Day);

    private static Wording Named(string agentDay)
    {
        var name = agentDay.Replace("/", " · ", StringComparison.Ordinal);
        return new(name, name);
    }

    private static Explained Zero(Primitive primitive) => Explained.Leaf(PrimitiveWords.CodeOf(primitive), PrimitiveWords.Of(primitive), 0m, PrimitiveWords.UnitOf(primitive));
}
