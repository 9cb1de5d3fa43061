using Heng.App.CommandLine;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Appraisals;

/// <summary>Refusals, acts and events of an assessment in words.</summary>
public static class AppraisalWords
{
    public static readonly Refusal AboutMissing = new("about-missing", new("请指明是谁的异议", "Say whose objection it is"));
    public static readonly Refusal Unknown = new("assessment-unknown", new("这个月没有这样的考核", "The month has no such assessment"));

    public static Refusal Of(AppraisalRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        AppraisalRefusal.RoleMayNot => new Wording("此角色不能做这一步：人事和店长主持考核", "This role may not: HR and the manager lead assessments"),
        AppraisalRefusal.AlreadyClosed => new Wording("这次考核已经关闭，不再改变", "This assessment is closed and does not change"),
        AppraisalRefusal.StageNotYet => new Wording("还没有到这个环节", "This stage has not come yet"),
        AppraisalRefusal.StageOver => new Wording("这个环节已经结束；要改请主持人退回", "This stage is over; who leads the assessment can reopen it"),
        AppraisalRefusal.NoSuchStage => new Wording("流程里没有这个环节", "The course has no such stage"),
        AppraisalRefusal.NotAsked => new Wording("这个环节没有这一项", "Nobody is asked for this in the stage"),
        AppraisalRefusal.NotYours => new Wording("这一项不由您做", "This is not yours to do"),
        AppraisalRefusal.OwnCard => new Wording("自己的考核由别人来评、审、批", "One's own card is for others to score, review and approve"),
        AppraisalRefusal.SamePerson => new Wording("复核的人不能再审批，请另一人来", "Who reviewed a card does not approve it; another person must"),
        AppraisalRefusal.NotMatured => new Wording("还有数字未到成熟日；要提前请写明理由（主持人结束环节）", "Some numbers are not final yet; who leads may end the stage for a reason"),
        AppraisalRefusal.StillWaiting => new Wording("还有人没做完；复核和审批不能略过，其余环节须写明理由", "Some are still waited for; review and approval are never skipped, other stages only for a reason"),
        AppraisalRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        AppraisalRefusal.ObjectionOpen => new Wording("有异议还没有答复", "An objection is not answered yet"),
        AppraisalRefusal.NothingToAnswer => new Wording("没有待答复的异议", "There is no objection to answer"),
        AppraisalRefusal.NotConfirming => new Wording("只能在确认环节提出异议", "Objections belong to the stage of confirming"),
        AppraisalRefusal.SamePersonAgain => new Wording("本来就由此人做", "It is this person's already"),
        AppraisalRefusal.HasGiven => new Wording("此人已经评过，不能再换下", "This person has given points already and is not replaced"),
        AppraisalRefusal.InterviewUnsigned => new Wording("面谈记录两人都签了才算完成", "The interview is done once both have signed its record"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    /// <summary>An event by the name that decisions bear.</summary>
    public static Wording OfKept(string name) => Enum.GetValues<AppraisalEvent>().Where(e => Json.Kebab(e) == name).Select(e => Of(e)).DefaultIfEmpty(new(name, name)).First();

    public static Wording Of(AppraisalEvent what) => what switch
    {
        AppraisalEvent.Filled => new("完成", "done"),
        AppraisalEvent.Objected => new("提出异议", "objected"),
        AppraisalEvent.Answered => new("答复异议", "answered"),
        AppraisalEvent.Delegated => new("委托", "delegated"),
        AppraisalEvent.Ended => new("环节结束", "stage over"),
        AppraisalEvent.Reopened => new("退回重做", "reopened"),
        AppraisalEvent.Proposed => new("推荐互评人", "proposed a peer"),
        AppraisalEvent.Invited => new("邀请互评人", "invited a peer"),
        AppraisalEvent.Withdrawn => new("撤下互评人", "withdrew a peer"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>What the button says that does a part.</summary>
    public static Wording Done(StageWork work) => work switch
    {
        StageWork.Collect => new("数据已收齐", "All records are in"),
        StageWork.Calculate => new("核算完毕", "Calculated"),
        StageWork.Rate => new("评分已完成", "Points are given"),
        StageWork.Confirm => new("确认", "Confirm"),
        StageWork.Review => new("复核无误", "Reviewed"),
        StageWork.Approve => new("批准", "Approve"),
        StageWork.Publish => new("公布", "Publish"),
        StageWork.Interview => new("已面谈", "Interviewed"),
        _ => new("关闭考核", "Close the assessment"),
    };

    /// <summary>Who does a part: by name, or whoever holds the office.</summary>
    public static Wording Doer(AppraisalState state, ToDo part) => state.DoerOf(part) is { } name ? new(name, name)
        : part.As == Filler.Leader ? new("人事或店长（没有组长）", "HR or the manager (no leader)") : RaterWords.Of(part.As);
}
