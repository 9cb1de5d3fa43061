using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Generic;

namespace Heng.Intake.Chats;

/// <summary>The table that exporters of chats write (聊天记录导出表): every row names who wrote, and only the agents' rows name the account.</summary>
internal sealed class ExporterTable
{
    private const int Buyer = 0, Number = 1, At = 2, Text = 3, Sender = 4, Side = 5;

    public static readonly Format Format = new("chat-export", new("聊天记录导出表", "Exporters' chat table"), Holding.Messages, Shape.Table,
    [
        new("客户名", true),
        new("消息序号", false),
        new("发送时间", true),
        new("发送内容", true),
        new("发送账号", true),
        new("账号类型", false),
    ], cells => new ExporterTable(cells).Read);

    private readonly Cells cells;
    private readonly ChatAccounts accounts;

    private ExporterTable(Cells cells)
    {
        this.cells = cells;
        accounts = new(cells.GivenAccount is { } given ? Nicks.Short(given) : null);
        foreach (var row in cells.Again())
        {
            if (row.Name(Buyer) is { } buyer && row.Name(Sender) is { } sender && SideOf(row, Nicks.Short(buyer), Nicks.Short(sender)) == Engine.Records.Sender.Agent)
                accounts.See(Nicks.Short(buyer), DayOf(row), Nicks.Short(sender));
        }
    }

    private void Read(out Message message, out object? record)
    {
        (message, record) = (default, null);
        var (buyer, sender) = (Nicks.Short(cells.Named(Buyer)), Nicks.Short(cells.Named(Sender)));
        var at = cells.Time(At);
        var text = Privacy.Masked(cells.Words(Text) ?? "");
        if (SideOf(cells, buyer, sender) is not { } side)
        {
            cells.Fail(Reasons.Word(cells.NameOf(cells.Bare(Side).IsEmpty ? Sender : Side)));
            return;
        }
        var account = accounts.Of(buyer, DayOf(cells), side == Engine.Records.Sender.Agent ? sender : null);
        if (account is null) cells.Fail(Reasons.AccountUntold);
        var sequence = cells.CountOrNone(Number) ?? cells.Line;
        if (cells.Failure is null)
            message = new(cells.Shop!, buyer, account!, at, side, ChatWords.IsOfCard(text) ? MessageKind.Card : MessageKind.Text, null, text, null, sequence);
    }

    private static Sender? SideOf(Cells row, string buyer, string sender) => row.Name(Side) switch
    {
        null when sender == buyer => Engine.Records.Sender.Buyer,
        null => sender.Contains(':', StringComparison.Ordinal) ? Engine.Records.Sender.Agent : null,
        "客户" or "会员" or "买家账号" => Engine.Records.Sender.Buyer,
        "卖家" or "商家" or "员工" or "主账号" or "子账号" or "客服账号" => Engine.Records.Sender.Agent,
        { } word => MessageWords.SenderOf(word),
    };

    private static string DayOf(Cells row) => row.Name(At) is { } at ? ChatAccounts.DayOf(at) : "";
}
