using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>Base pay (底薪) by days. Amount null is the person's own base from the roster.</summary>
public sealed record BasePay(string Id, Wording Label, decimal? Amount = null) : PayComponent(Id, Label)
{
    public override PayKind Kind => PayKind.Base;

    /// <summary>The days that a month's pay stands for (计薪天数), such as 21.75; null pays by the days due.</summary>
    public decimal? PayDays { get; init; }

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var (amount, notes) = Proration.Of(payee.BaseOf(Amount, Label), payee, PayDays);
        return [Line(Id, Label, amount, notes)];
    }
}

/// <summary>A base pay and the days of the month for which it was somebody's (底薪段); Due is how many of them were theirs to work.</summary>
public sealed record BaseStretch(DaySpan Days, decimal Amount, decimal Due);

/// <summary>Since when somebody is employed without a break, and the day on which that is asked (工龄).</summary>
public sealed record Tenure(DateOnly Since, DateOnly On)
{
    /// <summary>Whole years; the day a year after the first is the first of the second year.</summary>
    public int Years => Math.Max(0, On.Year - Since.Year - (Since.AddYears(On.Year - Since.Year) > On ? 1 : 0));
}

/// <summary>The base of a month: where it changed within the month, the mean of the bases by their days due.</summary>
internal static class BaseOfMonth
{
    public static Explained BaseOf(this Payee payee, decimal? amount, Wording label)
    {
        if (amount is { } written) return Explained.Leaf("base", label, written, Unit.Yuan);
        if (payee.Bases.Select(b => b.Amount).Distinct().Count() < 2 || payee.Bases.Sum(b => b.Due) <= 0m) return Leaf("base", label, payee.Agent, payee.BasePay);
        return Explained.By("base", label, Unit.Yuan, MeanByDays.Instance, [.. payee.Bases.SelectMany(b => new[]
        {
            Leaf(FormattableString.Invariant($"base-{b.Days.From:yyyyMMdd}"), Words(label, b.Days), payee.Agent, b.Amount),
            Explained.Leaf(FormattableString.Invariant($"days-{b.Days.From:yyyyMMdd}"), new("应出勤天数", "days due"), b.Due, Unit.Days),
        })]);
    }

    private static Explained Leaf(string id, Wording label, string agent, decimal amount) => Explained.Leaf(id, label, amount, Unit.Yuan, [new Evidence(FactKind.Employment, agent, amount)]);

    private static Wording Words(Wording label, DaySpan days) =>
        new(FormattableString.Invariant($"{label.Zh}（{days.From:MM-dd} 至 {days.To:MM-dd}）"), FormattableString.Invariant($"{label.En}, {days.From:MM-dd} to {days.To:MM-dd}"));
}

/// <summary>Pairs of an amount and its days: Σ amount × days ÷ Σ days.</summary>
public sealed record MeanByDays : Operation
{
    public static readonly MeanByDays Instance = new();

    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        var (sum, days) = (0m, 0m);
        for (var i = 0; i + 1 < inputs.Count; i += 2)
        {
            if (inputs[i] is not { } amount || inputs[i + 1] is not { } of) return null;
            (sum, days) = (sum + amount * of, days + of);
        }
        return days > 0m ? sum / days : null;
    }

    public override Wording Formula => new("Σ 金额 × 天数 ÷ Σ 天数", "Σ amount × days ÷ Σ days");
}
