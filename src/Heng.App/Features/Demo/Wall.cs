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
    /// <summary>yyyy-MM-dd HH:mm:ss, digit by digit: it is printed a million times.</summary>
    public static string Print(long at) => string.Create(19, at, static (text, at) =>
    {
        "0000-00-00 00:00:00".CopyTo(text);
        var (day, second) = (DayOf(at), SecondOfDay(at));
        Two(text, 0, day.Year / 100);
        Two(text, 2, day.Year % 100);
        Two(text, 5, day.Month);
        Two(text, 8, day.Day);
        Two(text, 11, second / Hour);
        Two(text, 14, second / Minute % 60);
        Two(text, 17, second % 60);
    });

    public static string Print(long? at) => at is { } known ? Print(known) : "";
    public static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Two(Span<char> text, int at, int number) => (text[at], text[at + 1]) = ((char)('0' + number / 10), (char)('0' + number % 10));
}
