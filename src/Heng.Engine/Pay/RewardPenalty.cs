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
        [.. Line(payee, AdjustmentKind.Reward, "reward", new("奖励", "Rewards")), .. Line(payee, AdjustmentKind.Penalty, "penalty", new("扣减", "Penalties"))];

    public static bool IsApproved(Adjustment adjustment) =>
        !string.IsNullOrWhiteSpace(adjustment.ApprovedBy)
            && !string.Equals(adjustment.ApprovedBy.Trim(), adjustment.EnteredBy.Trim(), StringComparison.Ordinal);

    /// <summary>What the lines of these add up to.</summary>
    public static decimal NetOf(IEnumerable<Adjustment> adjustments) => adjustments.Where(IsApproved).GroupBy(a => a.Kind)
        .Sum(kind => Scoring.Scaling.Round(kind.Sum(a => kind.Key == AdjustmentKind.Penalty ? -a.Amount : a.Amount)));

    private IEnumerable<PayLine> Line(Payee payee, AdjustmentKind kind, string id, Wording label)
    {
        var all = payee.Adjustments.Where(a => a.Kind == kind)
            .OrderBy(a => a.Reason, StringComparer.Ordinal).ThenBy(a => a.Amount).ThenBy(a => a.EnteredBy, StringComparer.Ordinal)
            .ThenBy(a => a.ApprovedBy, StringComparer.Ordinal)
            .ToArray();
        if (all.Length == 0) yield break;
        var counted = all.Where(IsApproved).Select(a => Leaf(a, kind == AdjustmentKind.Penalty ? -a.Amount : a.Amount)).ToArray();
        var sum = counted.Length == 0 ? Explained.Leaf("amount", label, 0m, Unit.Yuan) : Explained.By("amount", label, Unit.Yuan, Sum.Instance, counted);
        yield return PayLine.Of($"{Id}.{id}", label, sum, [.. all.Where(a => !IsApproved(a)).Select(Unapproved)]);
    }

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
