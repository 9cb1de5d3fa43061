using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>The months of one card (考核期), first and last included.</summary>
public readonly record struct Period(Month First, Month Last)
{
    public bool Holds(Month month) => month >= First && month <= Last;

    /// <summary>The cycle's period that ends in the month, whatever part of the year that is.</summary>
    public static Period Ending(Cycle cycle, Month last) => new(last.Plus(1 - cycle.Months()), last);

    /// <summary>What the card is rolled up from: the months, or of a year the quarters; of a month nothing.</summary>
    public static IReadOnlyList<Period> PartsOf(Cycle cycle, Month last)
    {
        if (cycle == Cycle.Month) return [];
        var part = cycle == Cycle.Year ? Cycle.Quarter : Cycle.Month;
        var count = cycle.Months() / part.Months();
        return [.. Enumerable.Range(1, count).Select(i => Ending(part, last.Plus((i - count) * part.Months())))];
    }
}

public static class Cycles
{
    public static int Months(this Cycle cycle) => cycle switch { Cycle.TwoMonths => 2, Cycle.Quarter => 3, Cycle.Year => 12, _ => 1 };

    /// <summary>What the period is called that ends with the month.</summary>
    public static Wording Name(this Cycle cycle, Month last) => cycle switch
    {
        Cycle.TwoMonths => new($"{last.Plus(-1).Year}年{last.Plus(-1).Number}–{last.Number}月", $"{last.Plus(-1)} – {last}"),
        Cycle.Quarter => new($"{last.Year}年第{last.Number / 3}季度", $"{last.Year} Q{last.Number / 3}"),
        Cycle.Year => new($"{last.Year}年", $"{last.Year}"),
        _ => new($"{last.Year}年{last.Number}月", last.ToString()),
    };

    /// <summary>Whether a cycle of the calendar year ends with the month: quarters in March, June, September and December.</summary>
    public static bool EndsIn(this Cycle cycle, Month month) => month.Number % cycle.Months() == 0;
}
