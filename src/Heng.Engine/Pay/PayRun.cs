using Heng.Engine.Explanation;
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

    /// <summary>One person's payslip before the month has ended (单独发薪): lines that go by the whole shop or by places pay 0 and say that the rest follows. Null for who is not among them.</summary>
    public static Payslip? Alone(PayScheme scheme, Month month, IReadOnlyList<Payee> payees, string agent)
    {
        Payee[] own = [.. payees.Select(p => Of(scheme, month, p))];
        return own.FirstOrDefault(p => p.Agent == agent) is { } payee ? Slip(scheme, payee with { Contest = new(own) }, alone: true) : null;
    }

    /// <summary>How the scheme's pools were divided over the same people.</summary>
    public static IReadOnlyList<PoolDivision> Pools(PayScheme scheme, Month month, IReadOnlyList<Payee> payees) =>
        [.. scheme.Components.OfType<Pool>().Select(pool => PoolDivision.Of(pool, [.. payees.Select(p => Of(scheme, month, p))]))];

    private static Payee Of(PayScheme scheme, Month month, Payee payee) => OfMonth(month, payee) with { Moves = [.. payee.Moves.Where(m => m.Scheme == scheme.Id)] };

    private static Payslip Slip(PayScheme scheme, Payee payee, bool alone = false)
    {
        var lines = new List<PayLine>();
        foreach (var component in scheme.Components)
        {
            var own = component.Lines(component.ReadsLines ? payee with { Above = [.. lines] } : payee);
            lines.AddRange(alone && component.WaitsForMonth ? own.Select(Waiting) : own);
        }
        if (lines.Count > 0) lines[0] = lines[0] with { Notes = [.. lines[0].Notes, .. payee.Caveats] };
        return new(payee.Agent, scheme.Id, lines.Sum(l => l.Amount), lines);
    }

    private static PayLine Waiting(PayLine line) => PayLine.Of(line.Id, line.Label, Explained.Leaf("amount", line.Label, 0m, Unit.Yuan),
        [new("要等月底全店的数字才能算，这里先不发；以后作为差额补发", "known only with the whole shop's month: nothing is paid of it here, it follows as a difference")]) with { Kind = line.Kind };

    /// <summary>Another month's attendance or adjustment, or another person's, is not this payslip's.</summary>
    internal static Payee OfMonth(Month month, Payee payee) => payee with
    {
        Month = month,
        Attendance = payee.Attendance is { } a && a.Month == month && a.Agent == payee.Agent ? a : null,
        Adjustments = [.. payee.Adjustments.Where(a => a.Month == month && a.Agent == payee.Agent)],
    };
}
