using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Rules;

/// <summary>The kinds of settings, each made from its range and the two ways between rule set and value.</summary>
internal static class SettingKinds
{
    public const string Off = "off", On = "on";
    private const int LongestItem = 500, MostItems = 200;

    public static readonly Wording Minutes = new("分钟", "min"), Seconds = new("秒", "s"), Days = new("天", "days"), Times = new("次", "times"), Messages = new("条", "messages"), Hours = new("小时", "hours"), Hour = new("点", "h");

    public static RuleSetting Whole(string id, Wording name, Wording unit, int from, int to, Func<RuleSet, int> read, Func<RuleSet, int, RuleSet> write) =>
        new(id, SettingKind.Number, name, new($"{from}–{to} {unit.Zh}", $"{from}–{to} {unit.En}"), rules => Text(read(rules)),
            (rules, text) => Number(text) is { } value && value >= from && value <= to ? write(rules, value) : null) { Unit = unit };

    public static RuleSetting WholeOrOff(string id, Wording name, Wording unit, int from, int to, Func<RuleSet, int?> read, Func<RuleSet, int?, RuleSet> write) =>
        new(id, SettingKind.Number, name, new($"off 或 {from}–{to} {unit.Zh}", $"off or {from}–{to} {unit.En}"), rules => read(rules) is { } value ? Text(value) : Off,
            (rules, text) => text == Off ? write(rules, null) : Number(text) is { } value && value >= from && value <= to ? write(rules, value) : null) { Unit = unit };

    public static RuleSetting Choice<T>(string id, Wording name, Func<RuleSet, T> read, Func<RuleSet, T, RuleSet> write, params (string Word, T Value, Wording Name)[] choices) where T : struct
    {
        var words = string.Join(", ", choices.Select(c => c.Word));
        return new(id, SettingKind.Choice, name, new(words, words), rules => choices.First(c => EqualityComparer<T>.Default.Equals(c.Value, read(rules))).Word,
            (rules, text) => choices.Where(c => c.Word == text).Select(c => write(rules, c.Value)).FirstOrDefault()) { Choices = [.. choices.Select(c => (c.Word, c.Name))] };
    }

    public static RuleSetting Switch(string id, Wording name, Func<RuleSet, bool> read, Func<RuleSet, bool, RuleSet> write) =>
        Choice(id, name, read, write, (Off, false, new("关", "off")), (On, true, new("开", "on")));

    /// <summary>A line an item; blank lines and repetitions fall away.</summary>
    public static RuleSetting List(string id, Wording name, Func<RuleSet, IReadOnlyList<string>> read, Func<RuleSet, IReadOnlyList<string>, RuleSet> write) =>
        new(id, SettingKind.List, name, new($"至多 {MostItems} 行，每行 1–{LongestItem} 字", $"at most {MostItems} lines of 1–{LongestItem} characters"), rules => string.Join('\n', read(rules)),
            (rules, text) => Lines(text) is var lines && lines.Length <= MostItems && lines.All(l => l.Length <= LongestItem) ? write(rules, lines) : null);

    public static RuleSetting Opening(string id, Wording name) =>
        new(id, SettingKind.List, name, new("每行如 mon-fri 09:00-23:00；空为 24 小时计时", "lines such as mon-fri 09:00-23:00; none counts all hours"),
            rules => string.Join('\n', rules.OpenHours.Select(OpeningText.Of)),
            (rules, text) => Lines(text).Select(OpeningText.Read).ToArray() is var hours && hours.Length <= 14 && hours.All(h => h is not null) ? rules with { OpenHours = [.. hours.Select(h => h!)] } : null);

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd('\r').Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];
    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
