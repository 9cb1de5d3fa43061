using Heng.App.Features.Activities;
using Heng.App.Features.AgentMonth;
using Heng.App.Features.Appeals;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Choosing;
using Heng.App.Features.Consequences;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Cycles;
using Heng.App.Features.Dialogues;
using Heng.App.Features.DifferencePages;
using Heng.App.Features.Exams;
using Heng.App.Features.Explain;
using Heng.App.Features.Audit;
using Heng.App.Features.Filing;
using Heng.App.Features.Forms;
using Heng.App.Features.Funds;
using Heng.App.Features.Goals;
using Heng.App.Features.Guard;
using Heng.App.Features.Honours;
using Heng.App.Features.Imports;
using Heng.App.Features.Incidents;
using Heng.App.Features.Inspections;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Setting;
using Heng.App.Features.Interviews;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Features.Orders;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Features.PayRuns;
using Heng.App.Features.PersonReports;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Pools;
using Heng.App.Features.Proposals;
using Heng.App.Features.Raters;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.ReadWhole;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.App.Features.Rules;
using Heng.App.Features.ScoringPages;
using Heng.App.Features.Settings;
using Heng.App.Features.SignIn;
using Heng.App.Features.TeamReports;
using Heng.App.Features.Training;
using Heng.App.Features.WhyChanged;
using Heng.App.Ui;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Every page in every state, on invented views. Mapped in development only; the picture tests walk through it.</summary>
public static class GalleryEndpoints
{
    private static readonly ExplainAsk Average = new(October, Names[0], null, "average-response", null, null);

    private static readonly (string Id, string Name, Func<IResult> Page)[] States =
    [
        ("signin", "登录", () => Pages.Show<SignInPage>(new SignInView(null, null, null))),
        ("signin-wrong", "登录：密码不对", () => Pages.Show<SignInPage>(new SignInView("苏明哲", null, new(SignInOutcome.WrongNameOrPassword, TriesLeft: 2)))),
        ("signin-locked", "登录：要等待", () => Pages.Show<SignInPage>(new SignInView("苏明哲", null, new(SignInOutcome.Waits, new DateTime(2026, 11, 1, 9, 45, 0))))),
        ("setup", "首次启动", () => Pages.Show<SetupPage>(new SetupView(null, SetupRefusal.None))),
        ("setup-refused", "首次启动：两次密码不同", () => Pages.Show<SetupPage>(new SetupView("苏明哲", SetupRefusal.PasswordsDiffer))),
        ("accounts-invited", "账号：新链接", () => Pages.Show<AccountsPage>(AccountSamples.Invited)),
        ("signin-code", "登录：动态验证码", () => Pages.Show<CodePage>(new CodeView("sample", null, new(SignInOutcome.CodeWrong)))),
        ("my-code", "我的账号：开启动态验证码", () => Pages.Show<MySessionsPage>(AccountSamples.Scanning)),
        ("my-code-on", "我的账号：恢复码", () => Pages.Show<MySessionsPage>(AccountSamples.Coded)),
        ("my-devices", "我的账号", () => Pages.Show<MySessionsPage>(AccountSamples.Mine)),
        ("invitation", "设置密码", () => Pages.Show<InvitationPage>(new InvitationView("sample", "苏明哲", SetupRefusal.PasswordsDiffer))),
        ("overview", "月度总览", () => Pages.Show<OverviewPage>(OverviewSamples.Full(new(October)))),
        ("overview-nopay", "月度总览：看不到工资", () => Pages.Show<OverviewPage>(OverviewSamples.Full(new(October), false))),
        ("overview-none", "月度总览：搜不到", () => Pages.Show<OverviewPage>(OverviewSamples.Full(new(October, Search: "无此人")))),
        ("overview-empty", "月度总览：没有数据", () => Pages.Show<OverviewPage>(OverviewSamples.Empty(new(October)))),
        ("agent", "个人月度", () => Pages.Show<AgentMonthPage>(AgentSamples.Full(Names[0]))),
        ("agent-long", "个人月度：长名字", () => Pages.Show<AgentMonthPage>(AgentSamples.Full(Names[21]))),
        ("agent-empty", "个人月度：未评分", () => Pages.Show<AgentMonthPage>(AgentSamples.Empty(Names[22]))),
        ("agent-stretches", "个人月度：月中有变动", () => Pages.Show<AgentMonthPage>(CycleSamples.Stretched(Names[0]))),
        ("cycles", "长周期考核", () => Pages.Show<CyclesPage>(CycleSamples.Full(new(2026, 9)))),
        ("cycles-none", "长周期考核：这个月没有", () => Pages.Show<CyclesPage>(CycleSamples.None(October))),
        ("report", "个人报告", () => Pages.Show<PersonReportPage>(ReportSamples.Full(Names[0]))),
        ("report-none", "个人报告：没有得分", () => Pages.Show<PersonReportPage>(ReportSamples.None(Names[21]))),
        ("form", "考核表", () => Pages.Show<FormPage>(FormSamples.Full(Names[0]))),
        ("form-none", "考核表：没有考核项", () => Pages.Show<FormPage>(FormSamples.None(Names[21]))),
        ("team-report", "店铺报告", () => Pages.Show<TeamReportPage>(TeamSamples.Full(October))),
        ("team-report-none", "店铺报告：没有、被拒", () => Pages.Show<TeamReportPage>(TeamSamples.None(October))),
        ("change", "为什么变了", () => Pages.Show<ChangePage>(ChangeSamples.Full(Names[0]))),
        ("change-none", "为什么变了：没有得分", () => Pages.Show<ChangePage>(ChangeSamples.None(Names[21]))),
        ("differences", "差额", () => Pages.Show<DifferencesPage>(DifferenceSamples.Full(October))),
        ("differences-none", "差额：没有", () => Pages.Show<DifferencesPage>(DifferenceSamples.None(October))),
        ("measures", "后续措施", () => Pages.Show<MeasuresPage>(MeasureSamples.Full(October))),
        ("measures-none", "后续措施：没有", () => Pages.Show<MeasuresPage>(MeasureSamples.None(October))),
        ("appraisal", "考核：主持人", () => Pages.Show<AppraisalPage>(AppraisalSamples.Led(October))),
        ("appraisal-own", "考核：客服确认", () => Pages.Show<AppraisalPage>(AppraisalSamples.Own(October))),
        ("appraisal-published", "考核：已公布", () => Pages.Show<AppraisalPage>(AppraisalSamples.Published(October))),
        ("inspections", "质检：队列", () => Pages.Show<InspectionsPage>(InspectionSamples.Queue(new(null)))),
        ("inspections-empty", "质检：没有、被拒", () => Pages.Show<InspectionsPage>(InspectionSamples.QueueEmpty)),
        ("inspection-marking", "质检：检查中、被拒", () => Pages.Show<InspectionPage>(InspectionSamples.ToMark)),
        ("inspection-told", "质检：本人看结果", () => Pages.Show<InspectionPage>(InspectionSamples.Told)),
        ("inspection-settling", "质检：裁定复检", () => Pages.Show<InspectionPage>(InspectionSamples.Settling)),
        ("inspection-proposed", "质检：模型建议", () => Pages.Show<InspectionPage>(InspectionSamples.Proposed)),
        ("inspection-model-failed", "质检：模型没有回答", () => Pages.Show<InspectionPage>(InspectionSamples.ModelFailed)),
        ("inspection-objected", "质检：处理申诉", () => Pages.Show<InspectionPage>(InspectionSamples.Decided)),
        ("inspection-call", "质检：来电录音", () => Pages.Show<InspectionPage>(InspectionSamples.Call)),
        ("sampling-plans", "抽检计划", () => Pages.Show<SamplingPlansPage>(InspectionSamples.Plans)),
        ("sampling-plans-refused", "抽检计划：没有、被拒", () => Pages.Show<SamplingPlansPage>(InspectionSamples.PlansRefused)),
        ("sampling-plan", "抽检计划：已抽、核对", () => Pages.Show<SamplingPlanPage>(InspectionSamples.PlanDrawn)),
        ("sampling-plan-committed", "抽检计划：已承诺、被拒", () => Pages.Show<SamplingPlanPage>(InspectionSamples.PlanCommitted)),
        ("agreement", "一致性与尺度", () => Pages.Show<AgreementPage>(InspectionSamples.Agreement(October))),
        ("agreement-none", "一致性：没有", () => Pages.Show<AgreementPage>(InspectionSamples.AgreementNone(October))),
        ("calibrations", "校准", () => Pages.Show<CalibrationsPage>(InspectionSamples.Calibrations)),
        ("calibrations-empty", "校准：没有、被拒", () => Pages.Show<CalibrationsPage>(InspectionSamples.CalibrationsEmpty)),
        ("calibration-marking", "校准：各自检查", () => Pages.Show<CalibrationPage>(InspectionSamples.CalibrationMarking)),
        ("calibration-opened", "校准：已公开", () => Pages.Show<CalibrationPage>(InspectionSamples.CalibrationOpened)),
        ("incidents", "行为与差错", () => Pages.Show<IncidentsPage>(FilingSamples.Incidents)),
        ("incidents-refused", "行为与差错：没有、被拒", () => Pages.Show<IncidentsPage>(FilingSamples.IncidentsRefused)),
        ("incident", "登记：请本人答复", () => Pages.Show<IncidentPage>(FilingSamples.Incident)),
        ("incident-objected", "登记：有异议", () => Pages.Show<IncidentPage>(FilingSamples.IncidentObjected)),
        ("filing", "填报", () => Pages.Show<FilingPage>(FilingSamples.Own)),
        ("filing-led", "填报：待确认", () => Pages.Show<FilingPage>(FilingSamples.Led)),
        ("filing-duties", "职责清单", () => Pages.Show<DutiesPage>(FilingSamples.Duties)),
        ("filing-reports", "周报", () => Pages.Show<ReportsPage>(FilingSamples.OwnReports)),
        ("filing-reports-led", "周报：谁没交", () => Pages.Show<ReportsPage>(FilingSamples.LedReports)),
        ("filing-report", "一份周报", () => Pages.Show<ReportPage>(FilingSamples.OneReport)),
        ("filing-meetings", "会议记录", () => Pages.Show<MeetingsPage>(FilingSamples.Meetings)),
        ("filing-meeting", "一次会", () => Pages.Show<MeetingPage>(FilingSamples.OneMeeting)),
        ("agreed-goals", "目标约定", () => Pages.Show<GoalsPage>(FilingSamples.Goals)),
        ("agreed-goal", "目标：请同意", () => Pages.Show<GoalPage>(FilingSamples.GoalProposed)),
        ("agreed-goal-changed", "目标：改动未约定", () => Pages.Show<GoalPage>(FilingSamples.GoalChanged)),
        ("agreed-goal-judged", "目标：已评判", () => Pages.Show<GoalPage>(FilingSamples.GoalJudged)),
        ("team-activities", "分享与项目", () => Pages.Show<ActivitiesPage>(FilingSamples.Activities)),
        ("team-activity", "分享会：计划中", () => Pages.Show<ActivityPage>(FilingSamples.ActivityPlanned)),
        ("team-activity-held", "分享会：已确认", () => Pages.Show<ActivityPage>(FilingSamples.ActivityHeld)),
        ("trainings", "培训", () => Pages.Show<TrainingsPage>(LearningSamples.Trainings)),
        ("trainings-none", "培训：没有", () => Pages.Show<TrainingsPage>(LearningSamples.NoTrainings)),
        ("training", "培训：讲师点名", () => Pages.Show<TrainingPage>(LearningSamples.Trainer)),
        ("training-asked", "培训：签到", () => Pages.Show<TrainingPage>(LearningSamples.Trainee)),
        ("exams", "考试", () => Pages.Show<ExamsPage>(LearningSamples.Exams)),
        ("exams-none", "考试：没有", () => Pages.Show<ExamsPage>(LearningSamples.NoExams)),
        ("exam", "考试：开始", () => Pages.Show<ExamPage>(LearningSamples.Begins)),
        ("exam-results", "考试：成绩和讲解", () => Pages.Show<ExamPage>(LearningSamples.Results)),
        ("exam-sheet", "考试：作答", () => Pages.Show<SittingPage>(LearningSamples.Sitting)),
        ("exam-words", "考试：评简答题", () => Pages.Show<ExamWordsPage>(LearningSamples.Words)),
        ("dialogues", "模拟对话", () => Pages.Show<DialoguesPage>(LearningSamples.Dialogues)),
        ("dialogue", "模拟对话：开始", () => Pages.Show<DialoguePage>(LearningSamples.Dialogue)),
        ("dialogue-run", "模拟对话：对话中", () => Pages.Show<DialogueRunPage>(LearningSamples.Talking)),
        ("dialogue-score", "模拟对话：评分", () => Pages.Show<DialogueSheetPage>(LearningSamples.ToScore)),
        ("dialogue-scored", "模拟对话：看评语", () => Pages.Show<DialogueSheetPage>(LearningSamples.TalkScored)),
        ("voice", "心声", () => Pages.Show<VoicePage>(VoiceSamples.First)),
        ("suggestions", "建议", () => Pages.Show<SuggestionsPage>(VoiceSamples.Suggestions)),
        ("suggestion-new", "提建议：有相似的", () => Pages.Show<NewSuggestionPage>(VoiceSamples.New)),
        ("suggestion", "一条建议", () => Pages.Show<SuggestionPage>(VoiceSamples.Suggestion)),
        ("suggestion-board", "建议榜", () => Pages.Show<SuggestionBoardPage>(VoiceSamples.Board)),
        ("surveys", "员工调查", () => Pages.Show<SurveysPage>(VoiceSamples.Surveys)),
        ("survey", "调查结果", () => Pages.Show<SurveyPage>(VoiceSamples.Survey)),
        ("survey-answer", "作答", () => Pages.Show<SurveyAnswerPage>(VoiceSamples.Answer)),
        ("survey-form", "问卷", () => Pages.Show<SurveyFormPage>(VoiceSamples.Form)),
        .. PhraseSamples.Pages,
        .. ApiSamples.Pages,
        .. FloorSamples.Pages,
        .. BoardSamples.Pages,
        .. WarningSamples.Pages,
        .. GrowthSamples.Pages,
        .. CoachingSamples.Pages,
        ("interviews", "面谈", () => Pages.Show<InterviewsPage>(InterviewSamples.List)),
        ("interviews-none", "面谈：没有", () => Pages.Show<InterviewsPage>(InterviewSamples.None)),
        ("interview-new", "写面谈记录", () => Pages.Show<NewInterviewPage>(InterviewSamples.New)),
        ("interview", "面谈记录：请签字", () => Pages.Show<InterviewPage>(InterviewSamples.ToSign)),
        ("interview-disagreed", "面谈记录：不同意", () => Pages.Show<InterviewPage>(InterviewSamples.Disagreed)),
        ("honours", "荣誉墙", () => Pages.Show<HonoursPage>(HonourSamples.Wall)),
        ("honours-none", "荣誉墙：没有", () => Pages.Show<HonoursPage>(HonourSamples.None)),
        ("honour", "荣誉证书", () => Pages.Show<HonourPage>(HonourSamples.Champion)),
        ("honour-long", "荣誉证书：很长的名字，待确认", () => Pages.Show<HonourPage>(HonourSamples.LongName)),
        ("findings", "质检发现", () => Pages.Show<FindingsPage>(QualitySamples.Findings(new(SamplePeople.October)))),
        ("findings-none", "质检发现：没有", () => Pages.Show<FindingsPage>(QualitySamples.NoFindings)),
        ("attention", "风险关注：没写怎么处理", () => Pages.Show<AttentionPage>(QualitySamples.Attention)),
        ("attention-taken", "风险关注：别人正在处理", () => Pages.Show<AttentionPage>(QualitySamples.AttentionTaken)),
        ("attention-none", "风险关注：没有", () => Pages.Show<AttentionPage>(QualitySamples.NoAttention)),
        ("quality-rules", "质检规则", () => Pages.Show<QualityRulesPage>(MeasuredSamples.Rules)),
        ("quality-rules-refused", "质检规则：门槛不成立", () => Pages.Show<QualityRulesPage>(MeasuredSamples.RulesRefused)),
        ("quality-rules-typed", "质检规则：没有，读不出来", () => Pages.Show<QualityRulesPage>(MeasuredSamples.RulesTyped)),
        ("quality-rule", "一条质检规则", () => Pages.Show<RulePage>(MeasuredSamples.Rule)),
        ("quality-rule-refused", "一条质检规则：读不出来", () => Pages.Show<RulePage>(MeasuredSamples.RuleRefused)),
        ("quality-rule-agent", "一条质检规则：客服看", () => Pages.Show<RulePage>(MeasuredSamples.RuleForAgents)),
        ("quality-preview", "规则变更预览", () => Pages.Show<PreviewPage>(MeasuredSamples.Preview)),
        ("quality-preview-running", "规则变更预览：试算中", () => Pages.Show<PreviewPage>(MeasuredSamples.PreviewRunning)),
        ("quality-label", "标注命中", () => Pages.Show<LabelPage>(MeasuredSamples.Label)),
        ("quality-label-none", "标注命中：没有", () => Pages.Show<LabelPage>(MeasuredSamples.NoLabel)),
        ("quality-audit", "通读接待：有一处没答", () => Pages.Show<ReadWholePage>(MeasuredSamples.Audit)),
        ("quality-audit-none", "通读接待：没有", () => Pages.Show<ReadWholePage>(MeasuredSamples.NoAudit)),
        ("reception-found", "接待：有质检发现", () => Pages.Show<ReceptionPage>(QualitySamples.Marked("1"))),
        ("appeals", "申诉：待答复", () => Pages.Show<AppealsPage>(AppealSamples.List(new()))),
        ("appeals-none", "申诉：没有", () => Pages.Show<AppealsPage>(AppealSamples.NoneYet)),
        ("appeal-new", "申诉：这里不对", () => Pages.Show<NewAppealPage>(AppealSamples.New)),
        ("appeal-new-refused", "申诉：过了期限", () => Pages.Show<NewAppealPage>(AppealSamples.NewRefused)),
        ("appeal-decide", "申诉：裁定", () => Pages.Show<AppealPage>(AppealSamples.ToDecide)),
        ("appeal-own", "申诉：被驳回", () => Pages.Show<AppealPage>(AppealSamples.OwnRefused)),
        ("appeal-accepted", "申诉：已更正", () => Pages.Show<AppealPage>(AppealSamples.Accepted)),
        ("appraisal-none", "考核：没有", () => Pages.Show<AppraisalPage>(AppraisalSamples.None(October))),
        ("scoring", "评分：组长，被拒、两处不同", () => Pages.Show<ScoringPage>(ScoringSamples.Sheet(October))),
        ("scoring-over", "评分：逐人，环节已结束", () => Pages.Show<ScoringPage>(ScoringSamples.Over(October))),
        ("scoring-none", "评分：没有", () => Pages.Show<ScoringPage>(ScoringSamples.None(October))),
        ("raters", "评分人分析", () => Pages.Show<RatersPage>(ScoringSamples.Raters(October))),
        ("raters-none", "评分人分析：没有", () => Pages.Show<RatersPage>(ScoringSamples.NoRaters(October))),
        ("run", "发薪", () => Pages.Show<RunPage>(RunSamples.Drafted(October))),
        ("run-opened", "发薪：点开一项", () => Pages.Show<RunPage>(RunSamples.Opened(October))),
        ("pool", "奖金池", () => Pages.Show<PoolPage>(PoolSamples.Full(October))),
        ("pool-leader", "奖金池：组长看、已结账", () => Pages.Show<PoolPage>(PoolSamples.Leader(October))),
        ("pool-none", "奖金池：没有、被拒", () => Pages.Show<PoolPage>(PoolSamples.None(October))),
        ("funds", "基金", () => Pages.Show<FundsPage>(PoolSamples.Funds)),
        ("funds-none", "基金：没有、被拒", () => Pages.Show<FundsPage>(PoolSamples.NoFunds)),
        ("audit", "审计", () => Pages.Show<AuditPage>(AuditSamples.Full)),
        ("audit-broken", "审计：链断了", () => Pages.Show<AuditPage>(AuditSamples.Broken)),
        ("audit-none", "审计：没有", () => Pages.Show<AuditPage>(AuditSamples.None)),
        ("run-refused", "发薪：核准后、被拒", () => Pages.Show<RunPage>(RunSamples.Refused(October))),
        ("run-none", "发薪：没有数据", () => Pages.Show<RunPage>(RunSamples.None(October))),
        ("explain", "数字由来", () => Pages.Show<ExplainPage>(ReceptionSamples.Explain(Average))),
        ("explain-missing", "数字由来：无数据", () => Pages.Show<ExplainPage>(ReceptionSamples.ExplainMissing(Average))),
        ("receptions", "接待记录", () => Pages.Show<ReceptionsPage>(ReceptionSamples.List(new(October)))),
        ("reception", "聊天记录", () => Pages.Show<ReceptionPage>(ReceptionSamples.Full("r0001"))),
        ("reception-notext", "聊天记录：内容已删", () => Pages.Show<ReceptionPage>(ReceptionSamples.NoText("r0001"))),
        ("pay", "工资条", () => Pages.Show<PayslipPage>(AgentSamples.Payslip(Names[0]))),
        ("guard", "合规提示", () => Pages.Show<GuardPage>(GuardSamples.Full(October))),
        ("guard-none", "合规提示：没有、被拒", () => Pages.Show<GuardPage>(GuardSamples.None(October))),
        ("orders", "订单归属", () => Pages.Show<OrdersPage>(OrderSamples.List(new(October, Judgement.OrderFirst)))),
        ("orders-empty", "订单归属：空", () => Pages.Show<OrdersPage>(OrderSamples.Empty(new(October, Judgement.OrderFirst, Bucket.Late)))),
        ("order", "订单", () => Pages.Show<OrderPage>(OrderSamples.One("4000000000001"))),
        ("import", "数据导入", () => Pages.Show<ImportsPage>(OrderSamples.Imports(1))),
        ("import-empty", "数据导入：空、被拒", () => Pages.Show<ImportsPage>(OrderSamples.NoImports)),
        ("import-running", "导入中", () => Pages.Show<ImportPage>(OrderSamples.Running("running"))),
        ("import-done", "导入结果", () => Pages.Show<ImportPage>(OrderSamples.Done("i0"))),
        ("people", "人员", () => Pages.Show<PeoplePage>(OrderSamples.People(null, null))),
        ("rules", "判定规则：预览", () => Pages.Show<RulesPage>(RuleSamples.Previewed)),
        ("rules-recompute", "重算中", () => Pages.Show<RecomputePage>(RuleSamples.Running)),
        ("rules-refused", "判定规则：被拒绝", () => Pages.Show<RulesPage>(RuleSamples.Refused)),
        ("plans", "考核方案", () => Pages.Show<PlansPage>(PlanSamples.List)),
        ("plans-empty", "考核方案：空", () => Pages.Show<PlansPage>(PlanSamples.Empty)),
        ("plan", "一个方案", () => Pages.Show<PlanPage>(PlanSamples.One)),
        ("plan-edit", "编辑方案：有问题", () => Pages.Show<PlanEditPage>(PlanSamples.Edited)),
        ("rehearsal", "预演", () => Pages.Show<RehearsalPage>(PlanSamples.Rehearsed)),
        ("rehearsal-none", "预演：没有月份", () => Pages.Show<RehearsalPage>(PlanSamples.Rehearsed with { Result = null, Notes = new([], []) })),
        ("choices", "选择指标", () => Pages.Show<ChoicesPage>(ChoiceSamples.List)),
        ("choices-empty", "选择指标：空、被拒", () => Pages.Show<ChoicesPage>(ChoiceSamples.Empty)),
        ("choice-long", "指标选择：长名单", () => Pages.Show<ChoicePage>(ChoiceSamples.Long)),
        ("choice-refused", "指标选择：没有写原因", () => Pages.Show<ChoicePage>(ChoiceSamples.Refused)),
        ("choice-short", "指标选择：短名单", () => Pages.Show<ChoicePage>(ChoiceSamples.Short)),
        ("choice-chosen", "指标选择：待签字", () => Pages.Show<ChoicePage>(ChoiceSamples.Chosen)),
        ("choice-signed", "指标选择：已签字", () => Pages.Show<ChoicePage>(ChoiceSamples.Signed)),
        ("targets", "目标与平衡点", () => Pages.Show<ProposalsPage>(ProposalSamples.Page)),
        ("targets-none", "目标与平衡点：没有月份", () => Pages.Show<ProposalsPage>(ProposalSamples.Page with { Back = null })),
        ("metrics", "自定义指标：试算", () => Pages.Show<CustomMetricsPage>(MetricSamples.Of(null))),
        ("metrics-wrong", "自定义指标：公式有误", () => Pages.Show<CustomMetricsPage>(MetricSamples.Bad)),
        ("metrics-empty", "自定义指标：空", () => Pages.Show<CustomMetricsPage>(MetricSamples.Empty)),
        ("notices", "提醒", () => Pages.Show<NoticesPage>(NoticeSamples.Full)),
        ("notice-settings", "提醒设置", () => Pages.Show<NoticeSettingsPage>(NoticeSamples.Settings)),
        ("notice-settings-none", "提醒设置：没有、被拒", () => Pages.Show<NoticeSettingsPage>(NoticeSamples.NoSettings)),
        ("kept-here", "在衡里登记", () => Pages.Show<KeptHere.KeptHerePage>(NoticeSamples.KeptHere)),
        ("settings", "设置", () => Pages.Show<SettingsPage>(NoticeSamples.AllSettings)),
        ("notices-none", "提醒：没有", () => Pages.Show<NoticesPage>(NoticeSamples.None)),
        ("error-403", "无权查看", () => Pages.Error(403)),
        ("error-404", "没有这个页面", () => Pages.Error(404)),
        ("error-500", "出错了", () => Pages.Error(500)),
    ];

    public static IReadOnlyList<string> Ids { get; } = [.. States.Select(s => s.Id)];

    public static void MapGallery(this WebApplication app)
    {
        var gallery = app.MapGroup("/gallery").AddEndpointFilter(async (call, next) =>
        {
            var context = call.HttpContext;
            var shell = context.Request.Query["as"] == "agent" ? Agent() : Leader();
            context.Items[typeof(Shell)] = shell with { Address = context.Request.Path.ToUriComponent() + context.Request.QueryString };
            return await next(call);
        });
        gallery.MapGet("", () => Pages.Show<GalleryPage>(States.Select(s => (s.Id, s.Name)).ToArray()));
        gallery.MapGet("/{id}", (string id) => States.Where(s => s.Id == id).Select(s => s.Page()).FirstOrDefault() ?? Pages.Error(404));
    }
}
