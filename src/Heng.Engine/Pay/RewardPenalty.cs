using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay;

/// <summary>
/// Rewards and penalties (奖惩): a line for each kind that was entered. Only what a second person approved counts; the rest stands as a note.
/// </summary>
public sealed record RewardPenalty(string Id, Wording Label) : PayComponent(Id, Label)
{
    public override IReadOnlyList<PayLine> Lines(Payee payee) =>
    [
        .. Entered.Line($"{Id}.reward", new("奖励", "Rewards"), payee, AdjustmentKind.Reward, Round),
        .. Entered.Line($"{Id}.penalty", new("扣减", "Penalties"), payee, AdjustmentKind.Penalty, Round),
    ];
}

/// <summary>
/// Deductions (扣款) for a loss that somebody caused: entered and approved like rewards and penalties, and kept apart from them in a line of its own.
/// </summary>
public sealed record Deduction(string Id, Wording Label) : PayComponent(Id, Label)
{
    public override PayKind Kind => PayKind.Deduction;

    public override IReadOnlyList<PayLine> Lines(Payee payee) => [.. Entered.Line(Id, Label, payee, AdjustmentKind.Deduction, Round)];
}

/// <summary>A year-end bonus (年终奖), entered and approved like rewards, in a line of its own: it is taxed in a way of its own.</summary>
public sealed record YearEndBonus(string Id, Wording Label) : PayComponent(Id, Label)
{
    public override PayKind Kind => PayKind.YearEnd;

    public override IReadOnlyList<PayLine> Lines(Payee payee) => [.. Entered.Line(Id, Label, payee, AdjustmentKind.YearEnd, Round)];
}

/// <summary>What people entered of one kind as a line, where anything was.</summary>
public static class Entered
{
    public static bool IsApproved(Adjustment adjustment) =>
        !string.IsNullOrWhiteSpace(adjustment.ApprovedBy)
            && !string.Equals(adjustment.ApprovedBy.Trim(), adjustment.EnteredBy.Trim(), StringComparison.Ordinal);

    public static IEnumerable<PayLine> Line(string id, Wording label, Payee payee, AdjustmentKind kind, Rounding round)
    {
        var all = payee.Adjustments.Where(a => a.Kind == kind)
            .OrderBy(a => a.Reason, StringComparer.Ordinal).ThenBy(a => a.Amount).ThenBy(a => a.EnteredBy, StringComparer.Ordinal)
            .ThenBy(a => a.ApprovedBy, StringComparer.Ordinal)
            .ToArray();
        if (all.Length == 0) yield break;
        var counted = all.Where(IsApproved).Select(a => Leaf(a, kind is AdjustmentKind.Reward or AdjustmentKind.YearEnd ? a.Amount : -a.Amount)).ToArray();
        var sum = counted.Length == 0 ? Explained.Leaf("amount", label, 0m, Unit.Yuan) : Explained.By("amount", label, Unit.Yuan, Sum.Instance, counted);
        yield return PayLine.Of(id, label, sum, [.. all.Where(a => !IsApproved(a)).Select(Unapproved)], round) with { Kind = KindOf(kind) };
    }

    private static PayKind KindOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Penalty => PayKind.Penalty, AdjustmentKind.Deduction => PayKind.Deduction, AdjustmentKind.YearEnd => PayKind.YearEnd, _ => PayKind.Work,
    };

    private static Explained Leaf(Adjustment a, decimal amount)
    {
        var id = StableHash.Of("adjustment", a.Month.ToString(), a.Agent, a.Kind.ToString(), Text(a.Amount), a.Reason, a.EnteredBy)
            .ToString("x16", CultureInfo.InvariantCulture);
        return Explained.Leaf(id, new(a.Reason, a.Reason), amount, Unit.Yuan, [new Evidence(FactKind.Adjustment, id, amount)]) with
        {
            Note = new($"{a.EnteredBy} 录入，{a.ApprovedBy} 批准", $"entered by {a.EnteredBy}, approved by {a.ApprovedBy}"),
        };
    }

    private static Wording Unapproved(Adjustment a) => string.IsNullOrWhiteSpace(a.ApprovedBy)
        ? new($"未批准，未计入：{a.Reason} {Text(a.Amount)} 元", $"not approved, not counted: {a.Reason}, ¥{Text(a.Amount)}")
        : new($"录入人不能批准自己，未计入：{a.Reason} {Text(a.Amount)} 元", $"approved by the one who entered it, not counted: {a.Reason}, ¥{Text(a.Amount)}");

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
