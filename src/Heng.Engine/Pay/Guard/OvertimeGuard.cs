using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay.Guard;

/// <summary>Overtime that punches show and that no line of the payslip pays (加班未付), by the kind of day and by how the person's hours are counted.</summary>
internal static class OvertimeGuard
{
    private static readonly (string Id, Wording Name, Func<OvertimeWorked, decimal?> Hours)[] Kinds =
    [
        ("workday", new("工作日", "workdays"), o => o.Workday), ("rest-day", new("休息日", "rest days"), o => o.RestDay), ("holiday", new("节假日", "holidays"), o => o.Holiday),
    ];

    public static GuardFinding? Of(GuardMonth month, GuardPerson person)
    {
        var unpaid = Kinds.Where(k => IsDue(month, person, k.Id)).Select(k => (Kind: k, Hours: k.Hours(person.Overtime) ?? 0m)).Where(k => k.Hours > 0m && Paid(person, k.Kind.Id) <= 0m).ToArray();
        if (unpaid.Length == 0) return null;
        string In(bool english) => string.Join(english ? ", " : "、", unpaid.Select(k => $"{k.Kind.Name.In(english)} {Shown.Number(Scaling.Round(k.Hours))}{(english ? " h" : " 小时")}"));
        return new(GuardRule.OvertimeUnpaid, person.Agent, Articles.Overtime,
            new($"打卡显示加班，工资条没有付：{In(false)}", $"overtime by the punches that the payslip does not pay: {In(true)}"),
            new("按倍数付加班费（休息日也可补休），或核对打卡与加班审批", "pay it at its rate (a rest day may be given back instead), or check the punches and what was approved"),
            [.. unpaid.Select(k => new GuardNumber(k.Kind.Id, k.Kind.Name, Scaling.Round(k.Hours), Unit.None))], [person.Agent]);
    }

    /// <summary>Flexible hours have no overtime but statutory holidays, where the place has a rule for them.</summary>
    private static bool IsDue(GuardMonth month, GuardPerson person, string kind) =>
        person.Hours != HoursRegime.Flexible || kind == "holiday" && month.Setting.PaysFlexibleHolidays(person.Place);

    /// <summary>What lines of that kind of day pay; a scheme may name the line before the dot as it likes.</summary>
    private static decimal Paid(GuardPerson person, string kind) =>
        person.Lines.Where(l => l.Kind == PayKind.Overtime && l.Id.EndsWith("." + kind, StringComparison.Ordinal)).Sum(l => l.Amount);
}
