namespace Heng.Engine.Growth;

/// <summary>Who is to be told of a step today: the doer before it is due, and once it is late also who leads.</summary>
public static class StepReminders
{
    public const int DaysBefore = 2;

    /// <summary>The open steps due within two days, and those past their day. Each is told once for each day that it is due on, which a move makes anew.</summary>
    public static IEnumerable<(StandingStep Step, bool Late)> Of(ImprovementState state, DateOnly today) => state.Stage != ImprovementStage.Running ? []
        : state.Steps.Where(s => s.Done is null && s.By.DayNumber - today.DayNumber <= DaysBefore).Select(s => (s, s.By < today));
}
