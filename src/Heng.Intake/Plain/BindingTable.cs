using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Who accounts are, as somebody bound them by hand (账号绑定); an empty person is nobody's, and a last day before the first undoes the binding.</summary>
internal static class BindingTable
{
    private const int Account = 0, Person = 1, From = 2, To = 3, By = 4, At = 5;

    public static readonly Format Format = new("account-bindings", new("账号绑定", "Account bindings"), Holding.Bindings, Shape.Table,
    [
        new("account", true, "账号"),
        new("person", true, "人员"),
        new("from", true, "开始日期"),
        new("to", false, "结束日期"),
        new("by", true, "绑定人"),
        new("at", true, "绑定时间"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<AccountBinding>(b => [b.Account, b.Person, b.From, b.To, b.By, b.At]),
    };

    private static AccountBinding Read(Cells cells) =>
        new(Nicks.Short(cells.Needed(Account)), cells.Name(Person) ?? "", cells.Day(From), cells.DayOrNone(To), cells.Name(By) ?? "", cells.Time(At));
}
