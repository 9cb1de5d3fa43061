using Heng.App.Features.Guard;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay;

/// <summary>A person's payslip (工资条). Net is the sum of the lines; Closed once the month is sealed.</summary>
public sealed record PayslipView(
    Month Month, string Agent, string Group, string Scheme, decimal Net, IReadOnlyList<PayslipLine> Lines, IReadOnlyList<Wording> Notes, bool Closed, string? ScoreHref)
{
    public decimal? Score { get; init; }
    public string? Grade { get; init; }
    public decimal? PaidDays { get; init; }
    public decimal? DueDays { get; init; }
    /// <summary>The payslip as a workbook; null where there is none.</summary>
    public string? WorkbookHref { get; init; }
    /// <summary>Whether it was sealed and paid by itself, before its month.</summary>
    public bool Alone { get; init; }
    /// <summary>What the lines that settle closed months rest on; null where there are none.</summary>
    public string? DifferencesHref { get; init; }
    /// <summary>Everybody's payslips of the month, for who may take them away.</summary>
    public string? ArchiveHref { get; init; }
    /// <summary>The payslip as a PDF, and everybody's; null where no Chromium is there to print them, or they may not be taken away.</summary>
    public string? PdfHref { get; init; }
    public string? PdfArchiveHref { get; init; }
    /// <summary>Whether a PDF was asked for just now, and none came.</summary>
    public bool PdfFailed { get; init; }
    /// <summary>What the legal guard says of this pay; empty for the person themselves, for it is HR's to look at.</summary>
    public IReadOnlyList<GuardRow> Guard { get; init; } = [];
    public string? GuardHref { get; init; }
    /// <summary>The months that have this page for the viewer; the month menu offers no others.</summary>
    public Func<Month, bool> Held { get; init; } = _ => true;
}

/// <summary>A line of the payslip: what it is, how it came about in one line, and its amount; a deduction is negative.</summary>
public sealed record PayslipLine(string Id, Wording Label, Wording Formula, decimal Amount, ValueState State, string? ExplainHref, IReadOnlyList<Wording> Notes);

public delegate Task<Seen<PayslipView>> PayslipFor(Month month, string agent, HttpContext context);
