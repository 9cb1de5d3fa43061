using Heng.App.Features.SignIn.Codes;
using Heng.Engine.Explanation;

namespace Heng.App.Features.SignIn;

/// <summary>Why nothing was done about a second factor, in words.</summary>
public static class CodeWords
{
    public static Wording Of(CodeRefusal refused) => refused switch
    {
        CodeRefusal.CodeWrong => new("验证码不对，或已经用过", "The code is wrong, or was used before"),
        CodeRefusal.Waits => new("试得太多，稍后再试", "Too many tries; wait a little"),
        CodeRefusal.AlreadyOn => new("已经开启；此角色要求开启时不能关闭", "It is on already, and is not ended where the role must have it"),
        CodeRefusal.NotOn => new("还没有开启", "It is not on"),
        _ => new("存着的密钥解不开，请管理员关闭后重新开启", "The kept secret can't be opened; have the administrator end it"),
    };
}
