using Heng.Engine.Duty;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// Attendance and status logs of the company, judged month by month under the rules of the first shop by name: people belong to no shop.
/// What is bound to nobody counts for nobody until the list of people says who it is.
/// </summary>
internal sealed class DutyRecords(Database database, Roster roster, DateOnly first, DateOnly last)
{
    private static int Company => Shops.Company.Id;

    /// <summary>The whole months of the days, and of every leave that touches them.</summary>
    public static (DateOnly First, DateOnly Last) Reach(Database database, DateOnly first, DateOnly last)
    {
        foreach (var leave in database.Records(RecordKinds.Leave).Between(Company, first, last))
        {
            var (from, to) = RecordKinds.Leave.DaysOf(leave);
            (first, last) = (from < first ? from : first, to > last ? to : last);
        }
        return (Month.Of(first).First, Month.Of(last).Last);
    }

    public IReadOnlyList<Contribution> Credits()
    {
        var people = People();
        var calendar = WorkCalendar.China.With(database.Records(RecordKinds.Calendar).All(Company));
        var covered = database.Coverage.Between(Company, first, last);
        var found = new List<Contribution>();
        for (var month = Month.Of(first); month.First <= last; month = month.Plus(1))
        {
            var rules = RulesOf(month.Last);
            var terms = new DutyTerms(rules.Duty, rules.Clock, calendar);
            foreach (var person in people) found.AddRange(DutyCredits.Of(person, terms, month, month, day => covered.Contains((Source.Duty, day))));
        }
        return found;
    }

    private RuleSet RulesOf(DateOnly day) => database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, day) : RuleSet.Default;

    private List<PersonDuty> People()
    {
        var clock = RulesOf(last).Clock;
        var leave = Near(RecordKinds.Leave, first, last);
        // Leave spreads over all of its days, also those before and after the months.
        var from = leave.Select(l => RecordKinds.Leave.DaysOf(l).First).Append(first).Min();
        var to = leave.Select(l => RecordKinds.Leave.DaysOf(l).Last).Append(last).Max();
        var rows = Near(RecordKinds.Roster, from, to).ToLookup(r => roster.PersonOf(r.Name, r.Account, r.Day));
        var punches = Near(RecordKinds.Punches, first, last).SelectMany(p => p.Each().Select(punch => (Who: roster.PersonOf(p.Name, p.Account, punch.Day ?? clock.DayOf(punch.At)), Punch: punch)))
            .ToLookup(p => p.Who, p => p.Punch);
        var forms = leave.ToLookup(l => roster.PersonOf(l.Name, l.Account, clock.DayOf(l.From)));
        var log = new Seating(database, roster).Divided(Near(RecordKinds.StatusLog, first, last), clock).ToLookup(c => c.Person, c => c.Change);
        var known = rows.Select(g => g.Key).Concat(punches.Select(g => g.Key)).Concat(forms.Select(g => g.Key)).Concat(log.Select(g => g.Key)).Where(id => id != 0).Distinct().Order();
        return [.. known.Select(id => new PersonDuty(id, roster.NameOf(id)!, [.. rows[id]], [.. punches[id]], [.. forms[id]], [.. log[id]]))];
    }

    private IReadOnlyList<T> Near<T>(RecordKind<T> kind, DateOnly from, DateOnly to) where T : class =>
        database.Records(kind).Between(Company, from.AddDays(-RecordCredits.Margin), to.AddDays(RecordCredits.Margin));
}
