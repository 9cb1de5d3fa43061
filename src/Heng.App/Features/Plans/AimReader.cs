using Heng.Engine.Records;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads a number that is aimed at: plain, or by person, group, position, month and kind of day; and the days of promotions.</summary>
internal static class AimReader
{
    /// <param name="metric">The metric whose imported targets are meant by <c>from: targets</c>.</param>
    /// <param name="check">Told each of several numbers; what is wrong with a plain one the linter says.</param>
    /// <returns>The number for everybody (or, of several, one to show), and who is to reach what where that differs.</returns>
    public static (decimal Number, Aim? Aim) Read(YamlFields owner, string key, string? metric, Action<YamlNode, decimal> check)
    {
        if (owner.Find(key) is not { } node) return (owner.Number(key), null);
        if (node is not YamlMappingNode) return (owner.NumberOf(node), null);
        var aim = new YamlFields(node, owner.Errors, Vocabulary.Aim);
        var fallback = aim.OptionalNumber("default");
        if (aim.Find("default") is { } at) check(at, fallback!.Value);
        var nodes = aim.List("by", required: false);
        var rows = nodes.Select(n => Row(n, owner.Errors, check)).ToArray();
        if (aim.Find("from") is { } from)
        {
            aim.Choice("from", new Dictionary<string, bool> { ["targets"] = true }, true);
            if (metric is null) owner.Errors.Add(from, "只有指标有导入的目标", "only a metric has imported targets");
        }
        else if (fallback is null && rows.Length == 0) owner.Errors.Add(node, "应写 default、by 或 from: targets", "default, by or from: targets belongs here");
        foreach (var (again, row) in nodes.Zip(rows).Where((r, i) => rows.Take(i).Any(before => Conditions(before) == Conditions(r.Second))))
            owner.Errors.Add(again, "同样的条件写了两次", "the same conditions stand twice");
        return (fallback ?? (rows.Length > 0 ? rows[0].Is : 1m), new(fallback, rows, aim.Has("from") ? metric : null));
    }

    private static AimFor Conditions(AimFor row) => row with { Is = 0m, Basis = null };

    private static AimFor Row(YamlNode node, PlanErrors errors, Action<YamlNode, decimal> check)
    {
        var row = new YamlFields(node, errors, Vocabulary.AimRow);
        var number = row.Number("is");
        if (row.Find("is") is { } at) check(at, number);
        if (row.Keys.All(k => k is "is" or "basis")) errors.Add(node, "至少写 person、group、position、month、calendar 之一", "a row names at least one of person, group, position, month and calendar");
        return new(number)
        {
            Person = Named(row, "person"), Group = Named(row, "group"), Position = Named(row, "position"), Month = MonthOf(row),
            Basis = BasisReader.Read(row),
            Calendar = row.Has("calendar") ? row.Choice<PromotionDay>("calendar", Vocabulary.Calendars) : null,
        };
    }

    private static string? Named(YamlFields row, string key) => row.Has(key) ? row.Text(key) : null;

    private static Month? MonthOf(YamlFields row)
    {
        if (row.Find("month") is not { } node) return null;
        if (node is YamlScalarNode { Value: { } text } && Month.Parse(text) is { } month) return month;
        row.Errors.Add(node, $"{node} 不是月份，写法如 2026-11", $"{node} is no month; write 2026-11");
        return null;
    }

    public static IReadOnlyList<DaySpan> Promotions(YamlFields file) => [.. file.List("promotions", required: false).Select(n => Promotion(n, file.Errors)).OfType<DaySpan>()];

    private static DaySpan? Promotion(YamlNode node, PlanErrors errors)
    {
        if (node is not YamlMappingNode) return YamlFields.DayOf(node, errors) is { } day ? new(day, day) : null;
        var span = new YamlFields(node, errors, PlanKeys.Promotion);
        if (span.Day("from") is not { } from || span.Day("to") is not { } to) return null;
        if (from > to) errors.Add(span.Find("to")!, "to 不应早于 from", "to is not before from");
        return new(from, to);
    }
}
