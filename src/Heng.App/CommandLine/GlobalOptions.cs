using System.CommandLine;
using System.Globalization;
using Heng.App.Features.Importing;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary>The options every command takes.</summary>
public sealed class GlobalOptions
{
    public Option<string> Data { get; } = new("--data") { Description = "Data folder, holding heng.db (default ./data)", Recursive = true, DefaultValueFactory = _ => "./data" };
    public Option<string?> Db { get; } = new("--db") { Description = "PostgreSQL connection string, instead of the data folder's heng.db", Recursive = true };
    public Option<OutputFormat> Format { get; } = Recursively(OneOf.Enum("--format", "How the answer is written", OutputFormat.Table));
    public Option<string> As { get; } = new("--as") { Description = "Act as this user (default operator: reads all, may not approve)", Recursive = true, DefaultValueFactory = _ => Operator.Name };
    public Option<FileInfo?> KeyFile { get; } = new("--key-file") { Description = "File that holds the user's key (or set HENG_KEY)", Recursive = true };
    public Option<string?> AsOf { get; } = new("--as-of") { Description = "Instant that decides what is final, e.g. 2026-11-12T00:00 (default: end of the last covered day)", Recursive = true };
    public Option<string?> Shop { get; } = new("--shop") { Description = "One shop (default: all in the data folder)", Recursive = true };

    /// <summary>Set where a command is asked for over HTTP: then it works with what is there, as who asks.</summary>
    public AskedOver? Over { get; init; }

    private static Option<T> Recursively<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }

    public IEnumerable<Option> All => [Data, Db, Format, As, KeyFile, AsOf, Shop];
}

/// <summary>The command line's own user: who can read the data folder can read all of it, and may approve nothing.</summary>
public static class Operator
{
    public const string Name = "operator";
}

/// <summary>Reads what people type; what can't be read is a usage error that says what would do.</summary>
public static class Read
{
    public static Month Month(string? text) =>
        Engine.Records.Month.Parse(text ?? "") ?? throw CommandStoppedException.Usage("month-unreadable", $"月份写作 2026-10，不是“{text}”", $"A month is written 2026-10, not '{text}'");

    /// <summary>A number from 0, or a percentage of it: 20% is 0.2. Null where it is neither.</summary>
    public static decimal? Share(string text)
    {
        var percent = text.EndsWith('%');
        return decimal.TryParse(percent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e15m ? percent ? number / 100m : number : null;
    }

    private const int MostMonths = 36;

    /// <summary>Months from one to another, or one.</summary>
    public static IReadOnlyList<Month> Months(string text)
    {
        var ends = text.Split("..");
        if (ends is not ([_] or [_, _])) throw MonthsUnreadable(text);
        var (first, last) = (Month(ends[0]), Month(ends[^1]));
        Month[] all = [.. Enumerable.Range(0, MostMonths).Select(first.Plus).TakeWhile(m => m <= last)];
        return all.Length > 0 && all[^1] == last ? all : throw MonthsUnreadable(text);
    }

    private static CommandStoppedException MonthsUnreadable(string text) =>
        CommandStoppedException.Usage("months-unreadable", $"--months 写作 2026-08..2026-10，最多 {MostMonths} 个月，不是“{text}”", $"--months is written 2026-08..2026-10, {MostMonths} months at most, not '{text}'");

    public static DateOnly Day(string text) =>
        SaidDays.DayOf(text) ?? throw CommandStoppedException.Usage("day-unreadable", $"日期写作 2026-10-31，不是“{text}”", $"A day is written 2026-10-31, not '{text}'");

    public static (DateOnly From, DateOnly To) Days(string text) => SaidDays.Of(text)
        ?? throw CommandStoppedException.Usage("day-unreadable", $"日期写作 2026-10-31、2026-10-01..2026-10-31 或 2026-10，不是“{text}”", $"Days are written 2026-10-31, 2026-10-01..2026-10-31 or 2026-10, not '{text}'");

    /// <summary>A local time of the shop, or a day (its first second).</summary>
    public static Instant Instant(string text) => SaidDays.InstantOf(text)
        ?? throw CommandStoppedException.Usage("instant-unreadable", $"时间写作 2026-11-12T00:00，不是“{text}”", $"An instant is written 2026-11-12T00:00 (shop's time), not '{text}'");
}
