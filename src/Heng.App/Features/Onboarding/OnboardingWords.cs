using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;

namespace Heng.App.Features.Onboarding;

/// <summary>Stages, events and refusals of a new hire's training in words.</summary>
public static class OnboardingWords
{
    public static readonly Refusal AlreadyTrained = new("already-trained", new("这个人的带教还没有结束", "This person’s training has not ended yet"));
    public static readonly Refusal UnknownPlan = new("unknown-plan", new("请选带教计划", "Choose the plan"));
    public static readonly Refusal NeedsPerson = new("needs-person", new("请选新人：在职、不是本人、归您带的人", "Choose the new hire: somebody who works here, whom you lead, not yourself"));
    public static readonly Refusal DayFar = new("day-far", new("开始日期在入职以后，前后不超过一年", "The first day is after joining, at most a year from now"));
    public static readonly Refusal PlanUnreadable = new("plan-unreadable", new("计划还有错误，没有保存", "The plan has errors; it was not kept"));
    public static readonly Refusal PlanUnchanged = new("plan-unchanged", new("内容没有变", "The text is the same as before"));
    public static readonly Refusal PlanExists = new("plan-exists", new("已有这个编号的计划，请换一个编号", "There is a plan of this id; take another"));

    public static Wording Of(OnboardingStage stage) => stage switch
    {
        OnboardingStage.Running => new("带教中", "running"),
        OnboardingStage.Ready => new("待定结果", "result waited for"),
        _ => new("已结束", "ended"),
    };

    public static Wording Of(OnboardingResult result) => result == OnboardingResult.Passed ? new("通过", "passed") : new("未通过", "not passed");

    public static Wording Of(OnboardingEvent what) => what switch
    {
        OnboardingEvent.Started => new("开始带教", "started it"),
        OnboardingEvent.Ticked => new("打勾", "ticked"),
        OnboardingEvent.MentorChanged => new("换带教人", "changed the mentor"),
        OnboardingEvent.Ended => new("定结果", "ended it"),
        OnboardingEvent.Extended => new("延长", "extended it"),
        _ => new("免做", "waived"),
    };

    public static Refusal Of(OnboardingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        OnboardingRefusal.RoleMayNot => new Wording("由组长、主管、人事或店长来做；谁都不带自己", "It is for who leads the group, HR or the manager; nobody leads their own"),
        OnboardingRefusal.NeedsMentor => new Wording("请选带教人", "Choose the mentor"),
        OnboardingRefusal.MentorIsTrainee => new Wording("带教人和新人须是两个人", "The mentor is somebody else than the new hire"),
        OnboardingRefusal.SameMentor => new Wording("带教人没有变", "The mentor is the same as before"),
        OnboardingRefusal.NoSteps => new Wording("计划里没有步骤", "The plan has no steps"),
        OnboardingRefusal.NotYours => new Wording("步骤由新人和带教人各自打勾", "Steps are ticked by the new hire and the mentor, each for themself"),
        OnboardingRefusal.UnknownStep => new Wording("没有这一步", "There is no such step"),
        OnboardingRefusal.AlreadyTicked => new Wording("这一步已经打过勾", "This step is ticked already"),
        OnboardingRefusal.StepWaived => new Wording("这一步已经免做", "This step is waived"),
        OnboardingRefusal.AlreadyOver => new Wording("带教已经结束", "The training has ended"),
        OnboardingRefusal.NeedsReason => new Wording("请写理由", "Give the reason"),
        OnboardingRefusal.NoteTooLong => new Wording($"说明最多 {OnboardingCycle.LongestNote} 字", $"A note has at most {OnboardingCycle.LongestNote} characters"),
        OnboardingRefusal.NeedsResult => new Wording("请选结果", "Choose the result"),
        OnboardingRefusal.StepsOpen => new Wording("还有没完成的步骤：打完勾、免做，或者延长", "Steps are still open: tick or waive them, or extend it"),
        OnboardingRefusal.NeedsDay => new Wording("请写延长到哪一天", "Say until which day"),
        OnboardingRefusal.DayUnclear => new Wording("新日期要晚于原来的最后一天，不早于今天，一年以内", "The new day is after the last day, today or later, and within a year"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
