using System.Text;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Duty;

/// <summary>
/// Leave forms (请假单据), as DingTalk exports them and as a plain table. Times are a day, a half day (上午, 下午) or a minute; an end that is a day includes it.
/// The amount's unit stands with it, in a column of its own, or follows from the kind.
/// </summary>
internal static class LeaveTable
{
    private const int Form = 0, Name = 1, Account = 2, Kind = 3, State = 4, Result = 5, From = 6, To = 7, Amount = 8, Unit = 9;
    private const int HalfDay = 12 * 3600, WholeDay = 86_400;

    public static readonly Format Format = new("leave", new("请假单据", "Leave forms"), Holding.Leave, Shape.Table,
    [
        new("form", true, "审批编号", "单号"),
        new("name", true, "发起人姓名", "姓名", "申请人"),
        new("account", false, "发起人UserID", "UserId", "账号"),
        new("kind", true, "请假类型"),
        new("status", true, "审批状态"),
        new("result", false, "审批结果"),
        new("from", true, "开始时间"),
        new("to", true, "结束时间"),
        new("amount", true, "时长", "请假时长"),
        new("unit", false, "单位", "时长单位"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Leave>(l => [l.Form, l.Name, l.Account, l.Kind, l.State, null, Begins(l.From), Ends(l.To), l.Amount, l.Unit]),
    };

    private static Leave Read(Cells cells)
    {
        var kind = cells.Needed(Kind);
        var (amount, unit) = AmountOf(cells, kind);
        var (from, fromDay) = Moment(cells, From, false);
        var (to, toDay) = Moment(cells, To, true);
        // A sheet keeps a day as its midnight: of 2 days from the 1st to the 2nd the last is included.
        if (fromDay && toDay && unit == LeaveUnit.Days && amount > to.SecondsSince(from) / (decimal)WholeDay) to = to.Plus(WholeDay);
        if (to <= from) cells.Fail(Reasons.DatesReversed);
        return new(cells.Id(Form), PunchCells.WithoutLeft(cells.Needed(Name)), cells.Name(Account) ?? "", kind, StateOf(cells), from, to, amount, unit);
    }

    // A day is written as a day: a midnight may be taken for one that the other end includes.
    private static object Begins(Instant at) => ShopClock.Shanghai.SecondOfDay(at) == 0 ? ShopClock.Shanghai.DayOf(at) : at;
    private static object Ends(Instant at) => ShopClock.Shanghai.SecondOfDay(at) == 0 ? ShopClock.Shanghai.DayOf(at.Plus(-1)) : at;

    /// <summary>A rejected or withdrawn form is kept as such, so that a later export can say so of one that was approved.</summary>
    private static LeaveState StateOf(Cells cells)
    {
        var (state, result) = (cells.Needed(State), cells.Name(Result) ?? "");
        if (Has(result, "拒绝", "驳回", "不同意", "rejected") || Has(state, "拒绝", "驳回", "rejected")) return LeaveState.Rejected;
        if (Has(state, "撤销", "撤回", "终止", "withdrawn") || Has(result, "撤销")) return LeaveState.Withdrawn;
        if (Has(state, "审批中", "处理中", "进行中", "pending")) return LeaveState.Pending;
        if (Has(result, "同意", "通过", "approved") || Has(state, "通过", "同意", "approved")) return LeaveState.Approved;
        cells.Fail(Reasons.Word(cells.NameOf(State)));
        return default;
    }

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static (decimal Amount, LeaveUnit Unit) AmountOf(Cells cells, string kind)
    {
        var text = cells.Needed(Amount).Replace(" ", "", StringComparison.Ordinal);
        var unit = text.EndsWith('天') ? LeaveUnit.Days : text.EndsWith("小时", StringComparison.Ordinal) ? LeaveUnit.Hours : cells.Name(Unit) switch
        {
            "天" or "days" => LeaveUnit.Days,
            "小时" or "hours" => LeaveUnit.Hours,
            _ => LeaveKinds.UnitOf(kind),
        };
        if (!Amounts.TryNumber(text.TrimEnd('天', '小', '时'), out var amount) || amount <= 0 || amount > 10_000) cells.Fail(Reasons.Number(cells.NameOf(Amount)));
        return (amount, unit);
    }

    /// <summary>A moment, and whether it is told as a midnight.</summary>
    private static (Instant At, bool IsMidnight) Moment(Cells cells, int column, bool isEnd)
    {
        var text = cells.Needed(column).Trim();
        var half = text.EndsWith("上午", StringComparison.Ordinal) ? 0 : text.EndsWith("下午", StringComparison.Ordinal) ? 1 : -1;
        if (half >= 0) text = text[..^2].TrimEnd();
        var bytes = Encoding.UTF8.GetBytes(text);
        if (text.Length > 10 && half < 0 && Times.Shanghai.TryRead(bytes, false, out var at)) return (at, ShopClock.Shanghai.SecondOfDay(at) == 0);
        if (!Times.TryDay(bytes, out var day))
        {
            if (text.Length > 0) cells.Fail(Reasons.Time(cells.NameOf(column)));
            return default;
        }
        var start = ShopClock.Shanghai.StartOf(day);
        return (start.Plus(half switch { 0 => isEnd ? HalfDay : 0, 1 => isEnd ? WholeDay : HalfDay, _ => isEnd ? WholeDay : 0 }), false);
    }
}
