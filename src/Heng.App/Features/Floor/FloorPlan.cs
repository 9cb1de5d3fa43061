using System.Globalization;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>Who is at work when over some days: the roster, leave and groups, as attendance reads them, under the rules of the first shop.</summary>
public sealed class FloorPlan
{
    // A swap looks at the days beside its own.
    private const int Margin = 2;
    private readonly Dictionary<(int Person, DateOnly Day), RosterDay> rows = [];
    private readonly ILookup<int, Leave> leave;

    public FloorPlan(Database database, DateOnly from, DateOnly to)
    {
        People = database.People.Roster;
        Rules = database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, to) : RuleSet.Default;
        Book = new(Rules.Duty.Shifts, Rules.Clock);
        foreach (var row in database.Records(RecordKinds.Roster).Between(Shops.Company.Id, from.AddDays(-Margin), to.AddDays(Margin)))
            if (People.PersonOf(row.Name, row.Account, row.Day) is var person and not 0) rows[(person, row.Day)] = row;
        leave = database.Records(RecordKinds.Leave).Between(Shops.Company.Id, from.AddDays(-Margin), to.AddDays(Margin))
            .ToLookup(l => People.PersonOf(l.Name, l.Account, ShopClock.Shanghai.DayOf(l.From)));
    }

    public Roster People { get; }
    public RuleSet Rules { get; }
    public ShiftBook Book { get; }

    public RosterDay? RowOf(int person, DateOnly day) => rows.GetValueOrDefault((person, day));
    public ShiftSpan? ShiftOf(int person, DateOnly day) => RowOf(person, day) is { } row && Book.Knows(row) ? Book.Of(row) : null;
    public string? GroupOf(string name, DateOnly day) => People.Find(name) is { } person ? People.On(person.Id, day)?.Group : null;

    /// <summary>Who belonged to the group on any of the days, by name.</summary>
    public IReadOnlyList<Person> In(string group, DateOnly from, DateOnly to) =>
        [.. People.People.Where(p => People.HistoryOf(p.Id).Any(e => e.Group == group && e.From <= to && (e.To is not { } last || last >= from)))];

    /// <summary>The groups that have somebody on the day.</summary>
    public IReadOnlyList<string> GroupsOn(DateOnly day) =>
        [.. People.People.Select(p => People.On(p.Id, day)?.Group).OfType<string>().Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Leave that is pending or granted and stands on the day.</summary>
    public IEnumerable<Leave> LeaveOn(int person, DateOnly day)
    {
        var shift = ShiftOf(person, day);
        return leave[person].Where(l => l.State is LeaveState.Approved or LeaveState.Pending && LeaveDay.Holds(l.From, l.To, day, shift, ShopClock.Shanghai));
    }

    public IEnumerable<(string Name, DateOnly Day, ShiftSpan Shift)> ShiftsOf(string group, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            foreach (var person in In(group, day, day))
                if (ShiftOf(person.Id, day) is { } shift && !IsAway(person.Id, shift)) yield return (person.Name, day, shift);
    }

    /// <summary>Granted leave takes all of the shift.</summary>
    public bool IsAway(int person, ShiftSpan shift) => leave[person].Any(l => l.State == LeaveState.Approved && l.From <= shift.Start && l.To >= shift.End);

    public PlannedDays PlannedOf(string name) => People.Find(name) is not { } person ? new(name, new Dictionary<DateOnly, PlannedDay>(), []) : new(name,
        rows.Where(r => r.Key.Person == person.Id).ToDictionary(r => r.Key.Day, r => new PlannedDay(WordsOf(r.Value), Book.Knows(r.Value) ? Book.Of(r.Value) : null)),
        [.. leave[person.Id].Where(l => l.State == LeaveState.Approved).Select(l => new LeaveAsk(l.Kind, l.From, l.To, l.Amount, l.Unit))]);

    /// <summary>What a row says, so that two rows that say the same have the same words.</summary>
    public static string WordsOf(RosterDay row) => row is { StartMinute: { } start, EndMinute: { } end }
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Shift} {Clock(start)}-{Clock(end)}/{row.RestMinutes ?? 0}").TrimStart()
        : ShiftBook.IsRest(row.Shift) ? "休" : row.Shift;

    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60 % 24:00}:{minute % 60:00}");
}
