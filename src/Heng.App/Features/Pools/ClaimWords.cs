using Heng.Engine.Explanation;
using Heng.Engine.Pay;

namespace Heng.App.Features.Pools;

/// <summary>Refusals of claims and of decisions on them in words.</summary>
public static class ClaimWords
{
    public static Wording Of(ClaimRefusal refusal) => refusal switch
    {
        ClaimRefusal.NeedsNamedPerson => new("需要实名：--as 用户 并提供密钥", "This needs a named person: --as USER with the key"),
        ClaimRefusal.RoleMayNot => new("此角色不能做这一步：组长、人事、店长申请，店长决定", "This role may not: leaders, HR and the manager claim, the manager decides"),
        ClaimRefusal.MonthClosed => new("这个月已经结账，不再改变", "The month is closed and does not change"),
        ClaimRefusal.PoolUnknown => new("这个月没有这个奖金池", "The month has no such pool"),
        ClaimRefusal.NoFloat => new("这个奖金池没有机动份额", "The pool has no float"),
        ClaimRefusal.RoleUnknown => new("奖金池里没有这个分享岗位", "The pool has no such role"),
        ClaimRefusal.PointsNotAboveZero => new("申请的百分点应大于 0", "The points asked for lie above 0"),
        ClaimRefusal.PointsTooFine => new("百分点最多两位小数", "Points have two places at most"),
        ClaimRefusal.PointsOverFloat => new("申请超过机动份额", "That is more than the float"),
        ClaimRefusal.ReasonMissing => new("请写理由", "It needs a reason"),
        ClaimRefusal.ReasonTooLong => new($"理由最多 {PoolClaims.LongestReason} 个字", $"A reason has {PoolClaims.LongestReason} characters at most"),
        ClaimRefusal.ClaimUnknown => new("没有这份申请", "There is no such claim"),
        ClaimRefusal.AlreadyDecided => new("这份申请已经决定", "The claim is decided already"),
        ClaimRefusal.OwnClaim => new("不能决定自己的申请，请另一人来", "Nobody decides their own claim; another person must"),
        ClaimRefusal.GrantedOutside => new("批准的百分点应在 0 与申请之间", "What is granted lies between 0 and what was asked for"),
        ClaimRefusal.GiverUnknown => new("请写从哪个别的分享岗位减（此增彼减）", "Say which other role gives it (zero-sum)"),
        ClaimRefusal.FloatExceeded => new("本月批准合计会超过机动份额", "Together with what was granted this month it is more than the float"),
        ClaimRefusal.ShareBelowZero => new("出让的岗位份额会低于 0", "The share of the role that gives would fall below 0"),
        ClaimRefusal.ChangedMeanwhile => new("刚才有人决定了别的申请，请看过现在的内容再操作", "Another claim was decided meanwhile; look at it as it stands now"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
