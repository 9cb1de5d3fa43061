using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>
/// An amount for the days that are paid (按出勤折算): amount × paid ÷ due, never under 0 or over the amount. Without attendance paid counts as due, and the line
/// says so; of who was employed for a part of the month only, the paid days of that part count, workdays and statutory holidays.
/// </summary>
internal static class Proration
{
    public static readonly Wording NoAttendance = new("无考勤数据，按全勤计算", "no attendance data, counted as fully attended");

    public static readonly Wording MorePaidThanDue = new("计薪天数多于应出勤天数，以应出勤天数为限", "more days paid than due: no more than the days due count");

    /// <param name="payDays">The days that a month's pay stands for; null counts by the days due.</param>
    public static (Explained Amount, IReadOnlyList<Wording> Notes) Of(Explained amount, Payee payee, decimal? payDays = null)
    {
        if (payee.Attendance is not { DueDays: > 0 } attendance) return (amount, [NoAttendance]);
        Operation by = payDays is { } days ? new PaidByDays(days) : PaidPart.Instance;
        return (Explained.By("prorated", new($"{amount.Label.Zh}（按出勤折算）", $"{amount.Label.En} for the days paid"), Unit.Yuan, by, amount, Days("paid", attendance, payee.ByEmployment),
            Days("due", attendance, payee.ByEmployment)), attendance.PaidDays > attendance.DueDays ? [MorePaidThanDue] : []);
    }

    private static Explained Days(string id, Attendance attendance, bool employed)
    {
        var (label, days) = id == "paid" ? (new Wording("计薪天数", "days paid"), Math.Min(attendance.PaidDays, attendance.DueDays)) : (new Wording("应出勤天数", "days due"), attendance.DueDays);
        if (employed) label = id == "paid" ? new("在职的计薪日", "paid days employed") : new("当月计薪日", "paid days of the month");
        return Explained.Leaf(id, label, days, Unit.Days, [employed ? new Evidence(FactKind.Employment, attendance.Agent, days) : new Evidence(FactKind.Attendance, $"{attendance.Month}/{attendance.Agent}", days)]);
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

/// <summary>
/// By a month of so many pay days, 21.75 by law: up to half of the days due absent, amount − absent × amount ÷ days; else paid × amount ÷ days. Never under 0 or over the amount.
/// </summary>
public sealed record PaidByDays(decimal PayDays) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        if (inputs is not [{ } amount, { } paid, { } due] || due <= 0m) return null;
        var worked = Math.Clamp(paid, 0m, due);
        var pay = due - worked <= due / 2m ? amount - (due - worked) * amount / PayDays : worked * amount / PayDays;
        return Math.Clamp(pay, 0m, amount);
    }

    public override Wording Formula => new(
        $"缺勤不超过应出勤的一半：金额 − 缺勤天数 × 金额 ÷ {Shown.Number(PayDays)}；否则：计薪天数 × 金额 ÷ {Shown.Number(PayDays)}",
        $"absent for at most half the days due: amount − days absent × amount ÷ {Shown.Number(PayDays)}; else days paid × amount ÷ {Shown.Number(PayDays)}");
}
