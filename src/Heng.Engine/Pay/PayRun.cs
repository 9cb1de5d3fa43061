using Heng.Engine.Records;

namespace Heng.Engine.Pay;

/// <summary>A scheme applied to everyone it pays. Payslips come ordered by name; the order of payees and of adjustments changes nothing.</summary>
public static class PayRun
{
    public static IReadOnlyList<Payslip> Compute(PayScheme scheme, Month month, IReadOnlyList<Payee> payees)
    {
        Payee[] own = [.. payees.OrderBy(p => p.Agent, StringComparer.Ordinal).Select(p => Of(scheme, month, p))];
        var contest = new Contest(own);
        return [.. own.Select(p => Slip(scheme, p with { Contest = contest }))];
    }

    /// <summary>How the scheme's pools were divided over the same people.</summary>
    public static IReadOnlyList<PoolDivision> Pools(PayScheme scheme, Month month, IReadOnlyList<Payee> payees) =>
        [.. scheme.Components.OfType<Pool>().Select(pool => PoolDivision.Of(pool, [.. payees.Select(p => Of(scheme, month, p))]))];

    private static Payee Of(PayScheme scheme, Month month, Payee payee) => OfMonth(month, payee) with { Moves = [.. payee.Moves.Where(m => m.Scheme == scheme.Id)] };

    private static Payslip Slip(PayScheme scheme, Payee payee)
    {
        var lines = new List<PayLine>();
        foreach (var component in scheme.Components) lines.AddRange(component.Lines(component.ReadsLines ? payee with { Above = [.. lines] } : payee));
        if (lines.Count > 0) lines[0] = lines[0] with { Notes = [.. lines[0].Notes, .. payee.Caveats] };
        return new(payee.Agent, scheme.Id, lines.Sum(l => l.Amount), lines);
    }

    /// <summary>Another month's attendance or adjustment, or another person's, is not this payslip's.</summary>
    internal static Payee OfMonth(Month month, Payee payee) => payee with
    {
        Month = month,
        Attendance = payee.Attendance is { } a && a.Month == month && a.Agent == payee.Agent ? a : null,
        Adjustments = [.. payee.Adjustments.Where(a => a.Month == month && a.Agent == payee.Agent)],
    };
}
