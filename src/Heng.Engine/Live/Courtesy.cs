namespace Heng.Engine.Live;

/// <summary>
/// Buyers' words that ask for nothing (客套话): thanks, assent, good-bye. A message is one where nothing but such words, their endings, marks and spaces stands in it: 好的谢谢亲 is one;
/// 好的，什么时候发货, anything with a question mark, and a mere 亲 are none. It moves only who is shown as waiting and whom a warning is for, never a metric: there an unanswered 谢谢 is an
/// unanswered round.
/// </summary>
public static class Courtesy
{
    private static readonly string[] Words =
    [
        "没有问题", "不用谢", "不客气", "知道了", "明白了", "谢谢你", "谢谢您", "麻烦你", "麻烦您", "麻烦了", "辛苦你", "辛苦您", "没事", "没问题", "感谢", "谢谢", "多谢", "谢", "好的", "好滴", "好吧", "好嘞", "好哒", "好", "可以",
        "收到", "明白", "知道", "了解", "行", "再见", "拜拜", "晚安", "辛苦", "okay", "thanks", "thankyou", "thx", "ok", "嗯", "恩", "哦", "噢", "喔",
    ];

    private static readonly string[] Endings = ["亲", "哈", "了", "啦", "哒", "的", "呀", "啊", "吧", "那"];
    private const int Longest = 40;

    private enum Made : byte { No, OfEndings, OfWords }

    public static bool Holds(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest || text.IndexOfAny('?', '？') >= 0) return false;
        Span<char> rest = stackalloc char[text.Length];
        var count = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) rest[count++] = char.ToLowerInvariant(c);
        return IsMade(rest[..count]);
    }

    /// <summary>Whether words, one behind another, make the whole. Every way is tried: the shorter of two may be the right one.</summary>
    private static bool IsMade(ReadOnlySpan<char> rest)
    {
        Span<Made> to = stackalloc Made[rest.Length + 1];
        to.Clear();
        to[0] = Made.OfEndings;
        for (var at = 0; at < rest.Length; at++)
        {
            if (to[at] is Made.No) continue;
            foreach (var word in Words)
                if (rest[at..].StartsWith(word, StringComparison.Ordinal)) to[at + word.Length] = Made.OfWords;
            foreach (var word in Endings)
                if (rest[at..].StartsWith(word, StringComparison.Ordinal) && to[at + word.Length] < to[at]) to[at + word.Length] = to[at];
        }
        return to[rest.Length] is Made.OfWords;
    }
}
