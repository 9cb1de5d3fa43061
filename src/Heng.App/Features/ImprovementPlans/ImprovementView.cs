using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ImprovementPlans;

/// <summary>The improvement plans that one may see: those that wait or run first, the rest on asking.</summary>
public sealed record ImprovementsView(string? Agent, bool Over, IReadOnlyList<ImprovementRow> Rows)
{
    /// <summary>Whom the viewer may write one for.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
}

public sealed record ImprovementRow(long Id, ImprovementState State, bool ForMe)
{
    public StandingStep? Next => State.Steps.Where(s => s.Done is null).OrderBy(s => s.By).FirstOrDefault();
}

/// <summary>A metric that may be a goal; rates are asked for in percent.</summary>
public sealed record GoalMetric(string Id, Wording Name, Unit Unit);

/// <summary>A plan about to be written, or written anew; Text is what was typed before.</summary>
public sealed record ImprovementText(string? Person, string? Group, ImprovementHappening? Text, IReadOnlyList<GoalMetric> Metrics, IReadOnlyList<string> Doers, IReadOnlyList<Month> Months, DateOnly Today);

/// <summary>Fields is null where nobody was named yet, whom People and Groups offer.</summary>
public sealed record NewImprovementView(ImprovementText? Fields)
{
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>The goal's metric, month by month up to the latest, and where it shall come to.</summary>
public sealed record GoalProgress(GoalMetric Metric, decimal? From, decimal To, IReadOnlyList<(Month Month, decimal? Value, string Href)> Months);

public sealed record ImprovementView(KeptMatter<ImprovementHappening> Plan, ImprovementState State)
{
    public GoalProgress? Progress { get; init; }
    public bool MayAgree { get; init; }
    public bool MayWithdraw { get; init; }
    public bool MayCheckIn { get; init; }
    public bool MayClose { get; init; }
    public Func<StandingStep, bool> MaySettle { get; init; } = _ => false;
    public ImprovementText? Fields { get; init; }
    public string? InterviewHref { get; init; }
    public DateOnly Today { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>What a form asks for a new plan.</summary>
public sealed record NewImprovementAsk(string? Agent, string? Group, long? Interview, ImprovementHappening? Text);

public delegate Task<Seen<ImprovementsView>> ImprovementsFor(string? agent, bool over, HttpContext context);
public delegate Task<(Seen<NewImprovementView> Seen, long? Begun)> NewImprovementFor(NewImprovementAsk ask, HttpContext context);
public delegate Task<Seen<ImprovementView>> ImprovementFor(long id, ImprovementHappening? ask, HttpContext context);
