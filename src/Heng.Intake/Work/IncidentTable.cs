using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Conduct incidents (行为事件) by kind. Several of one kind on one day bear numbers.</summary>
internal static class IncidentTable
{
    private const int Shop = 0, Day = 1, Agent = 2, Kind = 3, Number = 4, Remark = 5, Withdrawn = 6;

    public static readonly Format Format = new("incidents", new("行为事件", "Conduct incidents"), Holding.Incidents, Shape.Table,
    [
        WorkCells.Shop,
        new("day", true, "日期"),
        WorkCells.Agent,
        new("incident", true, "事件类型", "行为类型"),
        new("number", false, "序号"),
        new("remark", false, "备注", "说明"),
        new("withdrawn", false, "撤回原因"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Incident>(i => [i.Shop, i.Day, i.Agent, i.Kind, i.Number, i.Remark, i.Withdrawn]),
        CoversSpan = true,
    };

    private static Incident Read(Cells cells) => new(
        cells.ShopOrCompany(Shop), cells.PastDay(Day), cells.AgentOf(Agent), cells.Needed(Kind), cells.CountOrNone(Number) ?? 1, cells.Name(Remark)) { Withdrawn = cells.Name(Withdrawn) };
}
