namespace Heng.Intake.Generic;

/// <summary>The columns of a message, in the order of their numbers.</summary>
internal static class MessageColumns
{
    public const int Shop = 0, Buyer = 1, Account = 2, At = 3, From = 4, Kind = 5, To = 6, Text = 7, Id = 8, Sequence = 9;

    public static readonly IReadOnlyList<Column> All =
    [
        new("shop", false, "店铺"),
        new("buyer", true, "买家"),
        new("account", true, "客服账号"),
        new("at", true, "时间"),
        new("from", true, "发送方"),
        new("kind", false, "类型"),
        new("to", false, "转给"),
        new("text", false, "内容"),
        new("id", false, "消息编号"),
        new("sequence", false),
    ];
}
