using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>The shop's wall clock as whole seconds since 1970-01-01 00:00:00 on that wall; exports print it as it stands.</summary>
internal static class Wall
{
    public const int Day = 86_400, Hour = 3_600, Minute = 60;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static long At(DateOnly day, int second) => (day.DayNumber - Epoch) * (long)Day + second;
    public static DateOnly DayOf(long at) => DateOnly.FromDayNumber(Epoch + (int)(at / Day));
    public static int SecondOfDay(long at) => (int)(at % Day);
    public static string Print(long at) => DateTime.UnixEpoch.AddSeconds(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    public static string Print(long? at) => at is { } known ? Print(known) : "";
    public static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
