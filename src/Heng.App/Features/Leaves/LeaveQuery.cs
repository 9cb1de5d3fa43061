using Heng.App.CommandLine;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Leaves;

/// <summary>Fills the page of leave, and does what its forms ask.</summary>
public sealed class LeaveQuery(FloorDesk desk)
{
    private const int DaysBack = 62, Most = 60;

    public Seen<LeaveView> For(HttpContext context) => desk.Viewers(context) is { } viewer ? View(viewer, null) : Seen<LeaveView>.Forbidden;

    public Seen<LeaveView> Do(Func<Viewer, Refusal?> act, HttpContext context) =>
        desk.Viewers(context) is { } viewer && FloorRights.TakesPart(viewer) ? View(viewer, act(viewer)) : Seen<LeaveView>.Forbidden;

    private LeaveView View(Viewer viewer, Refusal? refused)
    {
        var (doing, today) = (new RequestDoing(desk), desk.Today);
        var records = desk.Database.Records(RecordKinds.Leave).All(Shops.Company.Id);
        var roster = desk.Database.People.Roster;
        var seen = desk.Database.Matters(FloorKinds.Leave).All.Where(k => k.Of.Last >= today.AddDays(-DaysBack) || RequestDoing.State(k).IsOpen).Where(k => doing.MaySee(viewer, k))
            .OrderByDescending(k => RequestDoing.State(k).IsOpen).ThenByDescending(k => k.Id).Take(Most);
        return new(viewer.Person, LeaveKinds.Of(records),
            [.. seen.Select(k => new LeaveRow(k.Id, RequestDoing.State(k), doing.MayDo(viewer, k), doing.Waited(k)))],
            viewer.Person is { } me ? [.. records.Where(r => RecordKinds.Leave.DaysOf(r).Last >= today.AddDays(-DaysBack) && roster.PersonOf(r.Name, r.Account, ShopClock.Shanghai.DayOf(r.From)) == roster.Find(me)?.Id)
                .OrderByDescending(r => r.From)] : [], today) { Refused = refused };
    }
}
