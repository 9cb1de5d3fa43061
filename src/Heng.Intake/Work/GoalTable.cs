using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Goals agreed with a person (目标约定): what is to be reached by when, and how it is judged. Marks are shares of the whole, 80% or 0.8.</summary>
internal static class GoalTable
{
    private const int Due = 0, Agent = 1, Name = 2, Kind = 3, Start = 4, Target = 5, Now = 6, State = 7, Time = 8, Quality = 9, Attainment = 10, AgreedOn = 11;

    public static readonly Format Format = new("goals", new("目标约定", "Goals"), Holding.Goals, Shape.Table,
    [
        new("due", true, "截止日期"),
        WorkCells.Agent,
        new("goal", true, "目标名称", "目标内容"),
        new("kind", true, "目标类型"),
        new("start", false, "起点值"),
        new("target", false, "目标值"),
        new("now", false, "现值", "当前值"),
        new("state", false, "达成情况"),
        new("time", false, "时间评分"),
        new("quality", false, "质量评分"),
        new("attainment", false, "达成评分"),
        new("agreed_on", false, "约定日期"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Goal>(g => [g.Due, g.Agent, g.Name, g.Kind, g.Start, g.Target, g.Now, g.State, g.Time, g.Quality, g.Attainment, g.AgreedOn]),
    };

    private static Goal Read(Cells cells) => new(
        cells.Day(Due), cells.AgentOf(Agent), cells.Needed(Name), cells.Word(Kind, KindOf), FigureOf(cells, Start), FigureOf(cells, Target), FigureOf(cells, Now),
        cells.Bare(State).IsEmpty ? null : cells.Word(State, StateOf), MarkOf(cells, Time), MarkOf(cells, Quality), MarkOf(cells, Attainment),
        cells.Bare(AgreedOn).IsEmpty ? null : cells.PastDay(AgreedOn));

    private static GoalKind? KindOf(string word) => word switch
    {
        "岗位" => GoalKind.Position,
        "任务" => GoalKind.Task,
        "项目" => GoalKind.Project,
        "职业" or "职业发展" => GoalKind.Career,
        _ => WrittenCells.Value<GoalKind>(word),
    };

    private static GoalState? StateOf(string word) => word switch
    {
        "达成" or "完成" => GoalState.Met,
        "部分" or "部分达成" => GoalState.Partly,
        "未达成" or "未完成" => GoalState.NotMet,
        _ => WrittenCells.Value<GoalState>(word),
    };

    private static decimal? MarkOf(Cells cells, int column)
    {
        var mark = FigureOf(cells, column);
        if (mark is < 0m or > 1m) cells.Fail(Reasons.OutOf(cells.NameOf(column), 0m, 1m));
        return mark;
    }

    private static decimal? FigureOf(Cells cells, int column)
    {
        if (cells.Name(column) is not { Length: > 0 } text) return null;
        if (Amounts.TryFigure(text, out var number)) return number;
        cells.Fail(Reasons.Number(cells.NameOf(column)));
        return null;
    }
}
