using Heng.Engine.Explanation;

namespace Heng.Engine.Closing;

/// <summary>A payslip as a run adds it up: whose, of which group, and what each component came to. Net is their sum.</summary>
public sealed record RunSlip(string Agent, string Group, IReadOnlyList<(string Component, Wording Name, decimal Amount)> Parts)
{
    public decimal Net => Parts.Sum(p => p.Amount);
    /// <summary>Whether it was sealed and paid by itself, before the run.</summary>
    public bool Alone { get; init; }
}

/// <summary>A sum beside that of the month before, in yuan; null where that month or this one has none.</summary>
public sealed record RunPart(string Id, Wording Name, decimal? Now, decimal? Before)
{
    /// <summary>Only of two sums: what was not there is no 0 to compare with.</summary>
    public decimal? Moved => Now - Before;
    /// <summary>Of the sum before; null without one, and where it was nothing.</summary>
    public decimal? Share => Before is { } was and not 0m ? Moved / Math.Abs(was) : null;

    /// <summary>Whether it moved by more than the share (exactly the share is not more), or came or went altogether.</summary>
    public bool Stands(decimal share) => Now is null || Before is null || (Share is { } moved ? Math.Abs(moved) > share : Moved != 0m);
}

/// <summary>
/// A month's run beside the month before (环比): everybody, each group and each component. Each of the three adds up to the same net. Without a month before every
/// sum stands alone, and nobody is told to have moved.
/// </summary>
public sealed record RunTotals(RunPart All, IReadOnlyList<RunPart> People, IReadOnlyList<RunPart> Groups, IReadOnlyList<RunPart> Components, decimal? Budget)
{
    /// <summary>Positive is over the budget.</summary>
    public decimal? OverBudget => All.Now - Budget;

    /// <summary>How many were paid alone, and with what; the net holds them too.</summary>
    public int PeopleAlone { get; init; }
    public decimal? PaidAlone { get; init; }
    /// <summary>What the run pays out: whose pay is below 0 gets nothing.</summary>
    public decimal? WithTheRun { get; init; }
    /// <summary>Those whose pay is below 0, and what they come to together.</summary>
    public int PeopleBelow { get; init; }
    public decimal BelowZero { get; init; }

    public static RunTotals Of(IReadOnlyList<RunSlip> now, IReadOnlyList<RunSlip>? before, decimal? budget)
    {
        static Wording Same(string name) => new(name, name);
        RunPart[] By(Func<RunSlip, IEnumerable<(string Id, Wording Name, decimal Amount)>> parts)
        {
            var (sums, earlier) = (Sums(now, parts), Sums(before ?? [], parts));
            return [.. sums.Keys.Union(earlier.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new RunPart(id, (sums.TryGetValue(id, out var own) ? own : earlier[id]).Name, sums.TryGetValue(id, out var n) ? n.Sum : null, earlier.TryGetValue(id, out var b) ? b.Sum : null))];
        }
        var (alone, below) = (now.Where(s => s.Alone).ToArray(), now.Where(s => !s.Alone && s.Net < 0m).ToArray());
        return new(new("all", new("合计", "All"), Net(now), Net(before)),
            By(s => [(s.Agent, Same(s.Agent), s.Net)]), By(s => [(s.Group, Same(s.Group), s.Net)]), By(s => s.Parts), budget) { PeopleAlone = alone.Length, PaidAlone = Net(alone), PeopleBelow = below.Length, BelowZero = below.Sum(s => s.Net), WithTheRun = Net(now) - (Net(alone) ?? 0m) - below.Sum(s => s.Net) };
    }

    /// <summary>A month that pays nobody has no sum; that is not 0.</summary>
    private static decimal? Net(IReadOnlyList<RunSlip>? slips) => slips is { Count: > 0 } ? slips.Sum(s => s.Net) : null;

    private static Dictionary<string, (Wording Name, decimal Sum)> Sums(IReadOnlyList<RunSlip> slips, Func<RunSlip, IEnumerable<(string Id, Wording Name, decimal Amount)>> parts) =>
        slips.SelectMany(parts).GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.First().Name, g.Sum(p => p.Amount)), StringComparer.Ordinal);
}
