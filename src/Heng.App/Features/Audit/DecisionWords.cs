using System.Text.RegularExpressions;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Floor;
using Heng.Engine.Explanation;
using Heng.Store;
using Heng.Store.Audit;

namespace Heng.App.Features.Audit;

/// <summary>Decisions in words. What is not known here is shown by its stored name, so that nothing in the log hides.</summary>
public static partial class DecisionWords
{
    private static readonly Dictionary<string, Wording> Deeds = new(StringComparer.Ordinal)
    {
        ["allocation-corrected"] = new("纠正进线分配", "allocation corrected"), ["import-done"] = new("导入", "imported"), ["import-stopped"] = new("导入中断", "import stopped"), [Witness.Deed] = new("见证", "witnessed"),
        ["account-made"] = new("建账号", "account made"), ["account-invited"] = new("邀请账号", "account invited"), ["account-password-set"] = new("设密码", "password set"), ["account-reset"] = new("重置账号", "account reset"),
        ["account-role-changed"] = new("改角色", "role changed"), ["account-disabled"] = new("停用账号", "account disabled"), ["account-enabled"] = new("启用账号", "account enabled"),
        ["account-sessions-ended"] = new("全部下线", "signed out everywhere"), ["account-session-ended"] = new("下线一台设备", "one device signed out"),
        ["account-code-on"] = new("启用动态验证码", "second factor on"), ["account-code-off"] = new("停用动态验证码", "second factor off"), ["account-code-ended"] = new("撤销动态验证码", "second factor ended"),
        ["robot-added"] = new("添加机器人", "robot added"), ["robot-paused"] = new("暂停机器人", "robot paused"), ["robot-resumed"] = new("恢复机器人", "robot resumed"), ["robot-removed"] = new("删除机器人", "robot removed"),
        ["notices-set"] = new("改提醒设置", "notices set"), ["mail-set"] = new("改发信设置", "mail set"), ["mail-off"] = new("停用邮件", "mail off"),
        ["appeal-accepted"] = new("采纳申诉", "appeal accepted"), ["appeal-refused"] = new("驳回申诉", "appeal refused"), ["appeal-raised"] = new("提出申诉", "appeal raised"), ["appeal-escalated"] = new("再申诉", "appeal escalated"),
        ["plan-published"] = new("发布方案", "plan published"), ["indicators-signed"] = new("签署指标", "indicators signed"), ["metric-defined"] = new("定义指标", "metric defined"), ["metric-retired"] = new("停用指标", "metric retired"),
        ["rules-changed"] = new("改判定规则", "rules changed"), ["rules-recomputed"] = new("重新计算", "recomputed"), ["connector-kept"] = new("保存平台连接", "connector kept"),
        ["cards-published"] = new("公布成绩", "cards published"), ["month-prepared"] = new("起草发薪", "run drafted"), ["month-checked"] = new("复核发薪", "run checked"), ["month-approved"] = new("批准发薪", "run approved"),
        ["month-paid"] = new("已发放", "paid"), ["month-closed"] = new("结账", "closed"), ["month-inputs-kept"] = new("封存输入", "inputs sealed"),
        ["leaver-prepared"] = new("起草离职发薪", "leaver’s run drafted"), ["leaver-approved"] = new("批准离职发薪", "leaver’s run approved"), ["leaver-paid"] = new("离职工资已发", "leaver paid"), ["leaver-inputs-kept"] = new("封存输入", "inputs sealed"),
        ["pay-budget-set"] = new("设预算", "budget set"), ["guard-set"] = new("改合规参数", "guard set"), ["guard-acknowledged"] = new("知悉合规提示", "finding acknowledged"),
        ["pool-claimed"] = new("申请机动份额", "share claimed"), ["pool-granted"] = new("准予机动份额", "share granted"), ["pool-refused"] = new("不准机动份额", "share refused"),
        ["measure-accepted"] = new("同意措施", "measure accepted"), ["measure-putoff"] = new("推迟措施", "measure put off"), ["measure-refused"] = new("不采取措施", "measure refused"), ["measure-confirmed"] = new("确认措施", "measure confirmed"),
        ["interview-written"] = new("写面谈记录", "interview written"), ["interview-signed"] = new("签面谈记录", "interview signed"), ["interview-disagreed"] = new("已阅不同意", "seen and disagreed"), ["interview-wenton"] = new("转上一级面谈", "interview goes on"),
        ["fund-opening-entered"] = new("录入基金期初", "opening entered"), ["fund-payout-entered"] = new("录入基金支出", "payout entered"), ["fund-approved"] = new("批准基金分录", "entry approved"), ["fund-refused"] = new("不批基金分录", "entry refused"),
    };

    private static readonly Dictionary<string, Wording> Areas = new(StringComparer.Ordinal)
    {
        ["import"] = new("导入", "Imports"), ["account"] = new("账号和权限", "Accounts and rights"), ["plan"] = new("考核方案", "Plans"), ["choice"] = new("指标选定", "Choosing"), ["metric"] = new("自定义指标", "Custom metrics"),
        ["rules"] = new("判定规则", "Rules"), ["connector"] = new("平台连接", "Connectors"), ["month"] = new("发薪与结账", "Pay and closing"), ["leaver"] = new("离职发薪", "Leavers’ pay"), ["pay-budget"] = new("预算", "Budget"),
        ["allocation"] = new("进线分配", "Allocation of buyers"), ["guard"] = new("合规", "Legal guard"), ["pool"] = new("奖金池", "Pools"), ["fund"] = new("基金", "Funds"), ["appraisal"] = new("考核流程", "Assessments"), ["measure"] = new("后续措施", "Measures"), ["interview"] = new("面谈", "Interviews"), ["appeal"] = new("申诉", "Appeals"), ["robot"] = new("机器人", "Robots"), ["notices"] = new("提醒", "Notices"), ["mail"] = new("邮件", "Mail"), [Witness.Subject] = new("见证", "Witness"),
    };

    public static Wording Of(Decision decision)
    {
        if (Deeds.TryGetValue(decision.What, out var words)) return words;
        if (FloorDecisionWords.Of(decision.What) is { } floor) return floor;
        const string appraisal = "appraisal-";
        return decision.What.StartsWith(appraisal, StringComparison.Ordinal) ? AppraisalWords.OfKept(decision.What[appraisal.Length..]) : new(decision.What, decision.What);
    }

    public static Wording OfArea(string area) => Areas.TryGetValue(area, out var words) ? words : FloorDecisionWords.Area(area) ?? new(area, area);

    /// <summary>With the first twelve of a hash's digits: the whole stands in the file.</summary>
    public static string Shortened(string why) => Hash().Replace(why, m => m.Value[..12] + "…");

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    /// <summary>The first part of a subject: <c>month</c> of <c>month/2026-09</c>.</summary>
    public static string AreaOf(Decision decision) => decision.Subject.Split('/', 2)[0];
}
