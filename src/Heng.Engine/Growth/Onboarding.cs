using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>One thing that happens to a new hire's training. Stored by number: append, never renumber.</summary>
public enum OnboardingEvent : byte { Started, Ticked, MentorChanged, Ended, Extended, Waived }

/// <summary>What came of it. Stored by number.</summary>
public enum OnboardingResult : byte { Passed, NotPassed }

/// <summary>A step of a plan for new hires: on which day of the job it is due (the first is 1), and whether it is the trainee's or the mentor's to do. Page is one of Heng's own, such as /growth/exams.</summary>
public sealed record OnboardingStep(int Day, Wording Name, bool ByTrainee, string? Page = null);

/// <summary>A plan for new hires (新人带教计划), by day.</summary>
public sealed record OnboardingPlan(Wording Title, IReadOnlyList<OnboardingStep> Steps);

/// <summary>
/// What happened. The start says who, from which day, in which group, by which plan as it stood then, and who the mentor is. Notes are for those concerned and stay out of Why,
/// which the chain of decisions shows.
/// </summary>
public sealed record OnboardingHappening(OnboardingEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Trainee { get; init; }
    public string? Group { get; init; }
    public string? Mentor { get; init; }
    public DateOnly? From { get; init; }
    public OnboardingPlan? Plan { get; init; }
    public int? Step { get; init; }
    /// <summary>To which day it is extended.</summary>
    public DateOnly? Until { get; init; }
    public OnboardingResult? Result { get; init; }
    public string? Note { get; init; }
}

/// <summary>Ready: no step is open, and the result is waited for.</summary>
public enum OnboardingStage { Running, Ready, Ended }

/// <summary>A step as it stands: when each of the two ticked it, or that it was waived.</summary>
public sealed record TickedStep(int At, OnboardingStep Step, DateOnly Due, Instant? Mentor, Instant? Trainee, bool Waived)
{
    public bool IsSettled => Waived || Mentor is not null && Trainee is not null;
    public bool IsLate(DateOnly today) => !IsSettled && Due < today;
}

/// <summary>A new hire's training (新人带教) as its events leave it.</summary>
public sealed record OnboardingState(IReadOnlyList<OnboardingHappening> Happened)
{
    public OnboardingHappening Start => Happened[0];
    public string Trainee => Start.Trainee!;
    public string Mentor => Happened.Last(h => h.Mentor is not null).Mentor!;
    public OnboardingHappening? End => Happened[^1].What == OnboardingEvent.Ended ? Happened[^1] : null;

    public IReadOnlyList<TickedStep> Steps => [.. Start.Plan!.Steps.Select((step, i) => StepIn(step, i, Happened.Count))];

    /// <summary>When the result is due: the last step's day, or the one that it was extended to.</summary>
    public DateOnly LastDay => Steps.Select(s => s.Due).Concat(Happened.Select(h => h.Until).OfType<DateOnly>()).Max();

    public OnboardingStage Stage => End is not null ? OnboardingStage.Ended : Steps.All(s => s.IsSettled) ? OnboardingStage.Ready : OnboardingStage.Running;

    public IEnumerable<TickedStep> Late(DateOnly today) => Stage == OnboardingStage.Running ? Steps.Where(s => s.IsLate(today)) : [];

    /// <summary>Who ticks as a mentor is the mentor of that time: a tick stays when the mentor changes.</summary>
    private TickedStep StepIn(OnboardingStep step, int at, int upTo)
    {
        var of = Happened.Take(upTo).Where(h => h.Step == at).ToArray();
        var ticks = of.Where(h => h.What == OnboardingEvent.Ticked).ToArray();
        return new(at, step, DueOf(step, at, upTo), ticks.FirstOrDefault(t => t.Who != Trainee)?.At, ticks.FirstOrDefault(t => t.Who == Trainee)?.At, of.Any(h => h.What == OnboardingEvent.Waived));
    }

    /// <summary>An extension moves what was open then to its day; what was settled before keeps its own.</summary>
    private DateOnly DueOf(OnboardingStep step, int at, int upTo)
    {
        for (var i = upTo - 1; i > 0; i--)
            if (Happened[i] is { What: OnboardingEvent.Extended, Until: { } until } && !StepIn(step, at, i).IsSettled) return until;
        return Start.From!.Value.AddDays(step.Day - 1);
    }
}

/// <summary>A shop's own plan as it was kept; each text is a version.</summary>
public sealed record OnboardingPlanKept(string Who, Instant At, string Yaml, string Why = "") : MatterStep(Who, At, Why);
