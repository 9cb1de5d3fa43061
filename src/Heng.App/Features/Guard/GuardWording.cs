using Heng.Engine.Explanation;
using Heng.Engine.Pay.Guard;

namespace Heng.App.Features.Guard;

/// <summary>What the guard's rules are called.</summary>
public static class GuardWording
{
    public static Wording Of(GuardRule rule) => rule switch
    {
        GuardRule.MinimumWage => new("低于最低工资", "Under the minimum wage"),
        GuardRule.DeductionShare => new("扣款超过 20%", "Deduction over 20 %"),
        GuardRule.DeductionFloor => new("扣款后低于最低工资", "Under the minimum after a deduction"),
        GuardRule.OvertimeHours => new("加班超过 36 小时", "Overtime over 36 hours"),
        GuardRule.OvertimeRate => new("加班倍数过低", "Overtime rates too low"),
        GuardRule.BelowZero => new("实发低于 0", "Net pay below 0"),
        GuardRule.OvertimeUnpaid => new("加班未付", "Overtime not paid"),
        GuardRule.BaseShare => new("底薪占比", "Share of the base"),
        GuardRule.FineWord => new("罚款字样", "Called a fine"),
        GuardRule.WithheldWithoutRule => new("扣留无发放规则", "Held back without a rule"),
        GuardRule.PlanNotTold => new("方案未告知", "Plan not told"),
        _ => new("个税未算出", "Tax not worked out"),
    };
}
