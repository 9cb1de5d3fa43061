using System.Text.RegularExpressions;
using Heng.App.Features.Inspections;
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
        ["api-key-made"] = new("建接口密钥", "key made"), ["api-key-revoked"] = new("撤销接口密钥", "key revoked"),
        ["webhook-added"] = new("添加网络回调", "webhook added"), ["webhook-paused"] = new("暂停网络回调", "webhook paused"), ["webhook-resumed"] = new("恢复网络回调", "webhook resumed"), ["webhook-removed"] = new("移除网络回调", "webhook removed"), ["webhook-disabled"] = new("自动停用网络回调", "webhook disabled by itself"),
        ["kept-here-set"] = new("改为在衡里登记", "filed in Heng from a day on"), ["kept-here-ended"] = new("改回按文件", "by files again"),
        ["plan-proposal-proposed"] = new("提出发布方案", "plan proposed"), ["plan-proposal-confirmed"] = new("确认方案", "plan confirmed"), ["plan-proposal-refused"] = new("不同意方案", "plan refused"), ["plan-proposal-withdrawn"] = new("撤回方案", "plan taken back"),
        ["rules-proposal-proposed"] = new("提出改规则", "rules proposed"), ["rules-proposal-confirmed"] = new("确认规则变更", "rules confirmed"), ["rules-proposal-refused"] = new("不同意规则变更", "rules refused"), ["rules-proposal-withdrawn"] = new("撤回规则变更", "rules taken back"),
        ["plan-published"] = new("发布方案", "plan published"), ["indicators-signed"] = new("签署指标", "indicators signed"), ["metric-defined"] = new("定义指标", "metric defined"), ["metric-retired"] = new("停用指标", "metric retired"),
        ["rules-changed"] = new("改判定规则", "rules changed"), ["rules-recomputed"] = new("重新计算", "recomputed"), ["connector-kept"] = new("保存平台连接", "connector kept"),
        ["cards-published"] = new("公布成绩", "cards published"), ["month-prepared"] = new("起草发薪", "run drafted"), ["month-checked"] = new("复核发薪", "run checked"), ["month-approved"] = new("批准发薪", "run approved"),
        ["month-paid"] = new("已发放", "paid"), ["month-closed"] = new("结账", "closed"), ["month-inputs-kept"] = new("封存输入", "inputs sealed"),
        ["leaver-prepared"] = new("起草离职发薪", "leaver’s run drafted"), ["leaver-approved"] = new("批准离职发薪", "leaver’s run approved"), ["leaver-paid"] = new("离职工资已发", "leaver paid"), ["leaver-inputs-kept"] = new("封存输入", "inputs sealed"),
        ["pay-budget-set"] = new("设预算", "budget set"), ["guard-set"] = new("改合规参数", "guard set"), ["guard-acknowledged"] = new("知悉合规提示", "finding acknowledged"),
        ["pool-claimed"] = new("申请机动份额", "share claimed"), ["pool-granted"] = new("准予机动份额", "share granted"), ["pool-refused"] = new("不准机动份额", "share refused"),
        ["measure-accepted"] = new("同意措施", "measure accepted"), ["measure-putoff"] = new("推迟措施", "measure put off"), ["measure-refused"] = new("不采取措施", "measure refused"), ["measure-confirmed"] = new("确认措施", "measure confirmed"),
        ["honour-awarded"] = new("颁发荣誉", "honour awarded"), ["honour-confirmed"] = new("确认荣誉", "honour confirmed"), ["honour-refused"] = new("不同意颁发荣誉", "honour refused"), ["honour-taken-back"] = new("收回荣誉", "honour taken back"),
        ["improvement-written"] = new("写改进计划", "improvement plan written"), ["improvement-agreed"] = new("同意改进计划", "improvement plan agreed to"), ["improvement-step-done"] = new("改进步骤做完", "improvement step done"),
        ["improvement-step-not-done"] = new("改进步骤没有做", "improvement step not done"), ["improvement-step-moved"] = new("改进步骤改期", "improvement step moved"), ["improvement-checked-in"] = new("跟进改进计划", "improvement plan checked in"),
        ["improvement-closed"] = new("结束改进计划", "improvement plan closed"), ["improvement-withdrawn"] = new("撤回改进计划", "improvement plan withdrawn"),
        ["onboarding-started"] = new("开始新人带教", "new hire’s training started"), ["onboarding-ticked"] = new("带教步骤打勾", "training step ticked"), ["onboarding-mentor-changed"] = new("换带教人", "mentor changed"), ["onboarding-waived"] = new("免做带教步骤", "training step waived"),
        ["onboarding-extended"] = new("延长新人带教", "new hire’s training extended"), ["onboarding-ended"] = new("结束新人带教", "new hire’s training ended"), ["onboarding-plan-kept"] = new("改带教计划", "plan for new hires changed"),
        ["interview-written"] = new("写面谈记录", "interview written"), ["interview-signed"] = new("签面谈记录", "interview signed"), ["interview-disagreed"] = new("已阅不同意", "seen and disagreed"), ["interview-wenton"] = new("转上一级面谈", "interview goes on"),
        ["occurrence-recorded"] = new("登记行为或差错", "incident recorded"), ["occurrence-counted"] = new("登记直接计入", "record counts at once"), ["occurrence-acknowledged"] = new("认可登记", "record acknowledged"), ["occurrence-objected"] = new("对登记有异议", "record objected to"),
        ["occurrence-confirmed"] = new("确认登记", "record confirmed"), ["occurrence-dismissed"] = new("登记不成立", "record dismissed"), ["occurrence-withdrawn"] = new("撤回登记", "record withdrawn"), ["occurrence-shown"] = new("补充证据", "evidence added"),
        ["occurrence-type-set"] = new("设事件类型", "kind of incident set"), ["occurrence-type-ended"] = new("停用事件类型", "kind of incident ended"),
        ["quality-rule-proposed"] = new("提出质检规则", "quality rule proposed"), ["quality-rule-confirmed"] = new("确认质检规则", "quality rule confirmed"), ["quality-rule-refused"] = new("不同意质检规则", "quality rule refused"), ["quality-rule-withdrawn"] = new("撤回质检规则", "quality rule taken back"),
        ["quality-rule-activated"] = new("启用质检规则", "quality rule made to count"), ["quality-rule-ended"] = new("停用质检规则", "quality rule ended"),
        ["quality-label-there"] = new("标注：确有问题", "labelled right"), ["quality-label-not-there"] = new("标注：误报", "labelled wrong"), ["quality-label-taken-back"] = new("收回标出的漏检", "missed place taken back"), ["quality-label-skipped"] = new("标注：跳过", "labelling passed over"), ["quality-audit-read"] = new("通读一次接待", "reception read whole"), ["quality-bar-set"] = new("定上线门槛", "bar set"),
        ["quality-attention-taken"] = new("接手风险接待", "attention taken"), ["quality-attention-solved"] = new("处理完风险接待", "attention solved"), ["quality-attention-reopened"] = new("重新处理风险接待", "attention reopened"),
        ["coaching-given"] = new("布置辅导任务", "coaching task given"), ["coaching-acknowledged"] = new("知悉辅导任务", "coaching task acknowledged"), ["coaching-talked"] = new("记辅导谈话", "coaching talk noted"), ["coaching-closed"] = new("结束辅导任务", "coaching task closed"),
        ["warning-raised"] = new("发出预警", "warning raised"), ["warning-again"] = new("预警又有", "warning again"), ["warning-taken"] = new("接手预警", "warning taken"), ["warning-commented"] = new("预警留言", "warning commented on"), ["warning-solved"] = new("解决预警", "warning solved"),
        ["warning-ended"] = new("预警自行结束", "warning ended by itself"), ["warning-escalated"] = new("预警没人接手，上报", "untaken warning escalated"), ["warning-merged"] = new("预警并入小组", "warning became part of the group’s"), ["warning-rules-set"] = new("改预警阈值", "thresholds of warnings set"),
        ["live-note-written"] = new("写私下提醒", "private note written"), ["live-note-answered"] = new("答复私下提醒", "private note answered"), ["live-note-acknowledged"] = new("知悉私下提醒", "private note acknowledged"),
        ["duty-set"] = new("定职责", "duty set"), ["duty-ended"] = new("停用职责", "duty ended"), ["filing-filed"] = new("填报", "filed"), ["filing-confirmed"] = new("确认填报", "filing confirmed"), ["filing-sentback"] = new("退回填报", "filing sent back"),
        ["weekly-report-drafted"] = new("周报草稿", "weekly report drafted"), ["weekly-report-handed"] = new("交周报", "weekly report handed in"), ["weekly-report-missed"] = new("登记周报未交", "weekly report missed"), ["weekly-report-read"] = new("已阅周报", "weekly report read"),
        ["report-day-set"] = new("设周报截止日", "weekly report’s day set"), ["meeting-noted"] = new("会议记录", "meeting noted"), ["meeting-done"] = new("交办完成", "charge done"),
        ["goal-proposed"] = new("提出目标", "goal proposed"), ["goal-agreed"] = new("同意目标", "goal agreed"), ["goal-checkedin"] = new("记目标进展", "goal checked in"), ["goal-judged"] = new("评判目标", "goal judged"), ["goal-seen"] = new("看过目标评判", "goal’s judgement seen"), ["goal-dropped"] = new("取消目标", "goal dropped"),
        ["activity-planned"] = new("提出分享或项目", "activity planned"), ["activity-signedup"] = new("报名", "signed up"), ["activity-signedoff"] = new("取消报名", "signed off"), ["activity-held"] = new("确认分享或项目", "activity confirmed"), ["activity-cancelled"] = new("取消分享或项目", "activity cancelled"),
        ["training-planned"] = new("安排培训", "training planned"), ["training-changed"] = new("改培训安排", "training changed"), ["training-declined"] = new("不能参加培训", "can’t come"), ["training-code-shown"] = new("出示签到码", "code shown"), ["training-checked-in"] = new("签到", "checked in"),
        ["training-wrong-code"] = new("签到码不对", "wrong code"), ["training-marked"] = new("点名", "attendance marked"), ["training-ended"] = new("结束培训", "training ended"), ["training-corrected"] = new("更正点名", "attendance corrected"), ["training-called-off"] = new("取消培训", "training called off"),
        ["exam-bank-imported"] = new("导入题库", "bank imported"), ["exam-set"] = new("安排考试", "exam set"), ["exam-changed"] = new("改考试", "exam changed"), ["exam-called-off"] = new("取消考试", "exam called off"),
        ["exam-sitting-begun"] = new("开始作答", "sitting begun"), ["exam-sitting-answered"] = new("作答", "answered"), ["exam-sitting-handed-in"] = new("交卷", "handed in"), ["exam-sitting-scored"] = new("评简答题", "answers scored"), ["exam-sitting-recorded"] = new("成绩记入记录", "result on record"),
        ["dialogue-script-imported"] = new("导入剧本", "script imported"), ["dialogue-set"] = new("安排模拟对话", "dialogue set"), ["dialogue-called-off"] = new("取消模拟对话", "dialogue called off"),
        ["dialogue-run-begun"] = new("开始模拟对话", "dialogue begun"), ["dialogue-run-replied"] = new("模拟对话回复", "replied"), ["dialogue-run-scored"] = new("评模拟对话", "dialogue scored"),
        ["suggestion-written"] = new("提建议", "suggestion written"), ["suggestion-voted"] = new("赞成建议", "voted for a suggestion"), ["suggestion-vote-taken-back"] = new("收回赞成", "vote taken back"), ["suggestion-commented"] = new("回复建议", "remark on a suggestion"),
        ["suggestion-looked-at"] = new("研究建议", "suggestion looked at"), ["suggestion-proposed"] = new("提议处理建议", "verdict proposed"), ["suggestion-adopted"] = new("采纳建议", "suggestion adopted"), ["suggestion-put-off"] = new("暂缓建议", "suggestion put off"),
        ["suggestion-not-adopted"] = new("不采纳建议", "suggestion not adopted"), ["suggestion-done"] = new("落实建议", "suggestion done"), ["suggestion-effect-noted"] = new("记录建议效果", "effect noted"), ["suggestion-merged"] = new("合并建议", "suggestions merged"),
        ["survey-opened"] = new("开启调查", "survey opened"), ["survey-closed"] = new("提前结束调查", "survey closed early"), ["survey-form-kept"] = new("改问卷", "survey form kept"),
        ["survey-action-written"] = new("写改进行动", "action written"), ["survey-action-begun"] = new("开始改进", "action begun"), ["survey-action-done"] = new("完成改进", "action done"), ["survey-action-dropped"] = new("放弃改进", "action dropped"),
        ["phrase-drafted"] = new("写话术草稿", "phrase drafted"), ["phrase-published"] = new("发布话术", "phrase published"), ["phrase-draft-dropped"] = new("丢弃话术草稿", "draft of a phrase dropped"), ["phrase-ended"] = new("停用话术", "phrase ended"),
        ["meaning-setting-set"] = new("设置语义助手", "reader of meaning set"), ["meaning-reader-tried"] = new("试用语义助手", "reader of meaning tried"), ["meaning-read-asked"] = new("发给语义助手", "sent to the reader of meaning"),
        ["meaning-read-answered"] = new("语义助手已回答", "the reader of meaning answered"), ["meaning-read-failed"] = new("语义助手没有回答", "the reader of meaning gave nothing"),
        ["good-example-proposed"] = new("推荐优秀案例", "good example proposed"), ["good-example-consented"] = new("本人同意分享", "consent to share"), ["good-example-declined"] = new("本人不同意分享", "consent declined"),
        ["good-example-withdrawn"] = new("本人收回案例", "example withdrawn"), ["good-example-taken-back"] = new("撤下案例", "example taken back"),
        ["phrase-suggestion-accepted"] = new("采用建议话术", "suggested phrase taken"), ["phrase-suggestion-dismissed"] = new("不再建议话术", "suggested phrase dismissed"),
        ["fund-opening-entered"] = new("录入基金期初", "opening entered"), ["fund-payout-entered"] = new("录入基金支出", "payout entered"), ["fund-approved"] = new("批准基金分录", "entry approved"), ["fund-refused"] = new("不批基金分录", "entry refused"),
    };

    private static readonly Dictionary<string, Wording> Areas = new(StringComparer.Ordinal)
    {
        ["import"] = new("导入", "Imports"), ["account"] = new("账号和权限", "Accounts and rights"), ["plan"] = new("考核方案", "Plans"), ["kept-here"] = new("登记方式", "Filed in Heng"), ["webhook"] = new("网络回调", "Webhooks"), ["api-key"] = new("接口密钥", "Keys of programs"), ["plan-proposal"] = new("方案提议", "Plans proposed"), ["rules-proposal"] = new("规则变更提议", "Rules proposed"), ["choice"] = new("指标选定", "Choosing"), ["metric"] = new("自定义指标", "Custom metrics"),
        ["training"] = new("培训", "Training"), ["exam-bank"] = new("题库", "Banks"), ["exam"] = new("考试", "Exams"), ["exam-sitting"] = new("答卷", "Sheets"), ["dialogue-script"] = new("剧本", "Scripts"), ["dialogue"] = new("模拟对话", "Simulated dialogues"), ["dialogue-run"] = new("模拟对话记录", "Runs"),
        ["rules"] = new("判定规则", "Rules"), ["connector"] = new("平台连接", "Connectors"), ["month"] = new("发薪与结账", "Pay and closing"), ["leaver"] = new("离职发薪", "Leavers’ pay"), ["pay-budget"] = new("预算", "Budget"),
        ["allocation"] = new("进线分配", "Allocation of buyers"), ["guard"] = new("合规", "Legal guard"), ["pool"] = new("奖金池", "Pools"), ["fund"] = new("基金", "Funds"), ["appraisal"] = new("考核流程", "Assessments"), ["measure"] = new("后续措施", "Measures"), ["interview"] = new("面谈", "Interviews"), ["duty"] = new("职责", "Duties"), ["filing"] = new("填报", "Filings"), ["weekly-report"] = new("周报", "Weekly reports"), ["report-day"] = new("周报截止日", "Weekly report’s day"), ["meeting"] = new("会议", "Meetings"), ["goal"] = new("目标", "Goals"), ["activity"] = new("分享与项目", "Sessions and projects"), ["occurrence"] = new("行为与差错", "Incidents and errors"), ["occurrence-type"] = new("事件类型", "Kinds of incidents"), ["appeal"] = new("申诉", "Appeals"), ["robot"] = new("机器人", "Robots"), ["notices"] = new("提醒", "Notices"), ["mail"] = new("邮件", "Mail"), [Witness.Subject] = new("见证", "Witness"),
        ["meaning-setting"] = new("语义助手设置", "Reader of meaning: setting"), ["meaning-read"] = new("语义助手", "Reader of meaning"), ["good-example"] = new("优秀案例", "Good examples"), ["phrase"] = new("话术库", "Phrase library"), ["phrase-suggestion"] = new("建议话术", "Suggested phrases"),
        ["warning"] = new("预警", "Warnings"), ["warning-rules"] = new("预警阈值", "Thresholds of warnings"), ["live-note"] = new("私下提醒", "Private notes"), ["coaching"] = new("辅导任务", "Coaching tasks"), ["quality-rule"] = new("质检规则", "Quality rules"), ["quality-label"] = new("质检标注", "Labels"), ["quality-audit"] = new("质检通读", "Audits"), ["quality-bar"] = new("上线门槛", "Bar"),
        ["suggestion"] = new("建议", "Suggestions"), ["survey"] = new("员工调查", "Surveys"), ["survey-form"] = new("问卷", "Survey forms"), ["survey-action"] = new("改进行动", "Survey actions"),
    };

    public static Wording Of(Decision decision)
    {
        if (Deeds.TryGetValue(decision.What, out var words)) return words;
        if (FloorDecisionWords.Of(decision.What) is { } floor) return floor;
        if (InspectionWords.OfKept(decision.What) is { } inspection) return inspection;
        const string appraisal = "appraisal-";
        return decision.What.StartsWith(appraisal, StringComparison.Ordinal) ? AppraisalWords.OfKept(decision.What[appraisal.Length..]) : new(decision.What, decision.What);
    }

    public static Wording OfArea(string area) => Areas.TryGetValue(area, out var words) ? words : FloorDecisionWords.Area(area) ?? InspectionWords.Area(area) ?? new(area, area);

    /// <summary>With the first twelve of a hash's digits: the whole stands in the file.</summary>
    public static string Shortened(string why) => Hash().Replace(why, m => m.Value[..12] + "…");

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    /// <summary>The first part of a subject: <c>month</c> of <c>month/2026-09</c>.</summary>
    public static string AreaOf(Decision decision) => decision.Subject.Split('/', 2)[0];
}
