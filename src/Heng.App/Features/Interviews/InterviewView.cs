using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Interviews;

/// <summary>The interviews that one may see, latest first, and what was decided about oneself.</summary>
public sealed record InterviewsView(IReadOnlyList<InterviewRow> Rows, IReadOnlyList<MeasureTaken> Own, IReadOnlyList<string> People);

public sealed record InterviewRow(KeptInterview Interview, bool ForMe);

/// <summary>A record about to be written. Text is what was typed before.</summary>
public sealed record NewInterviewView(InterviewAbout About, string With, string By, KeptInterview? Follows, InterviewText Text)
{
    public Refusal? Refused { get; init; }
}

public sealed record InterviewView(KeptInterview Interview)
{
    /// <summary>What the text was before, the oldest first, without the one that stands.</summary>
    public IReadOnlyList<InterviewText> Earlier => [.. Interview.Texts.SkipLast(1)];
    public bool MaySign { get; init; }
    public bool MayDisagree { get; init; }
    public bool MayWrite { get; init; }
    public bool MayGoOn { get; init; }
    /// <summary>Whether the viewer may lead the next level.</summary>
    public bool MayFollow { get; init; }
    public long? Next { get; init; }
    /// <summary>Whether its steps may become an improvement plan by one press; Plan is the one that they became.</summary>
    public bool MayPlan { get; init; }
    public long? Plan { get; init; }
    public IReadOnlyList<(InterviewHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>What is asked for a new one; Text is null while nothing was sent.</summary>
public sealed record NewInterviewAsk(InterviewAbout About, string With, long? Follows, InterviewText? Text);

public sealed record InterviewAct(string Act, string Hash, string? Why, InterviewText? Text);

public delegate Task<Seen<InterviewsView>> InterviewsFor(HttpContext context);
public delegate Task<(Seen<NewInterviewView> Seen, long? Begun)> NewInterviewFor(NewInterviewAsk ask, HttpContext context);
public delegate Task<Seen<InterviewView>> InterviewFor(long id, InterviewAct? act, HttpContext context);
