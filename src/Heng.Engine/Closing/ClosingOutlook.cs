using Heng.Engine.Records;

namespace Heng.Engine.Closing;

/// <summary>What one person's pay took up of a closed month, in yuan: below 0 where too much had been paid.</summary>
public readonly record struct PaidDifference(Month Of, string Agent, decimal Yuan);

/// <summary>What came after a month was closed: the net of all, how much moved in either direction, and for how many people.</summary>
public sealed record MonthDifference(Month Month, decimal Net, decimal Moved, int People);

/// <summary>
/// What closing before maturity may leave to be settled (预计差额). Resting: the sum, in yuan and without signs, of the pay lines that can still move, of Total; how much of it will move
/// nobody knows. Before: what came after the last months that were closed so. Source: the sealed payslips and the difference lines of later months.
/// </summary>
public sealed record ClosingOutlook(decimal Resting, decimal Total, int Lines, IReadOnlyList<MonthDifference> Before)
{
    /// <summary>So many months are looked back on.</summary>
    public const int Most = 6;

    /// <summary>What moved after such a month on average, to the fen; null where none was closed so.</summary>
    public decimal? Expected => Before.Count == 0 ? null : Math.Round(Before.Sum(m => m.Moved) / Before.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>The most that moved after one of them.</summary>
    public decimal? Worst => Before.Count == 0 ? null : Before.Max(m => m.Moved);

    /// <param name="lines">Every pay line of the month: its amount, and whether it can still move.</param>
    /// <param name="provisional">The months that were closed before they were mature, in any order; one that nothing came after has a difference of 0.</param>
    public static ClosingOutlook Of(IReadOnlyCollection<(decimal Yuan, bool Moves)> lines, IEnumerable<Month> provisional, IReadOnlyCollection<PaidDifference> differences) => new(
        lines.Where(l => l.Moves).Sum(l => Math.Abs(l.Yuan)), lines.Sum(l => Math.Abs(l.Yuan)), lines.Count(l => l.Moves),
        [.. provisional.OrderDescending().Take(Most).Select(m => After(m, [.. differences.Where(d => d.Of == m)]))]);

    private static MonthDifference After(Month month, PaidDifference[] of)
    {
        // One person's lines are one difference: what one line gives and another takes is not paid twice over.
        decimal[] people = [.. of.GroupBy(d => d.Agent, StringComparer.Ordinal).Select(g => g.Sum(d => d.Yuan)).Where(y => y != 0)];
        return new(month, people.Sum(), people.Sum(Math.Abs), people.Length);
    }
}
