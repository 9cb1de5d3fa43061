using Heng.App.Features.Reports;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// What scoring asks of the platforms' reports: a metric that a plan wants as reported, and the shop's own counters (GMV, UV …), which only reports bring. A counter
/// of the person stands before the shop's.
/// </summary>
internal sealed class ReportedValues(Database database, PeriodFacts facts)
{
    private readonly Lazy<ReportedNumbers> reported = new(() => ReportedNumbers.Load(database, facts.Shops, facts.From, facts.To, facts.Metrics, facts.Roster));

    /// <summary>Null where the metric is counted and nobody asked for a report.</summary>
    public Explained? Of(string asked, int person)
    {
        if (Asking.Parse(asked) is (Beside.Counter, var counted)) return Counter(FromCounter.Parse(counted), person);
        if (FromMetric.ReportedIn(asked) is { } id) return facts.Metrics.Find(id) is { } told ? Told(told, person) : null;
        return facts.Metrics.Find(asked) is { Formula: NoSource } counter ? Told(counter, person) : null;
    }

    /// <summary>The same of the whole shop.</summary>
    public Explained? OfShop(string asked)
    {
        if (Asking.Parse(asked) is (Beside.Counter, var counted)) return reported.Value.OfShopAlone(MetricOf(FromCounter.Parse(counted)), facts.From, facts.To).Number;
        var told = FromMetric.ReportedIn(asked) is { } id ? facts.Metrics.Find(id) : facts.Metrics.Find(asked) is { Formula: NoSource } counter ? counter : null;
        return told is null ? null : reported.Value.OfWhole(told, facts.From, facts.To).Number;
    }

    private static Metric MetricOf(FromCounter counter) => new(counter.Name, new(counter.Name, counter.Name), counter.Unit, Better.None, new NoSource(""), Source.Reported, Maturity.AtOnce, default, []);

    /// <summary>A number under a name of the shop's own; several days add up where it counts something.</summary>
    private Explained Counter(FromCounter counter, int person)
    {
        var metric = MetricOf(counter);
        var own = reported.Value.OfPerson(person, metric, facts.From, facts.To).Number;
        return own.Value is null ? reported.Value.OfShopAlone(metric, facts.From, facts.To).Number : own;
    }

    private bool IsShops(Metric metric) => facts.Metrics.Groups.Any(g => g.Id == "shop" && g.Metrics.Contains(metric));

    private Explained Told(Metric metric, int person)
    {
        var own = reported.Value.OfPerson(person, metric, facts.From, facts.To).Number;
        return own.Value is null && IsShops(metric) ? reported.Value.OfWhole(metric, facts.From, facts.To).Number : own;
    }
}
