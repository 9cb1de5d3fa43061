using Heng.App.CommandLine;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Closing;

/// <summary>Refusals and notes of a leaver's own pay run in words.</summary>
public static class LeaverWords
{
    public static Refusal Of(LeaverRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        LeaverRefusal.NeedsNamedPerson => new Wording("单独发薪需要实名：--as 用户 并提供密钥", "Paying somebody alone needs a named person: --as USER with the key"),
        LeaverRefusal.RoleMayNot => new Wording("此角色不能做这一步：人事或店长准备、登记发放，店长核准", "This role may not: HR or the manager drafts and notes the payment, the manager approves"),
        LeaverRefusal.OwnPay => new Wording("自己的工资不能由自己准备、核准或登记", "Nobody drafts, approves or notes their own pay"),
        LeaverRefusal.MonthSealed => new Wording("这个月已经封存，工资随当月发放；以后的变动另列差额", "The month is sealed, so the pay goes with the month; what comes later becomes a difference"),
        LeaverRefusal.NotLeaving => new Wording("人员表里此人这个月没有最后工作日，不能单独发薪", "The list of people has no last day of theirs in this month, so they are not paid alone"),
        LeaverRefusal.NotLeftYet => new Wording("数据还没有到此人的最后工作日结束", "The records do not reach the end of their last day yet"),
        LeaverRefusal.NotPaid => new Wording("没有薪酬方案给此人发工资，或这个月还没有数据", "No scheme pays this person, or the month has no records"),
        LeaverRefusal.SamePerson => new Wording("准备的人不能自己核准，请另一人来", "Who drafted it may not approve it; another person must"),
        LeaverRefusal.NotPrepared => new Wording("还没有人准备这份工资", "Nobody has drafted this pay yet"),
        LeaverRefusal.ResultsMoved => new Wording("准备之后结果变了，请重新准备", "The results moved since they were drafted; draft again"),
        LeaverRefusal.AlreadyApproved => new Wording("这份工资已经核准封存；以后的变动另列差额", "This pay is approved and sealed; what comes later becomes a difference"),
        LeaverRefusal.NotApproved => new Wording("核准之后才能登记发放", "Only approved pay can be noted as paid"),
        LeaverRefusal.AlreadyPaid => new Wording("已经登记过发放", "The payment is noted already"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    /// <summary>What stands beside a payslip that was sealed alone.</summary>
    public static Wording Told(Leaver of)
    {
        string By(MonthEvent step) => of.Steps.LastOrDefault(s => s.Event == step).Decision is { } decision ? step == MonthEvent.Paid ? decision.Why : decision.Who : "";
        var (by, paid) = (By(MonthEvent.Approved), By(MonthEvent.Paid));
        return new($"离职单独发薪：{by} 核准封存，{(paid.Length > 0 ? $"发放 {paid}" : "还没有登记发放")}；不随当月工资再发。月底才知道的（奖金池、名次）和以后的变动，在这个月封存之后列为差额。",
            $"Paid alone on leaving: approved and sealed by {by}, {(paid.Length > 0 ? $"paid {paid}" : "no payment noted yet")}; not paid again with the month. What only the month's end tells (pools, places) and what moves later becomes a difference once the month is sealed.");
    }
}
