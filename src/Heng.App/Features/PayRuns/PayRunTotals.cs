using Heng.App.Features.Months;
using Heng.App.Features.Pay.Tables;
using Heng.App.Features.Pay.Workbooks;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.PayRuns;

/// <summary>Somebody whose pay moved by more than the share, and what each cause moved it by; no causes where one of the months paid them nothing.</summary>
public sealed record RunMover(RunPart Person, IReadOnlyList<(ChangeCause Cause, decimal Amount)> Causes);

/// <summary>A month's run beside the month before, from payslips as they stand: sealed where they are sealed.</summary>
public sealed record PayRunTotals(RunTotals Totals, IReadOnlyList<RunMover> Movers)
{
    /// <summary>From which share on a person's pay is pointed out, where nobody says another.</summary>
    public const decimal UsualShare = 0.2m;

    public static PayRunTotals Of(KeptMonth now, KeptMonth before, decimal? budget, decimal share, Database database)
    {
        var totals = RunTotals.Of(SlipsOf(now), SlipsOf(before) is { Count: > 0 } earlier ? earlier : null, budget);
        if (totals.All.Before is null) return new(totals, []);
        var moved = totals.People.Where(p => p.Stands(share)).OrderByDescending(p => Math.Abs((p.Now ?? 0m) - (p.Before ?? 0m))).ThenBy(p => p.Id, StringComparer.Ordinal);
        return new(totals, [.. moved.Select(p => new RunMover(p, p.Moved is null ? [] : CausesOf(now.StepsFrom(before, database).Pay(p.Id))))]);
    }

    private static IReadOnlyList<(ChangeCause, decimal)> CausesOf(Change? change) =>
        change is null ? [] : [.. change.Causes.Select(c => (c, change.MovedBy(c))).Where(c => c.Item2 != 0m)];

    private static List<RunSlip> SlipsOf(KeptMonth month)
    {
        var names = month.Book.Files.Where(f => f.Pay is not null).SelectMany(f => f.Pay!.Components).DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, c => c.Label, StringComparer.Ordinal);
        return [.. SlipContent.All(month, _ => true).Select(s => new RunSlip(s.Agent, s.Group, [.. s.Lines.Select(l => (Id: PayTableRow.ComponentOf(l.Id), Line: l)).Select(l => (l.Id, Of(l.Id, l.Line), l.Line.Amount))]) { Alone = month.Book.Alone.ContainsKey(s.Agent) })];
        Wording Of(string component, SlipLine line) => names.TryGetValue(component, out var label) ? label : line.Label;
    }
}
