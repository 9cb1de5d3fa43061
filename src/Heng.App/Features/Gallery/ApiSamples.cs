using Heng.App.Features.Api;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.Webhooks;
using Heng.App.Ui;
using Heng.Store;

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
        ("webhooks", "网络回调", () => Ui.Pages.Show<WebhooksPage>(Hooks)),
        ("webhooks-told", "网络回调：刚添加", () => Ui.Pages.Show<WebhooksPage>(Hooks with { Told = "whsec_" + new string('7', 64) })),
        ("webhooks-refused", "网络回调：没有、被拒", () => Ui.Pages.Show<WebhooksPage>(NoHooks)),
        ("webhooks-read", "网络回调：只看", () => Ui.Pages.Show<WebhooksPage>(Hooks with { MaySet = false })),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeysFor>((form, _) => Task.FromResult<Seen<KeysView>>(form is null ? Keys : NoKeys));
        services.AddSingleton<WebhooksFor>((form, _, _) => Task.FromResult<Seen<WebhooksView>>(form is null ? Hooks : NoHooks));
    }

    private static WebhookRow Hook(long id, string name, WebhookState state) => new(id, name, "https://a-very-long-host-name.of-the-warehouse.example.com/hooks/heng/v1/events", id == 3, [.. WebhookKinds.All.Select(k => k.Name)], state, state == WebhookState.Active ? null : At, At, "店长");
    private static PostedRow Posted(long seq, MessageState state, params string?[] answers) =>
        new(1, "仓库的程序", seq, $"evt-{seq}", WebhookKinds.All[(int)seq % 7].Name, "appraisal/s2-office-regulation/month/2026-10", At, state, At.AddHours(1), [.. answers.Select((a, i) => (At.AddMinutes(i), a))], state is MessageState.Sent or MessageState.Refused);

    public static WebhooksView Hooks => new([Hook(1, "仓库的程序", WebhookState.Active), Hook(2, "名字很长很长的一个数据大屏和别的程序", WebhookState.Disabled), Hook(3, "内网", WebhookState.Paused)],
        [Posted(14, MessageState.Queued, "not reached", "HTTP 503"), Posted(13, MessageState.Sent, "HTTP 204"), Posted(12, MessageState.Refused, "HTTP 410"), Posted(11, MessageState.Begun, (string?)null)], true);
    public static WebhooksView NoHooks => new([], [], true) { Asked = new("仓库", "https://10.0.0.1/", ["import-done"]), Refused = WebhookWords.AddressNotAllowed };

    private static KeyRow Key(long id, string name, KeyState state, params ApiScope[] scopes) =>
        new(id, name, "heng_0123abcd_…", scopes, id == 1 ? "一家名字很长很长的官方旗舰店" : null, "program-of-the-warehouse", 600, At, "店长", state) { UsedAt = id == 1 ? At : null, LastDay = id == 2 ? new(2026, 10, 31) : null, RevokedAt = At, RevokedBy = "店长" };

    public static KeysView Keys => new(
        [Key(1, "客服软件送聊天", KeyState.Open, ApiScope.IngestMessages, ApiScope.IngestOrders, ApiScope.IngestEvents), Key(2, "数据大屏", KeyState.Over, ApiScope.ReadMetrics), Key(3, "薪酬系统", KeyState.AccountDisabled, ApiScope.ReadPay), Key(4, "试用", KeyState.Revoked, [.. ApiScope.All])],
        ["manager", "program-of-the-warehouse"], ["一家名字很长很长的官方旗舰店"], true, true);
    public static KeysView NoKeys => new([], ["manager"], [], true, true) { Asked = new("数据大屏", "manager", ["read:pay"], "", "0"), Refused = KeyRefusals.RateOutOfRange };
}
