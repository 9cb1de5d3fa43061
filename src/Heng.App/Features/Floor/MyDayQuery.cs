using Heng.App.Features.Board;
using Heng.App.Features.Cases;
using Heng.App.Features.Handovers;
using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.App.Features.Floor;

/// <summary>Somebody's shift on a day, in words of the clock.</summary>
public sealed record MyShift(DateOnly Day, string Name, string Times);

/// <summary>What somebody's day holds (我的一天): shifts, who is there, what waits. Of a leader also what the group's day shows.</summary>
public sealed record MyDayView(DateOnly Today, Instant Now, string? Me, MyShift? Shift, string? Leave, MyShift? Next)
{
    public IReadOnlyList<(string Name, string Group, string Times, bool IsNow)> OnShift { get; init; } = [];
    public IReadOnlyList<(string From, DateOnly Day, string Group)> Handovers { get; init; } = [];
    public IReadOnlyList<CaseEntry> Cases { get; init; } = [];
    public IReadOnlyList<(string Words, string WordsEn, string Href)> Requests { get; init; } = [];
    public bool Leads { get; init; }
    public IReadOnlyList<(string Name, int Minutes, DateOnly Day, string Group)> Unrelieved { get; init; } = [];
    public IReadOnlyList<CaseEntry> Late { get; init; } = [];
    /// <summary>Private notes about running chats that are to be seen.</summary>
    public IReadOnlyList<LiveNote> Notes { get; init; } = [];
    /// <summary>Buyers who wait for one now, and what was found of one today.</summary>
    public IReadOnlyList<BoardWait> Waits { get; init; } = [];
    public IReadOnlyList<BoardFound> Found { get; init; } = [];
    /// <summary>How many more wait than are listed.</summary>
    public int MoreWait { get; init; }
}

/// <summary>Fills the first page of the floor's day.</summary>
public sealed class MyDayQuery(FloorDesk desk, BoardOwnFor own)
{
    private const int DaysAhead = 14, Most = 8;

    public Seen<MyDayView> For(HttpContext context)
    {
        if (desk.Viewers(context) is not { } viewer) return Seen<MyDayView>.Forbidden;
        var today = desk.Today;
        var plan = new FloorPlan(desk.Database, today.AddDays(-1), today.AddDays(DaysAhead));
        var groups = plan.GroupsOn(today).Where(g => FloorRights.SeesFloor(viewer, g)).ToList();
        var leads = FloorRights.LeadsSomeFloor(viewer);
        var cases = new CaseBook(desk.Database).All;
        var me = viewer.Person is { } name ? plan.People.Find(name) : null;
        var shift = me is null ? null : ShiftOn(plan, me.Id, today);
        var now = me is null ? BoardOwn.Nothing : own(me.Name);
        return new MyDayView(today, desk.Now, me?.Name, shift, me is null ? null : plan.LeaveOn(me.Id, today).FirstOrDefault(l => l.State == LeaveState.Approved)?.Kind,
            me is null ? null : Enumerable.Range(1, DaysAhead).Select(d => ShiftOn(plan, me.Id, today.AddDays(d))).FirstOrDefault(s => s is not null))
        {
            OnShift = [.. groups.SelectMany(g => plan.ShiftsOf(g, today.AddDays(-1), today).Where(s => s.Day == today || s.Shift.End > desk.Now)
                .Select(s => (s.Name, g, Times(s.Shift), IsNow: s.Shift.Start <= desk.Now && desk.Now < s.Shift.End))).OrderByDescending(s => s.IsNow).ThenBy(s => s.Item3, StringComparer.Ordinal)],
            Waits = now.Waits, MoreWait = now.More, Found = now.Found,
            Handovers = me is null ? [] : Handovers(plan, me.Name),
            Cases = me is null ? [] : [.. cases.Where(c => c.Holder == me.Name && c.Stage != CaseStage.Closed).OrderBy(c => c.Case.DueAt is null).ThenBy(c => c.Case.DueAt).Take(Most)],
            Notes = me is null ? [] : LiveChatQuery.Notes(desk.Database, new(desk.Database, viewer, desk.Now), n => n.To == me.Name && !n.IsAcknowledged), Requests = Requests(viewer), Leads = leads,
            Unrelieved = leads ? [.. groups.Where(g => FloorRights.LeadsFloor(viewer, g)).SelectMany(g => new[] { today.AddDays(-1), today }.SelectMany(day => Undecided(plan, g, day)))] : [],
            Late = leads ? [.. cases.Where(c => CaseCourse.IsLate(c.Case, desk.Now) && FloorRights.LeadsFloor(viewer, c.Group)).OrderBy(c => c.Case.DueAt).Take(Most)] : [],
        };
    }

    private IEnumerable<(string, int, DateOnly, string)> Undecided(FloorPlan plan, string group, DateOnly day)
    {
        var decided = desk.Database.Matters(FloorKinds.Reliefs).Between(day, day).Select(k => k.Of.About).ToHashSet(StringComparer.Ordinal);
        return new ShiftEnds(desk.Database).Unrelieved(plan, group, day).Where(u => !decided.Contains(u.Name)).Select(u => (u.Name, u.Minutes, day, group));
    }

    private IReadOnlyList<(string, DateOnly, string)> Handovers(FloorPlan plan, string me) =>
        [.. desk.Database.Matters(FloorKinds.Handovers).Between(desk.Today.AddDays(-1), desk.Today).Select(k => (k.Of, State: HandoverDoing.StateOf(k)))
            .Where(k => k.State is { Written: not null, Taken: null } && k.State.From != me
                && (k.State.To.Contains(me, StringComparer.Ordinal) || k.State.To.Count == 0 && plan.GroupOf(k.State.From, k.Of.First) is { } group && plan.GroupOf(me, desk.Today) == group))
            .Select(k => (k.State.From, k.Of.First, plan.GroupOf(k.State.From, k.Of.First) ?? ""))];

    private IReadOnlyList<(string, string, string)> Requests(Viewer viewer)
    {
        var doing = new RequestDoing(desk);
        bool Waits(Heng.Store.KeptMatter<RequestHappening> k) => doing.MaySee(viewer, k) && doing.MayDo(viewer, k) is var acts && (acts.Contains(RequestEvent.Agreed) || acts.Contains(RequestEvent.Approved));
        return
        [
            .. desk.Database.Matters(FloorKinds.Swaps).All.Where(k => RequestDoing.State(k).IsOpen && Waits(k)).Select(k => ($"{RequestDoing.State(k).Asker} 换班", $"{RequestDoing.State(k).Asker}: a swap", Links.RosterPath + "#swaps")),
            .. desk.Database.Matters(FloorKinds.Leave).All.Where(k => RequestDoing.State(k).IsOpen && Waits(k)).Select(k => ($"{RequestDoing.State(k).Asker} 请假", $"{RequestDoing.State(k).Asker}: leave", Links.Leave)),
        ];
    }

    private static MyShift? ShiftOn(FloorPlan plan, int person, DateOnly day) => plan.ShiftOf(person, day) is { } shift && !plan.IsAway(person, shift) ? new(day, plan.RowOf(person, day)!.Shift, Times(shift)) : null;

    private static string Times(ShiftSpan shift) => $"{ShopClock.Shanghai.ToLocal(shift.Start):HH:mm}–{ShopClock.Shanghai.ToLocal(shift.End):HH:mm}";
}
