using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>QA cards (质检卡): what an inspection earned of what was possible. Praise may lift it above that, so earned has no upper end.</summary>
internal static class InspectionTable
{
    private const int Day = 0, Agent = 1, Card = 2, Program = 3, Earned = 4, Possible = 5, Withdrawn = 6;

    public static readonly Format Format = new("qa-cards", new("质检卡", "QA cards"), Holding.Inspections, Shape.Table,
    [
        new("day", true, "日期"),
        WorkCells.Agent,
        new("card", true, "质检编号"),
        new("program", true, "是否程序"),
        new("earned", true, "质检得分"),
        new("possible", true, "可得分"),
        new("withdrawn", false, "撤回原因"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Inspected>(i => [i.Day, i.Agent, i.Id, i.Automatic, i.Earned, i.Possible, i.Withdrawn]),
    };

    private static Inspected Read(Cells cells)
    {
        var (earned, possible) = (cells.Number(Earned), cells.Number(Possible));
        if (possible < 0) cells.Fail(Reasons.OutOf(cells.NameOf(Possible), 0m, decimal.MaxValue));
        if (earned < 0) cells.Fail(Reasons.OutOf(cells.NameOf(Earned), 0m, decimal.MaxValue));
        return new(cells.PastDay(Day), cells.AgentOf(Agent), cells.Needed(Card), cells.Yes(Program), earned, possible) { Withdrawn = cells.Name(Withdrawn) };
    }
}
