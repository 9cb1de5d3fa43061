using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Onboarding;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Invented improvement plans and new hires' trainings, on the 20th of November.</summary>
public static class GrowthSamples
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly string Ann = Names[0], Lead = Names[1], Long = Names[21];

    public static IEnumerable<(string, string, Func<IResult>)> Pages =>
    [
        ("improvements", "改进计划", () => Ui.Pages.Show<ImprovementsPage>(Improvements)),
        ("improvements-none", "改进计划：没有", () => Ui.Pages.Show<ImprovementsPage>(new ImprovementsView(Long, true, []))),
        ("improvement-new", "写改进计划：被拒", () => Ui.Pages.Show<NewImprovementPage>(new NewImprovementView(Fields) { Refused = ImprovementWords.Of(ImprovementRefusal.StepsUnclear) })),
        ("improvement", "一份改进计划：执行中", () => Ui.Pages.Show<ImprovementPage>(Improvement)),
        ("improvement-proposed", "一份改进计划：待同意", () => Ui.Pages.Show<ImprovementPage>(Proposed)),
        ("onboardings", "新人带教", () => Ui.Pages.Show<OnboardingsPage>(Onboardings)),
        ("onboardings-none", "新人带教：没有、被拒", () => Ui.Pages.Show<OnboardingsPage>(new OnboardingsView(Long, true, Today, []) { Refused = OnboardingWords.NeedsPerson })),
        ("onboarding", "一位新人的带教：带教人和组长看", () => Ui.Pages.Show<OnboardingPage>(Onboarding)),
        ("onboarding-ended", "一位新人的带教：已结束", () => Ui.Pages.Show<OnboardingPage>(Ended)),
        ("onboarding-plan", "带教计划", () => Ui.Pages.Show<OnboardingPlanPage>(Plan with { Kept = true })),
        ("onboarding-plan-errors", "带教计划：有错误", () => Ui.Pages.Show<OnboardingPlanPage>(Plan with { Yaml = Wrong, Errors = OnboardingFile.Read(Wrong, "").Errors, Refused = OnboardingWords.PlanUnreadable })),
    ];

    public static void AddGrowthSamples(this IServiceCollection services) => services
        .AddSingleton<ImprovementsFor>((_, _, _) => Of(Improvements)).AddSingleton<NewImprovementFor>(async (_, _) => (await Of(new NewImprovementView(Fields)), null))
        .AddSingleton<ImprovementFor>((id, _, _) => id is 1 or 2 ? Of(id == 1 ? Improvement : Proposed) : Task.FromResult(Seen<ImprovementView>.NotFound))
        .AddSingleton<OnboardingsFor>(async (_, _, _, _, _) => (await Of(Onboardings), null))
        .AddSingleton<OnboardingFor>((id, _, _) => id is 1 or 2 ? Of(id == 1 ? Onboarding : Ended) : Task.FromResult(Seen<OnboardingView>.NotFound))
        .AddSingleton<OnboardingPlanFor>(async (id, _, _) => (id == Plan.Plan.Id ? await Of(Plan) : Seen<OnboardingPlanView>.NotFound, null));

    private static Instant At(int day, int hour = 10) => ShopClock.Shanghai.StartOf(new(2026, 11, day)).Plus(hour * 3600L);

    private static readonly GoalMetric Satisfaction = new("satisfaction", new("满意率", "satisfaction"), Unit.Rate);
    private static readonly ImprovementHappening Written = new(ImprovementEvent.Written, Lead, At(3))
    {
        Person = Ann, Group = Groups[0], Goal = "满意率回到 95% 以上，差评一天内都有回访", Metric = "satisfaction", From = 0.887m, To = 0.95m, CauseMonth = "2026-10", Cause = "十月满意率 88.7%，三条差评说回复生硬",
        Steps = [new("整理十条退款话术，给组长看过", Ann, new(2026, 11, 10)), new("旁听一次标杆客服的晚班", Lead, new(2026, 11, 18)), new("差评回访表每周五交", Ann, new(2026, 11, 30))],
    };
    private static ImprovementText Fields => new(Ann, Groups[0], Written, [Satisfaction], [Ann, Lead], [October, October.Plus(-1)], Today);
    private static ImprovementState Running => new([Written, new(ImprovementEvent.Agreed, Ann, At(4)), new(ImprovementEvent.StepDone, Ann, At(9)) { Step = 0, Note = "十条都写好了" }, new(ImprovementEvent.CheckedIn, Lead, At(15)) { Note = "这周没有新的差评" }]);
    private static ImprovementState Team => new([Written with { Person = null, Goal = "晚班漏接降到每天两单以内，" + string.Concat(Enumerable.Repeat("交接说清楚，", 8)), Metric = null, From = null, To = null }]);
    private static ImprovementView Kept(long id, ImprovementState state) => new(new("improvement", id, new(Ann, new(2026, 11, 3), new(2026, 11, 30)), state.Happened), state) { Today = Today };
    private static ImprovementView Improvement => Kept(1, Running) with
    {
        Progress = new(Satisfaction, 0.887m, 0.95m, [.. new decimal?[] { 0.921m, 0.93m, null, 0.909m, 0.887m }.Select((v, i) => (October.Plus(i - 4), v, Links.Agent(October.Plus(i - 4), Ann)))]),
        MayCheckIn = true, MayClose = true, MaySettle = step => step.Done is null, InterviewHref = Links.Interview(7),
    };
    private static ImprovementView Proposed => Kept(2, new([Written])) with { MayAgree = true, MayWithdraw = true, Fields = Fields, Refused = ImprovementWords.Of(ImprovementRefusal.NotRunning) };
    private static ImprovementsView Improvements => new(null, false, [new(2, new([Written with { Person = Long }]), true), new(1, Running, false), new(1, Team, false)]) { People = [Ann, Lead, Long], Groups = [Groups[0], Groups[2]] };

    private static readonly OnboardingPlan Steps = new(new("新人 7/30/90 天带教", "New hires: 7, 30 and 90 days"),
    [
        new(1, new("开好子账号和权限，认识全组", "Accounts are open; the group is met"), false), new(3, new("旁听带教人接待一整班，记下十个常见问题", "A whole shift is listened to; ten questions are noted"), true),
        new(7, new("通过入职考试：商品、规则、话术", "The first exam is passed"), true, Links.Exams), new(7, new("第一周谈话", "Talk after the first week"), false), new(30, new("通过满月考试", "The exam after a month is passed"), true, Links.Exams),
    ]);
    private static readonly OnboardingHappening Start = new(OnboardingEvent.Started, "hr", At(2)) { Trainee = Long, Group = Groups[0], Mentor = Ann, From = new(2026, 11, 2), Plan = Steps };
    private static OnboardingHappening Tick(string who, int step, int day) => new(OnboardingEvent.Ticked, who, At(day)) { Step = step };
    private static OnboardingState Trained => new([Start, Tick(Ann, 0, 2), Tick(Long, 0, 2), Tick(Long, 1, 5), new(OnboardingEvent.Waived, Lead, At(9)) { Step = 3, Note = "入职前在别的店做过三年客服，第一周已经谈过" }]);
    private static OnboardingState Over => new([.. Trained.Happened, new(OnboardingEvent.Extended, "hr", At(10)) { Until = new(2026, 12, 15), Note = "病假两周" }, new(OnboardingEvent.MentorChanged, "hr", At(11)) { Mentor = Lead }, new(OnboardingEvent.Ended, "hr", At(19)) { Result = OnboardingResult.NotPassed, Note = "本人改去仓库" }]);
    private static HiredPerson Hired(int agent, int day) => new(Names[agent], Group(agent), new(2026, 11, day));
    private static OnboardingView Onboarding => new(1, Trained, Today) { Group = Groups[0], Ticks = Ann, Leads = true, Mentors = [Hired(2, 1), Hired(23, 1)], Refused = OnboardingWords.Of(OnboardingRefusal.StepsOpen) };
    private static OnboardingView Ended => new(2, Over, Today) { Group = Groups[0] };
    private static OnboardingsView Onboardings => new(null, false, Today, [new(1, Trained, 2, Trained.Steps[1]), new(2, new([Start with { Trainee = Names[5] }]), 0, Trained.Steps[4])])
    {
        Proposed = [Hired(21, 9), Hired(6, 16)], SeesPlans = true, Plans = [new("new-hire", Steps.Title)], Fields = new([Hired(21, 9), Hired(6, 16)], [Hired(0, 1), Hired(23, 1)], new(Names[6], null, null, null)),
    };

    private const string Text = "onboarding: new-hire\ntitle: { zh: 新人带教, en: New hires }\nsteps:\n  - { day: 1, who: mentor, name: { zh: 开好账号, en: Accounts are open } }\n  - { day: 7, who: trainee, name: { zh: 通过入职考试, en: The first exam is passed }, page: /growth/exams }\n";
    private const string Wrong = "onboarding: new-hire\ntitle: { zh: 新人带教, en: New hires }\nsteps:\n  - { day: 900, who: nobody, name: { zh: 开好账号, en: Accounts are open } }\n  - { day: 7, who: trainee, name: { zh: 通过入职考试 }, page: https://elsewhere.example }\n";
    private static OnboardingPlanView Plan => new(new("new-hire", Text, Steps, [new("hr", At(1), Text), new("boss", At(5), Text)]), Text, true);

    private static Task<Seen<TView>> Of<TView>(TView view) where TView : class => Task.FromResult<Seen<TView>>(view);
}
