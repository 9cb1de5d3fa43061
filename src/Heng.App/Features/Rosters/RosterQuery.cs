using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.App.Features.Rosters;

/// <summary>Fills the page of a group's roster and its swaps, and does what its forms ask.</summary>
public sealed class RosterQuery(FloorDesk desk)
{
    private const int DaysAhead = 31, SwapDaysBack = 31;

    public Seen<RosterView> For(RosterAsk ask, HttpContext context) => desk.Viewers(context) is { } viewer ? View(ask, viewer, null) : Seen<RosterView>.Forbidden;

    /// <summary>Does something and shows what became of it; the page says why not.</summary>
    public Seen<RosterView> Do(RosterAsk ask, Func<Viewer, bool> may, Func<Viewer, Refusal?> act, HttpContext context) =>
        desk.Viewers(context) is { } viewer && may(viewer) ? View(ask, viewer, act(viewer)) : Seen<RosterView>.Forbidden;

    public ExportSheet? File(RosterAsk ask, HttpContext context)
    {
        if (For(ask, context).View is not { } view) return null;
        var language = Preferences.Language(context);
        // Without a column of the shift's name as imports know it: the times stand for it, and a file of both would be read by the name alone.
        return new($"roster-{view.Group}-{Iso(view.First)}", ["name", "date", "start", "end", language.T("班次说明", "what"), language.T("请假情况", "leave asked or granted")],
            [.. view.People.SelectMany(p => p.Cells.Where(c => c.Words.Length > 0 || c.Leave is not null).Select(c => (IReadOnlyList<object?>)[p.Name, Iso(c.Day), c.Times?.Split('–')[0] ?? "", c.Times?.Split('–')[1] ?? "", c.IsRest ? "休" : c.Shift ?? "", c.Leave ?? ""]))]);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Seen<RosterView> View(RosterAsk ask, Viewer viewer, Refusal? refused)
    {
        var today = desk.Today;
        var day = ask.Day is { } asked && asked.Year is > 2000 and < 2200 ? asked : today;
        var (first, last) = ask.Month ? (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1)) : (Monday(day), Monday(day).AddDays(6));
        var plan = new FloorPlan(desk.Database, first.AddDays(-RosterBoard.UsualDays), last);
        var groups = Groups(plan, viewer, today, last);
        if (ask.Group is { } of && !groups.Contains(of, StringComparer.Ordinal)) return Seen<RosterView>.NotFound;
        var group = ask.Group ?? (viewer.Group is { } own && groups.Contains(own, StringComparer.Ordinal) ? own : groups is [var one, ..] ? one : "");
        var shifts = plan.ShiftsOf(group, first.AddDays(-RosterBoard.UsualDays), last).ToLookup(s => s.Day, s => s.Shift);
        var people = plan.In(group, first, last).Select(p => RowOf(plan, p.Id, p.Name, first, last)).ToList();
        var doing = new RequestDoing(desk);
        return new RosterView(group, groups, first, last, day, today, ask.Month, people, RosterBoard.Of(first, last, shifts, plan.Rules.OpenHours, ShopClock.Shanghai))
        {
            Shifts = plan.Rules.Duty.Shifts, MayEdit = FloorRights.LeadsFloor(viewer, group), Me = viewer.Person, Refused = refused,
            Edit = ask is { Edit: { } name, EditDay: { } on } && people.Find(p => p.Name == name)?.Cells.FirstOrDefault(c => c.Day == on) is { } cell ? (name, cell) : null,
            Swaps = [.. desk.Database.Matters(FloorKinds.Swaps).Between(today.AddDays(-SwapDaysBack), today.AddDays(SwapCheck.MostDaysAhead)).Where(k => doing.MaySee(viewer, k))
                .OrderByDescending(k => RequestDoing.State(k).IsOpen).ThenByDescending(k => k.Id).Take(30)
                .Select(k => new SwapRow(k.Id, RequestDoing.State(k), doing.MayDo(viewer, k), doing.Waited(k), doing.ShortRests(RequestDoing.State(k))))],
            MyShifts = viewer.Person is { } me ? MyShifts(me, today) : [],
            Colleagues = viewer.Person is { } self ? [.. new FloorPlan(desk.Database, today, today) is var now && now.GroupOf(self, today) is { } mine ? now.In(mine, today, today).Select(p => p.Name).Where(n => n != self) : []] : [],
        };
    }

    /// <summary>The groups whose roster the viewer sees; the asker's own first where they are of one.</summary>
    private static IReadOnlyList<string> Groups(FloorPlan plan, Viewer viewer, DateOnly today, DateOnly last) =>
        [.. plan.GroupsOn(today).Concat(plan.GroupsOn(last)).Distinct(StringComparer.Ordinal).Where(g => FloorRights.SeesFloor(viewer, g)).Order(StringComparer.Ordinal)];

    private static RosterRow RowOf(FloorPlan plan, int person, string name, DateOnly first, DateOnly last)
    {
        var worked = Enumerable.Range(-RosterBoard.MostDaysInARow, last.DayNumber - first.DayNumber + 1 + RosterBoard.MostDaysInARow).Select(first.AddDays).Where(d => plan.ShiftOf(person, d) is not null);
        var tooMany = RosterBoard.TooMany(worked);
        var cells = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(d => CellOf(plan, person, d, tooMany.Contains(d))).ToList();
        return new(name, cells, cells.Sum(c => plan.ShiftOf(person, c.Day) is { } shift && !plan.IsAway(person, shift) ? shift.Seconds / 3600m : 0m));
    }

    internal static RosterCell CellOf(FloorPlan plan, int person, DateOnly day, bool tooMany)
    {
        var (row, shift, leave) = (plan.RowOf(person, day), plan.ShiftOf(person, day), plan.LeaveOn(person, day).FirstOrDefault());
        var times = shift is { } span ? $"{ShopClock.Shanghai.ToLocal(span.Start):HH:mm}–{ShopClock.Shanghai.ToLocal(span.End):HH:mm}" : null;
        return new(day, row is null ? "" : FloorPlan.WordsOf(row), row?.Shift is { Length: > 0 } name ? name : null, times, row is not null && shift is null && plan.Book.Knows(row), leave?.Kind, leave?.State == LeaveState.Pending, tooMany)
        {
            IsUnclear = row is not null && !plan.Book.Knows(row),
        };
    }

    private IReadOnlyList<DateOnly> MyShifts(string name, DateOnly today)
    {
        var plan = new FloorPlan(desk.Database, today, today.AddDays(DaysAhead));
        return plan.People.Find(name) is { } person ? [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Where(d => plan.ShiftOf(person.Id, d) is not null)] : [];
    }

    internal static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
