namespace Heng.Engine.Records;

/// <summary>One number of a report, under the metric's id. Null: the report has the column and says that it has no data (延迟统计, 暂无数据, -).</summary>
public sealed record ReportedFigure(string Metric, decimal? Value);

/// <summary>
/// A row of a platform's own report (报表数): what it says of one account, or of a person by name, over <paramref name="From"/> to <paramref name="To"/>, both
/// included; an empty account is the whole shop, an empty shop the company. Figures are in the metrics' own units (seconds, yuan, fractions), by metric id, each once.
/// Natural key: source, account, from, to, item, counter.
/// </summary>
public sealed record Reported(string Shop, string Source, string Account, DateOnly From, DateOnly To, IReadOnlyList<ReportedFigure> Figures)
{
    /// <summary>The item (商品) that the row speaks of; such a row is nobody's and not the shop's sum.</summary>
    public string? Item { get; init; }

    /// <summary>Of a list of counters, whose rows tell one number each, the counter that this row tells.</summary>
    public string? Counter { get; init; }
}
