using Heng.Engine.Facts;
using Heng.Engine.Statistics;

namespace Heng.Engine.Metrics;

/// <summary>
/// All that a period adds up to for a person, a group or the shop. <see cref="Silent"/> holds the shop's silent orders and is null for anybody else.
/// </summary>
public sealed record Totals(DateOnly From, DateOnly To, Measures Measures, Waits FirstResponses, Waits RoundWaits, Coverage Coverage)
{
    public Measures? Silent { get; init; }

    /// <summary>The shops that a person's or a group's share is of; null where that is every shop asked for.</summary>
    public Totals? Beside { get; init; }

    /// <summary>A person's or a group's: the sum of the agent-days that are handed in.</summary>
    public static Totals Of(DateOnly from, DateOnly to, IEnumerable<AgentDay> days, Coverage coverage)
    {
        var totals = new Totals(from, to, new Measures(), new Waits(), new Waits(), coverage);
        foreach (var day in days)
            if (from <= day.Day && day.Day <= to) totals.Add(day);
        return totals;
    }

    /// <summary>The shop's: every agent-day and bucket, save orders that nobody paid.</summary>
    public static Totals OfShop(DateOnly from, DateOnly to, IReadOnlyCollection<AgentDay> days, Coverage coverage)
    {
        var silent = new Measures();
        foreach (var day in days)
            if (day.Agent == AgentDay.Silent && from <= day.Day && day.Day <= to) silent.Add(day.Measures);
        return Of(from, to, days.Where(day => day.Agent != AgentDay.Unpaid), coverage) with { Silent = silent };
    }

    private void Add(AgentDay day)
    {
        Measures.Add(day.Measures);
        FirstResponses.Add(day.FirstResponses);
        RoundWaits.Add(day.RoundWaits);
    }
}
