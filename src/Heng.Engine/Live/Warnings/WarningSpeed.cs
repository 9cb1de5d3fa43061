using Heng.Engine.Statistics;

namespace Heng.Engine.Live.Warnings;

/// <summary>How quickly somebody handled warnings of a kind: seconds from raised to taken, and to solved. Who takes and who solves may be two. Who solves what nobody took takes it then.</summary>
public sealed record WarningSpeed(string Who, WarningKind Kind, Waits Taking, Waits Solving)
{
    /// <summary>Of fewer a median says little.</summary>
    public const int Few = 5;

    public bool IsFew => FewOf(Taking) || FewOf(Solving);

    public static bool FewOf(Waits waits) => waits.Count is > 0 and < Few;

    public static IReadOnlyList<WarningSpeed> Of(IEnumerable<WarningState> states) =>
    [
        .. states.SelectMany(Done).GroupBy(d => (d.Who, d.Kind)).OrderBy(g => g.Key.Who, StringComparer.Ordinal).ThenBy(g => g.Key.Kind)
            .Select(g => new WarningSpeed(g.Key.Who, g.Key.Kind, Sum(g.Select(d => d.Take)), Sum(g.Select(d => d.Solve)))),
    ];

    public static Waits Together(IEnumerable<Waits> all) => all.Aggregate(new Waits(), (sum, one) => sum.Add(one));

    private static IEnumerable<(string Who, WarningKind Kind, long? Take, long? Solve)> Done(WarningState state)
    {
        var solved = state.Over is { What: WarningEvent.Solved } over ? over : null;
        if ((state.Take ?? solved) is { } taken) yield return (taken.Who, state.Raised.Kind, taken.At.SecondsSince(state.At), null);
        if (solved is not null) yield return (solved.Who, state.Raised.Kind, null, state.SecondsToSolve);
    }

    private static Waits Sum(IEnumerable<long?> seconds)
    {
        var waits = new Waits();
        foreach (var one in seconds.OfType<long>()) waits.Add((int)Math.Min(one, int.MaxValue));
        return waits;
    }
}
