using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;

namespace Heng.App.Features.PersonReports;

/// <summary>A person's report of a month (个人报告): the results beside the own past, the group and the target, what is strong, and what would pay most to improve.</summary>
public sealed record PersonReportView(
    Month Month, string Agent, string Group, string? Position, string? Plan, ReportScore Score, IReadOnlyList<ReportMonth> Trend, IReadOnlyList<ReportItem> Items,
    IReadOnlyList<RadarAxis> Radar, IReadOnlyList<ReportStrength> Strengths, IReadOnlyList<ReportGain> Gains, IReadOnlyList<Wording> Notes)
{
    /// <summary>Whether the viewer may see what the person is paid; else what would be gained is told in points.</summary>
    public bool PayVisible { get; init; }
    public string? PdfHref { get; init; }
    public bool PdfFailed { get; init; }
    public Func<Month, bool> Held { get; init; } = _ => true;
    /// <summary>On paper and in files nothing can be opened.</summary>
    public bool OnPaper { get; init; }
}

/// <summary>The score with what it is compared with; the group's mean is null where fewer than three have a score.</summary>
public sealed record ReportScore(Figure Score, decimal Full, string? Grade, int? Rank, int Ranked, RankSpan? Within, decimal? Three, decimal? Twelve, decimal? Group);

public sealed record ReportMonth(Month Month, decimal? Score);

/// <summary>
/// An item beside its past and its group. Of items that people score, the numbers are points. Trend runs from the earliest month to this one; Cases are the whole of a ratio, null for
/// what is none.
/// </summary>
public sealed record ReportItem(
    string Id, Wording Name, Unit Unit, Better Better, Figure Now, Wording? Target, Figure Points, decimal Full, decimal? Three, decimal? Twelve, decimal? Group, IReadOnlyList<decimal?> Trend)
{
    public int? Cases { get; init; }
    /// <summary>So few cases that chance may have made the number.</summary>
    public bool Small => Now.FewCases || Cases is < PersonReport.LeastCases;
    public decimal? Share => Full > 0m ? Points.Value / Full : null;
    public decimal? GroupShare { get; init; }
}

/// <summary>A dimension's share of its full points; null where none of its items has points. Group is the mean of at least three.</summary>
public sealed record RadarAxis(Wording Name, decimal? Share, decimal? Group, decimal? Points, decimal Full);

/// <summary>An item above the group: by how much of its full points.</summary>
public sealed record ReportStrength(ReportItem Item, decimal Above, ReportExamples Examples);

/// <summary>A realistic step of an item, and what it would bring: yuan before insurance and tax where the viewer sees pay, and points.</summary>
public sealed record ReportGain(ReportItem Item, decimal To, StepTo From, decimal? Pay, decimal? Points, ReportExamples Examples);

/// <summary>The person's own chats behind a number, chosen by rule: the best and the worst of the month.</summary>
public sealed record ReportExamples(IReadOnlyList<ReportChat> Good, IReadOnlyList<ReportChat> Bad)
{
    public static readonly ReportExamples None = new([], []);
}

/// <summary>One chat: whose, when, and what it added: its own value of a ratio, or its part of a sum.</summary>
public sealed record ReportChat(string Title, Wording Detail, Wording Value, string? Href);

public delegate Task<Seen<PersonReportView>> PersonReportFor(Month month, string agent, HttpContext context);
