using Heng.Engine.Statistics;

namespace Heng.Engine.Live.Warnings;

/// <summary>How quickly somebody handled warnings of a kind: seconds from raised to taken, and to solved. Who solves what nobody took takes it then.</summary>
public sealed record WarningSpeed(string Who, WarningKind Kind, Waits Taking, Waits Solving)
{
    /// <summary>Of fewer a median says little.</summary>
    public const int Few = 5;

    public bool IsFew => Taking.Count < Few;

    public static IReadOnlyList<WarningSpeed> Of(IEnumerable<WarningState> states) =>
    [
        .. states.Select(s => (State: s, By: s.Take ?? (s.Over is { What: WarningEvent.Solved } over ? over : null))).Where(s => s.By is not null)
            .GroupBy(s => (s.By!.Who, s.State.Raised.Kind)).OrderBy(g => g.Key.Who, StringComparer.Ordinal).ThenBy(g => g.Key.Kind)
            .Select(g => new WarningSpeed(g.Key.Who, g.Key.Kind, Sum(g.Select(s => (long?)s.By!.At.SecondsSince(s.State.At))), Sum(g.Select(s => s.State.SecondsToSolve)))),
    ];

    private static Waits Sum(IEnumerable<long?> seconds)
    {
        var waits = new Waits();
        foreach (var one in seconds.OfType<long>()) waits.Add((int)Math.Min(one, int.MaxValue));
        return waits;
    }
}
