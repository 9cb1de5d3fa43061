using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Cases;
using Heng.App.Features.Exports;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Handovers;

/// <summary>Fills the page of a group's handovers and shift ends of a day, and does what its forms ask.</summary>
public sealed class HandoverQuery(FloorDesk desk)
{
    public Seen<HandoverView> For(DateOnly? day, string? group, HttpContext context) => desk.Viewers(context) is { } viewer ? View(day, group, viewer, null) : Seen<HandoverView>.Forbidden;

    public Seen<HandoverView> Do(DateOnly? day, Func<Viewer, bool> may, Func<Viewer, Refusal?> act, HttpContext context) =>
        desk.Viewers(context) is { } viewer && may(viewer) ? View(day, null, viewer, act(viewer)) : Seen<HandoverView>.Forbidden;

    /// <summary>Confirmed minutes of a month, for the file of attendance that HR keeps. Null for who may not see them all.</summary>
    public ExportSheet? Confirmed(Month? of, HttpContext context) => (of ?? Month.Of(desk.Today)) is var month && desk.Viewers(context) is { } viewer && viewer.Role is Role.Hr or Role.Manager or Role.Auditor
        ? new($"stretches-{month}", ["name", "date", "minutes", "confirmed_by", "remark"], [.. desk.Database.Matters(FloorKinds.Stretches).Between(month.First, month.Last)
            .Select(k => (k.Of, Last: k.Happened[^1])).Where(k => k.Last.What == FindingEvent.Confirmed).OrderBy(k => k.Of.About, StringComparer.Ordinal).ThenBy(k => k.Of.First)
            .Select(k => (IReadOnlyList<object?>)[k.Of.About, k.Of.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), k.Last.Minutes, k.Last.Who, $"{k.Last.Evidence} {k.Last.Why}".Trim()])])
        : null;

    private Seen<HandoverView> View(DateOnly? asked, string? of, Viewer viewer, Refusal? refused)
    {
        var day = asked is { } on && on.Year is > 2000 and < 2200 ? on : desk.Today;
        var plan = new FloorPlan(desk.Database, day.AddDays(-1), day.AddDays(1));
        var groups = plan.GroupsOn(day).Where(g => FloorRights.SeesFloor(viewer, g)).ToList();
        if (of is not null && !groups.Contains(of, StringComparer.Ordinal)) return Seen<HandoverView>.NotFound;
        var group = of ?? (viewer.Group is { } own && groups.Contains(own, StringComparer.Ordinal) ? own : groups.FirstOrDefault() ?? "");
        var leads = FloorRights.LeadsFloor(viewer, group);
        var kept = desk.Database.Matters(FloorKinds.Handovers).Between(day, day).ToDictionary(k => k.Of.About, HandoverDoing.StateOf, StringComparer.Ordinal);
        var rows = plan.In(group, day, day).Select(p => RowOf(plan, group, day, p, kept.GetValueOrDefault(p.Name), viewer, leads)).Where(r => r.End is not null || r.State.Happened.Count > 0).OrderBy(r => r.End).ToList();
        var me = viewer.Person is { } self && plan.GroupOf(self, day) == group && viewer.Role is Role.Agent or Role.Leader ? self : null;
        var seesEnds = leads || FloorRights.SeesRequests(viewer, group);
        return new HandoverView(group, groups, day, desk.Today, desk.Now, rows)
        {
            Me = viewer.Person, MayExport = viewer.Role is Role.Hr or Role.Manager or Role.Auditor, Refused = refused,
            Own = me is null || day > desk.Today ? null : rows.Find(r => r.State.From == me) ?? RowOf(plan, group, day, plan.People.Find(me)!, null, viewer, leads),
            HasLogs = desk.Database.Records(RecordKinds.StatusLog).Between(Shops.Company.Id, day, day).Count > 0,
            Reliefs = group.Length == 0 || day > desk.Today ? [] : [.. Reliefs(plan, group, day, leads, viewer).Where(r => seesEnds || r.Name == viewer.Person)],
            Stretches = group.Length == 0 || day > desk.Today ? [] : [.. Stretches(plan, group, day, leads, viewer).Where(r => seesEnds || r.Name == viewer.Person)],
            OpenCases = me is null ? [] : [.. new CaseBook(desk.Database).All.Where(c => CaseCourse.StageOf(c.Case) != CaseStage.Closed && c.Holder == me).Take(HandoverCycle.MostLinks).Select(c => (c.Key, $"{c.Case.Id} {c.Case.Category}"))],
        };
    }

    private HandoverRow RowOf(FloorPlan plan, string group, DateOnly day, Person person, HandoverState? kept, Viewer viewer, bool leads)
    {
        var (state, shift) = (kept ?? new(person.Name, day, []), plan.ShiftOf(person.Id, day));
        if (shift is { } away && plan.IsAway(person.Id, away)) shift = null;
        var late = shift is { } over && desk.Now > over.End.Plus(HandoverCycle.ToleranceSeconds);
        return new(state, HandoverDoing.ShiftName(plan, person.Name, day), shift?.End, shift is { } ends ? HandoverDoing.Receivers(plan, person.Name, group, day, ends.End) : [])
        {
            MayTake = state.Written is not null && state.Taken is null && viewer.Person is { } me && me != person.Name && (plan.GroupOf(me, day) == group || state.To.Contains(me, StringComparer.Ordinal)),
            MaySettle = leads && late && state.Made is null && state.Settled is null && viewer.Person != person.Name,
            Cases = [.. (state.Text?.Cases ?? []).Select(key => CaseBook.Split(key) is var (shop, id) ? (id, Links.Case(shop, id)) : default)],
        };
    }

    private IEnumerable<ReliefRow> Reliefs(FloorPlan plan, string group, DateOnly day, bool leads, Viewer viewer)
    {
        var decided = desk.Database.Matters(FloorKinds.Reliefs).Between(day, day).ToDictionary(k => k.Of.About, k => k.Happened[^1], StringComparer.Ordinal);
        return new ShiftEnds(desk.Database).Unrelieved(plan, group, day).Select(u => new ReliefRow(u.Name, u.Minutes, $"{Clock(u.Shift.End)} / {Clock(u.Left)} / {(u.Relieved is { } at ? Clock(at) : Show.None)}",
            decided.GetValueOrDefault(u.Name), leads && viewer.Person != u.Name && !decided.ContainsKey(u.Name), Links.ExplainMetric(Month.Of(day), u.Name, "online", day)));
    }

    private IEnumerable<StretchRow> Stretches(FloorPlan plan, string group, DateOnly day, bool leads, Viewer viewer)
    {
        var decided = desk.Database.Matters(FloorKinds.Stretches).Between(day, day).ToDictionary(k => k.Of.About, k => k.Happened[^1], StringComparer.Ordinal);
        return new ShiftEnds(desk.Database).Stretched(plan, group, day).Select(s => new StretchRow(s.Name, s.Minutes, s.Shift.End, s.Until, s.Receptions, decided.GetValueOrDefault(s.Name),
            leads && viewer.Person != s.Name && !decided.ContainsKey(s.Name)));
    }

    private static string Clock(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
