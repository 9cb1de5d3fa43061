using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;

namespace Heng.App.Features.PlanPages;

/// <summary>What a component of the pay comes to, in one line.</summary>
public static class ComponentWords
{
    public static Wording Of(PayComponent component) => component switch
    {
        BasePay { Amount: null } => new("按人员档案的底薪，按出勤折算", "each person's own base, for the days paid"),
        BasePay { Amount: { } amount } => new($"{Show.Yuan(amount)}，按出勤折算", $"{Show.Yuan(amount)}, for the days paid"),
        PerformancePay pay => new($"{Show.Yuan(pay.Base)} × 系数", $"{Show.Yuan(pay.Base)} × coefficient"),
        Ksf ksf => new($"标准 {Show.Yuan(ksf.Standard)}，{Show.Rate(ksf.AtStake)} 放在 {ksf.Indicators.Count} 项指标上", $"standard {Show.Yuan(ksf.Standard)}, {Show.Rate(ksf.AtStake)} of it on {ksf.Indicators.Count} indicators"),
        RewardPenalty => new("录入并经另一人批准的奖惩", "what was entered and approved by another"),
        _ => new(component.Id, component.Id),
    };
}
