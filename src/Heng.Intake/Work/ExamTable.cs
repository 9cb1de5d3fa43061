using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Exams and simulated dialogues (考试、模拟对话). Full marks are 100 where they are not said.</summary>
internal static class ExamTable
{
    private const int Day = 0, Name = 1, Agent = 2, Score = 3, Full = 4, Kind = 5;

    public static readonly Format Format = new("exams", new("考试成绩", "Exams"), Holding.Exams, Shape.Table,
    [
        new("day", true, "日期"),
        new("exam", true, "考试", "科目"),
        WorkCells.Agent,
        new("score", true, "得分", "成绩"),
        new("full", false, "满分"),
        new("kind", false, "类型"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Exam>(e => [e.Day, e.Name, e.Agent, e.Score, e.Full, e.IsDialogue ? "dialogue" : "exam"]),
        CoversSpan = true,
    };

    private static Exam Read(Cells cells)
    {
        var (score, full) = (cells.Number(Score), cells.NumberOrNone(Full) ?? 100m);
        if (full <= 0) cells.Fail(Reasons.NotAboveZero(cells.NameOf(Full)));
        else if (score < 0 || score > full) cells.Fail(Reasons.OutOf(cells.NameOf(Score), 0m, full));
        return new(cells.PastDay(Day), cells.Needed(Name), cells.AgentOf(Agent), score, full, !cells.Bare(Kind).IsEmpty && cells.Word(Kind, DialogueOf));
    }

    private static bool? DialogueOf(string word) => word switch { "模拟对话" or "dialogue" => true, "考试" or "exam" => false, _ => null };
}
