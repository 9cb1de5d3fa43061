using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay.Late;

/// <summary>
/// What arrived after a month was closed, as lines of the first open month after it (差额). A line is what the closed month's line comes to now − what was sealed −
/// what later closed months already settled of it. So every yuan is paid once: all that is sealed and these lines together are what the records come to now.
/// </summary>
public static class Differences
{
    /// <param name="closed">The closed months that the open one settles, in their order.</param>
    /// <param name="net">What the open month itself pays.</param>
    /// <param name="least">What is to be left of it: the minimum wage for the part of the month that was worked; 0 where none is known.</param>
    public static IReadOnlyList<PayLine> Of(IReadOnlyList<ClosedPay> closed, decimal net, decimal least = 0m)
    {
        PayLine[] late = [.. closed.SelectMany(LinesOf), .. closed.SelectMany(Brought)];
        return Forward(late, net, least) is { } forward ? [.. late, forward] : late;
    }

    private static IEnumerable<PayLine> LinesOf(ClosedPay pay)
    {
        if (pay.Now is not { } now) yield break;
        var (then, since) = (Base(pay.Then), Since(pay));
        foreach (var line in now.Select(l => l.Id).Concat(then.Select(l => l.Line)).Concat(since.Select(s => s.Line.Line)).Distinct(StringComparer.Ordinal))
        {
            var (at, was) = (now.FirstOrDefault(l => l.Id == line), then.FirstOrDefault(l => l.Line == line));
            SealedSince[] paid = [.. since.Where(s => s.Line.Line == line)];
            if ((at?.Amount ?? 0m) - (was?.Amount ?? 0m) - paid.Sum(p => p.Amount) == 0m) continue;
            yield return Settling(pay.Month, line, at, was, paid);
        }
    }

    private static PayLine Settling(Month month, string line, PayLine? at, SealedAmount? was, IReadOnlyList<SealedSince> paid)
    {
        var own = at?.Label ?? was?.Label;
        var label = own is { } of ? new Wording($"{month} 差额：{of.Zh}", $"Difference of {month}: {of.En}") : paid[0].Label;
        var now = at is { } stands ? stands.Explanation with { Id = "now", Label = new("现为", "now") }
            : Explained.Leaf("now", new("现为", "now"), 0m, Unit.Yuan) with { Note = new("现在没有这一项", "there is no such line now") };
        var then = Explained.Leaf("sealed", new("结账时", "as closed"), was?.Amount ?? 0m, Unit.Yuan);
        var settled = paid.Select(p => Explained.Leaf($"settled-{p.In}", new($"{p.In} 已补", $"settled in {p.In}"), p.Amount, Unit.Yuan));
        return PayLine.Of(new LateLine(month, line).Id, label, Explained.By("amount", label, Unit.Yuan, Difference.Instance, [now, then, .. settled]), []) with { Kind = KindOf(at?.Kind ?? was?.Kind ?? PayKind.Work) };
    }

    // Wage of an earlier month is wage, and no pay for this month's work; insurance and tax stay what they are.
    private static PayKind KindOf(PayKind settled) => settled.IsWage() ? PayKind.Late : settled;

    /// <summary>A balance that a closed month carried forward is taken up in the next.</summary>
    private static IEnumerable<PayLine> Brought(ClosedPay pay)
    {
        var carried = pay.Then.Where(l => l.Line == LateLine.Forward).Sum(l => l.Amount);
        var taken = pay.Since.SelectMany(s => s.Lines.Where(l => l.Line == LateLine.Brought(pay.Month)).Select(l => (In: s.Month, l.Amount))).ToArray();
        if (-carried - taken.Sum(t => t.Amount) == 0m) yield break;
        var label = new Wording($"{pay.Month} 结转", $"Brought forward from {pay.Month}");
        yield return PayLine.Of(LateLine.Brought(pay.Month), label, Explained.By("amount", label, Unit.Yuan, Difference.Instance,
            [Explained.Leaf("none", new("零", "zero"), 0m, Unit.Yuan), Explained.Leaf("carried", new("结转", "carried forward"), carried, Unit.Yuan),
                .. taken.Select(t => Explained.Leaf($"settled-{t.In}", new($"{t.In} 已扣", $"taken in {t.In}"), t.Amount, Unit.Yuan))]), []) with { Kind = PayKind.Late };
    }

    // What the month itself falls below zero by is not carried by anybody: that is the scheme's.
    private static PayLine? Forward(IReadOnlyList<PayLine> late, decimal net, decimal least)
    {
        var label = new Wording("结转下月", "Carried to the next month");
        var sum = late.Count == 0 ? 0m : late.Sum(l => l.Amount);
        var carried = Explained.By("carried", label, Unit.Yuan, CarriedForward.Instance,
            Explained.Leaf("own", new("本月各项", "this month's lines"), net, Unit.Yuan), Explained.Leaf("late", new("差额与结转", "differences and balances"), sum, Unit.Yuan), Explained.Leaf("least", new("至少留下", "to be left"), least, Unit.Yuan));
        return carried.Value is 0m ? null : PayLine.Of(LateLine.Forward, label, carried,
            [least > 0m ? new("扣后不低于最低工资，余额转下月", "what is left is not under the minimum wage; the rest goes to the next month")
                : new("本月工资不够扣，余额转下月", "this month's pay does not bear all of it; the rest goes to the next month")]) with { Kind = PayKind.Late };
    }

    private static SealedAmount[] Base(IReadOnlyList<SealedAmount> lines) => [.. lines.Where(l => !LateLine.Is(l.Line))];

    private sealed record SealedSince(Month In, LateLine Line, Wording Label, decimal Amount);

    private static SealedSince[] Since(ClosedPay pay) =>
        [.. from month in pay.Since from line in month.Lines where LateLine.Parse(line.Line) is { } late && late.Month == pay.Month
            select new SealedSince(month.Month, LateLine.Parse(line.Line)!.Value, line.Label, line.Amount)];
}

/// <summary>Of the month's own pay and of what is taken off it for earlier months: as much as would leave less than is to be left, never more than was taken off.</summary>
public sealed record CarriedForward : Operation
{
    public static readonly CarriedForward Instance = new();

    public override decimal? Apply(IReadOnlyList<decimal?> inputs) =>
        inputs is [{ } own, { } late, { } least] ? own + late < least && late < 0m ? Math.Min(least - (own + late), -late) : 0m : null;

    public override Wording Formula => new("本月与差额之和不足应留部分的差，最多为所扣的差额", "as much as both together fall below what is to be left, at most what is taken off");
}
