using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Work;

/// <summary>What the tables of work share: whose row it is, yes and no, durations.</summary>
internal static class WorkCells
{
    public static readonly Column Shop = new("shop", false, "店铺");
    public static readonly Column Agent = new("agent", true, "客服", "姓名", "员工");

    public static string ShopOrCompany(this Cells cells, int column) => cells.NamedOrNone(column) is { Length: > 0 } own ? own : cells.Shop ?? "";

    public static string AgentOf(this Cells cells, int column) => Nicks.Short(cells.Named(column));

    public static bool? YesOrNone(this Cells cells, int column) => cells.Bare(column).IsEmpty ? null : cells.Word(column, YesOf);

    public static bool Yes(this Cells cells, int column) => cells.Word(column, YesOf);

    public static int? SecondsOrNone(this Cells cells, int column)
    {
        if (cells.Name(column) is not { Length: > 0 } text) return null;
        if (Durations.TryRead(text, out var seconds) && seconds <= int.MaxValue) return (int)Math.Round(seconds, MidpointRounding.AwayFromZero);
        cells.Fail(Reasons.Duration(cells.NameOf(column)));
        return null;
    }

    public static decimal? NumberOrNone(this Cells cells, int column) => cells.Bare(column).IsEmpty ? null : cells.Number(column);

    /// <summary>Not before what it follows, or the row is wrong.</summary>
    public static Instant? After(this Cells cells, int column, Instant earlier, int earlierColumn)
    {
        var at = cells.TimeOrNone(column);
        if (at < earlier) cells.Fail(Reasons.Before(cells.NameOf(column), cells.NameOf(earlierColumn)));
        return at;
    }

    /// <summary>A day on which something happened, so one that has begun.</summary>
    public static DateOnly PastDay(this Cells cells, int column)
    {
        var day = cells.Day(column);
        cells.NotAhead(column, ShopClock.Shanghai.StartOf(day));
        return day;
    }

    private static bool? YesOf(string word) => word.ToLowerInvariant() switch
    {
        "是" or "y" or "yes" or "true" or "1" or "√" or "✓" or "有" or "已" => true,
        "否" or "n" or "no" or "false" or "0" or "×" or "无" or "未" => false,
        _ => null,
    };
}
