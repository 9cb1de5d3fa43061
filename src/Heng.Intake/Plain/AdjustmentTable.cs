using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Rewards, penalties (奖惩) and deductions (扣款). The amount is written positive: the kind says which way it goes.</summary>
internal static class AdjustmentTable
{
    private const int Month = 0, Agent = 1, Kind = 2, Amount = 3, Reason = 4, EnteredBy = 5, ApprovedBy = 6;

    public static readonly Format Format = new("adjustments", new("奖惩记录", "Rewards and penalties"), Holding.Adjustments, Shape.Table,
    [
        new("month", true, "月份"),
        new("agent", true, "客服", "姓名"),
        new("kind", true, "类型", "奖惩"),
        new("amount", true, "金额"),
        new("reason", true, "原因", "事由"),
        new("entered_by", true, "录入人"),
        new("approved_by", false, "审批人"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Adjustment>(a => [a.Month, a.Agent, a.Kind, a.Amount, a.Reason, a.EnteredBy, a.ApprovedBy]),
    };

    private static Adjustment Read(Cells cells)
    {
        var amount = cells.Money(Amount);
        if (amount == 0) cells.Fail(Reasons.Amount(cells.NameOf(Amount)));
        return new(cells.Month(Month), cells.Needed(Agent), cells.Word(Kind, KindOf), amount, cells.Said(Reason) ?? cells.Needed(Reason),
            cells.Needed(EnteredBy), cells.Name(ApprovedBy));
    }

    private static AdjustmentKind? KindOf(string word) => word switch
    {
        "reward" or "奖励" or "奖" => AdjustmentKind.Reward,
        "penalty" or "处罚" or "扣罚" or "罚" => AdjustmentKind.Penalty,
        "deduction" or "扣款" or "赔偿" => AdjustmentKind.Deduction,
        "year-end" or "年终奖" => AdjustmentKind.YearEnd,
        _ => null,
    };
}
