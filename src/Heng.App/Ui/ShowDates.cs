using System.Globalization;
using Heng.Engine.Records;

namespace Heng.App.Ui;

/// <summary>Days and moments as people write them in each language.</summary>
public static class ShowDates
{
    private static readonly string[] Short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Long =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Words(Month month, Language language) => language.T($"{month.Year} 年 {month.Number} 月", $"{Long[month.Number - 1]} {month.Year}");
    public static string Words(DateOnly day, Language language) => language.T($"{day.Month} 月 {day.Day} 日", $"{day.Day} {Short[day.Month - 1]}");
    public static string Full(DateOnly day, Language language) =>
        language.T($"{day.Year} 年 {day.Month} 月 {day.Day} 日 {Weekday(day.DayOfWeek, language)}", $"{Weekday(day.DayOfWeek, language)} {day.Day} {Short[day.Month - 1]} {day.Year}");
    public static string Slash(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Day}");
    public static string Clock(DateTime local) => local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    public static string Minute(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    public static string Second(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Weekday(DayOfWeek day, Language language) => day switch
    {
        DayOfWeek.Monday => language.T("周一", "Mon"),
        DayOfWeek.Tuesday => language.T("周二", "Tue"),
        DayOfWeek.Wednesday => language.T("周三", "Wed"),
        DayOfWeek.Thursday => language.T("周四", "Thu"),
        DayOfWeek.Friday => language.T("周五", "Fri"),
        DayOfWeek.Saturday => language.T("周六", "Sat"),
        _ => language.T("周日", "Sun"),
    };
}
