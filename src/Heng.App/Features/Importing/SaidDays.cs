using System.Globalization;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>Days and instants as people type them beside a file. Null for what is none.</summary>
public static class SaidDays
{
    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>A day, two days with .. between (not reversed), or a month.</summary>
    public static (DateOnly From, DateOnly To)? Of(string text)
    {
        if (Month.Parse(text.Trim()) is { } month) return (month.First, month.Last);
        var ends = text.Split("..").Select(DayOf).ToList();
        return ends is [{ } from, ..] && ends[^1] is { } to && ends.Count <= 2 && from <= to ? (from, to) : null;
    }

    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A local time of the shop, or a day (its first second).</summary>
    public static Instant? InstantOf(string text) =>
        DateTime.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? ShopClock.Shanghai.FromLocal(wall) : null;
}
