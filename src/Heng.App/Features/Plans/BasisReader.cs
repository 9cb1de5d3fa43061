using Heng.Engine.Records;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads where a number comes from: the <c>basis</c> beside a target, a row of targets, or a balance point.</summary>
internal static class BasisReader
{
    private static readonly string[] Kinds = ["history", "forecast", "agreement", "benchmark"];

    public static Basis? Read(YamlFields owner) => owner.Find("basis") is { } node ? Read(node, owner.Errors) : null;

    /// <summary>The basis that a mapping tells; null where it tells something else.</summary>
    public static Basis? Of(YamlMappingNode node) => Kinds.Any(k => node.Children.ContainsKey(new YamlScalarNode(k))) ? Read(node, new("")) : null;

    private static Basis? Read(YamlNode node, PlanErrors errors)
    {
        var basis = new YamlFields(node, errors, ((AMapping)Vocabulary.BasisKey.Holds).Of);
        if (node is not YamlMappingNode) return null;
        if (basis.Keys.Where(Kinds.Contains).ToArray() is not [var kind])
        {
            errors.Add(node, "basis 应为 history、forecast、agreement、benchmark 之一", "a basis is one of history, forecast, agreement and benchmark");
            return null;
        }
        foreach (var (key, owner) in new[] { ("months", "history"), ("day", "agreement") })
            if (owner != kind && basis.Find(key) is { } stray) errors.Add(stray, $"{key} 只用于 {owner}", $"{key} belongs to {owner}");
        return kind switch { "history" => History(basis), "forecast" => new ForecastBasis(basis.Text("forecast")), "benchmark" => new BenchmarkBasis(basis.Text("benchmark")), _ => Agreement(basis) };
    }

    private static HistoryBasis History(YamlFields basis)
    {
        var way = basis.Choice<HistoryWay>("history", Vocabulary.Ways);
        var months = basis.Text("months");
        if (MonthsOf(months) is { } span) return new(way, span.First, span.Last);
        if (months.Length > 0) basis.Errors.Add(basis.Find("months")!, $"{months} 不是月份，写法如 2026-07..2026-09", $"{months} is no months; write 2026-07..2026-09");
        return new(way, default, default);
    }

    private static AgreementBasis Agreement(YamlFields basis)
    {
        basis.Required("day");
        return new(basis.Text("agreement"), basis.Day("day") ?? default);
    }

    private static (Month First, Month Last)? MonthsOf(string text) => text.Split("..") switch
    {
        [var one] when Month.Parse(one) is { } month => (month, month),
        [var a, var b] when Month.Parse(a) is { } first && Month.Parse(b) is { } last && first <= last => (first, last),
        _ => null,
    };
}
