using System.Collections.Concurrent;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Months;

/// <summary>A scope's month by day. The month's totals are the sum of its days', so a headline, its line and its chart agree.</summary>
public sealed class ScopeMonth
{
    private readonly IReadOnlyList<AgentDay> all;
    private readonly ILookup<DateOnly, AgentDay> byDay;
    private readonly Totals? beside;
    private readonly ConcurrentDictionary<(DateOnly From, DateOnly To), Totals> sums = new();

    public ScopeMonth(MonthScope scope, PeriodFacts facts)
    {
        (Scope, Facts, all) = (scope, facts, scope.Days(facts));
        byDay = all.ToLookup(d => d.Day);
        var own = all.ToHashSet<AgentDay>(ReferenceEqualityComparer.Instance);
        beside = scope.IsShop ? null : facts.BesideOf(own.Contains);
    }

    public MonthScope Scope { get; }
    public PeriodFacts Facts { get; }
    public Totals Whole => Between(Facts.From, Facts.To);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Facts.To.DayNumber - Facts.From.DayNumber + 1).Select(Facts.From.AddDays);

    public Totals On(DateOnly day) => Between(day, day);

    public Totals Between(DateOnly from, DateOnly to) => sums.GetOrAdd((from, to), Sum);

    public MetricValue Read(Metric metric, Totals own) => Facts.Read(metric, own);

    private Totals Sum((DateOnly From, DateOnly To) days)
    {
        IReadOnlyList<AgentDay> wanted = days.From == days.To ? [.. byDay[days.From]] : all;
        return Scope.IsShop ? Totals.OfShop(days.From, days.To, [.. wanted], Facts.Coverage) : Totals.Of(days.From, days.To, wanted, Facts.Coverage) with { Beside = beside };
    }
}
