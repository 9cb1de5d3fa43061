using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Features.Filing;
using Heng.App.Features.Incidents;
using Heng.App.Features.People;
using Heng.Engine.Daily;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Handovers;

/// <summary>Decides about what is found of a shift's end, and says why not: a relief not waited for is excused or becomes an incident, a stretched shift counts as overtime or not.</summary>
public sealed class FindingDoing(FloorDesk desk)
{
    /// <summary>What such an incident is called among the kinds of conduct.</summary>
    public const string IncidentKind = "无人接替离岗";

    public Refusal? Relief(string about, DateOnly day, FindingEvent act, string? why, Viewer viewer)
    {
        if (Begun(about, day, why, viewer) is var (plan, group, no) && no is not null) return no;
        if (new ShiftEnds(desk.Database).Unrelieved(plan!, group!, day).FirstOrDefault(u => u.Name == about) is not { } found) return HandoverWords.Of(FindingRefusal.NotFound);
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{Clock(found.Shift.End)} 下班，{Clock(found.Left)} 离线，{(found.Relieved is { } at ? Clock(at) : "两小时内无人")} 接上，空 {found.Minutes} 分钟");
        return Decide(FloorKinds.Reliefs, about, day, group!, act is FindingEvent.Excused ? act : FindingEvent.Incident, why, viewer, found.Minutes, found.Shift.End, evidence, null,
            decided => decided.What == FindingEvent.Incident ? Recorded(about, day, decided.Why.Length > 0 ? $"{evidence}；{decided.Why}" : evidence, viewer) : null);
    }

    /// <summary>It goes the way of every incident: the person is told and heard, and another than who recorded it confirms it.</summary>
    private Refusal? Recorded(string about, DateOnly day, string words, Viewer viewer) => new OccurrenceDoing(desk.Database, desk.Folder, desk.Time)
        .Record(about, new(OccurrenceKind.Conduct, IncidentKind, day, null, null, null, words, null), null, new Filer(desk.Database, viewer, desk.Now)).Refused;

    public Refusal? Stretch(string about, DateOnly day, FindingEvent act, int? minutes, string? why, Viewer viewer)
    {
        if (Begun(about, day, why, viewer) is var (plan, group, no) && no is not null) return no;
        if (new ShiftEnds(desk.Database).Stretched(plan!, group!, day).FirstOrDefault(s => s.Name == about) is not { } found) return HandoverWords.Of(FindingRefusal.NotFound);
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{Clock(found.Shift.End)}–{Clock(found.Until)}，{found.Answers} 次答复，{found.Receptions.Count} 个接待");
        return Decide(FloorKinds.Stretches, about, day, group!, act is FindingEvent.Refused ? act : FindingEvent.Confirmed, why, viewer, found.Minutes, found.Shift.End, evidence, act is FindingEvent.Refused ? null : minutes, _ => null);
    }

    public static string KeyOf(string about, DateOnly day) => HandoverDoing.KeyOf(about, day);

    private (FloorPlan? Plan, string? Group, Refusal? No) Begun(string about, DateOnly day, string? why, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, why) is { } no) return (null, null, no);
        var plan = new FloorPlan(desk.Database, day, day);
        return plan.GroupOf(about, day) is { } group && FloorRights.SeesFloor(viewer, group) ? (plan, group, null) : (null, null, HandoverWords.Of(FindingRefusal.NotFound));
    }

    private Refusal? Decide(MatterKind<FindingHappening> kind, string about, DateOnly day, string group, FindingEvent act, string? why, Viewer viewer, int found, Instant end, string evidence, int? minutes,
        Func<FindingHappening, Refusal?> first)
    {
        var kept = desk.Database.Matters(kind).Find(KeyOf(about, day));
        var actor = new FindingActor(new FloorOffices(desk.Database).NameOf(viewer), FloorRights.LeadsFloor(viewer, group));
        var (happens, refused) = FindingCycle.Decide(kept?.Happened ?? [], actor, about, act, why ?? "", desk.Now, found, minutes);
        if (refused is { } no) return HandoverWords.Of(no);
        var decided = happens! with { ShiftEnd = end, Evidence = evidence };
        if (first(decided) is { } not) return not;
        return desk.Database.Matters(kind).Begin(new(about, day, day, KeyOf(about, day)), decided) is not null ? null : DoingWords.ChangedMeanwhile;
    }

    private static string Clock(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
