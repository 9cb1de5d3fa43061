using Heng.Engine.Records;

namespace Heng.Intake.Generic;

/// <summary>The words of a message file, in both languages.</summary>
internal static class MessageWords
{
    public static Sender? SenderOf(string word) => word switch
    {
        "buyer" or "买家" or "顾客" => Sender.Buyer,
        "agent" or "客服" => Sender.Agent,
        "robot" or "机器人" => Sender.Robot,
        "system" or "系统" => Sender.System,
        _ => null,
    };

    public static MessageKind? KindOf(string word) => word switch
    {
        "" or "text" or "文本" or "文字" => MessageKind.Text,
        "image" or "图片" => MessageKind.Image,
        "card" or "卡片" => MessageKind.Card,
        "auto-reply" or "自动回复" => MessageKind.AutoReply,
        "broadcast" or "群发" or "广播" => MessageKind.Broadcast,
        "transfer" or "转接" or "转交" => MessageKind.Transfer,
        "offline" or "离线" or "离线消息" => MessageKind.Offline,
        "recalled" or "撤回" or "已撤回" => MessageKind.Recalled,
        _ => null,
    };
}
