using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>What was done after a card (措施记录): coaching, a warning, an award.</summary>
internal static class MeasureTable
{
    private const int Day = 0, Agent = 1, Kind = 2, Remark = 3, For = 4;

    public static readonly Format Format = new("measures", new("措施记录", "Measures taken"), Holding.Measures, Shape.Table,
    [
        new("day", true, "日期"),
        WorkCells.Agent,
        new("measure", true, "措施"),
        new("remark", false, "备注", "说明"),
        new("for", false, "针对方案"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<MeasureTaken>(m => [m.Day, m.Agent, m.Kind, m.Remark, m.For]),
    };

    private static MeasureTaken Read(Cells cells) => new(cells.PastDay(Day), cells.AgentOf(Agent), cells.Word(Kind, KindOf), cells.Name(Remark) is { Length: > 0 } words ? words : null,
        cells.Name(For) is { Length: > 0 } plan ? plan : null);

    private static MeasureKind? KindOf(string word) => word switch
    {
        "辅导" or "面谈" => MeasureKind.Coaching,
        "培训" => MeasureKind.Training,
        "再观察一个月" or "观察" => MeasureKind.OneMoreMonth,
        "警告" => MeasureKind.Warning,
        "调岗" => MeasureKind.Transfer,
        "按实习工资标准" => MeasureKind.TraineePay,
        "劝退" or "劝退建议" => MeasureKind.Exit,
        "奖励" => MeasureKind.Award,
        "荣誉证书" => MeasureKind.Certificate,
        "晋升" => MeasureKind.Promotion,
        "可任组长" => MeasureKind.Leadership,
        "调薪" => MeasureKind.PayRaise,
        _ => WrittenCells.Value<MeasureKind>(word),
    };
}
