using Heng.App.CommandLine;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Api;

/// <summary>Why the interface does not answer, by name. Programs read the names: they are never changed.</summary>
public static class ApiRefusals
{
    public static readonly Refusal KeyMissing = new("key-missing", new("请带上密钥：Authorization: Bearer heng_…", "Give a key: Authorization: Bearer heng_…"));
    public static readonly Refusal KeyInvalid = new("key-invalid", new("没有这个密钥，或已撤销、已过期、账号已停用", "There is no such key, or it was revoked, is over, or its account is disabled"));
    public static readonly Refusal TooManyRequests = new("too-many-requests", new("请求太多，请按 Retry-After 的秒数稍后再来", "Too many requests; come again after as many seconds as Retry-After says"));
    public static readonly Refusal RoleMayNot = new("role-may-not", new("密钥所代表的账号没有这项权限", "The account that the key acts as may not"));
    public static readonly Refusal NotThere = new("not-there", new("没有这个地址，或看不到", "There is nothing here, or not for this account"));
    public static readonly Refusal MethodUnknown = new("method-unknown", new("这个地址不能这样访问", "This address is not asked like that"));
    public static readonly Refusal Unreadable = new("request-unreadable", new("请求读不懂", "The request can't be read"));
    public static readonly Refusal TooLarge = new("request-too-large", new("请求太大", "The request is too large"));
    public static readonly Refusal TimedOut = new("request-timeout", new("请求的内容来得太慢，已放弃；本次一行也没有收下", "The request's body came too slowly and was given up. No line of it was taken"));
    public static readonly Refusal Fault = new("internal-error", new("程序出错了，已记入日志", "Something went wrong here; it is in the log"));
    public static Refusal ParameterUnknown(string name) => new("parameter-unknown", new Wording($"这里没有参数“{name}”", $"There is no parameter '{name}' here"));
    public static Refusal ScopeMissing(ApiScope scope) => new("scope-missing", new Wording($"密钥没有权限范围 {scope.Name}（{scope.Words.Zh}）", $"The key has no scope {scope.Name} ({scope.Words.En})"));

    /// <summary>What the framework answered without words.</summary>
    public static Refusal OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotThere,
        StatusCodes.Status405MethodNotAllowed => MethodUnknown,
        StatusCodes.Status408RequestTimeout => TimedOut,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        >= 500 => Fault,
        _ => Unreadable,
    };
}
