using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Targets (目标) of a month: a metric's id or Chinese name and what it should come to; without an agent the whole shop's.</summary>
internal static class TargetTable
{
    private const int Shop = 0, When = 1, Agent = 2, Metric = 3, Value = 4;

    public static readonly Format Format = new("targets", new("目标", "Targets"), Holding.Targets, Shape.Table,
    [
        WorkCells.Shop,
        new("month", true, "月份"),
        new("agent", false, "客服", "姓名", "员工"),
        new("metric", true, "指标"),
        new("target", true, "目标", "目标值"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Target>(t => [t.Shop, t.Month, t.Agent, t.Metric, t.Value]),
    };

    private static Target Read(Cells cells)
    {
        var named = cells.Needed(Metric);
        if ((Catalogue.Find(named) ?? Catalogue.All.FirstOrDefault(m => m.Name.Zh == named)) is not { } metric)
        {
            cells.Fail(Reasons.Word(cells.NameOf(Metric)));
            return new("", default, "", "", 0m);
        }
        return new(cells.ShopOrCompany(Shop), cells.Month(When), cells.Name(Agent) is { } agent ? Nicks.Short(agent) : "", metric.Id, ValueOf(cells));
    }

    private static decimal ValueOf(Cells cells)
    {
        var read = Amounts.TryFigure(cells.Needed(Value), out var number);
        if (!read) cells.Fail(Reasons.Number(cells.NameOf(Value)));
        else if (number <= 0) cells.Fail(Reasons.NotAboveZero(cells.NameOf(Value)));
        return number;
    }
}
