using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>Days in one position and group, as the roster has them (任职段).</summary>
public sealed record Post(DaySpan Days, string Group, string Position);

/// <summary>
/// Days of a month in one position and group under one plan (月内分段); without a plan nothing scores them. Due counts its days: of the duty roster, of the work calendar,
/// or of the calendar. Worked is its part of the month's days worked. Joined are short stretches that became part of it.
/// </summary>
public sealed record Stretch(DaySpan Days, string Group, string Position, Plan? Plan, decimal Due)
{
    public decimal Worked { get; init; }
    public IReadOnlyList<DaySpan> Joined { get; init; } = [];

    internal bool SameAs(Stretch other) => Group == other.Group && Position == other.Position && ReferenceEquals(Plan, other.Plan);
}

/// <summary>
/// Divides a person's month where position, group or plan changes. A stretch under five days joins the longer of its neighbours, of two as long the later one; the shortest
/// goes first, of two as short the earlier. Days that a plan scores never join days that none does, so nobody loses a card by it.
/// </summary>
public static class Stretches
{
    public const decimal Least = 5m;

    /// <param name="posts">In order of time, not overlapping, within the month.</param>
    /// <param name="changes">Days on which another plan may begin to count.</param>
    /// <param name="due">How many days a day is: 1 or 0, by roster or calendar.</param>
    public static IReadOnlyList<Stretch> Of(
        IReadOnlyList<Post> posts, IEnumerable<DateOnly> changes, Func<Post, DateOnly, Plan?> planOn, Func<DateOnly, decimal> due, decimal? worked)
    {
        var cuts = changes.Distinct().Order().ToArray();
        var counts = posts.SelectMany(p => DaysOf(p.Days)).Any(d => due(d) > 0m) ? due : _ => 1m;
        var stretches = Merged([.. posts.SelectMany(p => Parts(p.Days, cuts).Select(days => new Stretch(days, p.Group, p.Position, planOn(p, days.To), DaysOf(days).Sum(counts))))]);
        while (Shortest(stretches) is { } found) stretches = Merged(Join(stretches, found.At, found.To));
        return Worked(stretches, worked);
    }

    private static IEnumerable<DaySpan> Parts(DaySpan days, IEnumerable<DateOnly> cuts)
    {
        var from = days.From;
        foreach (var cut in cuts.Where(c => c > days.From && c <= days.To))
        {
            yield return new(from, cut.AddDays(-1));
            from = cut;
        }
        yield return new(from, days.To);
    }

    private static IEnumerable<DateOnly> DaysOf(DaySpan days) => Enumerable.Range(0, days.To.DayNumber - days.From.DayNumber + 1).Select(days.From.AddDays);

    /// <summary>Neighbours that are the same are one; days off the roster between them change nothing.</summary>
    private static List<Stretch> Merged(IEnumerable<Stretch> stretches)
    {
        List<Stretch> merged = [];
        foreach (var next in stretches)
        {
            if (merged.Count > 0 && merged[^1].SameAs(next)) merged[^1] = Together(next, merged[^1]) with { Joined = [.. merged[^1].Joined, .. next.Joined] };
            else merged.Add(next);
        }
        return merged;
    }

    private static (int At, int To)? Shortest(List<Stretch> all)
    {
        var shortest = Enumerable.Range(0, all.Count).Where(i => all[i].Due < Least).OrderBy(i => all[i].Due).ThenBy(i => i);
        foreach (var at in shortest)
        {
            var neighbours = new[] { at - 1, at + 1 }.Where(n => n >= 0 && n < all.Count && all[n].Due >= all[at].Due && (all[at].Plan is null || all[n].Plan is not null)).ToArray();
            if (neighbours.Length > 0) return (at, neighbours.OrderByDescending(n => all[n].Due).ThenByDescending(n => n).First());
        }
        return null;
    }

    private static IEnumerable<Stretch> Join(List<Stretch> all, int at, int to)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (i == at) continue;
            yield return i != to ? all[i] : Together(all[to], all[at]) with { Joined = [.. new[] { all[to], all[at] }.OrderBy(s => s.Days.From).SelectMany(s => s == all[at] ? [.. s.Joined, s.Days] : s.Joined)] };
        }
    }

    private static Stretch Together(Stretch stays, Stretch other) => stays with
    {
        Days = new(stays.Days.From < other.Days.From ? stays.Days.From : other.Days.From, stays.Days.To > other.Days.To ? stays.Days.To : other.Days.To), Due = stays.Due + other.Due,
    };

    /// <summary>Days worked are known of the month; its stretches have them as they have the days due, to a hundredth.</summary>
    private static IReadOnlyList<Stretch> Worked(List<Stretch> all, decimal? worked)
    {
        if (worked is not { } days) return [.. all.Select(s => s with { Worked = s.Due })];
        var parts = Split.Of(days, [.. all.Select(s => (s.Days.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), s.Due))]);
        return [.. all.Select((s, i) => s with { Worked = parts[i] })];
    }
}
