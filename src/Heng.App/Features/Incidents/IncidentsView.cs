using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Incidents;

/// <summary>What is recorded of whom the viewer may see, latest first. People: whom they may record something of.</summary>
public sealed record IncidentsView(IReadOnlyList<OccurrenceRow> Rows, IReadOnlyList<OccurrenceType> Types, IReadOnlyList<string> People, DateOnly Today)
{
    public bool MayComplete { get; init; }
    /// <summary>What was typed, where it was refused.</summary>
    public OccurrenceText? Typed { get; init; }
    public string? TypedAgent { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

public sealed record OccurrenceRow(long Id, OccurrenceState State, bool ForMe);

/// <summary>One of them, with every step, and what the viewer may do now.</summary>
public sealed record IncidentView(long Id, OccurrenceState State)
{
    public bool MayAnswer { get; init; }
    public bool MayShow { get; init; }
    public bool MayJudge { get; init; }
    public bool MayWithdraw { get; init; }
    public IReadOnlyList<(OccurrenceHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<IncidentsView>> IncidentsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<IncidentView>> IncidentFor(long id, IFormCollection? form, HttpContext context);
