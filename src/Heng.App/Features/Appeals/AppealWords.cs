using Heng.App.CommandLine;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Appeals;

/// <summary>Refusals, stages and facts of appeals in words.</summary>
public static class AppealWords
{
    public static readonly Refusal Unknown = new("appeal-unknown", new("没有这个申诉", "There is no such appeal"));
    public static readonly Refusal Unreadable = new("value-unreadable", new("分数和天数写成 8 或 21.5 这样", "Points and days are written like 8 or 21.5"));
    public static Refusal PersonUnknown(string name) => new("person-unknown", new($"没有“{name}”这个人", $"There is nobody called '{name}'"));

    public static Refusal Of(AppealRefusal refusal, int days) => new(Json.Kebab(refusal), refusal switch
    {
        AppealRefusal.UnknownFact => new Wording("记录里没有这一条", "The records have no such fact"),
        AppealRefusal.NotYours => new Wording("只能就关系到自己数字的记录申诉；再申诉由本人提出", "One appeals only against what bears on one's own numbers, and escalates one's own appeal"),
        AppealRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        AppealRefusal.NothingToCorrect => new Wording("和现在的记录一样，没有可更正的", "It is so already: there is nothing to correct"),
        AppealRefusal.AlreadyRaised => new Wording("这一条已经有申诉在等答复", "An appeal about this waits for its answer already"),
        AppealRefusal.AlreadyDecided => new Wording("已经有了结论", "It is decided already"),
        AppealRefusal.WindowOver => new Wording($"已过期限：公布或答复之后 {days} 个自然日内可以提出", $"The window is over: {days} calendar days after publishing, or after the answer"),
        AppealRefusal.OwnAppeal => new Wording("自己的申诉、自己评的分、与自己有关或自己裁定过的申诉，由别人裁定", "One's own appeal, one's own rating, what concerns oneself or was answered by oneself is for another to decide"),
        AppealRefusal.RoleMayNot => new Wording("由本组组长、人事或店长答复；再申诉由人事或店长裁定", "The group's leader, HR or the manager answers; an escalated one HR or the manager"),
        AppealRefusal.NotAnswered => new Wording("还没有答复，等答复后才能再申诉", "It is not answered yet; after a refusal it can be escalated"),
        AppealRefusal.AlreadyEscalated => new Wording("已经再申诉过一次", "It was escalated once already"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(CorrectedFact kind) => kind switch
    {
        CorrectedFact.Order => new("订单归属", "order's credit"),
        CorrectedFact.Rating => new("服务评价", "rating"),
        CorrectedFact.Review => new("商品评价", "product review"),
        CorrectedFact.Attendance => new("出勤", "attendance"),
        CorrectedFact.Entry => new("评分", "rater's points"),
        CorrectedFact.Finding => new("质检发现", "finding"),
        _ => new("聊天消息", "message"),
    };

    /// <summary>What accepting does to the fact.</summary>
    public static Wording Effect(CorrectedFact kind) => kind switch
    {
        CorrectedFact.Order => new("订单改归所选的人，销售、退款、询单转化都跟着重算；未付款、逾期和插旗的订单仍不计人", "The order goes to the person chosen; sales, refunds and conversion follow. Unpaid, late and flagged orders still credit nobody"),
        CorrectedFact.Rating => new("这条评价作废：不计入任何人，也不计入全店；邀请仍然计数", "The rating is void: it counts for nobody, nor for the shop. That it was asked for still counts"),
        CorrectedFact.Review => new("这条评价不计在任何人头上，全店仍有这一条", "The review counts for nobody; the shop still has it"),
        CorrectedFact.Attendance => new("本月出勤按更正后的天数计", "The month's attendance is taken as corrected"),
        CorrectedFact.Entry => new("这一项按更正后的分数计", "The item is taken with the corrected points"),
        CorrectedFact.Finding => new("这条质检发现撤销：不扣分也不计次，聊天记录上标明已撤销", "The finding is struck: it takes no points and counts nowhere; the transcript says so"),
        _ => new("这条消息按规则“更正”过滤：不算提问也不算回复，不延长会话，只记入被过滤的消息", "The message is filtered by the rule “correction”: it neither asks nor answers nor extends a session, and is one of the filtered"),
    };

    public static Wording Of(AppealStage stage, bool accepted) => stage switch
    {
        AppealStage.Raised => new("待答复", "to be answered"),
        AppealStage.Answered => new("已驳回，可再申诉一次", "refused; may be escalated once"),
        AppealStage.Escalated => new("再申诉，待裁定", "escalated, to be decided"),
        _ => accepted ? new("已采纳更正", "accepted and corrected") : new("已终局驳回", "refused for good"),
    };

    public static Wording Of(AppealEvent what) => what switch
    {
        AppealEvent.Raised => new("提出申诉", "appealed"),
        AppealEvent.Accepted => new("采纳并更正", "accepted and corrected"),
        AppealEvent.Refused => new("驳回", "refused"),
        _ => new("再申诉", "escalated"),
    };
}
