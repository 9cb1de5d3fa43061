using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.PayRuns;

/// <summary>What a person may ask of a run.</summary>
public enum RunAct { Publish, Draft, Check, Approve, Pay, Close, Budget }

/// <summary>A step of the run: done by whom and when, or still ahead.</summary>
public sealed record RunStep(MonthEvent Event, string? By, string? At, string? Note);

/// <summary>Somebody who left in the month: their last day, where their own run stands, what it comes to, and the next step where the viewer may do it.</summary>
/// <param name="Notes">What the payslip says of itself, and why there is no next step.</param>
public sealed record LeaverRow(string Agent, DateOnly? LastDay, decimal? Net, Wording State, bool Sealed, RunAct? Next, string Seen, IReadOnlyList<Wording> Notes);

/// <summary>A month's pay run (发薪): its steps, what can be done now, and what it comes to beside the month before.</summary>
public sealed record RunView(Month Month, MonthStage Stage, IReadOnlyList<RunStep> Steps, PayRunTotals Totals)
{
    public decimal Share { get; init; } = PayRunTotals.UsualShare;
    public Month? BudgetSince { get; init; }
    /// <summary>What the viewer may try now; the others are not offered.</summary>
    public IReadOnlyList<RunAct> Offered { get; init; } = [];
    /// <summary>Whether some numbers can still move, so that approving must be provisional.</summary>
    public bool Provisional { get; init; }
    /// <summary>What closing now may leave to be settled; null where nothing can move any more.</summary>
    public ClosingOutlook? Outlook { get; init; }
    /// <summary>Whether what was drafted is no longer what the records come to.</summary>
    public bool Moved { get; init; }
    /// <summary>The hash of the draft that the viewer looks at, so that nobody approves another.</summary>
    public string Seen { get; init; } = "";
    public Refusal? Refused { get; init; }
    /// <summary>What stands behind the sum that was opened; null where none was.</summary>
    public RunBehind? Behind { get; init; }
    /// <summary>What the legal guard found in the month's pay and nobody has acknowledged.</summary>
    public int GuardOpen { get; init; }
    public bool Pools { get; init; }
    /// <summary>Who left in the month.</summary>
    public IReadOnlyList<LeaverRow> Leavers { get; init; } = [];
    public IReadOnlyList<Wording> Notes { get; init; } = [];
}

/// <summary>What a form sends; null looks only.</summary>
public sealed record RunAsk(RunAct Act, bool Provisionally, string? Day, string? Reference, string? Budget)
{
    /// <summary>The draft that was looked at; null where the asker names none.</summary>
    public string? Seen { get; init; }
    /// <summary>Whose own run is meant, of those who left; null is the month's.</summary>
    public string? Agent { get; init; }
}

public delegate Task<Seen<RunView>> RunFor(Month month, string? share, RunAsk? ask, HttpContext context);
