using Heng.App.Features.Plans;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Quality.Language;

/// <summary>A mapping of the rule language: an unknown key is told with the known one that is most like it. Phrases may name a list, as <c>@contact</c>; <c>@@</c> begins one that begins with @.</summary>
internal sealed class RuleFields
{
    public const int LongestPhrase = 100, MostPhrases = 5000;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> lists;

    public RuleFields(YamlNode node, PlanErrors errors, IReadOnlyList<string> known, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        this.lists = lists;
        string[] unknown = node is YamlMappingNode map ? [.. map.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "").Where(k => !known.Contains(k))] : [];
        foreach (var key in unknown)
        {
            var place = ((YamlMappingNode)node).Children.Keys.First(k => (k as YamlScalarNode)?.Value == key);
            var (nearest, all) = (Nearest(key, known), string.Join(", ", known));
            errors.Beside(place, $"不认识的键 {key}，是不是 {nearest}？可用：{all}", $"unknown key {key}; did you mean {nearest}? Known here: {all}");
        }
        Of = new(node, errors, [.. known, .. unknown]);
    }

    public YamlFields Of { get; }
    public PlanErrors Errors => Of.Errors;
    public RuleFields Inner(YamlNode node, params IReadOnlyList<string> known) => new(node, Errors, known, lists);

    /// <summary>A text, or a list of texts and lists by name; each once, in the order in which they are written.</summary>
    public IReadOnlyList<string> Phrases(YamlNode node)
    {
        var phrases = new List<string>();
        foreach (var entry in node is YamlSequenceNode sequence ? [.. sequence.Children] : (YamlNode[])[node])
        {
            var text = Of.TextOf(entry);
            if (text.StartsWith("@@", StringComparison.Ordinal)) phrases.Add(text[1..]);
            else if (!text.StartsWith('@')) phrases.Add(text);
            else if (lists.TryGetValue(text[1..], out var listed)) phrases.AddRange(listed);
            else if (lists.Count == 0) Errors.Add(entry, $"没有词表 {text}：文件里没有 lists", $"there is no list {text}: the file has no lists");
            else Errors.Add(entry, $"没有词表 {text}，可用：@{string.Join("、@", lists.Keys)}", $"there is no list {text}; known here: @{string.Join(", @", lists.Keys)}");
        }
        if (phrases.Exists(p => p.Length > LongestPhrase || p.AsSpan().ContainsAny('\n', '\r'))) Errors.Add(node, $"每个词句最多 {LongestPhrase} 字，写在一行里", $"a phrase has at most {LongestPhrase} characters, on one line");
        if (phrases.Count > MostPhrases) Errors.Add(node, $"最多 {MostPhrases} 个词句", $"at most {MostPhrases} phrases");
        if (node is YamlSequenceNode { Children.Count: 0 }) Errors.Add(node, "此处应至少有一个词句", "at least one phrase belongs here");
        return [.. phrases.Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Phrases(string key) => Of.Required(key) is { } node ? Phrases(node) : [];
    public IReadOnlyList<string> OptionalPhrases(string key) => Of.Find(key) is { } node ? Phrases(node) : [];

    public int Whole(string key, int least, int most) => Of.Required(key) is { } node ? WholeOf(node, key, least, most) : least;

    public int WholeOf(YamlNode node, string key, int least, int most)
    {
        var number = Of.NumberOf(node);
        if (number == decimal.Truncate(number) && number >= least && number <= most) return (int)number;
        Errors.Add(node, $"{key} 应为 {least} 到 {most} 的整数", $"{key} is a whole number from {least} to {most}");
        return least;
    }

    private static string Nearest(string key, IReadOnlyList<string> known) => known.MinBy(k => Distance(key, k)) ?? "";

    /// <summary>How many letters are added, left out or changed between two words.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (row[j], corner) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }
        return row[b.Length];
    }
}
