using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Chitu;

/// <summary>赤兔 接待明细: a row a reception. It is kept to show which receptions make a difference; nothing is counted from it.</summary>
internal static class ReceptionList
{
    private const int Shop = 0, Day = 1, From = 2, To = 3, Buyer = 4, Account = 5, Kind = 6, Initiator = 7, State = 8;

    public static readonly Format Format = new("chitu-receptions", new("赤兔 接待明细", "Chitu receptions"), Holding.ReportedReceptions, Shape.Table,
    [
        new("店铺", false, "店铺名称", "shop"),
        new("日期", true),
        new("开始时间", true),
        new("结束时间", true),
        new("买家旺旺", true, "买家昵称"),
        new("客服旺旺", true, "客服昵称"),
        new("接待类型", false),
        new("接待发起", false),
        new("状态", false),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells))) { OfShop = true };

    private static ReportedReception Read(Cells cells)
    {
        var day = cells.Day(Day);
        var (from, to) = (Moment(cells, From, day), Moment(cells, To, day));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        return new(
            cells.ShopOf(Shop), Nicks.Short(cells.Needed(Account)), Nicks.Short(cells.Needed(Buyer)), from, to, cells.Name(Kind), cells.Name(Initiator), cells.Name(State));
    }

    /// <summary>A clock alone is on the row's day.</summary>
    private static Instant Moment(Cells cells, int column, DateOnly day)
    {
        if (cells.Name(column) is not { Length: > 0 } text) return cells.Time(column);
        if (WallTimes.Seconds(text) is not { } second) return cells.Time(column);
        var at = ShopClock.Shanghai.StartOf(day).Plus(second);
        cells.NotAhead(column, at);
        return at;
    }
}
