using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Complaints (投诉), when they were handled and whether the buyer was satisfied with that.</summary>
internal static class ComplaintTable
{
    private const int Shop = 0, Id = 1, Agent = 2, At = 3, Handled = 4, Satisfied = 5, What = 6;

    public static readonly Format Format = new("complaints", new("投诉记录", "Complaints"), Holding.Complaints, Shape.Table,
    [
        WorkCells.Shop,
        new("id", true, "投诉编号"),
        WorkCells.Agent,
        new("at", true, "投诉时间"),
        new("handled_at", true, "处理时间", "处理完成时间"),
        new("satisfied", true, "是否满意"),
        new("what", false, "投诉内容"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Complaint>(c => [c.Shop, c.Id, c.Agent, c.At, c.HandledAt, c.Satisfied, c.What]),
        CoversSpan = true,
    };

    private static Complaint Read(Cells cells)
    {
        var at = cells.Time(At);
        return new(cells.ShopOrCompany(Shop), cells.Id(Id), cells.AgentOf(Agent), at, cells.After(Handled, at, At), cells.YesOrNone(Satisfied), cells.Name(What));
    }
}
