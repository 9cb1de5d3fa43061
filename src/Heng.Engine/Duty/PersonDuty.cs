using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>All that is recorded of one person's attendance around the days to be judged.</summary>
public sealed record PersonDuty(int Agent, string Name, IReadOnlyList<RosterDay> Roster, IReadOnlyList<Punch> Punches, IReadOnlyList<Leave> Leave, IReadOnlyList<StatusChange> Statuses);

/// <summary>A shop's rules, clock and calendar, by which everybody is judged.</summary>
public sealed record DutyTerms(DutyRules Rules, ShopClock Clock, WorkCalendar Calendar);

/// <summary>
/// Judges a person's days. Who was neither rostered nor punched nor on leave has no days, and that is no data, not absence;
/// who was rostered and never punched is absent.
/// </summary>
public static class DutyDays
{
    public static IReadOnlyList<DutyDay> Of(PersonDuty person, DutyTerms terms, DateOnly from, DateOnly to, Func<DateOnly, bool> isCovered)
    {
        var roster = RosterOf(person, terms, from.AddDays(-2), to.AddDays(2));
        var shifts = roster.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!.Value);
        var punches = PunchDays.Of(person.Punches, shifts, terms.Clock, terms.Rules);
        var leave = LeaveShares.Of(person.Leave, roster, terms.Calendar, terms.Clock, terms.Rules).ToLookup(l => l.Day);
        var unclear = Unclear(person, terms);
        var judge = new DutyJudge(terms.Rules, terms.Calendar);
        var days = new List<DutyDay>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var shift = shifts.TryGetValue(day, out var span) ? span : (ShiftSpan?)null;
            var held = punches.GetValueOrDefault(day) ?? [];
            if (shift is null && held.Count == 0 && !leave[day].Any()) continue;
            days.Add(judge.Of(new(day, shift, held), [.. leave[day]], isCovered(day), roster.Count > 0 && !unclear.Contains(day)));
        }
        return days;
    }

    /// <summary>Days with a shift whose name says nothing: they are judged as if nobody had rostered them.</summary>
    private static HashSet<DateOnly> Unclear(PersonDuty person, DutyTerms terms)
    {
        var book = new ShiftBook(terms.Rules.Shifts, terms.Clock);
        return [.. person.Roster.Where(row => !book.Knows(row)).Select(row => row.Day)];
    }

    /// <summary>What the roster says, null for a rest day; for somebody on no roster the usual shift on the workdays of months with a punch.</summary>
    private static Dictionary<DateOnly, ShiftSpan?> RosterOf(PersonDuty person, DutyTerms terms, DateOnly from, DateOnly to)
    {
        var book = new ShiftBook(terms.Rules.Shifts, terms.Clock);
        var roster = new Dictionary<DateOnly, ShiftSpan?>();
        foreach (var row in person.Roster.Where(book.Knows)) roster[row.Day] = book.Of(row);
        if (roster.Count > 0 || terms.Rules.UsualShift is not { } usual) return roster;
        var months = person.Punches.Select(p => Month.Of(terms.Clock.DayOf(p.At))).ToHashSet();
        for (var day = from; day <= to; day = day.AddDays(1))
            if (months.Contains(Month.Of(day))) roster[day] = terms.Calendar.IsWork(day) ? book.On(day, usual) : null;
        return roster;
    }
}
