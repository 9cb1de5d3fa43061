using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Records;
using Heng.Intake.Duty;
using Heng.Intake.Fields;

namespace Heng.Intake.WeCom;

/// <summary>企业微信 打卡时间记录: a row a person, a column a day (<c>1 星期五</c>), a cell its times. The month stands above the header or in the file's name.</summary>
internal static partial class PunchSheet
{
    private const int Name = 0, Account = 1, DaySeconds = 86_400;

    public static readonly Format Format = new("wecom-punches", new("企业微信打卡时间记录", "WeCom punches"), Holding.Punches, Shape.Table,
    [
        new("姓名", true), new("账号", true, "帐号"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Repeats = column => DayColumn().IsMatch(column), NeedsPeriod = true,
    };

    private static Punches Read(Cells cells)
    {
        var (from, to) = cells.Period!.Value;
        var (at, next) = (new List<Instant>(), new List<Instant>());
        foreach (var (column, text) in cells.Repeated())
        {
            if (NoPunch(text)) continue;
            var number = int.Parse(DayColumn().Match(column).Groups[1].Value, CultureInfo.InvariantCulture);
            if (DayOf(number, from, to) is { } day) Add(cells, (at, next), day, text, column);
            else cells.Fail(Reasons.OutsidePeriod(column));
        }
        return new(PunchCells.WithoutLeft(cells.Needed(Name)), cells.Name(Account) ?? "", from, to, [.. at.Distinct().Order()])
        {
            NextDay = next.Count > 0 ? [.. next.Distinct().Order()] : null,
        };
    }

    private static void Add(Cells cells, (List<Instant> At, List<Instant> Next) to, DateOnly day, string text, string column)
    {
        foreach (var part in Remark().Replace(text, "").Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NoPunch(part)) continue;
            if (WallTimes.Seconds(part) is not ({ } seconds and < 2 * DaySeconds))
            {
                cells.Fail(Reasons.Time(column));
                continue;
            }
            var at = ShopClock.Shanghai.StartOf(day).Plus(seconds);
            to.At.Add(at);
            if (seconds >= DaySeconds) to.Next.Add(at);
        }
    }

    private static bool NoPunch(string text) => text.Length == 0 || text.Trim('-', '—', ' ').Length == 0;

    /// <summary>The day of the period that bears the number; a period of 26th to 25th has each once.</summary>
    private static DateOnly? DayOf(int number, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (day.Day == number) return day;
        return null;
    }

    [GeneratedRegex(@"^(\d{1,2})\s*(?:星期|周)[一二三四五六日天]$", RegexOptions.CultureInvariant)]
    private static partial Regex DayColumn();

    [GeneratedRegex(@"[（(][^（）()]*[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
