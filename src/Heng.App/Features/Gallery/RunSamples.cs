using Heng.App.Features.Closing;
using Heng.App.Features.PayRuns;
using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class RunSamples
{
    private static readonly (string Id, Wording Name)[] Components =
        [("base", new("底薪", "Base pay")), ("ksf", new("绩效薪酬", "KSF")), ("commission", new("销售提成", "Sales commission")), ("difference", new("以前月份的差额", "Differences of earlier months"))];

    public static RunView Drafted(Month month) => new(month, MonthStage.Prepared,
        [new(MonthEvent.CardsPublished, "hr", "2026-11-02 09:10", null), new(MonthEvent.Prepared, "hr", "2026-11-02 16:41", null), .. Ahead(MonthEvent.Checked, MonthEvent.Approved, MonthEvent.Paid, MonthEvent.Closed)],
        Totals(Slips(0m), Slips(37.5m), 150_000m))
    { Offered = [RunAct.Publish, RunAct.Draft, RunAct.Check, RunAct.Approve, RunAct.Budget], Provisional = true, Moved = true, GuardOpen = 2, Pools = true, BudgetSince = month.Plus(-2), Seen = "9f0c", Leavers = Left(month) };

    public static RunView Opened(Month month) => Drafted(month) with
    {
        Behind = new(new(false, "ksf"), [.. Names.Take(5).Select((name, i) => new RunShare(new(name, new(name, name), i == 2 ? null : 1180.35m + i, i == 3 ? null : 1150m), i == 2 ? []
            : [new(new("转化率", "Conversion"), 800.35m, Links.ExplainLine(month, name, "ksf.conversion")), new(new("满意率", "Satisfaction"), 380m + i, null)]))]),
    };

    public static RunView Refused(Month month) => new(month, MonthStage.Approved,
        [new(MonthEvent.Prepared, "hr", "2026-11-02 16:41", null), new(MonthEvent.Approved, "boss", "2026-11-03 10:02", null), .. Ahead(MonthEvent.Paid, MonthEvent.Closed)], Totals(Slips(0m), null, 60_000m))
    { Offered = [RunAct.Pay], BudgetSince = month, Seen = "9f0c", Refused = CloseWords.Of(MonthRefusal.SamePerson) };

    private static LeaverRow[] Left(Month month) =>
    [
        new(Names[4], month.First.AddDays(17), 3120.45m, RunWords.Of(MonthStage.Prepared), false, RunAct.Approve, "77ab", [new("奖金池：要等月底全店的数字才能算，这里先不发；以后作为差额补发", "Pool: known only with the whole shop's month: nothing is paid of it here, it follows as a difference")]),
        new(Names[6], month.First.AddDays(8), 1804.2m, RunWords.Of(MonthStage.Approved), true, RunAct.Pay, "51cd", []),
        new(Names[8], month.Last, null, RunWords.Of(MonthStage.Open), false, null, "", [LeaverWords.Of(LeaverRefusal.NotLeftYet).Words]),
    ];

    public static RunView None(Month month) => new(month, MonthStage.Open, Ahead(Enum.GetValues<MonthEvent>()), Totals([], null, null));

    private static RunStep[] Ahead(params MonthEvent[] steps) => [.. steps.Select(s => new RunStep(s, null, null, null))];

    private static PayRunTotals Totals(IReadOnlyList<RunSlip> now, IReadOnlyList<RunSlip>? before, decimal? budget)
    {
        var totals = RunTotals.Of(now, before, budget);
        return new(totals, before is null ? [] : [.. totals.People.Where(p => p.Stands(0.05m)).Take(6).Select(p => new RunMover(p, p.Moved is { } moved ? [(ChangeCause.Plan, 12.5m), (ChangeCause.Figures, moved - 12.5m)] : []))]);
    }

    private static RunSlip[] Slips(decimal earlier) => [.. Names.Select((name, i) => (name, i)).Where(p => p.i != (earlier == 0m ? 3 : 5)).Select(p => new RunSlip(p.name, Group(p.i),
        [.. Components.Select((c, at) => (c.Id, c.Name, at switch { 0 => 4000m, 1 => 1180.35m + p.i * (40m - earlier), 2 => 312.4m * (p.i % 4), _ => p.i % 7 == 0 ? -18.6m : 0m }))]))];
}
