namespace Heng.Engine.Growth;

/// <summary>Who is to be told of a step of a new hire's training today: those who have not ticked it, before it is due and once it is late.</summary>
public static class OnboardingReminders
{
    public const int DaysBefore = 1;

    /// <summary>Each is told once for each day that the step is due on, which an extension makes anew.</summary>
    public static IEnumerable<(TickedStep Step, bool Late, IReadOnlyList<string> To)> Of(OnboardingState state, DateOnly today) => state.Stage != OnboardingStage.Running ? []
        : state.Steps.Where(s => !s.IsSettled && s.Due.DayNumber - today.DayNumber <= DaysBefore)
            .Select(s => (s, s.IsLate(today), (IReadOnlyList<string>)[.. s.Trainee is null ? new[] { state.Trainee } : [], .. s.Mentor is null ? new[] { state.Mentor } : []]));
}
