using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Filing;

namespace Heng.App.Features.Filing;

/// <summary>One's own duties with how far each has come, and what waits to be confirmed.</summary>
public sealed record FilingView(DateOnly Today, IReadOnlyList<OwnDuty> Own, IReadOnlyList<FiledRow> Filed, IReadOnlyList<FiledRow> Waiting, IReadOnlyList<DutyProgress> Team)
{
    public bool MaySet { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>Confirmed and waiting in the stretch of today.</summary>
public sealed record OwnDuty(long Id, CountedDuty Duty, decimal Confirmed, decimal Waiting);

public sealed record FiledRow(long Id, FiledState State, CountedDuty Duty);

/// <summary>Of one person and duty, in the stretch of today.</summary>
public sealed record DutyProgress(string Agent, CountedDuty Duty, decimal Confirmed, decimal Waiting);

public sealed record DutiesView(IReadOnlyList<(long Id, CountedDuty Duty)> Duties, IReadOnlyList<string> People, IReadOnlyList<string> Positions)
{
    public Refusal? Refused { get; init; }
}

/// <summary>Weekly reports: one's own by the day they are due, and those of whom one answers for.</summary>
public sealed record ReportsView(DateOnly Today, DayOfWeek Weekday, IReadOnlyList<OwnReport> Own, IReadOnlyList<ReportWeek> Weeks)
{
    public bool MaySetDay { get; init; }
    /// <summary>When the shop began with weekly reports; null while it has not.</summary>
    public DateOnly? Began { get; init; }
    public DateOnly? TypedFor { get; init; }
    public ReportHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
}

public sealed record OwnReport(DateOnly Due, long? Id, ReportState? State);

/// <summary>Who of those whom the viewer sees has handed in for the day, and who has not.</summary>
public sealed record ReportWeek(DateOnly Due, IReadOnlyList<(long Id, ReportState State)> Handed, IReadOnlyList<string> Without, IReadOnlyList<string> Missable);

public sealed record ReportView(long Id, ReportState State)
{
    public bool MayRead { get; init; }
    public IReadOnlyList<(ReportHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public sealed record MeetingsView(DateOnly Today, IReadOnlyList<(long Id, MeetingState State)> Rows, IReadOnlyList<string> People)
{
    public bool MayNote { get; init; }
    public MeetingHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

/// <summary>May: whether the viewer may say of each charge that it is done.</summary>
public sealed record MeetingView(long Id, MeetingState State, IReadOnlyList<bool> May, DateOnly Today)
{
    public Refusal? Refused { get; init; }
}

// Of a form that was sent, else null.
public delegate Task<Seen<FilingView>> FilingFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<DutiesView>> DutiesFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<ReportsView>> ReportsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<ReportView>> ReportFor(long id, IFormCollection? form, HttpContext context);
public delegate Task<Seen<MeetingsView>> MeetingsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<MeetingView>> MeetingFor(long id, IFormCollection? form, HttpContext context);
