using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;

namespace Heng.App.Features.ImprovementPlans;

/// <summary>Improvement plans' stages, events and refusals in words.</summary>
public static class ImprovementWords
{
    public static readonly Refusal AlreadyPlanned = new("already-planned", new("这次面谈已经有改进计划", "There is an improvement plan of this interview already"));
    public static readonly Refusal NotSigned = new("not-signed", new("面谈记录双方签了字，才能变成改进计划", "An interview becomes a plan once both have signed its record"));
    public static readonly Refusal UnknownMetric = new("unknown-metric", new("没有这个指标", "There is no such metric"));

    public static Wording Of(ImprovementStage stage) => stage switch
    {
        ImprovementStage.Proposed => new("待双方同意", "waits for both"),
        ImprovementStage.Running => new("执行中", "running"),
        ImprovementStage.Closed => new("已结束", "closed"),
        _ => new("已撤回", "withdrawn"),
    };

    public static Wording Of(ImprovementEvent what) => what switch
    {
        ImprovementEvent.Written => new("写下计划", "wrote it"),
        ImprovementEvent.Agreed => new("同意", "agreed"),
        ImprovementEvent.StepDone => new("做完", "done"),
        ImprovementEvent.StepNotDone => new("没有做", "not done"),
        ImprovementEvent.StepMoved => new("改期", "moved"),
        ImprovementEvent.CheckedIn => new("跟进", "checked in"),
        ImprovementEvent.Closed => new("结束", "closed"),
        _ => new("撤回", "withdrew"),
    };

    public static Wording Of(ImprovementResult result) => result switch
    {
        ImprovementResult.Met => new("达到", "met"),
        ImprovementResult.Partly => new("部分达到", "partly met"),
        _ => new("没有达到", "not met"),
    };

    public static Refusal Of(ImprovementRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        ImprovementRefusal.RoleMayNot => new Wording("由本人、组长、主管、人事或店长来做；结束自己的计划由别人来", "It is for the person and who leads; one's own is closed by another"),
        ImprovementRefusal.NeedsGoal => new Wording("请写目标", "Say the goal"),
        ImprovementRefusal.TargetUnclear => new Wording("选了指标要写目标值，且不同于起点；没有指标就不写数字", "A metric needs a target other than where it starts; without one there are no numbers"),
        ImprovementRefusal.StepsUnclear => new Wording("至少一步；每步写明做什么、谁做、不早于今天的期限", "At least one step; each says what, who, and until when, today or later"),
        ImprovementRefusal.TextTooLong => new Wording($"目标和每步最多 {ImprovementCycle.LongestGoal} 字，最多 {ImprovementCycle.MostSteps} 步，说明最多 {ImprovementCycle.LongestNote} 字", $"A goal and a step have at most {ImprovementCycle.LongestGoal} characters, a plan {ImprovementCycle.MostSteps} steps, a note {ImprovementCycle.LongestNote} characters"),
        ImprovementRefusal.AlreadyAgreed => new Wording("您已经同意过", "You have agreed already"),
        ImprovementRefusal.AlreadyRunning => new Wording("双方已经同意，内容不再改变", "Both have agreed; the text stays"),
        ImprovementRefusal.NotRunning => new Wording("双方同意以后才开始", "It begins once both have agreed"),
        ImprovementRefusal.AlreadyOver => new Wording("这份计划已经结束", "This plan is over"),
        ImprovementRefusal.UnknownStep => new Wording("没有这一步", "There is no such step"),
        ImprovementRefusal.StepSettled => new Wording("这一步已经有结果", "This step is settled already"),
        ImprovementRefusal.NotYours => new Wording("这一步由别人做", "This step is another's"),
        ImprovementRefusal.NeedsReason => new Wording("请写说明或理由", "Give a note or the reason"),
        ImprovementRefusal.NeedsDay => new Wording("请写新的日期", "Give the new day"),
        ImprovementRefusal.DayTooEarly => new Wording("新日期不早于今天，且不同于原来的", "The new day is today or later, and another than before"),
        ImprovementRefusal.DayTooLate => new Wording($"步骤的日期最晚到 {ImprovementCycle.MostYears} 年以后", $"A step is due within {ImprovementCycle.MostYears} years"),
        ImprovementRefusal.StepsOpen => new Wording("还有没结果的步骤", "Steps are still open"),
        ImprovementRefusal.NeedsResult => new Wording("请选结果", "Choose the result"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
