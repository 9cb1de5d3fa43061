using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Suggestions (建议), adopted or not; not decided is blank.</summary>
internal static class SuggestionTable
{
    private const int Day = 0, Agent = 1, What = 2, Adopted = 3;

    public static readonly Format Format = new("suggestions", new("合理化建议", "Suggestions"), Holding.Suggestions, Shape.Table,
    [
        new("day", true, "日期"),
        WorkCells.Agent,
        new("suggestion", true, "建议", "建议内容"),
        new("adopted", true, "是否采纳"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Suggestion>(s => [s.Day, s.Agent, s.What, s.Adopted]),
        CoversSpan = true,
    };

    private static Suggestion Read(Cells cells) => new(cells.PastDay(Day), cells.AgentOf(Agent), cells.Needed(What), cells.YesOrNone(Adopted));
}
