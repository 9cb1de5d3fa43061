using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Explanation;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>
/// One mapping of a plan file, read by key. A key that is not known, is absent or holds the wrong type becomes an error at its place;
/// reading goes on with a harmless value, which nobody sees because a file with errors has no content.
/// </summary>
internal sealed partial class YamlFields
{
    private readonly YamlMappingNode map;
    public PlanErrors Errors { get; }
    public YamlNode Node { get; }

    public YamlFields(YamlNode node, PlanErrors errors, Mapping known)
        : this(node, errors, [.. known.Names])
    {
        foreach (var needed in known.Keys.Where(k => k.Needed)) Required(needed.Name);
    }

    /// <summary>Of a table whose keys the file itself says.</summary>
    public YamlFields(YamlNode node, PlanErrors errors, IReadOnlyList<string> known)
    {
        (Node, Errors, map) = (node, errors, node as YamlMappingNode ?? []);
        if (node is not YamlMappingNode) errors.Add(node, "此处应为 键: 值", "a mapping of keys to values belongs here");
        foreach (var key in map.Children.Keys)
            if (!known.Contains((key as YamlScalarNode)?.Value))
                errors.Beside(key, $"不认识的键 {key}，可用：{string.Join("、", known)}", $"unknown key {key}; known here: {string.Join(", ", known)}");
    }

    public YamlNode? Find(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    public bool Has(string key) => Find(key) is not null;
    public IEnumerable<string> Keys => map.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public YamlNode? Required(string key)
    {
        var node = Find(key);
        if (node is null && Node is YamlMappingNode) Errors.Add(Node, $"缺少 {key}", $"{key} is missing");
        return node;
    }

    public string Text(string key) => Required(key) is { } node ? TextOf(node) : "";
    public decimal Number(string key) => Required(key) is { } node ? NumberOf(node) : 0m;
    public decimal? OptionalNumber(string key) => Find(key) is { } node ? NumberOf(node) : null;

    /// <summary>A name that keys and files are made of: small letters, digits and single hyphens.</summary>
    public string Id(string key)
    {
        var id = Text(key);
        if (id.Length > 0 && !IdShape().IsMatch(id)) Errors.Add(Find(key)!, $"{id} 不是合法的 id（小写字母、数字、连字符）", $"{id} is no id: small letters, digits and hyphens");
        return id;
    }

    public int WholeNumber(string key, int otherwise)
    {
        if (OptionalNumber(key) is not { } number) return otherwise;
        if (number == decimal.Truncate(number) && number is >= 1 and <= 1_000_000) return (int)number;
        Errors.Add(Find(key)!, $"{key} 应为正整数", $"{key} is a whole number from 1");
        return otherwise;
    }

    public DateOnly? Day(string key) => Find(key) is { } node ? DayOf(node, Errors) : null;

    /// <summary>A day of the calendar, yyyy-mm-dd; 30 February is none.</summary>
    public static DateOnly? DayOf(YamlNode node, PlanErrors errors)
    {
        if (DateOnly.TryParseExact((node as YamlScalarNode)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(node, $"{node} 不是日期，写法如 2026-11-01", $"{node} is no date; write 2026-11-01");
        return null;
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Find(key) is not { } node) return otherwise;
        if (node is YamlScalarNode { Value: "true" or "false" } flag) return flag.Value == "true";
        Errors.Add(node, $"{key} 应为 true 或 false", $"{key} is true or false");
        return otherwise;
    }

    public Wording Words(string key) => Required(key) is { } node ? WordsOf(node) : default;

    public Wording WordsOf(YamlNode node)
    {
        var words = new YamlFields(node, Errors, Vocabulary.Words);
        return node is YamlMappingNode ? new(words.Text("zh"), words.Text("en")) : default;
    }

    /// <summary>One of the named values; without the key the given one, and where none is given the key is required.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices, T? otherwise = null) where T : struct
    {
        if (Find(key) is not { } node)
        {
            if (otherwise is null) Required(key);
            return otherwise ?? default;
        }
        if (choices.TryGetValue(TextOf(node), out var choice)) return choice;
        Errors.Add(node, $"{key} 可用：{string.Join("、", choices.Keys)}", $"{key} is one of {string.Join(", ", choices.Keys)}");
        return choices.Values.First();
    }

    public IReadOnlyList<YamlNode> List(string key, bool required = true)
    {
        var node = required ? Required(key) : Find(key);
        if (node is YamlSequenceNode { Children.Count: > 0 } list) return [.. list.Children];
        if (node is not null) Errors.Add(node, $"{key} 应为非空列表", $"{key} is a list with at least one entry");
        return [];
    }

    public IReadOnlyList<string> Texts(string key, bool required) => [.. List(key, required).Select(TextOf)];

    public string TextOf(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text }) return text;
        Errors.Add(node, "此处应为文字", "a text belongs here");
        return "";
    }

    /// <summary>A plain number, or a percentage: 55% is 0.55, and as a step of a rate 1% is one percentage point.</summary>
    public decimal NumberOf(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            var percent = text.EndsWith('%');
            var digits = percent ? text[..^1].TrimEnd() : text;
            if (NumberShape().IsMatch(digits)) return decimal.Parse(digits, CultureInfo.InvariantCulture) / (percent ? 100m : 1m);
        }
        var reason = Unreadable(node);
        Errors.Add(node, reason.Zh, reason.En);
        return 0m;
    }

    private static Wording Unreadable(YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } text } || !AnyNumber().IsMatch(text)) return new($"{node} 不是数字", $"{node} is not a number");
        if (!decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= 1_000_000_000_000m)
            return new($"{node} 太大：小数点前至多 12 位", $"{node} is too large: at most 12 digits before the point");
        return new($"{node} 请写成普通小数，小数点后至多 8 位", $"{node}: write it plainly, with at most 8 digits behind the point");
    }

    [GeneratedRegex(Vocabulary.IdShape)]
    private static partial Regex IdShape();
    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,8})?$")]
    private static partial Regex NumberShape();
    [GeneratedRegex(@"^-?\d{1,400}(\.\d{1,400})?([eE][+-]?\d{1,9})? *%?$")]
    private static partial Regex AnyNumber();
}
