using Heng.App.Features.Api;
using Heng.App.Features.ApiKeys;
using Heng.App.Ui;

namespace Heng.App.Features.Gallery;

/// <summary>The pages of what programs ask and are told, in every state.</summary>
internal static class ApiSamples
{
    private static readonly DateTime At = new(2026, 11, 4, 10, 0, 0);

    public static IEnumerable<(string Id, string Name, Func<IResult> Page)> Pages =>
    [
        ("keys", "接口密钥", () => Ui.Pages.Show<KeysPage>(Keys)),
        ("keys-told", "接口密钥：刚建立", () => Ui.Pages.Show<KeysPage>(Keys with { Told = "heng_0123abcd_" + new string('7', 64) })),
        ("keys-refused", "接口密钥：没有、被拒", () => Ui.Pages.Show<KeysPage>(NoKeys)),
        ("keys-read", "接口密钥：只看", () => Ui.Pages.Show<KeysPage>(Keys with { MayMake = false, MayRevoke = false })),
    ];

    public static void Add(IServiceCollection services) => services.AddSingleton<KeysFor>((form, _) => Task.FromResult<Seen<KeysView>>(form is null ? Keys : NoKeys));

    private static KeyRow Key(long id, string name, KeyState state, params ApiScope[] scopes) =>
        new(id, name, "heng_0123abcd_…", scopes, id == 1 ? "一家名字很长很长的官方旗舰店" : null, "program-of-the-warehouse", 600, At, "店长", state) { UsedAt = id == 1 ? At : null, LastDay = id == 2 ? new(2026, 10, 31) : null, RevokedAt = At, RevokedBy = "店长" };

    public static KeysView Keys => new(
        [Key(1, "客服软件送聊天", KeyState.Open, ApiScope.IngestMessages, ApiScope.IngestOrders, ApiScope.IngestEvents), Key(2, "数据大屏", KeyState.Over, ApiScope.ReadMetrics), Key(3, "薪酬系统", KeyState.AccountDisabled, ApiScope.ReadPay), Key(4, "试用", KeyState.Revoked, [.. ApiScope.All])],
        ["manager", "program-of-the-warehouse"], ["一家名字很长很长的官方旗舰店"], true, true);
    public static KeysView NoKeys => new([], ["manager"], [], true, true) { Asked = new("数据大屏", "manager", ["read:pay"], "", "0"), Refused = KeyRefusals.RateOutOfRange };
}
