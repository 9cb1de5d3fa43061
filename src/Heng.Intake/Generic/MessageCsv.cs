namespace Heng.Intake.Generic;

/// <summary>The generic message table (通用聊天记录). With a map it reads anybody's table.</summary>
internal static class MessageCsv
{
    public static readonly Format Format = new("messages-csv", new("聊天记录（CSV / Excel）", "Chat messages (CSV / Excel)"), Holding.Messages, Shape.Table, MessageColumns.All,
        cells => new MessageRows(cells).Read);
}
