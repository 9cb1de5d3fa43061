using Heng.Engine.Explanation;

namespace Heng.App.Features.SignIn;

/// <summary>Why nothing was done to an account, in words.</summary>
public static class AccountWords
{
    public static Wording Of(AccountRefusal refused) => refused switch
    {
        AccountRefusal.RoleMayNot => new("此账号不能管理这个角色的账号", "this account may not manage accounts of that role"),
        AccountRefusal.AccountUnknown => new("没有这个账号", "there is no such account"),
        AccountRefusal.AccountExists => new("账号名已被使用", "the name is taken"),
        AccountRefusal.NameUnreadable => new($"账号名不能为空、不能超过 {AccountAsk.LongestName} 个字符、不能含控制字符，也不能是 operator", $"a name is not empty, has at most {AccountAsk.LongestName} characters, no control characters, and is not operator"),
        AccountRefusal.PersonMissing => new("客服与组长的账号要指明是谁", "an agent's or leader's account needs its person"),
        AccountRefusal.AgentUnknown => new("人员里没有这个人", "nobody of that name is in the people file"),
        AccountRefusal.GroupsMissing => new("主管账号要指明小组", "a supervisor's account needs its groups"),
        AccountRefusal.GroupUnknown => new("人员里没有这个小组", "nobody in the people file is in that group"),
        AccountRefusal.OwnRole => new("不能修改自己的角色，请另一位管理员来改", "nobody changes their own role; ask another administrator"),
        AccountRefusal.OwnAccount => new("不能停用自己的账号", "nobody disables their own account"),
        AccountRefusal.LastAdministrator => new("这是最后一位能登录的管理员，不能停用或改成别的角色", "this is the last administrator who can sign in: not to be disabled or given another role"),
        AccountRefusal.ReasonMissing => new("请写明理由", "say why"),
        AccountRefusal.ReasonTooLong => new($"理由不能超过 {AccountAsk.LongestReason} 个字符", $"a reason has at most {AccountAsk.LongestReason} characters"),
        _ => new("账号已经是这样", "the account is so already"),
    };
}
