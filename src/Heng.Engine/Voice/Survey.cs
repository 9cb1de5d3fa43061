using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>One thing that happens to a survey, as it is kept; that somebody answered is none of them. Stored by number: append, never renumber.</summary>
public enum SurveyEvent : byte { Opened, Closed }

/// <summary>What happened to a survey. Where it was opened: the text of its form as it stood, that form's version, the days, the groups asked (empty: all) and the least number of answers that is shown.</summary>
public sealed record SurveyHappening(SurveyEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Form { get; init; }
    public int? Version { get; init; }
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
    public IReadOnlyList<string>? Groups { get; init; }
    public int? Least { get; init; }
}

/// <summary>Why something about a survey is not allowed. Worded at the edge in both languages.</summary>
public enum SurveyRefusal
{
    RoleMayNot, NoSuchForm, DaysUnclear, WindowTooLong, NoSuchGroup, LeastTooSmall, OpenAlready, NotOpen, AlreadyClosed, NeedsReason, NotAsked, AlreadyAnswered, Incomplete, OffTheScale, LineTooLong, NobodyLeft,
}

/// <summary>A survey (员工调查) as its events leave it.</summary>
public sealed record SurveyState(IReadOnlyList<SurveyHappening> Happened)
{
    /// <summary>So many answers at least are shown together (人数门槛); a shop may ask for more, never for fewer than <see cref="Fewest"/>.</summary>
    public const int Usual = 5, Fewest = 3, LongestDays = 62, LongestLine = 200;

    public SurveyHappening Opened => Happened[0];
    public SurveyHappening? ClosedEarly => Happened.FirstOrDefault(h => h.What == SurveyEvent.Closed);
    public DateOnly First => Opened.First!.Value;
    public DateOnly Last => Opened.Last!.Value;

    /// <summary>Its last day, or the day it was closed on before.</summary>
    public DateOnly Ended(ShopClock clock) => ClosedEarly is { } closed ? clock.DayOf(closed.At) : Last;

    public int Least => Opened.Least!.Value;

    public bool IsOpen(DateOnly today) => ClosedEarly is null && today >= First && today <= Last;

    /// <summary>Nobody answers any more; only now results are shown, so that none is what one more answer made of it.</summary>
    public bool IsOver(DateOnly today) => ClosedEarly is not null || today > Last;

    public bool Asks(string? group) => group is not null && (Opened.Groups is not { Count: > 0 } groups || groups.Contains(group, StringComparer.Ordinal));
}

/// <summary>What is asked for a new survey.</summary>
public sealed record OpenSurvey(VoiceActor By, string? Form, int Version, DateOnly? First, DateOnly? Last, IReadOnlyList<string> Groups, int Least);

/// <summary>One person's answer: a step of the scale for every question, and perhaps a line.</summary>
public sealed record SurveyAnswerGiven(IReadOnlyDictionary<string, int> Steps, string? Line);

/// <summary>HR or the manager opens a survey and may close it before its last day; everybody asked answers once.</summary>
public static class SurveyCycle
{
    public static (SurveyHappening? Happens, SurveyRefusal? Refused) Open(OpenSurvey open, bool sameFormOpen, IReadOnlyCollection<string> groups, DateOnly today, Instant now)
    {
        if (!open.By.Decides) return (null, SurveyRefusal.RoleMayNot);
        if (open.Form is null) return (null, SurveyRefusal.NoSuchForm);
        if (open.First is not { } first || open.Last is not { } last || first > last || last < today || first < today) return (null, SurveyRefusal.DaysUnclear);
        if (last.DayNumber - first.DayNumber >= SurveyState.LongestDays || first.DayNumber - today.DayNumber > 366) return (null, SurveyRefusal.WindowTooLong);
        if (open.Groups.Any(g => !groups.Contains(g))) return (null, SurveyRefusal.NoSuchGroup);
        if (open.Least is < SurveyState.Fewest or > 1000) return (null, SurveyRefusal.LeastTooSmall);
        if (sameFormOpen) return (null, SurveyRefusal.OpenAlready);
        return (new(SurveyEvent.Opened, open.By.Name, now) { Form = open.Form, Version = open.Version, First = first, Last = last, Groups = open.Groups, Least = open.Least }, null);
    }

    public static (SurveyHappening? Happens, SurveyRefusal? Refused) Close(SurveyState state, VoiceActor by, string why, DateOnly today, Instant now) =>
        !by.Decides ? (null, SurveyRefusal.RoleMayNot)
        : state.IsOver(today) ? (null, SurveyRefusal.AlreadyClosed)
        : string.IsNullOrWhiteSpace(why) ? (null, SurveyRefusal.NeedsReason)
        : (new(SurveyEvent.Closed, by.Name, now, why.Trim()), null);

    /// <summary>Why somebody may not answer; null where they may.</summary>
    public static SurveyRefusal? MayAnswer(SurveyState state, string? group, bool answered, DateOnly today) =>
        !state.IsOpen(today) ? SurveyRefusal.NotOpen : !state.Asks(group) ? SurveyRefusal.NotAsked : answered ? SurveyRefusal.AlreadyAnswered : null;

    public static SurveyRefusal? Fault(SurveyForm form, SurveyAnswerGiven answer) =>
        form.Questions.Any(q => !answer.Steps.ContainsKey(q.Id)) ? SurveyRefusal.Incomplete
        : answer.Steps.Count != form.Questions.Count || answer.Steps.Values.Any(s => s is < 1 or > SurveyForm.Steps) ? SurveyRefusal.OffTheScale
        : answer.Line?.Length > SurveyState.LongestLine ? SurveyRefusal.LineTooLong : null;
}
