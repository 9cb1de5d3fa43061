namespace Heng.Engine.Appraisal;

/// <summary>Who is reminded of what today (催办). Late: how many days past the last day; 0 or less is in time.</summary>
public sealed record Reminder(ToDo Part, string? To, DateOnly LastDay, int Late);

/// <summary>When people are reminded: so many days before the last day, on it, and then every so many days while it is late.</summary>
public sealed record ReminderSettings(int DaysBefore = 2, int EveryDaysLate = 1)
{
    public bool Reminds(DateOnly lastDay, DateOnly today) => (today.DayNumber - lastDay.DayNumber) switch
    {
        0 => true,
        < 0 and var before => -before == DaysBefore,
        var late => EveryDaysLate > 0 && late % EveryDaysLate == 0,
    };
}

public static class Reminders
{
    /// <summary>Of a stage without a last day nobody is reminded.</summary>
    public static IReadOnlyList<Reminder> Of(AppraisalState state, IReadOnlyList<Appraisee> people, DateOnly? lastDay, DateOnly today, ReminderSettings settings) =>
        lastDay is { } last && settings.Reminds(last, today)
            ? [.. state.Waiting(people).Where(a => !state.Objections.Contains(a)).Select(a => new Reminder(a, state.DoerOf(a), last, today.DayNumber - last.DayNumber))]
            : [];
}
