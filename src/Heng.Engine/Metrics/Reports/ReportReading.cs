using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics.Reports;

/// <summary>
/// A metric as reports tell it (报表数), with its reason. One row that covers the period gives its number as it is. Several rows add up where the metric is a sum; a
/// ratio is made of its part and whole where the report tells both, else it is weighted by its whole, or by people received, and says so; a maximum takes the
/// maximum; anything else over several rows is missing. A cell without data leaves a sum provisional, and never counts as 0.
/// </summary>
public sealed class ReportReading(CatalogueOfRule catalogue, IReadOnlyList<ReportRow> rows)
{
    private static readonly string[] Weights = ["received", "consulted"];
    private readonly Dictionary<Primitive, Metric> counted = Counted(catalogue);

    /// <summary>The rows of somebody (a person, a group, the shop) over a period.</summary>
    public Explained Of(Metric metric, DateOnly from, DateOnly to)
    {
        var chosen = ReportChoice.Of(metric.Id, rows, from, to);
        return chosen.Count switch
        {
            0 => Missing(metric),
            1 => Leaf(metric, chosen[0]),
            _ => Several(metric, chosen),
        };
    }

    /// <summary>The report that speaks for the metric; null where none does.</summary>
    public string? SourceOf(Metric metric, DateOnly from, DateOnly to) => ReportChoice.Of(metric.Id, rows, from, to) is [var first, ..] ? first.Row.Source : null;

    /// <summary>Rows of several accounts over the same days as one number; missing where the metric can't be made of them.</summary>
    internal static Explained Together(CatalogueOfRule catalogue, Metric metric, IReadOnlyList<ReportRow> rows) => new ReportReading(catalogue, rows).Several(metric, rows);

    private Explained Several(Metric metric, IReadOnlyList<ReportRow> chosen) => metric.Formula switch
    {
        LargestOf => Explained.By(metric.Id, metric.Name, metric.Unit, Largest.Instance, [.. chosen.Select(r => Leaf(metric, r))]),
        RatioOf ratio => Halves(metric, ratio, chosen) ?? Weighted(metric, ratio, chosen) ?? Missing(metric),
        Total => Added(metric, chosen),
        NoSource when metric.Unit is Unit.People or Unit.Times or Unit.Yuan or Unit.Orders or Unit.Pieces or Unit.Days or Unit.Characters => Added(metric, chosen),
        _ => Missing(metric),
    };

    private static Explained Added(Metric metric, IReadOnlyList<ReportRow> chosen)
    {
        var sum = Explained.By(metric.Id, metric.Name, metric.Unit, Sum.Instance, [.. chosen.Select(r => Leaf(metric, r))]);
        return sum.Value is not null && chosen.Any(r => r.Tells(metric.Id, out var value) && value is null)
            ? sum with { State = ValueState.Provisional, Note = new("有的日期报表写着没有数据", "on some days the report has no data") }
            : sum;
    }

    /// <summary>Exact: the sums of what the ratio is made of, where every row tells all of it.</summary>
    private Explained? Halves(Metric metric, RatioOf ratio, IReadOnlyList<ReportRow> chosen)
    {
        if (SumOf("part", ratio.Part, chosen) is not { } part || SumOf("whole", ratio.Whole, chosen) is not { } whole) return null;
        return Explained.By(metric.Id, metric.Name, metric.Unit, Quotient.Instance, part, whole);
    }

    private Explained? SumOf(string id, Terms terms, IReadOnlyList<ReportRow> chosen)
    {
        var (plus, minus) = (new List<Explained>(), new List<Explained>());
        foreach (var (primitive, times) in terms.Items)
        {
            if (Math.Abs(times) != 1 || !counted.TryGetValue(primitive, out var of) || !AllTell(of, chosen)) return null;
            (times > 0 ? plus : minus).Add(Added(of, chosen));
        }
        var sum = plus.Count == 1 ? plus[0] : Explained.By(id, new("合计", "sum"), Unit.None, Sum.Instance, plus);
        return (minus.Count == 0 ? sum : Explained.By(id, new("差", "difference"), Unit.None, Difference.Instance, [sum, .. minus])) with { Id = id };
    }

    /// <summary>Every row's number times its weight, over the weights.</summary>
    private Explained? Weighted(Metric metric, RatioOf ratio, IReadOnlyList<ReportRow> chosen)
    {
        var known = chosen.Where(r => r.Tells(metric.Id, out var value) && value is not null).ToList();
        var whole = ratio.Whole.Items is [var (primitive, times)] && times == 1 ? counted.GetValueOrDefault(primitive) : null;
        var weight = new[] { whole }.Concat(Weights.Select(catalogue.Find)).FirstOrDefault(w => w is not null && AllTell(w, known));
        if (weight is null || known.Count == 0) return null;
        var part = Explained.By("part", new("数值 × 权数", "number × weight"), metric.Unit, Sum.Instance,
            [.. known.Select(r => Explained.By("", LabelOf(r), metric.Unit, Product.Instance, Leaf(metric, r), Leaf(weight, r)))]);
        var all = Explained.By("whole", weight.Name, weight.Unit, Sum.Instance, [.. known.Select(r => Leaf(weight, r))]);
        return Explained.By(metric.Id, metric.Name, metric.Unit, Quotient.Instance, part, all) with
        {
            Note = new($"各行按{weight.Name.Zh}加权", $"rows weighted by {weight.Name.En.ToLowerInvariant()}"),
        };
    }

    private static bool AllTell(Metric metric, IReadOnlyList<ReportRow> chosen) => chosen.All(r => r.Tells(metric.Id, out var value) && value is not null);

    private static Explained Leaf(Metric metric, ReportRow row)
    {
        row.Tells(metric.Id, out var value);
        IReadOnlyList<Evidence> evidence = value is { } known ? [new(FactKind.Record, FactOf(row.Row), known, row.Row.From)] : [];
        return Explained.Leaf(metric.Id, row.Days == 1 ? LabelOf(row) : metric.Name, value, metric.Unit, evidence);
    }

    private static Wording LabelOf(ReportRow row)
    {
        var days = string.Create(CultureInfo.InvariantCulture, $"{row.Row.From:yyyy-MM-dd}") + (row.Days == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" – {row.Row.To:yyyy-MM-dd}"));
        return new(days, days);
    }

    private static string FactOf(Reported row) => RecordFact.Of(
        "reported", row.Source, row.Account, row.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Explained Missing(Metric metric) => Explained.Leaf(metric.Id, metric.Name, null, metric.Unit);

    private static Dictionary<Primitive, Metric> Counted(CatalogueOfRule catalogue)
    {
        var found = new Dictionary<Primitive, Metric>();
        foreach (var metric in catalogue.All)
            if (metric.Formula is Total { Terms.Items: [(var primitive, 1)] }) found.TryAdd(primitive, metric);
        return found;
    }
}
