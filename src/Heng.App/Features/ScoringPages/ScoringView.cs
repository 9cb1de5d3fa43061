using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>What stands beside a mark: a number with the page that explains it, or what somebody said.</summary>
public sealed record EvidenceLine(Wording Label, string Value, string? Href, bool Belongs);

/// <summary>The other version of a draft, which waits for somebody to choose.</summary>
public sealed record OtherDraft(Typed What, string Who, DateTime At);

/// <summary>One row of the sheet: a person, or an item of a person.</summary>
public sealed record ScoringRow(string Key, string About, string As, Wording Item, OnScale Scale, decimal Full, Typed Typed, int Seen)
{
    public string? Href { get; init; }
    public PointFault? Fault { get; init; }
    /// <summary>Who typed the standing version, where another one waits beside it.</summary>
    public OtherDraft? Standing { get; init; }
    public OtherDraft? Beside { get; init; }
    /// <summary>Handed in, and as it stands in the form.</summary>
    public bool Given { get; init; }
    /// <summary>Handed in before, and changed since.</summary>
    public string? GivenPoints { get; init; }
    public IReadOnlyList<EvidenceLine> Evidence { get; init; } = [];
}

/// <summary>A step of the sitting: an item over everybody, or a person over all items.</summary>
public sealed record ScoringStep(string Id, Wording Name, int Filled, int All, bool Given, string Href);

/// <summary>One's own points to give (评分): a step at a time, with the evidence beside it.</summary>
public sealed record ScoringView(Month Month)
{
    /// <summary>The assessments in which the viewer scores.</summary>
    public IReadOnlyList<(string Scheme, Cycle Cycle, Wording Title)> All { get; init; } = [];
    /// <summary>The one shown; null where there is nothing to score.</summary>
    public (string Scheme, Cycle Cycle, Wording Title)? Of { get; init; }
    public Wording Stage { get; init; }
    public string StageId { get; init; } = "";
    public DateOnly? LastDay { get; init; }
    public int Late { get; init; }
    /// <summary>Whether marks are taken; a stage that is over is read only.</summary>
    public bool Open { get; init; }
    public bool ByPerson { get; init; }
    public IReadOnlyList<ScoringStep> Steps { get; init; } = [];
    public ScoringStep? Step { get; init; }
    public IReadOnlyList<ScoringRow> Rows { get; init; } = [];
    public int Filled { get; init; }
    public int Cells { get; init; }
    public bool AllGiven { get; init; }
    /// <summary>Names this form among those of the same cells.</summary>
    public string From { get; init; } = "";
    public int Conflicts { get; init; }
    public Refusal? Refused { get; init; }
    public DateTime Now { get; init; }
    /// <summary>Whether it was saved, or handed in, just before.</summary>
    public ScoringDid Did { get; init; }

    public ScoringStep? Next => Beside(1);
    public ScoringStep? Previous => Beside(-1);
    private ScoringStep? Beside(int way) => Step is null ? null : Steps.ElementAtOrDefault(Steps.ToList().FindIndex(s => s.Id == Step.Id) + way);
}

public enum ScoringDid : byte { Nothing, Saved, Submitted }

public enum ScoringAct : byte { Save, Next, Auto, Submit, SubmitPerson, Choose }

/// <summary>Which sheet is asked for.</summary>
public sealed record ScoringAsk(Month Month)
{
    public string? Scheme { get; init; }
    public string? Cycle { get; init; }
    public string? Stage { get; init; }
    public bool? ByPerson { get; init; }
    public string? At { get; init; }
    public ScoringDid Did { get; init; }

    public string Address => Links.Scoring(Month, Scheme, Cycle, Stage, ByPerson, At);
}

/// <summary>What the form says.</summary>
public sealed record ScoringForm(ScoringAct Act, string From, IReadOnlyList<CellForm> Cells)
{
    public (string Key, DraftChoice Choice)? Chosen { get; init; }
}

public delegate Task<Seen<ScoringView>> ScoringFor(ScoringAsk ask, ScoringForm? form, HttpContext context);
