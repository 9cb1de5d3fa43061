using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay;

/// <summary>
/// An amount for the days that are paid (按出勤折算): amount × paid ÷ due, never under 0 or over the amount. Without attendance paid counts as due, and the line
/// says so.
/// </summary>
internal static class Proration
{
    public static readonly Wording NoAttendance = new("无考勤数据，按全勤计算", "no attendance data, counted as fully attended");

    public static readonly Wording MorePaidThanDue = new("计薪天数多于应出勤天数，以应出勤天数为限", "more days paid than due: no more than the days due count");

    public static (Explained Amount, IReadOnlyList<Wording> Notes) Of(Explained amount, Attendance? attendance)
    {
        if (attendance is not { DueDays: > 0 }) return (amount, [NoAttendance]);
        return (Explained.By("prorated", new($"{amount.Label.Zh}（按出勤折算）", $"{amount.Label.En} for the days paid"), Unit.Yuan, PaidPart.Instance, amount, Days("paid", attendance),
            Days("due", attendance)), attendance.PaidDays > attendance.DueDays ? [MorePaidThanDue] : []);
    }

    private static Explained Days(string id, Attendance attendance)
    {
        var (label, days) = id == "paid" ? (new Wording("计薪天数", "days paid"), Math.Min(attendance.PaidDays, attendance.DueDays)) : (new Wording("应出勤天数", "days due"), attendance.DueDays);
        return Explained.Leaf(id, label, days, Unit.Days, [new Evidence(FactKind.Attendance, $"{attendance.Month}/{attendance.Agent}", days)]);
    }
}

/// <summary>Amount × paid ÷ due, with paid held between 0 and due.</summary>
public sealed record PaidPart : Operation
{
    public static readonly PaidPart Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) =>
        inputs is [{ } amount, { } paid, { } due] && due > 0 ? amount * Math.Clamp(paid, 0m, due) / due : null;
    public override Wording Formula => new("金额 × 计薪天数 ÷ 应出勤天数", "amount × days paid ÷ days due");
}
