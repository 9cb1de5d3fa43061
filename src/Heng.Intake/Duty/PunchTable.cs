using Heng.Intake.Fields;

namespace Heng.Intake.Duty;

/// <summary>Punches as a plain table (打卡记录), a row each. The name may be a badge that the list of people binds.</summary>
internal static class PunchTable
{
    private const int Name = 0, Account = 1, At = 2;

    public static readonly Format Format = new("punches", new("打卡记录", "Punches"), Holding.Punches, Shape.Table,
    [
        new("name", true, "姓名", "员工", "badge", "卡号", "工号"),
        new("account", false, "账号", "UserId"),
        new("punched_at", true, "打卡时间", "time"),
    ], cells => (out message, out record) =>
        (message, record) = (default, PunchCells.One(cells, PunchCells.WithoutLeft(cells.Needed(Name)), cells.Name(Account) ?? "", At)));
}
