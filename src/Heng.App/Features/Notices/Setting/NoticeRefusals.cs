using Heng.App.CommandLine;

namespace Heng.App.Features.Notices.Setting;

/// <summary>Why a setting of notices was not made, by name.</summary>
public static class NoticeRefusals
{
    public static readonly Refusal RoleMayNot = new("role-may-not", new("提醒由人事、店长或管理员实名设置", "Notices are set by HR, the manager or the administrator, by name"));
    public static readonly Refusal NameMissing = new("name-missing", new("请给机器人起个名字，最多 40 字", "Give the robot a name, 40 characters at most"));
    public static readonly Refusal AddressNotAllowed = new("address-not-allowed", new("地址不是这个平台的群机器人地址：从群设置里整段复制，以 https:// 开头，不带签名", "The address is none of this platform's robots: copy it whole from the group's settings, https:// and all, without a signature"));
    public static readonly Refusal SecretTooLong = new("secret-too-long", new("加签密钥最多 200 字符", "A secret has 200 characters at most"));
    public static readonly Refusal GroupUnknown = new("group-unknown", new("没有这个小组", "There is no such group"));
    public static readonly Refusal KindsMissing = new("kinds-missing", new("请至少勾选一类提醒", "Choose one kind of notice at least"));
    public static readonly Refusal RobotUnknown = new("robot-unknown", new("没有这个机器人，或已移除", "There is no such robot, or it was removed"));
    public static readonly Refusal AlreadySo = new("already-so", new("已经是这样了", "It is so already"));
    public static readonly Refusal TooMany = new("too-many", new("最多 50 个机器人", "50 robots at most"));
    public static readonly Refusal StillWaiting = new("still-waiting", new("还有消息没发出，稍后再试；原因见下面的记录", "A message still waits to be sent; try again later, the log below says why"));
    public static readonly Refusal OutOfRange = new("out-of-range", new("提前 0–30 天，逾期每 0–30 天（0 为不催），钟点 0–23", "0–30 days before, every 0–30 days late (0 for never), an hour of 0–23"));
    public static readonly Refusal SiteUnreadable = new("site-unreadable", new("访问地址写作 https://… 或 http://…，不带 ? 和 #", "The address is written https://… or http://…, without ? and #"));
}
