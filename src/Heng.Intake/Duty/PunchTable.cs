using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Duty;

/// <summary>
/// Punches as a plain table (打卡记录), a row each. The name may be a badge that the list of people binds. A row that says from and to holds all of a person's punches of
/// those days, with ; between them; 次日 before one says that it belongs to the day before.
/// </summary>
internal static class PunchTable
{
    private const int Name = 0, Account = 1, At = 2, From = 3, To = 4;
    /// <summary>Before a time: a sheet wrote it under the day before.</summary>
    private const string NextDay = "次日";

    public static readonly Format Format = new("punches", new("打卡记录", "Punches"), Holding.Punches, Shape.Table,
    [
        new("name", true, "姓名", "员工", "badge", "卡号", "工号"),
        new("account", false, "账号", "UserId"),
        new("punched_at", true, "打卡时间", "time"),
        new("from", false, "起始日期"),
        new("to", false, "截止日期"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Punches>(Cells),
        CoversSpan = true,
    };

    private static Punches Read(Cells cells)
    {
        var account = cells.Name(Account) ?? "";
        var name = PunchCells.WithoutLeft(account.Length > 0 ? cells.Name(Name) ?? "" : cells.Needed(Name));
        if (cells.Bare(From).IsEmpty && cells.Bare(To).IsEmpty) return PunchCells.One(cells, name, account, At);
        var (from, to) = (cells.Day(From), cells.Day(To));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        var times = (cells.Name(At) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Instant TimeOf(string time) => cells.Time(At, cells.Charset.Bytes(time.StartsWith(NextDay, StringComparison.Ordinal) ? time[NextDay.Length..] : time), dateAlone: false);
        Instant[] next = [.. times.Where(time => time.StartsWith(NextDay, StringComparison.Ordinal)).Select(TimeOf).Distinct()];
        return new(name, account, from, to, [.. times.Select(TimeOf)]) { NextDay = next.Length > 0 ? next : null };
    }

    private static object?[] Cells(Punches punches) => punches is { At: [var one], NextDay: null } && punches.From == punches.To && ShopClock.Shanghai.DayOf(one) == punches.From
        ? [punches.Name, punches.Account, one, null, null]
        : [punches.Name, punches.Account, string.Join(';', punches.At.Select(at => (punches.NextDay?.Contains(at) == true ? NextDay : "") + WrittenCells.Text(at))), punches.From, punches.To];
}
