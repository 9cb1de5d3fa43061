using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Somebody would have less than eleven hours between two shifts. A warning for those who approve; the law sets no such rest.</summary>
public readonly record struct ShortRest(string Name, DateOnly Day, long Seconds);

/// <summary>
/// Whether a swap can be. On each of its days the two exchange what the roster says of them, so that nobody comes to have two shifts on a day; shifts of neighbouring days may not
/// overlap, and nobody is given a shift into leave that was granted.
/// </summary>
public static class SwapCheck
{
    public const int RestSeconds = 11 * 3600, MostDaysAhead = 62;

    /// <summary>The words of the roster that a swap rests on.</summary>
    public static IReadOnlyList<string> Before(PlannedDays mine, PlannedDays theirs, DateOnly day, DateOnly? forDay) =>
        [.. DaysOf(day, forDay).SelectMany(d => new[] { mine.On(d).Words, theirs.On(d).Words })];

    public static RequestRefusal? Against(SwapAsk ask, PlannedDays mine, PlannedDays theirs, Instant now, DateOnly today)
    {
        if (mine.Name == theirs.Name) return RequestRefusal.AskedOneself;
        var days = DaysOf(ask.Day, ask.ForDay);
        if (days.Any(d => d < today)) return RequestRefusal.PastDay;
        if (days.Any(d => d > today.AddDays(MostDaysAhead))) return RequestRefusal.TooFarAhead;
        if (!Before(mine, theirs, ask.Day, ask.ForDay).SequenceEqual(ask.Before, StringComparer.Ordinal)) return RequestRefusal.RosterChanged;
        return Shifts(ask, mine, theirs, now) ?? After(ask, mine, theirs);
    }

    /// <summary>Too short rests that the swap would make and that are not there without it.</summary>
    public static IReadOnlyList<ShortRest> ShortRests(SwapAsk ask, PlannedDays mine, PlannedDays theirs)
    {
        var (me, them) = Exchanged(ask, mine, theirs);
        return [.. Rests(me, ask).Except(Rests(mine, ask)).Concat(Rests(them, ask).Except(Rests(theirs, ask)))];
    }

    /// <summary>Both as they would be.</summary>
    public static (PlannedDays Mine, PlannedDays Theirs) Exchanged(SwapAsk ask, PlannedDays mine, PlannedDays theirs)
    {
        foreach (var day in DaysOf(ask.Day, ask.ForDay)) (mine, theirs) = (mine.With(day, theirs.On(day)), theirs.With(day, mine.On(day)));
        return (mine, theirs);
    }

    public static IReadOnlyList<DateOnly> DaysOf(DateOnly day, DateOnly? forDay) => forDay is { } other && other != day ? [day, other] : [day];

    private static RequestRefusal? Shifts(SwapAsk ask, PlannedDays mine, PlannedDays theirs, Instant now)
    {
        if (mine.On(ask.Day).Shift is not { } given) return RequestRefusal.NoShift;
        if (given.Start <= now) return RequestRefusal.PastDay;
        var theirsThen = theirs.On(ask.Day).Shift;
        if (ask.ForDay is not { } forDay) return theirsThen is null ? null : RequestRefusal.ColleagueWorks;
        if (theirs.On(forDay).Shift is not { } taken) return RequestRefusal.ColleagueRests;
        if (taken.Start <= now) return RequestRefusal.PastDay;
        if (forDay == ask.Day) return given == taken ? RequestRefusal.SameShift : null;
        if (theirsThen is not null) return RequestRefusal.ColleagueWorks;
        return mine.On(forDay).Shift is null ? null : RequestRefusal.YouWork;
    }

    private static RequestRefusal? After(SwapAsk ask, PlannedDays mine, PlannedDays theirs)
    {
        var (me, them) = Exchanged(ask, mine, theirs);
        foreach (var day in DaysOf(ask.Day, ask.ForDay))
            foreach (var one in new[] { me, them })
            {
                if (one.On(day).Shift is { } shift && one.IsAway(shift)) return RequestRefusal.OnLeave;
                var around = one.Around(day);
                if (around.Zip(around.Skip(1)).Any(pair => pair.First.End > pair.Second.Start)) return RequestRefusal.ShiftsOverlap;
            }
        return null;
    }

    private static HashSet<ShortRest> Rests(PlannedDays one, SwapAsk ask)
    {
        var found = new HashSet<ShortRest>();
        foreach (var day in DaysOf(ask.Day, ask.ForDay))
        {
            var around = one.Around(day);
            foreach (var (first, second) in around.Zip(around.Skip(1)))
                if (second.Start.SecondsSince(first.End) is >= 0 and < RestSeconds and var rest) found.Add(new(one.Name, day, rest));
        }
        return found;
    }
}
