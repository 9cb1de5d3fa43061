using Heng.App.CommandLine;
using Heng.App.Features.Notices;

namespace Heng.App.Features.Webhooks;

/// <summary>Why a hook was not set, by name; and what is told when one ends by itself.</summary>
public static class WebhookWords
{
    public const string Disabled = "webhook-disabled";

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(Disabled, new("网络回调已停用", "A webhook is disabled"), "circle-alert", said => new($"网络回调“{said.One("name")}”连续 {said.One("days")} 天没有送达，已停用", $"webhook '{said.One("name")}' was disabled: nothing arrived for {said.One("days")} days")),
    ];

    public static readonly Refusal RoleMayNot = new("role-may-not", new("网络回调由店长或管理员实名设置", "Webhooks are set by the manager or the administrator, by name"));
    public static readonly Refusal NameMissing = new("name-missing", new("请起个名字，最多 40 字", "Give it a name, 40 characters at most"));
    public static readonly Refusal AddressNotAllowed = new("address-not-allowed", new("地址要以 https:// 开头、在公网上；内网地址只能由操作者用 heng webhooks add --private 添加", "The address begins with https:// and lies in the open network; one in the house is added by the operator, heng webhooks add --private"));
    public static readonly Refusal KindsMissing = new("kinds-missing", new("请至少勾选一类事件", "Choose one kind of event at least"));
    public static readonly Refusal HookUnknown = new("webhook-unknown", new("没有这个网络回调，或已移除", "There is no such webhook, or it was removed"));
    public static readonly Refusal AlreadySo = new("already-so", new("已经是这样了", "It is so already"));
    public static readonly Refusal EventUnknown = new("delivery-unknown", new("没有这次投递，或正在发送", "There is no such delivery, or it is under way"));
    public static readonly Refusal TooMany = new("too-many", new("最多 20 个", "20 at most"));
}
