using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Overview;

/// <summary>What the address of a month's overview asks for. Sort is <c>rank</c>, <c>agent</c>, <c>group</c>, <c>score</c>, <c>pay</c> or a metric id.</summary>
public sealed record OverviewAsk(Month Month, string? Group = null, string? Search = null, string Sort = "rank", bool Descending = false, int Page = 1)
{
    public const int PageSize = 12;

    public string Href => Links.With(Links.Month(Month), Query);
    public string Export(string kind) => Links.With($"{Links.Month(Month)}/ranking.{kind}", Query);

    /// <summary>The same list sorted by a column; a second time turns it round. Numbers start with the largest, names and ranks with the first.</summary>
    public OverviewAsk By(string column) =>
        this with { Sort = column, Descending = column == Sort ? !Descending : column is not ("rank" or "agent" or "group"), Page = 1 };

    private (string, string?)[] Query =>
    [
        ("group", Group), ("q", Search), ("sort", Sort == "rank" && !Descending ? null : Sort), ("desc", Descending ? "1" : null),
        ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
    ];
}

/// <summary>A month of a shop (月度总览).</summary>
public sealed record OverviewView(OverviewAsk Ask, IReadOnlyList<StatFigure> Stats, Ranking Ranking, DailyChart Chart, HourMap Hours, IReadOnlyList<Wording> Notes)
{
    /// <summary>What the plans propose after the month's cards; null where none does, or for who may not see it.</summary>
    public string? MeasuresHref { get; init; }
    /// <summary>What the legal guard finds in the month's pay, and how much of it is open; null for who may not see it, and where nobody is paid.</summary>
    public (string Href, int Open)? Guard { get; init; }
    /// <summary>The month's pools; null where there are none, or for who may not see them.</summary>
    public string? PoolHref { get; init; }
    /// <summary>How the month's pay comes about; null where nothing pays, or for who does not see everybody's pay.</summary>
    public string? RunHref { get; init; }
    /// <summary>The report of the shop or the viewer's groups; null for who sees no group.</summary>
    public string? ReportHref { get; init; }
    /// <summary>The cards of longer cycles; null where no plan is of one.</summary>
    public string? CyclesHref { get; init; }
}

/// <summary>One page of the ranking, already filtered and sorted. Where pay may not be seen, PayVisible is false and every NetPay null.</summary>
public sealed record Ranking(
    IReadOnlyList<MetricColumn> Columns, IReadOnlyList<RankingRow> Rows, int Total, IReadOnlyList<string> Groups, bool PayVisible, bool ExportAllowed = true);

public sealed record MetricColumn(string Id, Wording Name, Unit Unit, Better Better);

/// <summary>
/// Figures stand in the order of the columns. Rank is the place among those on the same plan, null for who is not ranked;
/// Plan names it where the list holds more than one.
/// </summary>
public sealed record RankingRow(
    int? Rank, int? RankBefore, string Agent, string Group, Figure Score, decimal Full, string? Grade, Figure? NetPay, IReadOnlyList<Figure> Figures, string Href, Wording? Plan = null)
{
    /// <summary>The places that the score can't be told apart from (难分高下); null where it can.</summary>
    public RankSpan? Within { get; init; }
}

public delegate Task<Seen<OverviewView>> OverviewFor(OverviewAsk ask, HttpContext context);

/// <summary>All rows of the ranking for a file: as the page has them, not cut into pages.</summary>
public delegate Task<Seen<ExportSheet>> RankingFileFor(OverviewAsk ask, HttpContext context);
