using Heng.Engine.Explanation;

namespace Heng.App.Features.Floor;

/// <summary>Steps of the floor's day as the log of decisions calls them.</summary>
internal static class FloorDecisionWords
{
    private static readonly Dictionary<string, Wording> Areas = new(StringComparer.Ordinal)
    {
        ["roster"] = new("排班", "Roster"), ["swap"] = new("换班", "Swap"), ["leave"] = new("请假", "Leave"), ["handover"] = new("交接", "Handover"), ["relief"] = new("交班离岗", "Relief"), ["stretch"] = new("拖班", "Stretched shift"), ["case"] = new("工单", "Case"),
    };

    private static readonly Dictionary<string, Wording> Steps = new(StringComparer.Ordinal)
    {
        ["set"] = new("改", "set"), ["copied"] = new("复制一周", "week copied"), ["asked"] = new("提出", "asked"), ["agreed"] = new("同事同意", "colleague agreed"), ["declined"] = new("同事不换", "colleague declined"),
        ["approved"] = new("批准", "approved"), ["refused"] = new("不批准", "refused"), ["withdrawn"] = new("撤回", "taken back"), ["written"] = new("写交接单", "written"), ["answered"] = new("答复", "answered"),
        ["taken-over"] = new("接班", "taken over"), ["missed"] = new("记为漏交接", "missed"), ["excused"] = new("免记", "excused"), ["incident"] = new("记为脱岗", "made an incident"), ["confirmed"] = new("确认", "confirmed"),
        ["opened"] = new("开单", "opened"), ["passed"] = new("转交", "passed on"), ["noted"] = new("跟进", "noted"), ["solved"] = new("解决", "solved"), ["told"] = new("告知买家", "buyer told"), ["reopened"] = new("重新打开", "opened again"),
    };

    public static Wording? Area(string area) => Areas.GetValueOrDefault(area);

    /// <summary>Null for what is no step of the floor's.</summary>
    public static Wording? Of(string what) => what.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && Areas.TryGetValue(what[..dash], out var area) && Steps.TryGetValue(what[(dash + 1)..], out var step)
        ? new($"{area.Zh}：{step.Zh}", $"{area.En}: {step.En}") : null;
}
