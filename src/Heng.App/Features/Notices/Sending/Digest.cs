using System.Globalization;
using System.Text;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Notices.Sending;

/// <summary>Many notices as one text (汇总). A group hears what its kind says in a group, with the names of whom it concerns; nothing else of the words leaves. What is too long is counted.</summary>
public static class Digest
{
    /// <summary>The shortest limit of the three platforms, 2048 bytes, with room for the head and the tail.</summary>
    public const int MostBytes = 1800;
    private const int MostNames = 8;

    public static string Trial(Language language) => language.T("【衡】测试消息：群机器人已接通，以后的提醒会发到这里。", "[Heng 衡] A trial: the robot is connected; notices will come here.");

    public static string ForGroup(IReadOnlyList<Notice> notices, Language language, string? site) => notices.Count == 0 ? Trial(language) : Written(
        [.. notices.Select(n => (Kind: NoticeWords.Find(n.Kind), Notice: n)).Where(n => n.Kind?.InGroup is not null).GroupBy(n => (n.Kind, Words: n.Kind!.InGroup!(new Said(Counting(n.Kind, n.Notice.Words, null)))))
            .Select(g => (language.T(Together(g.Key.Kind!, [.. g.Select(n => n.Notice)])) + Whom(g.Key.Kind!, [.. g.Select(n => n.Notice.To).Distinct(StringComparer.Ordinal)], language), g.Count()))], notices.Count, language, site);

    /// <summary>To a person alone: their own sentences.</summary>
    public static string ForPerson(IReadOnlyList<Notice> notices, Language language, string? site) =>
        Written([.. notices.Select(n => (language.T(NoticeWords.Of(n)), 1))], notices.Count, language, site);

    /// <summary>The sentence of them all; one occasion counts once, however many are told of it.</summary>
    private static Wording Together(NoticeKind kind, IReadOnlyList<Notice> of) => kind.InGroup!(new Said(kind.Sums is not { } sums ? of[0].Words
        : Counting(kind, of[0].Words, of.DistinctBy(n => n.Occasion, StringComparer.Ordinal).Sum(n => new Said(n.Words).Number(sums) ?? 0))));

    private static IReadOnlyDictionary<string, string> Counting(NoticeKind kind, IReadOnlyDictionary<string, string> words, int? count) =>
        kind.Sums is not { } sums ? words : new Dictionary<string, string>(words, StringComparer.Ordinal) { [sums] = count?.ToString(CultureInfo.InvariantCulture) ?? "" };

    private static string Whom(NoticeKind kind, string[] names, Language language) => kind.NamesPeople
        ? language.T("：", ": ") + string.Join(language.T("、", ", "), names.Take(MostNames)) + (names.Length > MostNames ? language.T($" 等 {names.Length} 人", $" and {names.Length - MostNames} more") : "")
        : language.T($"（{names.Length} 人）", $" ({Show.Count(names.Length, "person", "people")})");

    private static string Written(IReadOnlyList<(string Line, int Notices)> lines, int count, Language language, string? site)
    {
        var text = new StringBuilder(language.T($"【衡】{count.ToString(CultureInfo.InvariantCulture)} 条提醒", $"[Heng 衡] {Show.Count(count, "notice", "notices")}"));
        var (left, bytes) = (count, 0);
        foreach (var (line, notices) in lines)
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 4;
            if (bytes > MostBytes) break;
            text.Append("\n· ").Append(line);
            left -= notices;
        }
        if (left > 0) text.Append('\n').Append(language.T($"还有 {left} 条，请在衡里查看", $"and {left} more in Heng"));
        if (site is not null) text.Append('\n').Append(site.TrimEnd('/')).Append(NoticesEndpoints.Address);
        return text.ToString();
    }
}
