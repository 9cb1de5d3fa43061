using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Tasks and weekly reports (任务、周报), when they were due and when they were done; not done is blank.</summary>
internal static class TaskTable
{
    private const int Due = 0, Name = 1, Agent = 2, Done = 3, Kind = 4;

    public static readonly Format Format = new("tasks", new("任务与周报", "Tasks and weekly reports"), Holding.Tasks, Shape.Table,
    [
        new("due", true, "截止日期"),
        new("task", true, "任务"),
        WorkCells.Agent,
        new("done_on", true, "完成日期"),
        new("kind", false, "类型"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Assignment>(t => [t.Due, t.Name, t.Agent, t.DoneOn, t.IsReport ? "report" : "task"]),
        CoversSpan = true,
    };

    private static Assignment Read(Cells cells) => new(
        cells.Day(Due), cells.Needed(Name), cells.AgentOf(Agent), cells.Bare(Done).IsEmpty ? null : cells.PastDay(Done), !cells.Bare(Kind).IsEmpty && cells.Word(Kind, ReportOf));

    private static bool? ReportOf(string word) => word switch { "周报" or "report" => true, "任务" or "task" => false, _ => null };
}
