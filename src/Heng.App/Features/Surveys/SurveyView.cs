using Heng.App.CommandLine;
using Heng.App.Features.Suggestions;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Voice;

namespace Heng.App.Features.Surveys;

public enum SurveyPhase { Planned, Open, Over }

/// <summary>A survey in a list: how many were asked and have answered, and whether whoever looks is asked still.</summary>
public sealed record SurveyRow(long Id, Wording Name, DateOnly First, DateOnly Last, SurveyPhase Phase, int Asked, int Answered, bool ForMe, bool HasAnswered);

/// <summary>What is done after a survey.</summary>
public sealed record ActionRow(long Id, long Survey, Wording Name, ActionState State, bool IsLate);

/// <summary>What somebody typed to open one.</summary>
public sealed record SurveyAsk(string? Form, DateOnly? First, DateOnly? Last, IReadOnlyList<string> Groups, int? Least)
{
    /// <summary>Something stands where the threshold belongs, and it is no whole number.</summary>
    public bool LeastUnreadable { get; init; }
}

public sealed record SurveysView(IReadOnlyList<SurveyRow> Rows, IReadOnlyList<KnownForm> Forms, IReadOnlyList<string> Groups)
{
    public bool MayOpen { get; init; }
    public SurveyAsk Ask { get; init; } = new(null, null, null, [], null);
    public Refusal? Refused { get; init; }
}

/// <summary>Of one question the means of the same form's surveys, in time; null where too few answered.</summary>
public sealed record SurveyTrend(IReadOnlyList<DateOnly> Days, IReadOnlyList<(SurveyQuestion Question, IReadOnlyList<decimal?> Means)> Questions);

/// <summary>One survey. Results are there once it is over; which groups and whether lines are among them follows from who looks.</summary>
public sealed record SurveyView(SurveyRow Row, SurveyForm Form, int Least)
{
    public SurveyResults? Results { get; init; }
    /// <summary>Some groups that may be seen are held back, since few answered.</summary>
    public bool HeldBack { get; init; }
    public bool ShowsLines { get; init; }
    public IReadOnlyList<(string Group, int Asked, int Answered)> Participation { get; init; } = [];
    public SurveyTrend? Trend { get; init; }
    public IReadOnlyList<ActionRow> Actions { get; init; } = [];
    public bool MayLead { get; init; }
    public string? Did { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>What a form about a survey asks.</summary>
public sealed record SurveyAct(string Act)
{
    public string? Why { get; init; }
    public string? Heard { get; init; }
    public string? Doing { get; init; }
    public string? By { get; init; }
    public DateOnly? Due { get; init; }
    public long? Action { get; init; }
}

/// <summary>The form to answer; Before is what was done after the last surveys.</summary>
public sealed record SurveyAnswerView(SurveyRow Row, SurveyForm Form, int Least, IReadOnlyList<ActionRow> Before)
{
    public SurveyAnswerGiven? Given { get; init; }
    public Refusal? Refused { get; init; }
}

public sealed record SurveyFormView(KnownForm Known, string Text, IReadOnlyList<Wording> Errors)
{
    public bool MayKeep { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>The first page: what waits for an answer, one's own suggestions, and what was done.</summary>
public sealed record VoiceView(IReadOnlyList<SurveyRow> Open, IReadOnlyList<SuggestionRow> Mine, IReadOnlyList<ActionRow> Actions, bool MayWrite);

public delegate Task<Seen<VoiceView>> VoiceFor(HttpContext context);
public delegate Task<(Seen<SurveysView> Seen, long? Opened)> SurveysFor(SurveyAsk? ask, HttpContext context);
public delegate Task<Seen<SurveyView>> SurveyFor(long id, SurveyAct? act, HttpContext context);
public delegate Task<(Seen<SurveyAnswerView> Seen, bool Done)> SurveyAnswerFor(long id, Func<SurveyForm, SurveyAnswerGiven>? given, HttpContext context);
public delegate Task<Seen<SurveyFormView>> SurveyFormFor(string id, string? text, HttpContext context);
