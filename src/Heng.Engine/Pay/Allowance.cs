using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>What an allowance is paid by: the month, the day worked, the shift, or the year served.</summary>
public enum AllowancePer : byte { Month, Day, Shift, Year }

/// <summary>What an allowance is for; night, heat, hardship and welfare are no part of what the minimum wage is compared with.</summary>
public enum AllowanceFor : byte { Ordinary, Night, Heat, Hardship, Welfare }

/// <summary>
/// Allowances (津贴): meals, night shifts, seniority and the like. What is not known, such as shifts without a roster, pays nothing, and the line says so.
/// </summary>
public sealed record Allowance(string Id, Wording Label, decimal Amount, AllowancePer Per) : PayComponent(Id, Label)
{
    public static readonly FromMetric DaysWorked = new("workdays");

    public AllowanceFor For { get; init; }
    /// <summary>By the month: for the days paid.</summary>
    public bool Prorated { get; init; }
    /// <summary>The shift's name in the roster.</summary>
    public string? Shift { get; init; }
    /// <summary>No more days, shifts or years than these count.</summary>
    public decimal? AtMost { get; init; }

    public override PayKind Kind => For switch { AllowanceFor.Ordinary => PayKind.Work, AllowanceFor.Welfare => PayKind.Welfare, _ => PayKind.Hardship };

    public override IReadOnlyList<FromMetric> Metrics => Per == AllowancePer.Day ? [DaysWorked] : [];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var each = Explained.Leaf("each", Label, Amount, Unit.Yuan);
        if (Per == AllowancePer.Month)
        {
            var (amount, notes) = Prorated ? Proration.Of(each, payee) : (each, []);
            return [Line(Id, Label, amount, notes)];
        }
        var (count, said) = Per switch { AllowancePer.Day => Days(payee), AllowancePer.Year => Years(payee), _ => Shifts(payee) };
        if (AtMost is { } most) count = Explained.By("counted", count.Label, count.Unit, new HeldBetween(null, most), count);
        var product = Explained.By("product", Label, Unit.Yuan, Product.Instance, each, count);
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, product), said is { } note ? [note] : [])];
    }

    /// <summary>Days with a punch; without punches those that the attendance sheet pays.</summary>
    private static (Explained, Wording?) Days(Payee payee)
    {
        var punched = Scaling.Scoring(payee.Metric(DaysWorked.Asked));
        if (punched.Value is not null) return (punched, null);
        if (payee.Attendance is not { } sheet) return (punched, new("没有打卡与出勤数据，不发", "no punches and no attendance sheet, so nothing is paid"));
        return (Explained.Leaf("paid", new("计薪天数", "days paid"), sheet.PaidDays, Unit.Days, [new Evidence(FactKind.Attendance, $"{sheet.Month}/{sheet.Agent}", sheet.PaidDays)]),
            new("没有打卡数据，按计薪天数", "no punches: by the days paid"));
    }

    private (Explained, Wording?) Shifts(Payee payee)
    {
        var worked = payee.Metric(Asking.For(Beside.Shift, Shift ?? ""));
        return (worked, worked.Value is null ? new("没有排班与打卡数据，不发", "no roster with punches, so nothing is paid") : null);
    }

    private static (Explained, Wording?) Years(Payee payee)
    {
        var label = new Wording("工龄（满年）", "whole years served");
        return payee.Tenure is { } tenure
            ? (Explained.Leaf("years", label, tenure.Years, Unit.None, [new Evidence(FactKind.Employment, payee.Agent, tenure.Years, tenure.Since)]), null)
            : (Explained.Leaf("years", label, null, Unit.None), new("不知道入职日期，不发", "nobody knows since when, so nothing is paid"));
    }
}
