namespace Heng.Engine.Records;

/// <summary>Who wrote a message (发送方).</summary>
public enum Sender : byte { Buyer, Agent, Robot, System }

/// <summary>What a message is (消息类型). Stored by number: never renumber.</summary>
public enum MessageKind : byte { Text, Image, Card, AutoReply, Broadcast, Transfer, Offline, Recalled }

/// <summary>
/// One chat message (消息). <paramref name="Account"/> is the shop's account (sub-account <c>main:sub</c>);
/// <paramref name="To"/> is the account a <see cref="MessageKind.Transfer"/> passes the buyer on to, else null.
/// <paramref name="Sequence"/> is the source's own order within equal seconds: its number, else the line within the file.
/// </summary>
public readonly record struct Message(
    string Shop, string Buyer, string Account, Instant At, Sender From, MessageKind Kind, string? To, string Text, string? PlatformId, long Sequence);
