using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Sharing sessions held and team projects taken part in (分享会、团队项目).</summary>
internal static class ActivityTable
{
    private const int Day = 0, Agent = 1, Kind = 2, Name = 3;

    public static readonly Format Format = new("activities", new("分享与项目", "Sharing and projects"), Holding.Activities, Shape.Table,
    [
        new("day", true, "日期"),
        WorkCells.Agent,
        new("activity", true, "活动类型"),
        new("name", true, "名称", "主题"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Activity>(a => [a.Day, a.Agent, a.Kind, a.Name]),
        CoversSpan = true,
    };

    private static Activity Read(Cells cells) => new(cells.PastDay(Day), cells.AgentOf(Agent), cells.Word(Kind, KindOf), cells.Needed(Name));

    private static ActivityKind? KindOf(string word) => word switch { "分享会" or "分享" or "sharing" => ActivityKind.Sharing, "团队项目" or "项目" or "project" => ActivityKind.Project, _ => null };
}
