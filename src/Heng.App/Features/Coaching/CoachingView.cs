using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;

namespace Heng.App.Features.Coaching;

/// <summary>Which month, of whom, and which cause alone; all live in the address.</summary>
public sealed record CoachingAsk(Month Month, string? Group = null, string? Agent = null, Cause? Cause = null, int Page = 1)
{
    public const int PageSize = 25;

    public string Href => Links.With(Links.Coaching, ("month", Month.ToString()), ("group", Group), ("agent", Agent), ("cause", Cause?.ToString()), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));
}

/// <summary>A cause of a person, or, without one, of everybody asked for. Group is their group's share, where the viewer may see it.</summary>
public sealed record CauseRow(Cause Cause, Wording Name, Wording Category, string? Agent, CauseShare Now, CauseShare Before)
{
    public CauseShare? Group { get; init; }
    public string? Href { get; init; }
    public IReadOnlyList<string> Inspections { get; init; } = [];
    /// <summary>Where it becomes a task, or the task that it is already.</summary>
    public string? Give { get; init; }
    public long? Task { get; init; }
}

public sealed record CoachingRow(long Id, CoachingState State, CoachingStage Stage, Wording Cause, bool ForMe);

/// <summary>Whole: causes of everybody asked for together; null for who sees their own alone. Total is of the people's rows.</summary>
public sealed record CoachingView(CoachingAsk Ask, IReadOnlyList<CauseRow>? Whole, IReadOnlyList<CauseRow> Rows, int Total, IReadOnlyList<CoachingRow> Tasks)
{
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Agents { get; init; } = [];
    public Wording? Cause { get; init; }
    /// <summary>The last day that any rule that counts looked at; none of the month's chats were, where it lies before the month.</summary>
    public DateOnly? Through { get; init; }
}

/// <summary>What shows a cause: where it is opened, where the viewer may open it, and the words.</summary>
public sealed record ShownEvidence(string Fact, DateOnly Day, string? Agent, string? Href, IReadOnlyList<TextPiece> Quote, bool Chosen = false);

public sealed record NewCoachingAsk(Month Month, string? Agent, string? Group, Cause Cause)
{
    public string Href => Links.With(Links.NewCoaching, ("month", Month.ToString()), ("agent", Agent), ("group", Group), ("cause", Cause.ToString()));
}

/// <summary>A task before it is given, filled in already.</summary>
public sealed record NewCoachingView(NewCoachingAsk Ask, Wording Cause, CoachingHappening Terms, CauseShare Now, IReadOnlyList<ShownEvidence> Evidence, DateOnly Today)
{
    public (long Id, string Title)? Example { get; init; }
    public Refusal? Refused { get; init; }
    public long? Begun { get; init; }
}

/// <summary>One task. After: what was measured since; Through: the last day that is measured.</summary>
public sealed record CoachingTaskView(long Id, CoachingState State, CoachingStage Stage, Wording Cause, CauseShare Before, CauseShare After)
{
    public DateOnly First { get; init; }
    public DateOnly? Through { get; init; }
    public IReadOnlyList<ShownEvidence> Evidence { get; init; } = [];
    public (long Id, string Title)? Example { get; init; }
    public IReadOnlyList<(CoachingHappening Of, DateTime At)> Happened { get; init; } = [];
    public bool MayAcknowledge { get; init; }
    public bool MayTalk { get; init; }
    public bool MayClose { get; init; }
    public Refusal? Refused { get; init; }
    public string? Typed { get; init; }
}

// Of a form that was sent, else null.
public delegate Task<Seen<CoachingView>> CoachingFor(CoachingAsk ask, HttpContext context);
public delegate Task<Seen<NewCoachingView>> NewCoachingFor(NewCoachingAsk? ask, IFormCollection? form, HttpContext context);
public delegate Task<Seen<CoachingTaskView>> CoachingTaskFor(long id, IFormCollection? form, HttpContext context);
