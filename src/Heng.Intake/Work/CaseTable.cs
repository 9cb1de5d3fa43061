using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Cases (工单) with owner, time limit and outcome. What is not said is blank.</summary>
internal static class CaseTable
{
    private const int Shop = 0, Id = 1, Agent = 2, Owner = 3, Opened = 4, Category = 5, Buyer = 6, Due = 7, Solved = 8, Told = 9, Registered = 10, Once = 11, Remark = 12;

    public static readonly Format Format = new("cases", new("工单", "Cases"), Holding.Cases, Shape.Table,
    [
        WorkCells.Shop,
        new("id", true, "工单编号", "工单号"),
        WorkCells.Agent,
        new("owner", false, "负责人", "处理人"),
        new("opened_at", true, "建单时间", "创建时间"),
        new("category", false, "类型", "分类"),
        new("buyer", false, "买家"),
        new("due_at", false, "时限", "截止时间"),
        new("solved_at", false, "解决时间", "完成时间"),
        new("told_at", false, "回访时间"),
        new("registered", false, "是否登记"),
        new("once", false, "一次解决"),
        new("remark", false, "备注"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Case>(c => [c.Shop, c.Id, c.Agent, c.Owner, c.OpenedAt, c.Category, c.Buyer, c.DueAt, c.SolvedAt, c.ToldAt, c.Registered, c.Once, c.Remark]),
        CoversSpan = true,
    };

    private static Case Read(Cells cells)
    {
        var opened = cells.Time(Opened);
        return new(
            cells.ShopOrCompany(Shop), cells.Id(Id), cells.AgentOf(Agent), cells.NamedOrNone(Owner) is { } owner ? Nicks.Short(owner) : null, opened, cells.Name(Category),
            cells.NamedOrNone(Buyer) is { } buyer ? Nicks.Short(buyer) : null, cells.Limit(Due), cells.After(Solved, opened, Opened), cells.After(Told, opened, Opened), cells.YesOrNone(Registered),
            cells.YesOrNone(Once), cells.Name(Remark));
    }
}
