using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Ui;

/// <summary>Numbers as people read them. Rounds half away from zero, groups thousands, and never shows a missing value as zero.</summary>
public static class Show
{
    public const string None = "—";

    /// <summary>The number alone, at the precision of its unit; rates carry their percent sign.</summary>
    public static string Number(decimal? value, Unit unit) => value is not { } number ? None : unit switch
    {
        Unit.Seconds => Fixed(number, 1),
        Unit.Rate => Rate(number),
        Unit.Ratio or Unit.Yuan or Unit.Points or Unit.PerPerson or Unit.PerHour or Unit.PerMinute => Fixed(number, 2),
        Unit.Days => Trimmed(number),
        _ => number == decimal.Truncate(number) ? Fixed(number, 0) : Fixed(number, 2),
    };

    /// <summary>The number with its unit after it, in words of the language.</summary>
    public static string WithUnit(decimal? value, Unit unit, Language language) => WithUnit(Number(value, unit), value, unit, language);
    public static string ExactWithUnit(decimal? value, Unit unit, Language language) => WithUnit(Exact(value, unit), value, unit, language);

    private static string WithUnit(string number, decimal? value, Unit unit, Language language) =>
        value is not { } given ? None
        : unit == Unit.Yuan ? Yuan(given)
        : Units(unit, language, value) is { Length: > 0 } words ? $"{number} {words}"
        : number;

    /// <summary>The unit's word, in English by how many there are; empty where the number says it already.</summary>
    public static string Units(Unit unit, Language language, decimal? of = null) => unit switch
    {
        Unit.People => language.T("人次", Many(of, "chat")),
        Unit.Times => language.T("次", Many(of, "time")),
        Unit.Seconds => language.T("秒", "s"),
        Unit.Yuan => language.T("元", "CNY"),
        Unit.Points => language.T("分", Many(of, "pt")),
        Unit.Days => language.T("天", Many(of, "day")),
        Unit.Orders => language.T("单", Many(of, "order")),
        Unit.Pieces => language.T("件", Many(of, "pc")),
        Unit.Characters => language.T("字", Many(of, "char")),
        Unit.PerHour => language.T("每小时", "/ h"),
        Unit.PerMinute => language.T("每分钟", "/ min"),
        Unit.PerPerson => language.T("每人", "/ person"),
        _ => "",
    };

    /// <summary>A unit for a table heading; a rate says that it is a percentage.</summary>
    public static string Heading(Unit unit, Language language) => unit == Unit.Rate ? "%" : Units(unit, language);

    /// <summary>For explanations: the number without padding, so that a sum of whole seconds reads as one; rates and money keep their two places.</summary>
    public static string Exact(decimal? value, Unit unit) => unit is Unit.Rate or Unit.Yuan ? Number(value, unit) : Trimmed(value, Scaling.Digits(unit));

    /// <summary>The number that <see cref="Exact"/> writes: at the precision at which scoring compares.</summary>
    public static decimal ExactValue(decimal value, Unit unit) => Rounded(value, Scaling.Digits(unit));

    /// <summary>A target, as people write one: 40, 27%, 1,200,000.</summary>
    public static string Goal(decimal value, Unit unit) => unit == Unit.Rate ? Trimmed(value * 100m) + "%" : Trimmed(value, 4);
    public static string GoalWithUnit(decimal value, Unit unit, Language language) => $"{Goal(value, unit)} {Units(unit, language, value)}".TrimEnd();

    public static string Seconds(decimal? seconds) => Number(seconds, Unit.Seconds);
    public static string Rate(decimal fraction) => Fixed(fraction * 100m, 2) + "%";
    public static string Yuan(decimal yuan) => (Rounded(yuan, 2) < 0 ? "−¥" : "¥") + Plain(Math.Abs(Rounded(yuan, 2)), 2);
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>So many of something in English: 1 order, 2 orders; where the plural is no mere s, it is given.</summary>
    public static string Count(long count, string one, string? many = null) => $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>Two places at most, unless more are asked for, without trailing zeros: for full marks, weights and days.</summary>
    public static string Trimmed(decimal? value, int digits = 2) =>
        value is { } number ? Minus(Rounded(number, digits).ToString("#,0." + new string('#', digits), CultureInfo.InvariantCulture)) : None;

    /// <summary>A length of time in words: 等待 1 分 38 秒.</summary>
    public static string Duration(long seconds, Language language)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
        var parts = new List<string>(3);
        if (hours > 0) parts.Add(language.T($"{hours} 小时", $"{hours} h"));
        if (minutes > 0) parts.Add(language.T($"{minutes} 分", $"{minutes} min"));
        if (rest > 0 || parts.Count == 0) parts.Add(language.T($"{rest} 秒", $"{rest} s"));
        return string.Join(' ', parts);
    }

    /// <summary>
    /// A change with its sign: of rates in percentage points, of all else in per cent of the earlier value.
    /// Null where either is missing, or where nothing can be divided by.
    /// </summary>
    public static string? Change(decimal? now, decimal? before, Unit unit, Language language)
    {
        if (now is not { } to || before is not { } from) return null;
        if (unit == Unit.Rate) return Signed((to - from) * 100m, 2) + language.T(" 个百分点", " pp");
        return from == 0 ? null : Signed((to - from) / from * 100m, 1) + "%";
    }

    /// <summary>With + or − before it; zero carries neither.</summary>
    public static string Signed(decimal value, int digits) => (Rounded(value, digits) > 0 ? "+" : "") + Fixed(value, digits);

    private static string Many(decimal? of, string one) => of is { } count && Rounded(count, 2) == 1m ? one : one + "s";
    private static decimal Rounded(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);
    private static string Fixed(decimal value, int digits) => Minus(Plain(Rounded(value, digits), digits));
    private static string Plain(decimal rounded, int digits) => rounded.ToString(digits == 0 ? "#,0" : "#,0." + new string('0', digits), CultureInfo.InvariantCulture);
    private static string Minus(string text) => text.Replace('-', '−');
}
