using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Handovers (交接) at the end of shifts, made or missed.</summary>
internal static class HandoverTable
{
    private const int Day = 0, Agent = 1, Shift = 2, Made = 3;

    public static readonly Format Format = new("handovers", new("交接记录", "Handovers"), Holding.Handovers, Shape.Table,
    [
        new("day", true, "日期"),
        WorkCells.Agent,
        new("shift", false, "班次"),
        new("handed_over", true, "是否交接"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Handover>(h => [h.Day, h.Agent, h.Shift, h.Made]),
        CoversSpan = true,
    };

    private static Handover Read(Cells cells) => new(cells.PastDay(Day), cells.AgentOf(Agent), cells.Name(Shift), cells.Yes(Made));
}
