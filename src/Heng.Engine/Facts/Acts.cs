using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>
/// What a message is to the fold. First match: recalled is nothing; a transfer record counts whoever wrote it; other system messages are nothing;
/// a buyer's message is the buyer's whatever its kind; then what no human hand wrote is automatic.
/// </summary>
internal static class Acts
{
    public static Act Of(Sender from, MessageKind kind, bool isAutoText, bool isRobotAccount) => (from, kind) switch
    {
        (_, MessageKind.Recalled) => Act.Ignored,
        (_, MessageKind.Transfer) => Act.Transfer,
        (Sender.System, _) => Act.Ignored,
        (Sender.Buyer, MessageKind.Offline) => Act.BuyerOffline,
        (Sender.Buyer, _) => Act.Buyer,
        (Sender.Robot, _) or (_, MessageKind.AutoReply or MessageKind.Broadcast) => Act.Auto,
        _ => isAutoText || isRobotAccount ? Act.Auto : Act.Human,
    };

    /// <summary>Only text has characters: a picture's or card's text is its address.</summary>
    public static bool HasCharacters(MessageKind kind) => kind is MessageKind.Text or MessageKind.Offline;
}
