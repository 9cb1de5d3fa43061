using Heng.App.CommandLine;
using Heng.App.Features.Doing;

namespace Heng.App.Features.Floor;

/// <summary>What forms of the floor say.</summary>
internal static class Words
{
    public static T? Read<T>(string? word) where T : struct, Enum => Enum.GetValues<T>().Where(v => Json.Kebab(v) == word).Select(v => (T?)v).FirstOrDefault();

    public static readonly Refusal DayUnclear = new("day-unclear", new("请写日期，例如 2026-11-05", "Give the day, such as 2026-11-05"));

    /// <summary>A day that calendars reach; null where none stands there.</summary>
    public static DateOnly? FloorDay(this IFormCollection form, string name) => form.Day(name) is { Year: > 2000 and < 2200 } day ? day : null;

    /// <summary>Something stands there that is no day: never taken for nothing.</summary>
    public static bool IsUnclear(this IFormCollection form, string name) => form.Text(name) is not null && form.FloorDay(name) is null;
}
