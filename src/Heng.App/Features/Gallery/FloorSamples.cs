using Heng.App.Features.Cases;
using Heng.App.Features.Floor;
using Heng.App.Features.Handovers;
using Heng.App.Features.Leaves;
using Heng.App.Features.Rosters;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>A group's days of November: a roster with leave, a gap and a thin day, requests on their way, handovers, findings, cases.</summary>
public static class FloorSamples
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly Instant Now = At(Monday, 17);

    public static IEnumerable<(string, string, Func<IResult>)> Pages =>
    [
        ("my-day", "我的一天", () => Ui.Pages.Show<MyDayPage>(Day)),
        ("my-day-none", "我的一天：没有", () => Ui.Pages.Show<MyDayPage>(new MyDayView(Monday, Now, null, null, null, null))),
        ("roster", "排班", () => Ui.Pages.Show<RosterPage>(Week)),
        ("roster-edit", "排班：改一天、被拒", () => Ui.Pages.Show<RosterPage>(Week with { Edit = (Names[0], Week.People[0].Cells[0]), Refused = RosterWords.Of(RosterRefusal.NeedsReason) })),
        ("roster-none", "排班：没有", () => Ui.Pages.Show<RosterPage>(Week with { People = [], Swaps = [], MyShifts = [], MayEdit = false })),
        ("leave", "请假", () => Ui.Pages.Show<LeavePage>(Leave)),
        ("leave-none", "请假：没有、被拒", () => Ui.Pages.Show<LeavePage>(Leave with { Requests = [], Records = [], Refused = RequestWords.Of(RequestRefusal.LeaveOverlaps) })),
        ("handover", "交接", () => Ui.Pages.Show<HandoverPage>(Handover)),
        ("handover-none", "交接：没有", () => Ui.Pages.Show<HandoverPage>(new HandoverView(Groups[0], Groups, Monday, Monday, Now, []))),
        ("cases", "工单", () => Ui.Pages.Show<CasesPage>(Cases)),
        ("cases-none", "工单：没有、被拒", () => Ui.Pages.Show<CasesPage>(Cases with { Rows = [], Counts = new Dictionary<string, int>(), Refused = CaseWords.Of(CaseRefusal.NothingWritten) })),
        ("case", "一张工单", () => Ui.Pages.Show<CasePage>(One)),
    ];

    public static void AddFloorSamples(this IServiceCollection services) => services
        .AddSingleton<MyDayFor>(_ => Day).AddSingleton<LeaveFor>(_ => Leave).AddSingleton<RosterFor>((_, _) => Week).AddSingleton<RosterFileFor>((_, _) => new("roster", ["name"], []))
        .AddSingleton<HandoverFor>((_, _, _) => Handover).AddSingleton<StretchFileFor>((_, _) => new("stretches", ["name"], [])).AddSingleton<CasesFor>((_, _) => Cases).AddSingleton<CaseFor>((_, _, _) => One);

    private static Instant At(DateOnly day, int hour) => ShopClock.Shanghai.StartOf(day).Plus(hour * 3600L);

    private static RequestState Swap => new([new(RequestEvent.Asked, Names[0], At(Monday, 9), "家里有事") { Swap = new(Monday.AddDays(3), Names[1], Monday.AddDays(4), []) }, new(RequestEvent.Agreed, Names[1], At(Monday, 10), ""),
        new(RequestEvent.Approved, Names[2], At(Monday, 11), "") { Office = Office.Leader }]);

    private static RosterView Week => new(Groups[0], Groups, Monday, Monday.AddDays(6), Monday, Monday, false, [.. new[] { 0, 1, 3, 20, 21 }.Select(RowOf)],
        [.. Enumerable.Range(0, 7).Select(d => new BoardDay(Monday.AddDays(d), 4 - d % 3, 30m - d * 3, 29.5m, d == 2 ? [new(At(Monday.AddDays(2), 12), At(Monday.AddDays(2), 13))] : []))])
    {
        MayEdit = true, Me = Names[0], Shifts = [new("早班", 510, 960, 30), new("晚班", 960, 1410, 30)], MyShifts = [Monday.AddDays(3), Monday.AddDays(4)], Colleagues = [Names[1], Names[21]],
        Swaps = [new(1, Swap, [RequestEvent.Approved, RequestEvent.Refused], [Names[3]], [new(Names[1], Monday.AddDays(4), 9 * 3600)])],
    };

    private static RosterRow RowOf(int person) => new(Names[person], [.. Enumerable.Range(0, 7).Select(d => CellOf(Monday.AddDays(d), (person + d) % 5))], 37.5m);

    private static RosterCell CellOf(DateOnly day, int kind) => kind switch
    {
        0 => new(day, "休", "休", null, true, null, false, false),
        1 => new(day, "早班", "早班", "08:30–16:00", false, "年假", true, false),
        2 => new(day, "晚班", "晚班", "16:00–23:30", false, null, false, day.DayOfWeek == DayOfWeek.Sunday),
        3 => new(day, "", null, null, false, null, false, false),
        _ => new(day, "早班", "早班", "08:30–16:00", false, null, false, false),
    };

    private static LeaveView Leave => new(Names[0], ["事假", "病假", "年假"],
        [new(1, new([new(RequestEvent.Asked, Names[0], At(Monday, 9), "看病") { Leave = new("病假", At(Monday.AddDays(3), 8), At(Monday.AddDays(3), 16), 7.5m, LeaveUnit.Hours) }]), [RequestEvent.Withdrawn], [Names[2], Names[3]])],
        [new("heng-1", Names[0], "", "病假", LeaveState.Pending, At(Monday.AddDays(3), 8), At(Monday.AddDays(3), 16), 7.5m, LeaveUnit.Hours)], Monday);

    private static HandoverState Written => new(Names[0], Monday, [new(HandoverEvent.Written, Names[0], At(Monday, 15), "") { Text = new("尾号 7788 的补发等仓库回复", "小**雨 等退款", "双十一预售开始", "蓝色 M 码断货", "", [$"{Shop}|K7"], ["7"]), To = [Names[1]], Shift = "早班", ShiftEnd = At(Monday, 16) },
        new(HandoverEvent.Asked, Names[1], At(Monday, 16), "7788 是哪家仓库？")]);

    private static HandoverView Handover => new(Groups[0], Groups, Monday, Monday, Now,
        [new(Written, "早班", At(Monday, 16), [Names[1]]) { MayTake = true, Cases = [("K7", Links.Case(Shop, "K7"))] }, new(new(Names[3], Monday, []), "早班", At(Monday, 16), []) { MaySettle = true }])
    {
        Own = new(new(Names[2], Monday, []), "早班", At(Monday, 16), [Names[1]]), Me = Names[2], MayExport = true, HasLogs = true, OpenCases = [($"{Shop}|K7", "K7 物流")],
        Reliefs = [new(Names[0], 12, "16:00 / 16:00 / 16:12", null, true, Links.ExplainMetric(October, Names[0], "online")), new(Names[21], 31, "16:00 / 15:50 / 16:21", new(FindingEvent.Excused, Names[2], Now, "停电") { Minutes = 31 }, false, Links.ExplainMetric(October, Names[1], "online"))],
        Stretches = [new(Names[0], 21, At(Monday, 16), At(Monday, 16).Plus(1260), [7, 8], null, true), new(Names[1], 44, At(Monday, 16), At(Monday, 16).Plus(2640), [9], new(FindingEvent.Confirmed, Names[2], Now, "") { Minutes = 40 }, false)],
    };

    private static CaseEntry Entry(string id, int holder, DateOnly due, Instant? solved = null) => new(new(Shop, id, Names[0], Names[holder], At(Monday.AddDays(-1), 10), "物流", "小小雨", At(due, 12), solved, null, true, null, "少发一件，等仓库补发"), Names[holder], Groups[0]);

    private static CasesView Cases => new(new("mine", "open", null), [new(Entry("K7", 0, Monday), "小**雨"), new(Entry("H20261101-100000", 21, Monday.AddDays(2)), "阿**江"), new(Entry("K9", 1, Monday, Now), "王**")], 0, Now, Names[0], true)
    { Counts = new Dictionary<string, int> { ["open"] = 2, ["late"] = 1, ["untold"] = 1, ["closed"] = 8 }, People = [Names[0], Names[21]], Categories = ["物流", "补发"] };

    private static CaseView One => new(Entry("K7", 0, Monday), "小**雨", [new(CaseEvent.Opened, Names[0], At(Monday, 9), "少发一件") { Reception = "7" }, new(CaseEvent.Passed, Names[0], At(Monday, 10), "请查库存") { Department = "仓库" }], true, [Names[0], Names[21]], Now);

    private static MyDayView Day => new(Monday, Now, Names[0], new(Monday, "早班", "08:30–16:00"), null, new(Monday.AddDays(1), "晚班", "16:00–23:30"))
    {
        OnShift = [(Names[1], Groups[0], "16:00–23:30", true), (Names[21], Groups[0], "08:30–16:00", false)], Handovers = [(Names[1], Monday, Groups[0])], Cases = [Entry("K7", 0, Monday)],
        Requests = [($"{Names[1]} 换班", $"{Names[1]}: a swap", Links.RosterPath)], Leads = true, Unrelieved = [(Names[21], 12, Monday, Groups[0])], Late = [Entry("K7", 0, Monday)],
        Waits = [new("小**7", Names[0], Groups[0], 194)], Found = [new(new("禁用称呼：你", "Address: 你"), Heng.Engine.Quality.Severity.NonFatal, Names[0], new(2026, 11, 2, 15, 12, 0), "你", "爱**m")],
    };
}
