using Heng.Engine.Records;

namespace Heng.Engine.Quality.Examples;

/// <summary>What happens to a good example. Stored by number: append, never renumber.</summary>
public enum ExampleEvent : byte { Proposed, Consented, Declined, Withdrawn, TakenBack }

/// <summary>Proposed: only who proposed it and whose it is know of it. Shared: everybody may read it. Over: nobody.</summary>
public enum ExampleStage : byte { Proposed, Shared, Over }

public enum ExampleRefusal { RoleMayNot, NotTheirs, OwnReception, ReceptionMissing, AlreadyProposed, TitleMissing, CategoryMissing, NeedsReason, WordsTooLong, StretchEmpty, NotOpen }

/// <summary>A step of a good example (优秀案例). Of the proposal: which reception, or which stretch of it by the times of its first and last message, both included; what is good about it, in Words.</summary>
public sealed record ExampleHappening(ExampleEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Reception { get; init; }
    public string? Title { get; init; }
    public string? Category { get; init; }
    public string? Words { get; init; }
    public Instant? First { get; init; }
    public Instant? Last { get; init; }
}

/// <summary>The next step, or why there is none.</summary>
public sealed record ExampleStep(ExampleHappening? Happens, ExampleRefusal? Refused)
{
    public static ExampleStep No(ExampleRefusal why) => new(null, why);
}

/// <summary>
/// A reception that shows how it is done (优秀案例). It is the agent's: without their consent nobody but who proposed it knows of it, and a consent may be withdrawn at any time, after which
/// it is gone for everybody.
/// </summary>
public sealed record GoodExample(string Agent, IReadOnlyList<ExampleHappening> Happened)
{
    public const int LongestTitle = 60, LongestCategory = 20, LongestWords = 500;

    public ExampleHappening Proposed => Happened[0];
    public ExampleStage Stage => Happened[^1].What switch { ExampleEvent.Proposed => ExampleStage.Proposed, ExampleEvent.Consented => ExampleStage.Shared, _ => ExampleStage.Over };

    /// <summary>Who may read the chat: everybody once it is shared; before that the two it is between, and of what is over nobody.</summary>
    public bool ShownTo(string name) => Stage == ExampleStage.Shared || Stage == ExampleStage.Proposed && (name == Agent || name == Proposed.Who);

    public static ExampleStep Propose(string agent, ExampleHappening proposed) => proposed switch
    {
        _ when proposed.Who == agent => ExampleStep.No(ExampleRefusal.OwnReception),
        { Title: null or { Length: 0 or > LongestTitle } } => ExampleStep.No(ExampleRefusal.TitleMissing),
        { Category: null or { Length: 0 or > LongestCategory } } => ExampleStep.No(ExampleRefusal.CategoryMissing),
        { Words: null or { Length: 0 } } => ExampleStep.No(ExampleRefusal.NeedsReason),
        { Words.Length: > LongestWords } => ExampleStep.No(ExampleRefusal.WordsTooLong),
        { First: { } first, Last: { } last } when last < first => ExampleStep.No(ExampleRefusal.StretchEmpty),
        _ => new(proposed, null),
    };

    /// <summary>The agent's answer, and their withdrawing; nobody else's.</summary>
    public ExampleStep Answer(ExampleEvent what, string who, Instant at) => who != Agent ? ExampleStep.No(ExampleRefusal.NotTheirs) : (what, Stage) switch
    {
        (ExampleEvent.Consented or ExampleEvent.Declined, ExampleStage.Proposed) or (ExampleEvent.Withdrawn, ExampleStage.Shared) => new(new(what, who, at, ""), null),
        _ => ExampleStep.No(ExampleRefusal.NotOpen),
    };

    /// <summary>Who proposed it, or answers for all, takes it out again.</summary>
    public ExampleStep TakeBack(string who, bool answersForAll, Instant at) => Stage == ExampleStage.Over ? ExampleStep.No(ExampleRefusal.NotOpen)
        : who == Proposed.Who || answersForAll && Stage == ExampleStage.Shared ? new(new(ExampleEvent.TakenBack, who, at, ""), null) : ExampleStep.No(ExampleRefusal.NotTheirs);
}
