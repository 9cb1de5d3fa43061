namespace Heng.Intake.Generic;

/// <summary>The same fields as JSON Lines: one object a line.</summary>
internal static class MessageJsonLines
{
    public static readonly Format Format = new("messages-ndjson", new("聊天记录（JSON Lines）", "Chat messages (JSON Lines)"), Holding.Messages, Shape.JsonLines, MessageColumns.All,
        cells => new MessageRows(cells).Read);
}
