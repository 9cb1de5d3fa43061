using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>One thing that happens to an appeal, as it is kept. Stored by number: append, never renumber.</summary>
public enum AppealEvent : byte { Raised, Accepted, Refused, Escalated }

/// <summary>Where an appeal stands: it waits for its first answer; it was refused and may be escalated; it waits for the second; it is decided.</summary>
public enum AppealStage { Raised, Answered, Escalated, Final }

/// <summary>What happened, who did it, when and why.</summary>
public sealed record AppealHappening(AppealEvent What, string Who, Instant At, string Why);

/// <summary>An appeal (申诉) as its events leave it. By is the employee whose it is.</summary>
public sealed record AppealState(string By, IReadOnlyList<AppealHappening> Happened)
{
    public AppealStage Stage => Happened[^1].What switch
    {
        AppealEvent.Raised => AppealStage.Raised,
        AppealEvent.Escalated => AppealStage.Escalated,
        AppealEvent.Accepted => AppealStage.Final,
        _ => Escalated ? AppealStage.Final : AppealStage.Answered,
    };

    /// <summary>It waits for somebody's answer.</summary>
    public bool IsOpen => Stage is AppealStage.Raised or AppealStage.Escalated;
    public bool Escalated => Happened.Any(h => h.What == AppealEvent.Escalated);
    public bool Accepted => Happened[^1].What == AppealEvent.Accepted;

    /// <summary>The answers so far, at most two.</summary>
    public IEnumerable<AppealHappening> Answers => Happened.Where(h => h.What is AppealEvent.Accepted or AppealEvent.Refused);
}

/// <summary>Days within which something may be asked: the day that is counted from is none of them, the last is still in time.</summary>
public sealed record AppealWindow(int Days)
{
    public DateOnly LastDay(DateOnly from) => from.AddDays(Days);

    /// <summary>What nobody could see yet has no end.</summary>
    public bool IsOver(DateOnly? from, DateOnly today) => from is { } day && today > LastDay(day);
}
