using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Quality;

/// <summary>
/// A talk as people write one down: a line a message, <c>09:00:15 客服：您好</c>; without a time a line is a second later than the one before, and the first at nine. 买家 and 客服
/// talk, 自动 is an automatic reply, 系统 a notice, 转接 the agent's passing on, 备注 the remark of a case (empty where it has none).
/// </summary>
public static class ExampleTalk
{
    private const int Nine = 9 * 3600;

    private static readonly Dictionary<string, (Speaker From, MessageKind Kind)> Speakers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["买家"] = (Speaker.Buyer, MessageKind.Text), ["buyer"] = (Speaker.Buyer, MessageKind.Text),
        ["客服"] = (Speaker.Agent, MessageKind.Text), ["agent"] = (Speaker.Agent, MessageKind.Text),
        ["自动"] = (Speaker.Auto, MessageKind.AutoReply), ["auto"] = (Speaker.Auto, MessageKind.AutoReply),
        ["系统"] = (Speaker.Notice, MessageKind.Text), ["notice"] = (Speaker.Notice, MessageKind.Text),
        ["转接"] = (Speaker.Notice, MessageKind.Transfer), ["transfer"] = (Speaker.Notice, MessageKind.Transfer),
        ["买家图片"] = (Speaker.Buyer, MessageKind.Image), ["客服图片"] = (Speaker.Agent, MessageKind.Image),
        ["买家卡片"] = (Speaker.Buyer, MessageKind.Card), ["客服卡片"] = (Speaker.Agent, MessageKind.Card),
        ["客服撤回"] = (Speaker.Agent, MessageKind.Recalled),
    };

    private static readonly string[] Remarks = ["备注", "remark"];

    /// <summary>Null where a line is none of these; <paramref name="line"/> then tells which, from 1.</summary>
    public static Talk? Read(string text, out int line)
    {
        var (talk, second, remarks, rows) = (new Talk(), Nine - 1, (List<string>?)null, text.Split('\n'));
        for (line = 1; line <= rows.Length; line++)
        {
            var row = rows[line - 1].Trim();
            if (row.Length == 0) continue;
            var colon = row.IndexOfAny(['：', ':'], TimeOf(row, out var at));
            if (colon < 0) return null;
            var (who, said) = (row[TimeOf(row, out _)..colon].Trim(), row[(colon + 1)..].Trim());
            if (Remarks.Contains(who, StringComparer.OrdinalIgnoreCase)) { (remarks ??= []).Add(said); continue; }
            if (!Speakers.TryGetValue(who, out var speaker)) return null;
            if ((second = at ?? second + 1) is < 0 or >= 86400) return null;
            if (talk.Count > 0 && talk[talk.Count - 1].Second > second) return null;
            talk.Add(speaker.From, speaker.Kind, second, said);
        }
        (talk.Rounds, talk.Remarks) = (RoundsOf(talk), remarks);
        return talk;
    }

    /// <summary>How many characters a time takes at the beginning of a line, and which second of the day it is.</summary>
    private static int TimeOf(string row, out int? second)
    {
        second = null;
        var end = row.IndexOf(' ');
        if (end < 0 || !TimeOnly.TryParseExact(row[..end], ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return 0;
        second = (int)(time.Ticks / TimeSpan.TicksPerSecond);
        return end + 1;
    }

    /// <summary>Every buyer's message after an answer asks, and the next of the agent's answers; a transfer closes nothing.</summary>
    private static List<Round> RoundsOf(Talk talk)
    {
        var rounds = new List<Round>();
        for (var line = 0; line < talk.Count; line++)
        {
            var open = rounds.Count > 0 && rounds[^1].Answered is null;
            if (talk[line].Kind == MessageKind.Recalled) continue;
            if (talk[line].From == Speaker.Buyer && !open) rounds.Add(new(talk[line].Second, null, false, false));
            if (talk[line].From == Speaker.Agent && open) rounds[^1] = rounds[^1] with { Answered = talk[line].Second };
        }
        return rounds;
    }
}
