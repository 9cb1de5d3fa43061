using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Intake.Bytes;
using Heng.Intake.Generic;

namespace Heng.Intake.Chats;

/// <summary>The text of the web page 聊天记录查询 (千牛网页版): a line with the date, then blocks of time, content and, as the last line, the sender.</summary>
internal sealed partial class WebPage(ByteWindow window, Charset charset, Parties parties) : ChatRecords(window, charset, parties)
{
    public static readonly Format Format = new("chat-web", new("千牛聊天记录（网页版文字）", "Qianniu chat, text of the web page"), Holding.Messages, Shape.Conversation, MessageColumns.All,
        cells => new MessageRows(cells).Read)
    {
        Chat = (window, charset, parties) => new WebPage(window, charset, parties),
    };

    private string? date;

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|年(?<m>\d{1,2})月(?<d>\d{1,2})日)(?:\s*(?:星期|周).)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{1,2}:\d{2}:\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    protected override bool Block(string? first, ref ChatLines lines)
    {
        if (first is null) return Broken(Reasons.EncodingBroken);
        if (first.Trim().Length == 0) return Skip();
        if (DateOf(first) is { } day)
        {
            date = day;
            return Skip();
        }
        var below = new List<string?>();
        if (!TakeBlock(ref lines, below)) return false;
        if (!IsTime(first)) return Noise();
        return Said(first.Trim(), below);
    }

    private bool Said(string time, List<string?> below)
    {
        if (below.Contains(null)) return Broken(Reasons.EncodingBroken);
        var words = below.OfType<string>().ToList();
        while (words.Count > 0 && (words[^1].Trim().Length == 0 || ChatWords.IsStatus(words[^1]))) words.RemoveAt(words.Count - 1);
        if (words.Count < 2) return Broken(Reasons.ChatBlockBroken);
        return date is null ? Broken(Reasons.ChatDateMissing) : Message(words[^1].Trim(), null, $"{date} {time}", words[..^1]);
    }

    private static bool TakeBlock(ref ChatLines lines, List<string?> below)
    {
        while (true)
        {
            var ahead = lines;
            if (!ahead.TryTake(out var line)) return lines.NoMore;
            if (lines.Ended || (line is not null && (IsTime(line) || DateOf(line) is not null))) return true;
            below.Add(line);
            lines = ahead;
        }
    }

    private static bool IsTime(string line) => line.Length <= 20 && Time().IsMatch(line.Trim());

    private static string? DateOf(string line)
    {
        if (line.Length > 40 || Date().Match(line.Trim()) is not { Success: true } match) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}");
    }
}
