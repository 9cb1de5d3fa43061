using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Reports;

/// <summary>What the page of differences is asked for.</summary>
public sealed record ReconcileAsk(Month Month, string? Agent = null, string? Metric = null, int Page = 1)
{
    public const int PageSize = 50;

    public string Href => Links.With("/reconcile", Query);
    public string Export(string kind) => Links.With($"/reconcile.{kind}", Query);

    private (string, string?)[] Query =>
        [("month", Month.ToString()), ("agent", Agent), ("metric", Metric), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null)];
}

/// <summary>Counted beside reported (核对): one page of the differences. AnyReport is false where no report of the month came, so that nothing could differ.</summary>
public sealed record ReconcileView(
    ReconcileAsk Ask, IReadOnlyList<ReconcileRow> Rows, int Total, IReadOnlyList<string> Agents, IReadOnlyList<(string Id, Wording Name)> Metrics, bool AnyReport);

/// <summary>
/// One difference. Who is null for the whole shop. The counted number opens down to its receptions: by its formula where that is one day or the whole month, else as the list
/// of receptions of those days. The reported one opens to the file it came from, for whoever may import.
/// </summary>
public sealed record ReconcileRow(
    string? Who, string? WhoHref, string Account, Wording Report, Wording Metric, Unit Unit, DateOnly From, DateOnly To, decimal Reported, Figure Counted, decimal Difference, decimal? Share)
{
    public string? ReportedHref { get; init; }
    /// <summary>The report's shop, where there are several.</summary>
    public string? Shop { get; init; }
}

public delegate Task<Seen<ReconcileView>> ReconcileFor(ReconcileAsk ask, HttpContext context);
public delegate Task<Seen<ExportSheet>> ReconcileExportFor(ReconcileAsk ask, HttpContext context);
