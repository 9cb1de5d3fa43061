using Heng.App.CommandLine;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Closing;

/// <summary>Refusals and steps of a pay run in words.</summary>
public static class CloseWords
{
    public static Refusal Of(MonthRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        MonthRefusal.NeedsNamedPerson => new Wording("结账需要实名：--as 用户 并提供密钥", "Closing needs a named person: --as USER with the key"),
        MonthRefusal.RoleMayNot => new Wording("此角色不能做这一步：人事或店长准备、复核、登记发放，店长核准和结账", "This role may not: HR or the manager drafts, checks and notes the payment, the manager approves and closes"),
        MonthRefusal.MonthNotOver => new Wording("这个月的数据还没有到月底", "The month's records do not reach its end yet"),
        MonthRefusal.NothingMeasured => new Wording("这个月没有可结的成绩或工资", "Nobody was scored or paid in this month"),
        MonthRefusal.AlreadyClosed => new Wording("这个月已经结账，不再改变", "The month is closed and does not change"),
        MonthRefusal.SamePerson => new Wording("准备的人不能自己复核、核准或结账，请另一人来", "Who drafted the month may not check, approve or close it; another person must"),
        MonthRefusal.NotMatured => new Wording("还有数字未到成熟日；可选“暂定”（--provisional），差额以后另列", "Some numbers are not final yet; provisionally (--provisional) it can be done now, and differences come later"),
        MonthRefusal.NotPrepared => new Wording("还没有人准备这个月", "Nobody has drafted this month yet"),
        MonthRefusal.ResultsMoved => new Wording("准备之后结果变了，请重新准备", "The results moved since they were drafted; draft again"),
        MonthRefusal.LedgerUnbalanced => new Wording("归属台账不平：客服、静默、插旗与逾期之和不等于全店已付金额或退款；请重新导入这个月的订单或退款，再结账",
            "The order ledger does not balance: agents, silent, flagged and late do not add up to what the shop was paid or paid back; import the month's orders or refunds again, then close"),
        MonthRefusal.AlreadyPublished => new Wording("这些评分卡已经公布，之后没有变过", "These cards are published already and have not moved since"),
        MonthRefusal.AlreadyApproved => new Wording("这个月已经核准封存；之后的变动另列差额", "The month is approved and sealed; what comes later becomes a difference"),
        MonthRefusal.AlreadyPaid => new Wording("已经登记过发放", "The payment is noted already"),
        MonthRefusal.NotApproved => new Wording("核准之后才能登记发放", "Only an approved run can be noted as paid"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(MonthEvent step) => step switch
    {
        MonthEvent.CardsPublished => new("公布评分卡", "Cards published"),
        MonthEvent.Prepared => new("准备（制单）", "Drafted"),
        MonthEvent.Checked => new("复核", "Checked"),
        MonthEvent.Approved => new("核准封存", "Approved and sealed"),
        MonthEvent.Paid => new("已发放", "Paid"),
        MonthEvent.Closed => new("结账", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
