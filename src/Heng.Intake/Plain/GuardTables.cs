using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Work;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Minimum wages (最低工资) by town and day, each with what says so.</summary>
internal static class MinimumWageTable
{
    private const int Place = 0, From = 1, Monthly = 2, NetOfInsurance = 3, Source = 4;

    public static readonly Format Format = new("minimum-wages", new("最低工资", "Minimum wages"), Holding.MinimumWages, Shape.Table,
    [
        new("place", true, "工作地", "地区", "城市"),
        new("from", true, "起始日期", "施行日期"),
        new("minimum", true, "最低工资", "月最低工资"),
        new("net_of_insurance", false, "不含个人社保"),
        new("source", true, "依据", "文号"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<MinimumWage>(m => [m.Place, m.From, m.Monthly, m.NetOfInsurance, m.Source]),
    };

    private static MinimumWage Read(Cells cells)
    {
        var monthly = cells.Money(Monthly);
        if (monthly == 0m) cells.Fail(Reasons.Amount(cells.NameOf(Monthly)));
        return new(cells.Needed(Place), cells.Day(From), monthly, cells.YesOrNone(NetOfInsurance) ?? false, cells.Needed(Source));
    }
}

/// <summary>Who was told of a version of a scheme, when and how (方案告知): without a person it was announced to everybody.</summary>
internal static class PlanNoticeTable
{
    private const int Scheme = 0, Version = 1, Agent = 2, Kind = 3, Day = 4, How = 5;

    public static readonly Format Format = new("plan-notices", new("方案告知", "Plan notices"), Holding.PlanNotices, Shape.Table,
    [
        new("scheme", true, "方案"),
        new("version", true, "版本"),
        new("agent", false, "客服", "姓名", "员工"),
        new("notice", true, "告知"),
        new("day", true, "日期"),
        new("how", true, "方式", "说明"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<PlanNotice>(n => [n.Scheme, n.Version, n.Agent, n.Kind, n.Day, n.How]),
    };

    private static PlanNotice Read(Cells cells)
    {
        var notice = new PlanNotice(cells.Needed(Scheme), cells.CountOrNone(Version) ?? 0, cells.Name(Agent) is { } agent ? Nicks.Short(agent) : "", cells.Word(Kind, KindOf), cells.PastDay(Day), cells.Needed(How));
        if (notice.Version < 1) cells.Fail(Reasons.NotAboveZero(cells.NameOf(Version)));
        if (notice is { Kind: NoticeKind.Acknowledged, Agent.Length: 0 }) cells.Fail(Reasons.Missing(cells.NameOf(Agent)));
        return notice;
    }

    private static NoticeKind? KindOf(string word) => word switch
    {
        "公示" or "告知" => NoticeKind.Announced,
        "签收" or "确认" => NoticeKind.Acknowledged,
        _ => WrittenCells.Value<NoticeKind>(word),
    };
}
