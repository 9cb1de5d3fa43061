using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>Days from one to another, both included.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>An ordinary day (A) or one of a promotion (B).</summary>
public enum PromotionDay : byte { Ordinary, Promotion }

/// <summary>
/// A number to reach that need not be the same for everybody (目标值): of the rows that fit the most specific counts, person before group before position before month before
/// kind of day; without one, the default. Imported is the metric whose imported target stands before all of these.
/// </summary>
public sealed record Aim(decimal? Default, IReadOnlyList<AimFor> By, string? Imported)
{
    /// <summary>
    /// Null where nothing says what is aimed at. Where rows tell ordinary days from promotion days, the days of the period weigh them, and what comes of it is rounded to
    /// 0.0001.
    /// </summary>
    /// <param name="imported">The imported target of a metric, null where there is none.</param>
    public decimal? For(Asker who, Func<string, decimal?> imported)
    {
        if (Imported is { } metric && imported(metric) is { } own) return own;
        if (By.All(r => r.Calendar is null)) return On(who, null);
        var ordinary = who.Days - who.PromotionDays;
        var (a, b) = (On(who, PromotionDay.Ordinary), On(who, PromotionDay.Promotion));
        if (who.PromotionDays == 0) return a;
        if (ordinary == 0) return b;
        return a is { } plain && b is { } busy ? Scaling.Round((plain * ordinary + busy * who.PromotionDays) / who.Days, 4) : null;
    }

    private decimal? On(Asker who, PromotionDay? day) => By.Where(r => r.Fits(who, day)).OrderByDescending(r => r.Weight).Select(r => (decimal?)r.Is).FirstOrDefault() ?? Default;
}

/// <summary>A row of targets: all that it names must fit.</summary>
public sealed record AimFor(decimal Is)
{
    public string? Person { get; init; }
    public string? Group { get; init; }
    public string? Position { get; init; }
    public Month? Month { get; init; }
    public PromotionDay? Calendar { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>The order in which rows stand: a person weighs more than all that is named without one, and so on down.</summary>
    public int Weight => (Person is null ? 0 : 16) + (Group is null ? 0 : 8) + (Position is null ? 0 : 4) + (Month is null ? 0 : 2) + (Calendar is null ? 0 : 1);

    /// <summary>It says no more than which kind of day it is for.</summary>
    public bool IsOfDaysAlone => Calendar is not null && Weight == 1;

    /// <summary>A row of a month is for the card that ends with it.</summary>
    public bool Fits(Asker who, PromotionDay? day) =>
        (Person is null || Person == who.Agent) && (Group is null || Group == who.Group) && (Position is null || Position == who.Position)
        && (Month is null || Month == who.Last) && (Calendar is null || Calendar == day);
}

/// <summary>Who is asked for, of which period, and how many of its days are promotion days.</summary>
public sealed record Asker(string Agent, string Group, string Position, Month Last, int Days, int PromotionDays)
{
    public static Asker Of(string agent, string group, string position, Period period, IReadOnlyList<DaySpan> promotions) =>
        Of(agent, group, position, period.Last, new(period.First.First, period.Last.Last), promotions);

    public static Asker Of(string agent, string group, string position, Month last, DaySpan of, IReadOnlyList<DaySpan> promotions)
    {
        var days = Enumerable.Range(of.From.DayNumber, of.To.DayNumber - of.From.DayNumber + 1).Select(DateOnly.FromDayNumber).ToArray();
        return new(agent, group, position, last, days.Length, days.Count(d => promotions.Any(p => p.Holds(d))));
    }
}
