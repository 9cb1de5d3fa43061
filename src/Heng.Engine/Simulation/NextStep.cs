using Heng.Engine.Explanation;

namespace Heng.Engine.Simulation;

/// <summary>Why nothing is said of a next step: there is no number, nothing says which side is better, it is a matter of places among colleagues or of people's judgement, the month is
/// in stretches, or nothing more is to be had.</summary>
public enum NoStep : byte { NoData, NoSide, Compared, ByPeople, Stretches, Nothing }

/// <summary>So many more of what is counted in the upper half of a ratio, its lower half as it is.</summary>
public sealed record CountedStep(Wording What, int More);

/// <summary>
/// The nearest next step (下一步) of a number: the least better value at which the whole scheme pays at least a yuan more, all other numbers as they are; where no value does, less than a
/// yuan, and then more points. Pay is before insurance and tax, and without awards by rank. Without says why there is none.
/// </summary>
public sealed record NextStep(string Asked, Wording Name, Unit Unit, decimal? Now)
{
    /// <summary>What goes by the number: items of the card and lines of the payslip.</summary>
    public IReadOnlyList<Wording> Feeds { get; init; } = [];
    public decimal? To { get; init; }
    public CountedStep? Counted { get; init; }
    /// <summary>What more it pays; null where nobody is paid by it.</summary>
    public decimal? Pay { get; init; }
    /// <summary>What it adds to the score; null without a score.</summary>
    public decimal? Score { get; init; }
    public NoStep? Without { get; init; }
}

/// <summary>The next steps of somebody's month, and what of their pay hangs on others: places among colleagues, the shop's number behind a pool; and what is taken off it in the end.</summary>
public sealed record StepsSoFar(IReadOnlyList<NextStep> Steps, bool ByPlace, bool ByPool, bool TakenOff)
{
    public static readonly StepsSoFar None = new([], false, false, false);
}
