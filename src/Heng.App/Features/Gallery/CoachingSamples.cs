using Heng.App.Features.Coaching;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Invented causes and coaching tasks, in November after the invented October.</summary>
public static class CoachingSamples
{
    private static readonly string Ann = Names[0], Lead = Names[20], Long = Names[21];
    private static readonly Wording Address = new("称呼买家没有用“您”，或者在买家已经表示不满之后仍然用了随意的称呼和语气词", "The buyer was addressed without due form, or casually although they had said that they were not content"), Taboo = new("禁用语", "Forbidden words"), Remark = new("该登记的没有登记", "Not registered");
    private static readonly Wording Wording = new("服务用语", "Wording");
    private static readonly Cause OfAddress = new(CauseKind.Rule, "address"), OfTaboo = new(CauseKind.Rule, "taboo"), OfRemark = Cause.OfCriterion("calls", "not-registered");

    public static IEnumerable<(string, string, Func<IResult>)> Pages =>
    [
        ("coaching", "辅导：原因和任务", () => Ui.Pages.Show<CoachingPage>(List(new(October, Groups[0])))),
        ("coaching-none", "辅导：没有数据", () => Ui.Pages.Show<CoachingPage>(new CoachingView(new(October), null, [], 0, []))),
        ("coaching-own", "辅导：客服自己看", () => Ui.Pages.Show<CoachingPage>(List(new(October)) with { Whole = null, Groups = [], Agents = [Ann] })),
        ("coaching-new", "布置辅导任务", () => Ui.Pages.Show<NewCoachingPage>(New)),
        ("coaching-new-refused", "布置辅导任务：目标不清楚", () => Ui.Pages.Show<NewCoachingPage>(New with { Refused = CoachingWords.Of(CoachingRefusal.GoalUnclear), Example = null })),
        ("coaching-task", "辅导任务：请知悉", () => Ui.Pages.Show<CoachingTaskPage>(ToAcknowledge)),
        ("coaching-task-due", "辅导任务：到期，没写理由", () => Ui.Pages.Show<CoachingTaskPage>(DueTask)),
        ("coaching-task-closed", "辅导任务：达到", () => Ui.Pages.Show<CoachingTaskPage>(Closed)),
    ];

    public static void AddCoachingSamples(this IServiceCollection services) => services
        .AddSingleton<CoachingFor>((ask, _) => Of(List(ask)))
        .AddSingleton<NewCoachingFor>((ask, form, _) => ask is null ? Task.FromResult(Seen<NewCoachingView>.NotFound) : Of(form is null ? New : New with { Refused = CoachingWords.Of(CoachingRefusal.GoalUnclear) }))
        .AddSingleton<CoachingTaskFor>((id, form, _) => id is 1 or 2 or 3 ? Of(form is null ? id == 1 ? ToAcknowledge : Closed : DueTask) : Task.FromResult(Seen<CoachingTaskView>.NotFound));

    public static CoachingView List(CoachingAsk ask) => new(ask,
        [
            Row(OfTaboo, Taboo, null, new(31, 4120, 3100m), new(44, 3980, 4400m)), Row(OfAddress, Address, null, new(402, 4120, 1005m), new(390, 3980, 975m)), Row(OfRemark, Remark, null, new(2, 14, 66.7m), new(0, 0, 0m)),
        ],
        [
            Row(OfTaboo, Taboo, Ann, new(12, 300, 1200m), new(4, 280, 400m)) with { Group = new(31, 4120, 3100m), Task = 1 }, Row(OfAddress, Address, Long, new(61, 410, 152.5m), new(0, 0, 0m)) with { Group = new(402, 4120, 1005m) },
            Row(OfAddress, Address, Names[2], new(8, 333, 20m), new(9, 12, 22.5m)) with { Group = new(402, 4120, 1005m) },
            Row(OfRemark, Remark, Names[3], new(2, 5, 66.7m), new(1, 4, 33.3m)) with { Group = new(2, 14, 66.7m), Href = null, Inspections = ["4", "11", "19", "20", "21", "22"] },
        ], 131,
        [
            new(2, Sample(CoachingEvent.Given), CoachingStage.Due, Address, true), new(1, Sample(CoachingEvent.Given), CoachingStage.Given, Taboo, false), new(3, Closed.State, CoachingStage.Closed, Taboo, false),
        ])
    {
        Groups = Groups, Agents = Names, Through = October.Last, Cause = ask.Cause is null ? null : Address,
    };

    private static CauseRow Row(Cause cause, Wording name, string? agent, CauseShare now, CauseShare before) => new(cause, name, Wording, agent, now, before)
    {
        Href = new CoachingAsk(October, Cause: cause).Href, Give = new NewCoachingAsk(October, agent, agent is null ? Groups[0] : null, cause).Href,
    };

    private static readonly ShownEvidence[] Evidence =
    [
        new("1", October.Last, Ann, Links.Reception("1"), [new TextPiece("…说了多少遍了，", null), new("自己看", Severity.Fatal), new("详情页…", null)], true),
        new("2", October.Last.AddDays(-3), Ann, Links.Reception("2"), [new TextPiece("你", Severity.Fatal), new("要几件", null)], true), new("3", October.Last.AddDays(-9), Ann, Links.Reception("3"), []),
    ];

    public static NewCoachingView New => new(new(October, Ann, null, OfTaboo), Taboo, Sample(CoachingEvent.Given).Given, new(12, 300, 1200m), Evidence, new(2026, 11, 3)) { Example = (1, "把“自己看”说成“我帮您找”") };

    public static CoachingTaskView ToAcknowledge => OneTask(Sample(CoachingEvent.Given), CoachingStage.Given, new(3, 81, 0m)) with { MayAcknowledge = true, Example = (1, "把“自己看”说成“我帮您找”") };

    public static CoachingTaskView DueTask => OneTask(Sample(CoachingEvent.Given, CoachingEvent.Acknowledged, CoachingEvent.Talked), CoachingStage.Due, new(2, 11, 0m)) with
    {
        MayTalk = true, MayClose = true, Refused = CoachingWords.Of(CoachingRefusal.NeedsReason), Before = new(11, 300, 0m),
    };

    public static CoachingTaskView Closed => OneTask(Sample(CoachingEvent.Given, CoachingEvent.Acknowledged, CoachingEvent.Talked, CoachingEvent.Closed), CoachingStage.Closed, new(4, 280, 0m));

    private static CoachingTaskView OneTask(CoachingState state, CoachingStage stage, CauseShare after) => new(1, state, stage, Taboo, new(12, 300, 0m), after)
    {
        First = new(2026, 11, 4), Through = new(2026, 11, 9), Evidence = Evidence, Happened = [.. state.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
    };

    private static CoachingState Sample(params CoachingEvent[] happened) => new([.. happened.Select((what, i) => Step(what, ShopClock.Shanghai.StartOf(new(2026, 11, 3)).Plus(36_000L + i * 90_000L)))]);

    private static CoachingHappening Step(CoachingEvent what, Instant at) => what switch
    {
        CoachingEvent.Given => new(what, Lead, at)
        {
            Person = Ann, Group = Groups[0], Title = $"{Ann}：禁用语", Cause = OfTaboo.ToString(), From = October.First, To = October.Last, Touched = 12, Of = 300, Goal = 6, Due = new(2026, 11, 17), Note = "这个月有几次说了“自己看”，看看这几段，周三聊一下。",
        },
        CoachingEvent.Talked => new(what, Lead, at) { Note = string.Concat(Enumerable.Repeat("买家问第二遍时先复述他的问题，再给截图；", 6)) },
        CoachingEvent.Closed => new(what, Lead, at) { Result = CoachingResult.Reached, Touched = 4, Of = 280 },
        _ => new(what, Ann, at) { Note = "知道了，我会先帮买家找" },
    };

    private static Task<Seen<TView>> Of<TView>(TView view) where TView : class => System.Threading.Tasks.Task.FromResult<Seen<TView>>(view);
}
