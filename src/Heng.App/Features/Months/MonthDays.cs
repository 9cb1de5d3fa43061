using System.Collections.Concurrent;
using Heng.Engine.Duty;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// The days of a month for those whose position, group or plan changed in it: where somebody was, which days are theirs to work, and what is known of some of the days
/// alone. Nothing of it is read for anybody else.
/// </summary>
internal sealed class MonthDays(Database database, PeriodFacts facts)
{
    private readonly Lazy<WorkCalendar> calendar = new(() => WorkCalendar.China.With(database.Records(RecordKinds.Calendar).All(Shops.Company.Id)));
    private readonly Lazy<ILookup<int, DateOnly>> rostered = new(() => facts.Days.Where(d => d.Agent > 0 && d.Measures[Primitive.RosteredDays] > 0).ToLookup(d => d.Agent, d => d.Day));
    private readonly ConcurrentDictionary<DaySpan, Lazy<AskedNumbers>> numbers = new();

    /// <summary>Within the period, in order of time.</summary>
    public IReadOnlyList<Post> PostsOf(Person person)
    {
        List<Post> posts = [];
        for (var day = facts.From; day <= facts.To; day = day.AddDays(1))
        {
            if (facts.Roster.On(person.Id, day) is not { } on) continue;
            if (posts is [.., var last] && (last.Group, last.Position) == (on.Group, on.Position) && last.Days.To.AddDays(1) == day) posts[^1] = last with { Days = new(last.Days.From, day) };
            else posts.Add(new(new(day, day), on.Group, on.Position));
        }
        return posts;
    }

    /// <summary>A day that the month's pay is for: a workday, or a statutory holiday, which is paid though nobody works.</summary>
    public bool IsPaid(DateOnly day) => calendar.Value.On(day).Kind is DayKind.Work or DayKind.MakeUp or DayKind.Statutory;

    /// <summary>A day counts one where the duty roster has it; without a roster, on workdays for whom as many days were due as the calendar has workdays; else always.</summary>
    public Func<DateOnly, decimal> DueOf(Person person, Attendance? attendance)
    {
        var byCalendar = new Lazy<bool>(() => attendance is { } own && Enumerable.Range(0, facts.To.DayNumber - facts.From.DayNumber + 1).Count(i => calendar.Value.IsWork(facts.From.AddDays(i))) == own.DueDays);
        return day => rostered.Value.Contains(person.Id) ? (rostered.Value[person.Id].Contains(day) ? 1m : 0m) : !byCalendar.Value || calendar.Value.IsWork(day) ? 1m : 0m;
    }

    public AskedNumbers NumbersOn(DaySpan days) => numbers.GetOrAdd(days, span => new(() => Load(facts.Between(span.From, span.To)))).Value;

    private AskedNumbers Load(PeriodFacts some) => new(some, new(database, some), new(database, some));
}
