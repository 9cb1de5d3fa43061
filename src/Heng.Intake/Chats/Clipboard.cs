using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Generic;

namespace Heng.Intake.Chats;

/// <summary>
/// What the desktop client copies (千牛桌面版复制), and the bracket style, which differs in its heads alone: a head, the content, perhaps 已读, and between the
/// messages the client's own notices. A notice and what follows it up to the next head is no message.
/// </summary>
internal sealed class Clipboard(ByteWindow window, Charset charset, Parties parties, Func<string, ChatHead?> heads) : ChatRecords(window, charset, parties)
{
    public static readonly Format Copied = Format("chat-clipboard", new("千牛聊天记录（桌面版复制的文字）", "Qianniu chat, copied from the desktop client"), ChatHeads.Copied);
    public static readonly Format Bracketed = Format("chat-brackets", new("聊天记录（[昵称] 时间 的文字）", "Chat text with [nick] and time"), ChatHeads.Bracketed);

    private static Format Format(string id, Engine.Explanation.Wording name, Func<string, ChatHead?> heads) =>
        new(id, name, Holding.Messages, Shape.Conversation, MessageColumns.All, cells => new MessageRows(cells).Read)
        {
            Chat = (window, charset, parties) => new Clipboard(window, charset, parties, heads),
        };

    protected override bool Block(string? first, ref ChatLines lines)
    {
        if (first is null) return Broken(Reasons.EncodingBroken);
        if (first.Trim().Length == 0) return Skip();
        if (!TryHead(first, ref lines, out var head)) return false;
        if (head is { } known) return Content(known, ref lines);
        if (ChatWords.RecalledBy(first) is { } nick) return Recalled(Fields.Nicks.Short(nick.Trim('[', ']')), first.Trim());
        if (ChatWords.TransferOf(first) is { } transfer) return Transferred(transfer.By, transfer.To);
        return TakeWhile(ref lines, null) && Noise();
    }

    private bool Content(ChatHead head, ref ChatLines lines)
    {
        var content = new List<string>();
        if (!TakeWhile(ref lines, content)) return false;
        return content.Contains(Undecoded) ? Broken(Reasons.EncodingBroken) : Message(head.Nick, head.Other, head.Time!, content);
    }

    private const string Undecoded = "\0";

    /// <summary>Takes lines up to the next block. Content ends at 已读 too, and at a notice below words.</summary>
    private bool TakeWhile(ref ChatLines lines, List<string>? content)
    {
        while (true)
        {
            var ahead = lines;
            if (!ahead.TryTake(out var line)) return lines.NoMore;
            if (lines.Ended) return true;
            if (line is not null)
            {
                var after = ahead;
                if (!TryHead(line, ref after, out var next)) return false;
                if (next is not null || ChatWords.RecalledBy(line) is not null || ChatWords.TransferOf(line) is not null) return true;
                if (content is { Count: > 0 } && ChatWords.IsNotice(line) && !content.All(ChatWords.IsOfCard)) return true;
            }
            lines = ahead;
            if (content is null) continue;
            if (line is not null && ChatWords.IsStatus(line)) return true;
            content.Add(line ?? Undecoded);
        }
    }

    /// <summary>Reads a head, on one line or on two; false where the second is not in the window yet.</summary>
    private bool TryHead(string line, ref ChatLines lines, out ChatHead? head)
    {
        head = heads(line) is { } read && Parties.MayWrite(Fields.Nicks.Short(read.Nick)) ? read : null;
        if (head is not { Time: null }) return true;
        head = null;
        var ahead = lines;
        if (!ahead.TryTake(out var below)) return lines.NoMore;
        if (below is null || ChatHeads.TimeOf(below) is not { } time) return true;
        lines = ahead;
        head = heads(line)!.Value with { Time = time };
        return true;
    }
}
