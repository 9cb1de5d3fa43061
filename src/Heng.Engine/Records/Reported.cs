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
    /// <summary>The source of lists of counters, a row a number.</summary>
    public const string Counters = "counters";

    /// <summary>The item (商品) that the row speaks of; such a row is nobody's and not the shop's sum.</summary>
    public string? Item { get; init; }

    /// <summary>Of a list of counters, whose rows tell one number each, the counter that this row tells.</summary>
    public string? Counter => Source == Counters ? Figures[0].Metric : null;
}

/// <summary>
/// A reception as a tool lists it (接待明细): who talked with whom from when to when, and what became of it, in the tool's own words. It counts nothing; it says which
/// receptions the tool's numbers are made of. Natural key: account, buyer, from.
/// </summary>
public sealed record ReportedReception(string Shop, string Account, string Buyer, Instant From, Instant To, string? Kind, string? Initiator, string? State);

/// <summary>What is aimed at (目标): a metric of a person in a month; an empty agent is the whole shop. Natural key: month, agent, metric.</summary>
public sealed record Target(string Shop, Month Month, string Agent, string Metric, decimal Value);
