using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Coaching;

/// <summary>Coaching tasks in words: stages, steps, results, refusals, notices. What is told stays between the people concerned: no robot can be given it.</summary>
public static class CoachingWords
{
    public static readonly Refusal AlreadyOpen = new("already-open", new("这个原因已经有一项没有结束的辅导任务", "There is an open coaching task for this cause already"));
    public static readonly Refusal Unknown = new("step-unknown", new("没有这一步", "There is no such step"));

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(CoachingTold.GivenKind, new("新的辅导任务", "A coaching task"), "compass", said => new($"{said.One("by")} 给 {said.One("about")} 布置了辅导任务“{said.One("what")}”，{said.Day("day").Zh}到期；请看过并知悉", $"{said.One("by")} gave {said.One("about")} the coaching task '{said.One("what")}', due {said.Day("day").En}; look at it and acknowledge it")),
        new(CoachingTold.AcknowledgedKind, new("辅导任务已知悉", "A coaching task is acknowledged"), "circle-check", said => new($"{said.One("by")} 已知悉辅导任务“{said.One("what")}”", $"{said.One("by")} acknowledged the coaching task '{said.One("what")}'")),
        new(CoachingTold.DueKind, new("辅导任务到期", "A coaching task is due"), "clock", said => new($"{said.One("about")} 的辅导任务“{said.One("what")}”已过到期日（{said.Day("day").Zh}），请看前后对比并结束", $"The coaching task '{said.One("what")}' of {said.One("about")} was due {said.Day("day").En}: look at before and after, and close it")),
        new(CoachingTold.ClosedKind, new("辅导任务已结束", "A coaching task is closed"), "file-text", said => new($"{said.One("by")} 结束了辅导任务“{said.One("what")}”", $"{said.One("by")} closed the coaching task '{said.One("what")}'")),
    ];

    public static Wording Of(CauseKind kind) => kind == CauseKind.Rule ? new("规则", "rule") : new("人工质检", "inspection");
    public static Wording Of(CoachingStage stage) => stage switch { CoachingStage.Given => new("待知悉", "to be acknowledged"), CoachingStage.Acknowledged => new("进行中", "under way"), CoachingStage.Due => new("到期，待结束", "due, to be closed"), _ => new("已结束", "closed") };
    public static string Tag(CoachingStage stage) => stage switch { CoachingStage.Given => "warn", CoachingStage.Acknowledged => "info", CoachingStage.Due => "bad", _ => "quiet" };
    public static Wording Of(CoachingResult result) => result switch { CoachingResult.Reached => new("达到", "reached"), CoachingResult.NotReached => new("没有达到", "not reached"), _ => new("撤销", "withdrawn") };
    public static string Tag(CoachingResult result) => result switch { CoachingResult.Reached => "good", CoachingResult.NotReached => "bad", _ => "quiet" };
    public static Wording Of(CoachingEvent what) => what switch { CoachingEvent.Given => new("布置", "gave it"), CoachingEvent.Acknowledged => new("知悉", "acknowledged it"), CoachingEvent.Talked => new("谈话", "talked"), _ => new("结束", "closed it") };

    /// <summary>12 / 300 (4.00%); nothing looked at has no share.</summary>
    public static string Counts(CauseShare share) => share.Share is { } part ? $"{Pair(share.Touched, share.Of)} · {Show.Rate(part)}" : Show.None;
    public static string Pair(int part, int whole) => $"{Show.Count(part)} / {Show.Count(whole)}";

    public static Refusal Of(CoachingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        CoachingRefusal.RoleMayNot => new Wording("由本组组长或主管、质检、店长来做", "It is for who leads the group, QA and the manager"),
        CoachingRefusal.OwnTask => new("自己的辅导任务由别人布置和结束", "One's own is given and closed by another"),
        CoachingRefusal.NothingFound => new("这段时间没有查到这个原因，没有可比的数", "Nothing was found for this cause in these days; there is no number to compare with"),
        CoachingRefusal.TitleMissing => new($"请写标题，最多 {CoachingCycle.LongestTitle} 字", $"Give it a title of at most {CoachingCycle.LongestTitle} characters"),
        CoachingRefusal.TextTooLong => new($"标题最多 {CoachingCycle.LongestTitle} 字，说明最多 {CoachingCycle.LongestNote} 字", $"A title has at most {CoachingCycle.LongestTitle} characters, a note {CoachingCycle.LongestNote}"),
        CoachingRefusal.GoalUnclear => new("目标是一个不小于 0、小于现在的次数", "The goal is a number from 0 to less than it is now"),
        CoachingRefusal.DueUnclear => new($"到期日在 {CoachingCycle.LeastDays} 到 {CoachingCycle.MostDays} 天之后", $"It is due in {CoachingCycle.LeastDays} to {CoachingCycle.MostDays} days"),
        CoachingRefusal.TooMuchEvidence => new($"最多选 {CoachingCycle.MostEvidence} 个例子", $"Choose at most {CoachingCycle.MostEvidence} pieces of evidence"),
        CoachingRefusal.NotYours => new("这项任务不是给您的", "This task is not yours"),
        CoachingRefusal.AlreadyAcknowledged => new("您已经知悉", "You have acknowledged it already"),
        CoachingRefusal.AlreadyOver => new("这项任务已经结束", "This task is closed"),
        CoachingRefusal.NeedsNote => new("请写谈了什么", "Say what was talked about"),
        CoachingRefusal.NeedsResult => new("请选结果", "Choose the result"),
        CoachingRefusal.NotDueYet => new("到期日过了才能定达到还是没有；不做了就撤销", "Whether it was reached is said after its day; withdraw what is not to be done"),
        CoachingRefusal.NeedsReason => new("没有达到、撤销，或数字没有说达到而定为达到，都要写理由", "Not reached, withdrawn, or reached where the number does not say so: give the reason"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
