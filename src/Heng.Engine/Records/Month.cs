using System.Globalization;

namespace Heng.Engine.Records;

/// <summary>A calendar month of business days, written 2026-10.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public DateOnly First => new(Year, Number, 1);
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    public Month Plus(int months) => Of(First.AddMonths(months));
    public bool Holds(DateOnly day) => day.Year == Year && day.Month == Number;
    public int CompareTo(Month other) => First.CompareTo(other.First);
    public static bool operator <(Month a, Month b) => a.First < b.First;
    public static bool operator >(Month a, Month b) => a.First > b.First;
    public static bool operator <=(Month a, Month b) => a.First <= b.First;
    public static bool operator >=(Month a, Month b) => a.First >= b.First;
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads exactly yyyy-MM from 1970 to 2200; anything else is no month.</summary>
    public static Month? Parse(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1970 and <= 2200 ? Of(day) : null;
}
