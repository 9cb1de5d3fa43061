using Heng.App.CommandLine;
using Heng.App.Features.Floor;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Rosters;

/// <summary>What a form says of a day: a shift by name, or from and to in minutes of the day; an empty name without times is a day of rest. Seen is what stood there.</summary>
public sealed record DayAsk(string Person, DateOnly Day, string Shift, int? From, int? To, string Seen, string? Why);

/// <summary>Writes days of a roster by hand for a page, and says why not. The records are those that an import of a roster would bring.</summary>
public sealed class RosterDoing(FloorDesk desk)
{
    public Refusal? Set(DayAsk ask, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, ask.Why) is { } no) return no;
        var plan = new FloorPlan(desk.Database, ask.Day, ask.Day);
        if (plan.GroupOf(ask.Person, ask.Day) is not { } group) return RosterWords.Of(RosterRefusal.PersonUnknown);
        if (!FloorRights.LeadsFloor(viewer, group)) return RosterWords.Of(RosterRefusal.RoleMayNot);
        // Rest that somebody chose wins over times that still stand in the fields; an empty name with times is a shift.
        if (ask.Shift.Trim().Length > 0 && ShiftBook.IsRest(ask.Shift)) ask = ask with { From = null, To = null };
        var isRest = ask is { From: null, To: null } && ShiftBook.IsRest(ask.Shift);
        if (ask.From is null != ask.To is null || ask.From is not null && ask.From == ask.To || ask.Shift.Length > 40) return RosterWords.Of(RosterRefusal.TimesUnclear);
        var row = new RosterDay(ask.Person, "", ask.Day, ShiftBook.IsRest(ask.Shift) ? isRest ? "休" : "班" : ask.Shift, ask.From, ask.To, null);
        if (!plan.Book.Knows(row)) return RosterWords.Of(RosterRefusal.TimesUnclear);
        var becomes = new PlannedDay(FloorPlan.WordsOf(row), plan.Book.Of(row));
        var stands = plan.PlannedOf(ask.Person);
        if (RosterWriting.Against(stands, ask.Day, becomes, ask.Seen, ask.Why ?? "", desk.Today) is { } against) return RosterWords.Of(against);
        var change = new RosterChange(RosterEvent.Set, NameOf(viewer), desk.Now, ask.Why ?? "") { Day = ask.Day, Was = stands.On(ask.Day).Words, Is = becomes.Words };
        return Begin(new(ask.Person, ask.Day), change, [Written(plan, ask.Person, ask.Day, row)]);
    }

    /// <summary>Copies a group's week to the next one. Days that are rostered there already, and past ones, stay as they are.</summary>
    public Refusal? CopyWeek(string group, DateOnly monday, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, null) is { } no) return no;
        if (!FloorRights.LeadsFloor(viewer, group)) return RosterWords.Of(RosterRefusal.RoleMayNot);
        var (from, to) = (monday.AddDays(7), monday.AddDays(13));
        if (to < desk.Today) return RosterWords.Of(RosterRefusal.PastWeek);
        if (from > desk.Today.AddDays(RosterWriting.MostDaysAhead)) return RosterWords.Of(RosterRefusal.TooFarAhead);
        var plan = new FloorPlan(desk.Database, monday, to);
        RosterDay[] rows = [.. Enumerable.Range(0, 7).Select(from.AddDays).Where(day => day >= desk.Today).SelectMany(day => plan.In(group, day, day)
            .Where(person => plan.RowOf(person.Id, day) is null && plan.RowOf(person.Id, day.AddDays(-7)) is not null)
            .Select(person => Written(plan, person.Name, day, plan.RowOf(person.Id, day.AddDays(-7)))))];
        if (rows.Length == 0) return RosterWords.Of(RosterRefusal.NothingToCopy);
        return Begin(new("", from, to), new(RosterEvent.Copied, NameOf(viewer), desk.Now, "") { Day = from, Days = rows.Length }, rows);
    }

    /// <summary>What a row says, under somebody's name as the roster writes it on the day; nothing is a day of rest.</summary>
    internal static RosterDay Written(FloorPlan plan, string person, DateOnly day, RosterDay? says)
    {
        var own = plan.People.Find(person) is { } known ? plan.RowOf(known.Id, day) : null;
        return (says ?? new("", "", day, "休", null, null, null)) with { Name = own?.Name ?? person, Account = own?.Account ?? "", Day = day };
    }

    private Refusal? Begin(MatterOf of, RosterChange change, RosterDay[] rows) =>
        new ByHand(desk.Database, desk.Folder, desk.Time).Begin(FloorKinds.Roster, of, change, "roster", [.. rows.Select(row => HandRecord.Of(RecordKinds.Roster, row))]).Refused;

    private string NameOf(Viewer viewer) => new FloorOffices(desk.Database).NameOf(viewer);
}
