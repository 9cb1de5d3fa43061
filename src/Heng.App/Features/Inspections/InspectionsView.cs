using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Exams;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Engine.Statistics;

namespace Heng.App.Features.Inspections;

/// <summary>The list of inspections; filter and page live in the address. Show: mine, open, settle, objected, told, done or all.</summary>
public sealed record InspectionsAsk(string? Show, int Page = 1)
{
    public const int PageSize = 30;

    public string Href => Links.With(Links.Inspections, ("show", Show), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));
}

/// <summary>What an inspector has before them, and how far the whole is: Drawn and Done of the plans whose days are not over.</summary>
public sealed record InspectionGoals(int Mine, int Overdue, DateOnly? NextDue, int DoneToday, int Waiting, int ToSettle, int Objected, int Drawn, int Done);

public sealed record InspectionRow(long Id, string Agent, DateOnly Day, InspectionKind Kind, Sampled Of, InspectionStage Stage, DateOnly Due, DateOnly? AnswerBy, decimal? Earned, decimal? Possible, bool ForMe);

/// <summary>Goals is null for who sees their own results alone.</summary>
public sealed record InspectionsView(InspectionsAsk Ask, IReadOnlyList<InspectionRow> Rows, int Total, InspectionGoals? Goals, DateOnly Today)
{
    public bool MayTake { get; init; }
    public bool MayLetStand { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

/// <summary>The marks of one of them, with their card, where the viewer may see them. Who is null for the result.</summary>
public sealed record ShownMarks(string? Who, IReadOnlyList<CriterionMark> Marks, InspectionCard Card);

/// <summary>A call and where its recording is.</summary>
public sealed record CallShown(Call Call, DateTime At, string? Link, bool HasFile);

/// <summary>A recording as it was brought, at its place from 0.</summary>
public sealed record ShownRecording(RecordingHappening Of, DateTime At, int Place);

/// <summary>One inspection with what was inspected. Typed: the marks and words of a form that was refused.</summary>
public sealed record InspectionView(long Id, InspectionState State, InspectionForm Form, string PlanName, ReceptionView? Reception, CallShown? Call)
{
    public IReadOnlyList<ShownMarks> Shown { get; init; } = [];
    public IReadOnlySet<InspectionEvent> May { get; init; } = new HashSet<InspectionEvent>();
    public bool Own { get; init; }
    public bool MayRecord { get; init; }
    /// <summary>A result rests on the recording: another one is a correction.</summary>
    public bool RecordingTold { get; init; }
    public IReadOnlyList<ShownRecording> Recordings { get; init; } = [];
    /// <summary>Nothing was handed in: the page shows what was asked of its form.</summary>
    public bool Asked { get; init; }
    public IReadOnlyList<string> Assignees { get; init; } = [];
    /// <summary>Null where a model has no part in it, or none that the viewer may know of.</summary>
    public ProposedMarks? Proposed { get; init; }
    public IReadOnlyList<CriterionMark> Filled { get; init; } = [];
    public string? Words { get; init; }
    public IReadOnlyList<(InspectionHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public sealed record SamplingRow(long Id, SamplingState State, int Inspected, bool Late);

/// <summary>Plans, and the form for a new one: Kinds that the viewer may set, of which groups.</summary>
public sealed record SamplingPlansView(IReadOnlyList<SamplingRow> Rows, IReadOnlyList<InspectionForm> Forms, IReadOnlyList<InspectionKind> Kinds, IReadOnlyList<string> Groups, DateOnly Today)
{
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<BankError> Errors { get; init; } = [];
    public Refusal? Refused { get; init; }
    public long? Begun { get; init; }
}

/// <summary>A plan with its strata: how many there were and how many were drawn. Again: the draw done anew, where it was asked for.</summary>
public sealed record SamplingPlanView(long Id, SamplingState State, bool Late, IReadOnlyList<(string Stratum, int Held, int Drawn)> Strata)
{
    public IReadOnlyList<InspectionRow> Rows { get; init; } = [];
    public bool MayDraw { get; init; }
    public bool MayReveal { get; init; }
    public bool MayCallOff { get; init; }
    public Redraw? Again { get; init; }
    public IReadOnlyList<(SamplingHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>Inspectors is null for who may not know how each inspects.</summary>
public sealed record AgreementView(Month Month, IReadOnlyList<(Criterion Criterion, InspectionForm Form, Agreement Agreement)> Criteria, IReadOnlyList<Strictness>? Inspectors, int Pairs)
{
    /// <summary>How a model agrees with what people decided; null where no model read anything.</summary>
    public IReadOnlyList<(Criterion Criterion, InspectionForm Form, Agreement Agreement)>? Model { get; init; }
}

public sealed record CalibrationRow(long Id, CalibrationState State, bool ForMe);

public sealed record CalibrationsView(IReadOnlyList<CalibrationRow> Rows, IReadOnlyList<InspectionForm> Forms, IReadOnlyList<string> Inspectors, DateOnly Today)
{
    public bool Leads { get; init; }
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public Refusal? Refused { get; init; }
    public long? Begun { get; init; }
}

/// <summary>A calibration, with one of its receptions before whoever marks it.</summary>
public sealed record CalibrationView(long Id, CalibrationState State, string Name, string? Item, ReceptionView? Reception)
{
    public bool Invited { get; init; }
    public bool Leads { get; init; }
    public bool Asked { get; init; }
    public IReadOnlyList<CriterionMark> Filled { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<InspectionsView>> InspectionsFor(InspectionsAsk ask, IFormCollection? form, HttpContext context);
public delegate Task<Seen<InspectionView>> InspectionFor(long id, IFormCollection? form, HttpContext context);

/// <summary>Asks a model about an inspection's chat; the form is that of the marks, which stand there again.</summary>
public delegate Task<Seen<InspectionView>> ModelAskedFor(long id, IFormCollection form, HttpContext context);
public delegate Task<Seen<SamplingPlansView>> SamplingPlansFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<SamplingPlanView>> SamplingPlanFor(long id, bool again, IFormCollection? form, HttpContext context);
public delegate Task<Seen<AgreementView>> AgreementFor(Month month, HttpContext context);
public delegate Task<Seen<CalibrationsView>> CalibrationsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<CalibrationView>> CalibrationFor(long id, string? item, IFormCollection? form, HttpContext context);

/// <summary>Keeps a call's recording, or says why not.</summary>
public delegate Refusal? RecordingBrought(long inspection, IFormCollection form, HttpContext context);

/// <summary>A call's recording, to whom it may be played; null where it is not there for them.</summary>
public delegate (string Media, byte[] Content)? RecordingFor(long inspection, HttpContext context);
