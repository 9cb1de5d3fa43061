using Heng.App.CommandLine;

namespace Heng.App.Features.ApiKeys;

/// <summary>Why a key was not made or revoked, by name.</summary>
public static class KeyRefusals
{
    public static readonly Refusal MakerMayNot = new("role-may-not", new("接口密钥由店长实名建立", "Keys are made by the manager, by name"));
    public static readonly Refusal NameMissing = new("name-missing", new($"请给密钥起个名字，最多 {KeyDeeds.LongestName} 字", $"Give the key a name, {KeyDeeds.LongestName} characters at most"));
    public static readonly Refusal ScopesMissing = new("scopes-missing", new("请至少勾选一个权限范围", "Choose one scope at least"));
    public static readonly Refusal AccountUnknown = new("account-unknown", new("没有这个账号，或已停用", "There is no such account, or it is disabled"));
    public static readonly Refusal ShopUnknown = new("shop-unknown", new("没有这家店铺", "There is no such shop"));
    public static readonly Refusal RateOutOfRange = new("rate-out-of-range", new($"每分钟 1–{KeyDeeds.MostAMinute} 次", $"1–{KeyDeeds.MostAMinute} requests a minute"));
    public static readonly Refusal DayOver = new("day-over", new("有效期的最后一天写作 2027-03-31，要在今天或以后", "The last day is written 2027-03-31, today or later"));
    public static readonly Refusal TooMany = new("too-many", new($"最多 {KeyDeeds.MostKeys} 个有效密钥", $"{KeyDeeds.MostKeys} open keys at most"));
    public static readonly Refusal KeyUnknown = new("key-unknown", new("没有这个密钥，或已撤销", "There is no such key, or it was revoked"));
    public static Refusal ScopeUnknown(string name) => new("scope-unknown", new($"没有权限范围“{name}”", $"There is no scope '{name}'"));
    public static Refusal ScopeTooWide(Api.ApiScope scope) => new("scope-too-wide", new($"这个账号没有 {scope.Name} 的权限（{scope.Words.Zh}）", $"The account may not {scope.Name} ({scope.Words.En})"));
}
