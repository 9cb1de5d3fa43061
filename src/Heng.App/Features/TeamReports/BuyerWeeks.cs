using System.Globalization;
using Heng.App.Features.Months;
using Heng.Engine.Facts;
using Heng.Engine.Work;
using Heng.Store;

namespace Heng.App.Features.TeamReports;

/// <summary>How a month's buyers were given to the people of each group and line, week by week. A week of which the month holds a part is that part.</summary>
internal sealed class BuyerWeeks(Database database, PeriodFacts facts)
{
    public static string IdOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}");

    /// <summary>Of those groups in which anybody else could have had the buyers: one person alone is no allocation.</summary>
    public IReadOnlyList<TeamWeek> Of(IReadOnlyCollection<string> groups)
    {
        var days = from day in facts.Days
                   where day.Agent > 0
                   let post = facts.Roster.On(day.Agent, day.Day)
                   where post is not null && groups.Contains(post.Group)
                   group day by (Week: IdOf(day.Day), post.Group, post.Position);
        return [.. days.Select(Week).OfType<TeamWeek>().OrderBy(w => w.Group, StringComparer.Ordinal).ThenBy(w => w.Position, StringComparer.Ordinal).ThenBy(w => w.From)];
    }

    private TeamWeek? Week(IGrouping<(string Week, string Group, string Position), AgentDay> days)
    {
        // A person's day stands once for each shop, and once for what belongs to no shop.
        var people = days.GroupBy(d => d.Agent).Select(own => new LineWork(facts.NameOf(own.Key), Sum(own), own.Where(d => d.Measures[Primitive.Consulted] > 0).Select(d => d.Day).Distinct().Count())).ToArray();
        if (Allocation.Of(people) is not { Shares.Count: > 1 } allocation) return null;
        var monday = days.Min(d => d.Day).AddDays(-(((int)days.Min(d => d.Day).DayOfWeek + 6) % 7));
        var (from, to) = (monday < facts.From ? facts.From : monday, monday.AddDays(6) > facts.To ? facts.To : monday.AddDays(6));
        return new(days.Key.Week, from, to, days.Key.Group, days.Key.Position, allocation, Corrections.Of(database, facts.Rules.Clock, days.Key.Week, days.Key.Group));
    }

    private static Measures Sum(IEnumerable<AgentDay> days)
    {
        var sum = new Measures();
        foreach (var day in days) sum.Add(day.Measures);
        return sum;
    }
}
