using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Appraisals;

/// <summary>A stage of the stepper: how many of its parts are done, and of the present one its last day and how late it is.</summary>
public sealed record StageStep(string Id, Wording Name, bool Over, bool Now, int Done, int All, DateOnly? LastDay, int Late);

/// <summary>A part that the viewer is to do now.</summary>
public sealed record OwnPart(ToDo Part, StageWork Work, bool Objected, string? Href);

/// <summary>Who is waited for, and about whom where the viewer may know.</summary>
public sealed record WaitedFor(Wording Doer, IReadOnlyList<string> About, bool Objected);

/// <summary>An objection that nobody has answered.</summary>
public sealed record OpenObjection(string About, string Why, bool MayAnswer);

public sealed record HappenedRow(DateTime At, string Who, Wording What, Wording Stage, string? About, string? Why);

/// <summary>Who is asked as somebody's peer, and whom they proposed.</summary>
public sealed record PeerRow(string About, IReadOnlyList<string> Asked, IReadOnlyList<string> Proposed);

/// <summary>What everybody is shown of somebody; null is not shown or not known.</summary>
public sealed record ShownResult(string Agent, decimal? Score, string? Grade, int? Rank);

/// <summary>A month's assessment (考核): where it stands, what the viewer is to do, and who is waited for.</summary>
public sealed record AppraisalView(Month Month, IReadOnlyList<(string Scheme, Cycle Cycle, Wording Title)> All)
{
    /// <summary>The one shown; null where the month has none.</summary>
    public (string Scheme, Cycle Cycle, Wording Title)? Of { get; init; }
    public IReadOnlyList<StageStep> Steps { get; init; } = [];
    public IReadOnlyList<OwnPart> Mine { get; init; } = [];
    public IReadOnlyList<WaitedFor> Waiting { get; init; } = [];
    public IReadOnlyList<OpenObjection> Objections { get; init; } = [];
    /// <summary>Those whose peers the viewer may invite and replace.</summary>
    public IReadOnlyList<PeerRow> Peers { get; init; } = [];
    /// <summary>Whom the viewer proposed as their own peers; null where none may be proposed now.</summary>
    public IReadOnlyList<string>? Proposed { get; init; }
    /// <summary>Whether the viewer sees how raters rate.</summary>
    public bool SeesRaters { get; init; }
    public IReadOnlyList<HappenedRow> Happened { get; init; } = [];
    /// <summary>Whether the viewer ends and reopens stages.</summary>
    public bool Leads { get; init; }
    public IReadOnlyList<string> People { get; init; } = [];
    public Shown Shown { get; init; }
    /// <summary>Null until it is published.</summary>
    public IReadOnlyList<ShownResult>? Results { get; init; }
    public Refusal? Refused { get; init; }
}

public delegate Task<Seen<AppraisalView>> AppraisalFor(Month month, string? scheme, string? cycle, AppraisalAsk? ask, HttpContext context);
