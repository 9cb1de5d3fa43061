using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Work;

namespace Heng.App.Features.TeamReports;

/// <summary>The report of a shop or of some groups (团队与店铺报告): groups beside each other, how the scores lie, what moved, when the work comes, and who is given how many buyers.</summary>
public sealed record TeamReportView(
    Month Month, IReadOnlyList<string> Groups, bool WholeShop, IReadOnlyList<TeamRow> Metrics, IReadOnlyList<TeamPlan> Plans, IReadOnlyList<TeamMove> Moves, HourMap Hours,
    IReadOnlyList<TeamWeek> Weeks, IReadOnlyList<Wording> Notes)
{
    /// <summary>Whether the viewer may say what was changed in the allocation.</summary>
    public bool MayCorrect { get; init; }
    public CorrectionRefusal? Refused { get; init; }
    /// <summary>What was asked and refused, so that nothing typed is lost.</summary>
    public CorrectionAsk? Asked { get; init; }
    public bool Done { get; init; }
}

/// <summary>A metric of each group, in the order of the groups, and of the whole shop for who sees it.</summary>
public sealed record TeamRow(Wording Name, Unit Unit, Better Better, IReadOnlyList<Figure> Groups, Figure? Shop);

/// <summary>
/// The cards of one plan: the mean points of each item and of the score by group, null where fewer than three have any; how many scores lie in each ten points, and how many have each grade.
/// </summary>
public sealed record TeamPlan(Wording Title, decimal Full, IReadOnlyList<TeamItem> Items, IReadOnlyList<TeamBand> Bands, IReadOnlyList<(string Grade, int People)> Grades, int Scored, int Unscored)
{
    public TeamItem Score => Items[0];
}

public sealed record TeamItem(Wording Name, decimal Full, IReadOnlyList<decimal?> Groups, decimal? All);

/// <summary>Scores from From on, up to the next ten.</summary>
public sealed record TeamBand(int From, int People);

/// <summary>Whose score moved since the month before, by how much, and the item that moved most the same way; null where none did, or the plan is another.</summary>
public sealed record TeamMove(string Agent, string Group, decimal Before, decimal After, Wording? Item, decimal ItemMoved, string Href)
{
    public decimal Moved => After - Before;
}

/// <summary>A week of one group and line: its allocation with the test, and the corrections that were noted.</summary>
public sealed record TeamWeek(string Id, DateOnly From, DateOnly To, string Group, string Position, Allocation Allocation, IReadOnlyList<AllocationCorrection> Corrections);

/// <summary>What was changed in the allocation, by whom and when.</summary>
public sealed record AllocationCorrection(DateTime At, string Who, string What);

/// <summary>Week is as <c>2026-W40</c>.</summary>
public sealed record CorrectionAsk(string Week, string Group, string What);

public enum CorrectionRefusal : byte { RoleMayNot, WeekUnknown, NeedsReason, ReasonTooLong }

public delegate Task<Seen<TeamReportView>> TeamReportFor(Month month, CorrectionAsk? ask, HttpContext context);
