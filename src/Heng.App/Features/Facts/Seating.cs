using Heng.Engine.Duty;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>Who sits at an account at an instant: the person bound to it, and of several who share it (共用账号) whoever is on shift by the roster.</summary>
internal sealed class Seating(Database database, Roster roster)
{
    /// <summary>Days on either side of a business day whose shifts can be the nearest to it, midnight shifts and late cuts included.</summary>
    public const int Margin = 1;

    private readonly Dictionary<DateOnly, ILookup<int, ShiftSpan>> shifts = [];

    /// <summary>Null for an account that is not shared on the day, or whose people's shifts nobody knows.</summary>
    public Seats? Of(string account, DateOnly day, ShopClock clock)
    {
        if (roster.SharedBy(account, day) is not { Count: > 1 } people) return null;
        var (start, known) = (clock.StartOf(day), On(day));
        Seat[] seats = [.. people.SelectMany(person => known[person].OrderBy(s => s.Start).Select(s => new Seat(person, (int)s.Start.SecondsSince(start), (int)s.End.SecondsSince(start))))];
        return seats.Length == 0 ? null : new(seats);
    }

    /// <summary>0 is nobody.</summary>
    public int AgentAt(string account, Instant at, ShopClock clock)
    {
        var day = clock.DayOf(at);
        return Of(account, day, clock) is { } seats ? seats.At(clock.SecondOfDay(at)) : roster.AgentOf(account, day);
    }

    /// <summary>The status log of accounts, each entry of whoever sat there; a shared account's is divided where the person changes.</summary>
    public IEnumerable<(int Person, StatusChange Change)> Divided(IEnumerable<StatusChange> log, ShopClock clock) => log.GroupBy(c => c.Account, StringComparer.Ordinal)
        .SelectMany(of => of.Any(c => roster.SharedBy(of.Key, clock.DayOf(c.At)).Count > 1)
            ? SharedLog.Of(of, at => AgentAt(of.Key, at, clock), (from, to) => Changes(of.Key, from, to, clock))
            : of.Select(c => (roster.AgentOf(c.Account, clock.DayOf(c.At)), c)));

    private IEnumerable<Instant> Changes(string account, Instant from, Instant to, ShopClock clock)
    {
        for (var day = clock.DayOf(from); day <= clock.DayOf(to); day = day.AddDays(1))
            foreach (var second in (Of(account, day, clock)?.Changes() ?? []).Prepend(0))
                if (clock.StartOf(day).Plus(second) is var at && at > from && at <= to) yield return at;
    }

    // Shifts are the company's: their names are those of the first shop's rules, as attendance has them.
    private ILookup<int, ShiftSpan> On(DateOnly day)
    {
        if (shifts.TryGetValue(day, out var known)) return known;
        var rules = database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, day) : RuleSet.Default;
        var book = new ShiftBook(rules.Duty.Shifts, rules.Clock);
        return shifts[day] = database.Records(RecordKinds.Roster).Between(Shops.Company.Id, day.AddDays(-Margin), day.AddDays(Margin))
            .Where(book.Knows).Select(row => (Person: roster.PersonOf(row.Name, row.Account, row.Day), Span: book.Of(row)))
            .Where(s => s.Person != 0 && s.Span is not null).ToLookup(s => s.Person, s => s.Span!.Value);
    }
}
