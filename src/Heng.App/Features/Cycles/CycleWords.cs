using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Cycles;

/// <summary>What cycles (周期) and their periods are called.</summary>
public static class CycleWords
{
    /// <summary>As plan files, addresses and commands write it.</summary>
    public static string Id(Cycle cycle) => PlanKeys.Cycles.First(c => c.Value == cycle).Key;

    public static Cycle? Parse(string? id) => id is not null && PlanKeys.Cycles.TryGetValue(id, out var cycle) ? cycle : null;

    public static string Known => string.Join(", ", PlanKeys.Cycles.Keys);

    public static Wording Of(Cycle cycle) => cycle switch
    {
        Cycle.TwoMonths => new("两个月考核", "Two months"),
        Cycle.Quarter => new("季度考核", "Quarter"),
        Cycle.Year => new("年度考核", "Year"),
        _ => new("月度考核", "Month"),
    };

    /// <summary>The period that ends with the month.</summary>
    public static Wording Of(Cycle cycle, Month last) => cycle.Name(last);

    /// <summary>The month with which the period ends that the month is of.</summary>
    public static Month Ending(Cycle cycle, Month month) => month.Plus((cycle.Months() - month.Number % cycle.Months()) % cycle.Months());

    /// <summary>When cards of longer cycles come, for months with which they do not end; nothing where all that there are end now.</summary>
    public static IEnumerable<Wording> Later(IEnumerable<Plan> plans, Month month) => plans.Select(p => p.Cycle).Distinct().Order().Where(c => c != Cycle.Month && !c.EndsIn(month))
        .Select(c => (Cycle: c, Last: Ending(c, month)))
        .Select(c => new Wording($"{Of(c.Cycle).Zh}的考核表随 {c.Last} 出（{Of(c.Cycle, c.Last).Zh}），{month} 还没有", $"cards of {Of(c.Cycle, c.Last).En} come with {c.Last}; {month} has none yet"));
}
