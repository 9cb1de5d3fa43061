using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>
/// Full attendance (全勤奖): a share of the base, or an amount, for a month that nothing broke by the shop's rule. Without a roster with punches nobody knows, so nothing is paid;
/// neither is it where the attendance sheet pays fewer days than were due.
/// </summary>
public sealed record FullAttendancePay(string Id, Wording Label, decimal? Share, decimal? Amount) : PayComponent(Id, Label)
{
    public static readonly FromMetric Kept = new("full-attendance");

    public override IReadOnlyList<FromMetric> Metrics => [Kept];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var full = Scaling.Scoring(payee.Metric(Kept.Asked));
        List<Explained> factors = [Amount is { } written ? Explained.Leaf("each", Label, written, Unit.Yuan) : payee.BaseOf(null, new("底薪", "base pay"))];
        if (Amount is null) factors.Add(Explained.Leaf("share", new("全勤奖比例", "share of the base"), Share, Unit.Rate));
        factors.Add(full);
        if (payee.Attendance is { DueDays: > 0 } sheet) factors.Add(AllPaid(sheet));
        var product = Explained.By("product", Label, Unit.Yuan, Product.Instance, factors);
        IReadOnlyList<Wording> notes = full.Value switch
        {
            null => [new("没有排班与打卡数据，不知道是否全勤，不发", "no roster with punches: nobody knows, so nothing is paid")],
            0m => [new("有迟到、早退、旷工、请假或缺卡，不发", "late, early, absent, on leave or without a punch, so nothing is paid")],
            _ => product.Value is 0m ? [new("出勤表上计薪天数少于应出勤天数，不发", "the attendance sheet pays fewer days than were due, so nothing is paid")] : [],
        };
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, product), notes)];
    }

    private static Explained AllPaid(Attendance sheet)
    {
        var all = sheet.PaidDays >= sheet.DueDays ? 1m : 0m;
        return Explained.Leaf("all-paid", new("出勤表满勤", "all days of the sheet paid"), all, Unit.None, [new Evidence(FactKind.Attendance, $"{sheet.Month}/{sheet.Agent}", all)]);
    }
}

/// <summary>
/// Overtime (加班费): base ÷ 21.75 ÷ 8 an hour, times the rate of the kind of day: workdays, rest days and statutory holidays, a line each. Under comprehensive hours (综合计算工时) a
/// rest day is a day like others: what is beyond the shifts pays the rate of workdays; under flexible hours (不定时) only statutory holidays pay, and only where the place has a
/// rule for it. Without data a line pays nothing and says so.
/// </summary>
public sealed record Overtime(string Id, Wording Label, decimal? Base) : PayComponent(Id, Label)
{
    public override PayKind Kind => PayKind.Overtime;

    public const decimal PayDays = 21.75m, Hours = 8m;

    private static readonly (string Id, Wording Label, FromMetric Metric)[] Kinds =
    [
        ("workday", new("工作日加班", "workdays"), new("overtime-workday")), ("rest-day", new("休息日加班", "rest days"), new("overtime-rest-day")),
        ("holiday", new("节假日加班", "holidays"), new("overtime-holiday")),
    ];

    public decimal Workday { get; init; } = 1.5m;
    public decimal RestDay { get; init; } = 2m;
    public decimal Holiday { get; init; } = 3m;

    public override IReadOnlyList<FromMetric> Metrics => [.. Kinds.Select(k => k.Metric)];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var hourly = Explained.By("hourly", new("小时工资", "pay an hour"), Unit.Yuan, HourlyPay.Instance, payee.BaseOf(Base, new("底薪", "base pay")));
        return [.. Kinds.Zip(Rates(payee), (kind, rate) => OfKind(payee, hourly, kind, rate))];
    }

    /// <summary>What an hour of workdays, rest days and holidays is paid at by how the person's hours are counted.</summary>
    private (decimal Rate, Wording? Why)[] Rates(Payee payee) => payee.Hours switch
    {
        HoursRegime.Comprehensive => [(Workday, null), (Workday, new("综合计算工时：休息日照常排班，超出部分按工作日的倍数", "comprehensive hours: a rest day is a day like others, paid at the rate of workdays")), (Holiday, null)],
        HoursRegime.Flexible => [(0m, NotCounted), (0m, NotCounted), payee.FlexibleHolidays ? (Holiday, null) : (0m, NotCounted)],
        _ => [(Workday, null), (RestDay, null), (Holiday, null)],
    };

    private static readonly Wording NotCounted = new("不定时工时制，不计加班费", "flexible hours: no overtime is counted");

    private PayLine OfKind(Payee payee, Explained hourly, (string Id, Wording Label, FromMetric Metric) kind, (decimal Rate, Wording? Why) rate)
    {
        var seconds = Scaling.Scoring(payee.Metric(kind.Metric.Asked));
        var hours = Explained.By("hours", new("加班小时", "hours of overtime"), Unit.None, HoursOf.Instance, seconds);
        var label = new Wording($"{Label.Zh}·{kind.Label.Zh}", $"{Label.En}, {kind.Label.En}");
        var product = Explained.By("product", label, Unit.Yuan, Product.Instance, hourly, hours, Explained.Leaf("rate", new("加班倍数", "overtime rate"), rate.Rate, Unit.Ratio));
        IReadOnlyList<Wording> notes = seconds.Value is null ? [new("没有打卡数据，不知道加班多少，不发", "no punches: nobody knows how much, so nothing is paid")]
            : rate.Why is { } why && seconds.Value != 0m ? [why] : [];
        return Line($"{Id}.{kind.Id}", label, Explained.By("amount", label, Unit.Yuan, OrNothing.Instance, product), notes);
    }
}

/// <summary>A month's base ÷ 21.75 days ÷ 8 hours.</summary>
public sealed record HourlyPay : Operation
{
    public static readonly HourlyPay Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] / Overtime.PayDays / Overtime.Hours;
    public override Wording Formula => new($"底薪 ÷ {Shown.Number(Overtime.PayDays)} ÷ {Shown.Number(Overtime.Hours)}", $"base ÷ {Shown.Number(Overtime.PayDays)} ÷ {Shown.Number(Overtime.Hours)}");
}

/// <summary>Seconds ÷ 3600.</summary>
public sealed record HoursOf : Operation
{
    public static readonly HoursOf Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] / 3600m;
    public override Wording Formula => new("秒 ÷ 3600", "seconds ÷ 3600");
}
