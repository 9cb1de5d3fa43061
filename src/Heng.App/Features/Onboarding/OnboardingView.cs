using Heng.App.CommandLine;
using Heng.App.Features.Exams;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>The trainings that one may see. Rows are those that run, or on asking those that ended.</summary>
public sealed record OnboardingsView(string? Agent, bool Over, DateOnly Today, IReadOnlyList<OnboardingRow> Rows)
{
    /// <summary>Who joined lately and has none, by day of joining.</summary>
    public IReadOnlyList<HiredPerson> Proposed { get; init; } = [];
    /// <summary>Null where the viewer may start none.</summary>
    public OnboardingFields? Fields { get; init; }
    public bool SeesPlans { get; init; }
    public IReadOnlyList<PlanTitle> Plans { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public sealed record PlanTitle(string Id, Wording Title);

/// <param name="Next">The first step that the viewer has to tick, or that is open at all.</param>
public sealed record OnboardingRow(long Id, OnboardingState State, int Late, TickedStep? Next);

/// <summary>Whom one may start a training for, and with whom; Start is what was typed.</summary>
public sealed record OnboardingFields(IReadOnlyList<HiredPerson> People, IReadOnlyList<HiredPerson> Mentors, OnboardingStart Start);

public sealed record OnboardingView(long Id, OnboardingState State, DateOnly Today)
{
    /// <summary>The group that the new hire is in today.</summary>
    public string? Group { get; init; }
    /// <summary>Under which name the viewer ticks; null where they don't.</summary>
    public string? Ticks { get; init; }
    public bool Leads { get; init; }
    public IReadOnlyList<HiredPerson> Mentors { get; init; } = [];
    public Refusal? Refused { get; init; }

    public bool MayTick(TickedStep step) => State.End is null && !step.Waived && (Ticks == State.Trainee ? step.Trainee is null : Ticks == State.Mentor && step.Mentor is null);
}

/// <summary>The text of a plan for new hires; Yaml is what was typed, where it was not kept.</summary>
public sealed record OnboardingPlanView(KnownPlan Plan, string Yaml, bool MayKeep)
{
    public bool Kept { get; init; }
    public IReadOnlyList<BankError> Errors { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public sealed record OnboardingPlanAsk(string Yaml, int Seen);

public delegate Task<(Seen<OnboardingsView> Seen, long? Begun)> OnboardingsFor(string? agent, bool over, OnboardingStart? start, bool begin, HttpContext context);
public delegate Task<Seen<OnboardingView>> OnboardingFor(long id, OnboardingHappening? ask, HttpContext context);
public delegate Task<(Seen<OnboardingPlanView> Seen, string? Kept)> OnboardingPlanFor(string plan, OnboardingPlanAsk? ask, HttpContext context);
