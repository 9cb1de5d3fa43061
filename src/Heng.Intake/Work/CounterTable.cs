using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Work;

/// <summary>
/// Any named counter (店铺数): a number of the shop, or of a person, over a day or a month, under a metric's id or Chinese name, or under a name of the shop's own.
/// Rates are fractions or carry their percent sign.
/// </summary>
internal static class CounterTable
{
    private const int Shop = 0, When = 1, Counter = 2, Value = 3, Agent = 4;

    public static readonly Format Format = new("counters", new("店铺数", "Shop numbers"), Holding.Reported, Shape.Table,
    [
        WorkCells.Shop,
        new("period", true, "日期", "月份", "day", "month"),
        new("counter", true, "指标", "metric"),
        new("value", true, "数值"),
        new("agent", false, "客服", "姓名", "员工"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)));

    private static Reported Read(Cells cells)
    {
        var counter = cells.Needed(Counter);
        var id = Catalogue.Find(counter)?.Id ?? Catalogue.All.FirstOrDefault(m => m.Name.Zh == counter)?.Id ?? counter;
        var (from, to) = DaysOf(cells);
        return new(cells.ShopOrCompany(Shop), Reported.Counters, cells.Name(Agent) is { } agent ? Nicks.Short(agent) : "", from, to, [new(id, ValueOf(cells))]);
    }

    private static (DateOnly From, DateOnly To) DaysOf(Cells cells)
    {
        if (Fields.Times.TryDay(cells.Bare(When), out var day)) return (day, day);
        var month = cells.Month(When);
        return month == default ? default : (month.First, month.Last);
    }

    private static decimal? ValueOf(Cells cells)
    {
        if (cells.Name(Value) is not { Length: > 0 } text) return null;
        if (Amounts.TryFigure(text, out var number)) return number;
        cells.Fail(Reasons.Number(cells.NameOf(Value)));
        return null;
    }
}
