using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Who was to come to a training (培训), and who came.</summary>
internal static class TrainingTable
{
    private const int Day = 0, Course = 1, Agent = 2, Attended = 3;

    public static readonly Format Format = new("training", new("培训记录", "Training"), Holding.Training, Shape.Table,
    [
        new("day", true, "日期"),
        new("course", true, "课程", "培训"),
        WorkCells.Agent,
        new("attended", true, "是否参加", "是否出勤"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<TrainingSeat>(t => [t.Day, t.Course, t.Agent, t.Attended]),
        CoversSpan = true,
    };

    private static TrainingSeat Read(Cells cells) => new(cells.PastDay(Day), cells.Needed(Course), cells.AgentOf(Agent), cells.Yes(Attended));
}
