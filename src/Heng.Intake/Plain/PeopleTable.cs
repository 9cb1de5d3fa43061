using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>People and their stretches of employment (人员). A base pay that is not written is not 0: the row is rejected.</summary>
internal static class PeopleTable
{
    private const int Name = 0, Accounts = 1, Group = 2, Position = 3, BasePay = 4, From = 5, To = 6, Place = 7, Hours = 8;

    public static readonly Format Format = new("people", new("人员名单", "People"), Holding.People, Shape.Table,
    [
        new("name", true, "姓名"),
        new("accounts", true, "账号", "客服账号"),
        new("group", false, "组", "分组"),
        new("position", false, "岗位"),
        new("base_pay", true, "底薪", "基本工资"),
        new("from", true, "入职日期", "开始日期"),
        new("to", false, "离职日期", "结束日期"),
        new("place", false, "工作地", "工作城市"),
        new("hours", false, "工时制", "工时制度"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Employment>(e => [e.Name, string.Join(';', e.Accounts), e.Group, e.Position, e.BasePay, e.From, e.To, e.Place, e.Hours]),
    };

    private static Employment Read(Cells cells)
    {
        var accounts = (cells.Name(Accounts) ?? "").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (from, to) = (cells.Day(From), cells.DayOrNone(To));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        return new(cells.Needed(Name), [.. accounts.Select(Nicks.Short).Distinct()], cells.Name(Group) ?? "", cells.Name(Position) ?? "", cells.Money(BasePay), from, to)
        {
            Place = cells.Name(Place) is { Length: > 0 } place ? place : null, Hours = cells.Bare(Hours).IsEmpty ? null : cells.Word(Hours, HoursOf),
        };
    }

    private static HoursRegime? HoursOf(string word) => word switch
    {
        "标准" or "标准工时" or "标准工时制" => HoursRegime.Standard,
        "综合" or "综合计算工时" or "综合计算工时制" => HoursRegime.Comprehensive,
        "不定时" or "不定时工作制" or "不定时工时制" => HoursRegime.Flexible,
        _ => WrittenCells.Value<HoursRegime>(word),
    };
}
