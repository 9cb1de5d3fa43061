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
using Heng.App.Features.Orders;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.People;
using Heng.App.Features.PayRuns;
using Heng.App.Features.PersonReports;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Pools;
using Heng.App.Features.Proposals;
using Heng.App.Features.Raters;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Receptions;
using Heng.App.Features.Rules;
using Heng.App.Features.ScoringPages;
using Heng.App.Features.Settings;
using Heng.App.Features.SignIn;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Features.TeamReports;
using Heng.App.Features.Training;
using Heng.App.Features.WhyChanged;
using Heng.App.Ui;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Fills every seam of the pages with invented views, so that the real routes can be walked through without a store.</summary>
public static class SampleSeams
{
    public const string Password = "balance-2026";

    public static IServiceCollection AddSamplePages(this IServiceCollection services)
    {
        var setUp = false;
        services.AddSingleton<ShellFor>(context => ValueTask.FromResult(
            context.Request.Cookies["sample-user"] is { } user ? user == "agent" ? Agent() : Leader() : Shell.Nobody with { Shop = Shop }));
        services.AddSingleton<SetupNeeded>(context => Task.FromResult(!setUp && context.Request.Cookies.ContainsKey("sample-first")));
        services.AddSingleton<MakeAdministrator>((_, _, context) =>
        {
            setUp = true;
            context.Response.Cookies.Append("sample-user", "leader");
            return Task.FromResult(SetupRefusal.None);
        });
        services.AddSingleton<TrySignIn>((_, password, context) =>
        {
            if (password != Password) return Task.FromResult(new SignInAnswer(SignInOutcome.WrongNameOrPassword, TriesLeft: 4));
            context.Response.Cookies.Append("sample-user", "leader");
            return Task.FromResult(new SignInAnswer(SignInOutcome.SignedIn));
        });
        services.AddSingleton<SignOutNow>(context =>
        {
            context.Response.Cookies.Delete("sample-user");
            return Task.CompletedTask;
        });
        AddViews(services);
        AddImports(services);
        AddRules(services);
        AddPlans(services);
        AddFiling(services);
        PhraseSamples.Add(services);
        ApiSamples.Add(services);
        AddLearning(services);
        return services;
    }

    private static void AddViews(IServiceCollection services)
    {
        services.AddSingleton<AccountsFor>((ask, _) => Of(ask is null ? AccountSamples.Full : AccountSamples.Refused));
        services.AddSingleton<MySessionsFor>(_ => Task.FromResult<MySessionsView?>(AccountSamples.Mine));
        services.AddSingleton<InvitationFor>((token, _) => Task.FromResult(new InvitationView(token, null, SetupRefusal.None)));
        services.AddSingleton<NoticeSettingsFor>((ask, _) => Of(ask is null ? NoticeSamples.Settings : NoticeSamples.NoSettings));
        services.AddSingleton<SettingsFor>((_, _) => Of(NoticeSamples.AllSettings));
        services.AddSingleton<NoticesFor>((unread, _, _) => Of(unread ? NoticeSamples.None : NoticeSamples.Full));
        services.AddSingleton<OverviewFor>((ask, _) => Of(ask.Month == October ? OverviewSamples.Full(ask) : OverviewSamples.Empty(ask)));
        services.AddSingleton<RankingFileFor>((ask, _) => Of(OverviewSamples.File(ask)));
        services.AddSingleton<AgentMonthFor>((_, agent, _) => Names.Contains(agent, StringComparer.Ordinal) ? Of(AgentSamples.Full(agent)) : Task.FromResult(Seen<AgentMonthView>.NotFound));
        services.AddSingleton<PersonReportFor>((_, agent, _) => Names.Contains(agent, StringComparer.Ordinal) ? Of(ReportSamples.Full(agent)) : Task.FromResult(Seen<PersonReportView>.NotFound));
        services.AddSingleton<FormFor>((_, agent, _) => Names.Contains(agent, StringComparer.Ordinal) ? Of(FormSamples.Full(agent)) : Task.FromResult(Seen<FormView>.NotFound));
        services.AddSingleton<TeamReportFor>((month, ask, _) => Of(ask is null ? TeamSamples.Full(month) : TeamSamples.None(month)));
        services.AddSingleton<CyclesFor>((month, _) => Of(month == October ? CycleSamples.None(month) : CycleSamples.Full(month)));
        services.AddSingleton<ChangeFor>((_, _, agent, _) => Names.Contains(agent, StringComparer.Ordinal) ? Of(ChangeSamples.Full(agent)) : Task.FromResult(Seen<ChangeView>.NotFound));
        services.AddSingleton<MeasuresFor>((month, ask, _) => Of(ask is null ? MeasureSamples.Full(month) : MeasureSamples.Refused(month)));
        services.AddSingleton<ScoringFor>((ask, form, _) => Of(ask.Scheme is "none" ? ScoringSamples.None(ask.Month) : ScoringSamples.Sheet(ask.Month)));
        services.AddSingleton<RatersFor>((month, _, _) => Of(ScoringSamples.Raters(month)));
        services.AddSingleton<AppraisalFor>((month, scheme, _, ask, _) => Of(scheme is null ? ask is null ? AppraisalSamples.Own(month) : AppraisalSamples.Led(month) : AppraisalSamples.Published(month)));
        services.AddSingleton<AppealsFor>((ask, _) => Of(ask.Show == AppealShow.Decided ? AppealSamples.NoneYet : AppealSamples.List(ask)));
        services.AddSingleton<NewAppealFor>((_, _) => Of(AppealSamples.New));
        services.AddSingleton<RaiseAppealFor>(async (_, _) => (await Of(AppealSamples.NewRefused), null));
        services.AddSingleton<AppealFor>((id, act, _, _) => id is 12 ? Of(act is null ? AppealSamples.ToDecide with { Refused = null } : AppealSamples.ToDecide) : id < 12 ? Of(AppealSamples.OwnRefused) : Task.FromResult(Seen<AppealView>.NotFound));
        services.AddSingleton<VoiceFor>(_ => Of(VoiceSamples.First));
        services.AddSingleton<SuggestionsFor>((_, _) => Of(VoiceSamples.Suggestions));
        services.AddSingleton<NewSuggestionFor>(async (_, _, _) => (await Of(VoiceSamples.New), null));
        services.AddSingleton<SuggestionFor>((id, _, _) => id == 3 ? Of(VoiceSamples.Suggestion) : Task.FromResult(Seen<SuggestionView>.NotFound));
        services.AddSingleton<SuggestionBoardFor>((_, _, _) => Of(VoiceSamples.Board));
        services.AddSingleton<SurveysFor>(async (_, _) => (await Of(VoiceSamples.Surveys), null));
        services.AddSingleton<SurveyFor>((id, _, _) => id == 1 ? Of(VoiceSamples.Survey) : Task.FromResult(Seen<SurveyView>.NotFound));
        services.AddSingleton<SurveyAnswerFor>(async (id, _, _) => (id == 2 ? await Of(VoiceSamples.Answer) : Seen<SurveyAnswerView>.NotFound, false));
        services.AddSingleton<SurveyFormFor>((id, _, _) => id == "monthly" ? Of(VoiceSamples.Form) : Task.FromResult(Seen<SurveyFormView>.NotFound));
        services.AddFloorSamples();
        services.AddSingleton<Heng.App.Features.Board.BoardFor>((_, _) => Task.FromResult<Heng.App.Ui.Seen<Heng.App.Features.Board.BoardView>>(BoardSamples.Full));
        services.AddSingleton<Heng.App.Features.Board.BoardChatsFor>((ask, _) => Task.FromResult<Heng.App.Ui.Seen<Heng.App.Features.Board.BoardChatsView>>(ask.Show is Heng.App.Features.Board.BoardShow.Sales ? BoardSamples.Sales : BoardSamples.Chats));
        services.AddGrowthSamples();
        services.AddCoachingSamples();
        services.AddWarningSamples();
        services.AddSingleton<InterviewsFor>(_ => Of(InterviewSamples.List));
        services.AddSingleton<NewInterviewFor>(async (_, _) => (await Of(InterviewSamples.New), null));
        services.AddSingleton<InterviewFor>((id, act, _) => id == 7 ? Of(act is null ? InterviewSamples.ToSign : InterviewSamples.Disagreed) : Task.FromResult(Seen<InterviewView>.NotFound));
        services.AddSingleton<HonoursFor>(async (_, group, ask, _) => (await Of(group == "二组" ? HonourSamples.None : HonourSamples.Wall), null));
        services.AddSingleton<HonourFor>((id, _, _) => id is 1 or 2 or 3 ? Of(HonourSamples.Champion) : id is 4 or 12 ? Of(HonourSamples.LongName) : Task.FromResult(Seen<HonourView>.NotFound));
        services.AddSingleton<RunFor>((month, _, ask, context) => Of(ask is null ? RunOpened.In(context.Request.Query) is null ? RunSamples.Drafted(month) : RunSamples.Opened(month) : RunSamples.Refused(month)));
        services.AddSingleton<PoolFor>((month, ask, _) => Of(ask is null ? PoolSamples.Full(month) : PoolSamples.None(month)));
        services.AddSingleton<FundsFor>((ask, _) => Of(ask is null ? PoolSamples.Funds : PoolSamples.NoFunds));
        services.AddSingleton<AuditFor>((ask, _) => Of(ask.Area is null ? AuditSamples.Full : AuditSamples.None));
        services.AddSingleton<DifferencesFor>((month, _) => Of(month == October ? DifferenceSamples.Full(month) : DifferenceSamples.None(month)));
        services.AddSingleton<PayslipFor>((_, agent, context) => context.Request.Cookies["sample-user"] == "agent" && agent != Names[0] ? Task.FromResult(Seen<PayslipView>.Forbidden) : Of(AgentSamples.Payslip(agent)));
        services.AddSingleton<GuardFor>((month, form, _) => Of(form is null ? GuardSamples.Full(month) : GuardSamples.Full(month) with { Did = form.Act }));
        services.AddSingleton<SlipsFor>((_, agent, _) => new(agent is null ? [.. Names.Select(AgentSamples.Slip)] : [AgentSamples.Slip(agent)], StatusCodes.Status200OK));
        services.AddSingleton<PapersFor>((_, agent, _) => new(agent is null ? [.. Names.Select(AgentSamples.Payslip)] : [AgentSamples.Payslip(agent)], StatusCodes.Status200OK));
        services.AddSingleton<ExplainFor>((ask, _) => Of(ReceptionSamples.Explain(ask)));
        services.AddSingleton<ReceptionFor>((id, _) => Of(ReceptionSamples.Full(id)));
        services.AddSingleton<ReceptionsFor>((ask, _) => Of(ReceptionSamples.List(ask)));
        services.AddSingleton<OrdersFor>((ask, _) => Of(OrderSamples.List(ask)));
        services.AddSingleton<OrdersExportFor>((ask, context) => Of(OrderSheet.Of(ask, OrderSamples.List(ask).Rows, Preferences.Language(context))));
        services.AddSingleton<OrderFor>((id, _) => Of(OrderSamples.One(id)));
    }

    private static void AddPlans(IServiceCollection services)
    {
        services.AddSingleton<CustomMetricsFor>((form, _, act, _) => Of(act == MetricAct.Look ? MetricSamples.List : MetricSamples.Of(form)));
        services.AddSingleton<PlansFor>(_ => Of(PlanSamples.List));
        services.AddSingleton<PlanFor>((scheme, _, _, _) => scheme == "s10-cs-360" ? Of(PlanSamples.One) : Task.FromResult(Seen<PlanView>.NotFound));
        services.AddSingleton<RehearsalFor>((_, _, _, _) => Of(PlanSamples.Rehearsed));
        services.AddSingleton<PlanEditFor>((_, _, _) => Of(PlanSamples.Edited));
        services.AddSingleton<ChoicesFor>((form, _) => Of(form is null ? ChoiceSamples.List : ChoiceSamples.Empty));
        services.AddSingleton<ChoiceFor>((id, ask, _) => id == 2 ? Of(ask is null ? ChoiceSamples.Short : ChoiceSamples.Refused) : Task.FromResult(Seen<ChoiceView>.NotFound));
        services.AddSingleton<ProposalsFor>((_, ask, _) => Of(ask.Take is null ? ProposalSamples.Page : ProposalSamples.Page with { Taken = true }));
        services.AddSingleton<PeopleFor>((search, group, _) => Of(OrderSamples.People(search, group)));
    }

    private static void AddFiling(IServiceCollection services)
    {
        services.AddSingleton<InspectionsFor>((ask, form, _) => Of(form is null ? InspectionSamples.Queue(ask) : InspectionSamples.QueueEmpty));
        services.AddSingleton<InspectionFor>((id, form, _) => id is > 0 and < 1000 ? Of(form is null ? InspectionSamples.Told : InspectionSamples.ToMark) : Task.FromResult(Seen<InspectionView>.NotFound));
        services.AddSingleton<RecordingFor>((_, _) => ("audio/mpeg", "ID3"u8.ToArray()));
        services.AddSingleton<RecordingBrought>((_, _, _) => null);
        services.AddSingleton<ModelAskedFor>((id, _, _) => id is > 0 and < 1000 ? Of(InspectionSamples.Proposed) : Task.FromResult(Seen<InspectionView>.NotFound));
        services.AddSingleton<SamplingPlansFor>((form, _) => Of(form is null ? InspectionSamples.Plans : InspectionSamples.PlansRefused));
        services.AddSingleton<SamplingPlanFor>((id, _, form, _) => id is 1 or 2 ? Of(form is null ? InspectionSamples.PlanDrawn : InspectionSamples.PlanCommitted) : Task.FromResult(Seen<SamplingPlanView>.NotFound));
        services.AddSingleton<AgreementFor>((month, _) => Of(InspectionSamples.Agreement(month)));
        services.AddSingleton<CalibrationsFor>((form, _) => Of(form is null ? InspectionSamples.Calibrations : InspectionSamples.CalibrationsEmpty));
        services.AddSingleton<CalibrationFor>((id, item, _, _) => id == 2 ? Of(item is null ? InspectionSamples.CalibrationOpened : InspectionSamples.CalibrationMarking) : Task.FromResult(Seen<CalibrationView>.NotFound));
        services.AddSingleton<IncidentsFor>((form, _) => Of(form is null ? FilingSamples.Incidents : FilingSamples.IncidentsRefused));
        services.AddSingleton<IncidentFor>((id, form, _) => id is 2 or 3 ? Of(form is null ? FilingSamples.Incident : FilingSamples.IncidentObjected) : Task.FromResult(Seen<IncidentView>.NotFound));
        services.AddSingleton<EvidenceFor>((_, _) => (new("", "", "", Engine.Filing.EvidenceType.Pdf, "", default), "%PDF-1.4"u8.ToArray()));
        services.AddSingleton<FilingFor>((form, _) => Of(form is null ? FilingSamples.Own : FilingSamples.Led));
        services.AddSingleton<DutiesFor>((_, _) => Of(FilingSamples.Duties));
        services.AddSingleton<ReportsFor>((form, _) => Of(form is null ? FilingSamples.OwnReports : FilingSamples.LedReports));
        services.AddSingleton<ReportFor>((id, _, _) => id == 3 ? Of(FilingSamples.OneReport) : Task.FromResult(Seen<ReportView>.NotFound));
        services.AddSingleton<MeetingsFor>((_, _) => Of(FilingSamples.Meetings));
        services.AddSingleton<MeetingFor>((id, _, _) => id == 2 ? Of(FilingSamples.OneMeeting) : Task.FromResult(Seen<MeetingView>.NotFound));
        services.AddSingleton<GoalsFor>((_, _) => Of(FilingSamples.Goals));
        services.AddSingleton<GoalFor>((id, form, _) => id is 3 or 4 ? Of(form is null ? FilingSamples.GoalProposed : FilingSamples.GoalChanged) : Task.FromResult(Seen<GoalView>.NotFound));
        services.AddSingleton<ActivitiesFor>((_, _) => Of(FilingSamples.Activities));
        services.AddSingleton<ActivityFor>((id, _, _) => id is 4 or 5 ? Of(FilingSamples.ActivityPlanned) : Task.FromResult(Seen<ActivityView>.NotFound));
    }

    private static void AddLearning(IServiceCollection services)
    {
        services.AddSingleton<TrainingsFor>(async (_, _, _) => (await Of(LearningSamples.Trainings), null));
        services.AddSingleton<TrainingFor>((id, _, _) => id == 1 ? Of(LearningSamples.Trainer) : Task.FromResult(Seen<TrainingView>.NotFound));
        services.AddSingleton<ExamsFor>(async (_, _) => (await Of(LearningSamples.Exams), null));
        services.AddSingleton<BankFor>((_, _, _, _, _) => Of(LearningSamples.Exams));
        services.AddSingleton<ExamFor>((id, _, _, _, _) => id is 1 or 2 ? Of(LearningSamples.Results) : Task.FromResult(Seen<ExamView>.NotFound));
        services.AddSingleton<SittingFor>((_, _, _) => Of(LearningSamples.Sitting));
        services.AddSingleton<WordsFor>((_, _, _) => Of(LearningSamples.Words));
        services.AddSingleton<DialoguesFor>(async (_, _) => (await Of(LearningSamples.Dialogues), null));
        services.AddSingleton<ScriptFor>((_, _, _) => Of(LearningSamples.Dialogues));
        services.AddSingleton<DialogueFor>((id, _, _, _) => id is 1 or 2 ? Of(LearningSamples.Dialogue) : Task.FromResult(Seen<DialogueView>.NotFound));
        services.AddSingleton<DialogueRunFor>((_, _, _) => Of(LearningSamples.Talking));
        services.AddSingleton<DialogueSheetFor>((_, _, _) => Of(LearningSamples.ToScore));
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton<RulesFor>((_, _, act, _) => Of(act == RulesAct.Preview ? RuleSamples.Previewed : RuleSamples.Page));
        services.AddSingleton<ConfirmAutoReply>((_, _, _, _) => Of(RuleSamples.Page));
        services.AddSingleton<AnswerProposal>((_, _, _, _, _) => Of(RuleSamples.Page));
        services.AddSingleton<StartRecompute>((_, _, _) => Task.FromResult(((string?)"r0", Seen<RulesView>.NotFound)));
        services.AddSingleton<RecomputeFor>((_, _) => Of(RuleSamples.Running));
        services.AddSingleton<CancelRecompute>((_, _) => Task.FromResult(true));
        services.AddSingleton<PreviewFor>((_, _, _) => Of(MeasuredSamples.PreviewRunning));
    }

    private static void AddImports(IServiceCollection services)
    {
        var asked = 0;
        services.AddSingleton<ImportsFor>((page, _) => Of(OrderSamples.Imports(page)));
        services.AddSingleton<ImportFor>((id, _) => Of(id != "running" && (id == "i0" || Interlocked.Increment(ref asked) > 2) ? OrderSamples.Done(id) : OrderSamples.Running(id)));
        services.AddSingleton<StartImport>((upload, _) =>
        {
            Interlocked.Exchange(ref asked, 0);
            return Task.FromResult(upload.Files[0].FileName.EndsWith(".exe", StringComparison.Ordinal) ? ((string?)null, ImportRefusal.UnknownKind) : ("i99", ImportRefusal.None));
        });
        services.AddSingleton<CancelImport>((_, _) => Task.FromResult(true));
        services.AddSingleton<TryAsideAgain>(_ => Task.FromResult(true));
    }

    private static Task<Seen<TView>> Of<TView>(TView view) where TView : class => Task.FromResult<Seen<TView>>(view);
}
