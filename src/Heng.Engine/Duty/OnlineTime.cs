using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>A person's business day at the desk: seconds online (在线), of these suspended (挂起); first and last as seconds of the business day.</summary>
public readonly record struct OnlineDay(DateOnly Day, long OnlineSeconds, long SuspendedSeconds, int FirstSecond, int LastSecond)
{
    public long ServingSeconds => OnlineSeconds - SuspendedSeconds;
}

/// <summary>
/// Online time from status logs. Somebody is online while any account is on any device, and suspended while all that are online are suspended.
/// A log that breaks off counts up to its last entry: after it, and across a silence longer than a shift, nobody knows. A day's cut divides a stretch.
/// </summary>
public static class OnlineTime
{
    public static IReadOnlyList<OnlineDay> Of(IEnumerable<StatusChange> log, ShopClock clock)
    {
        var online = new List<(Instant From, Instant To)>();
        var serving = new List<(Instant From, Instant To)>();
        foreach (var account in log.GroupBy(c => c.Account, StringComparer.Ordinal)) Walk([.. account.Distinct().OrderBy(c => c.At).ThenBy(c => c.Status)], online, serving);
        var served = Days(serving, clock);
        return [.. Days(online, clock).Select(day => new OnlineDay(
            day.Key, day.Value.Seconds, day.Value.Seconds - (served.TryGetValue(day.Key, out var s) ? s.Seconds : 0), day.Value.First, day.Value.Last))];
    }

    private static void Walk(List<StatusChange> log, List<(Instant, Instant)> online, List<(Instant, Instant)> serving)
    {
        var state = new AccountState();
        for (var i = 0; i < log.Count; i++)
        {
            if (i > 0) state.Wait(log[i - 1].At, log[i].At);
            if (i > 0 && state.IsOnline)
            {
                online.Add((log[i - 1].At, log[i].At));
                if (!state.IsSuspended) serving.Add((log[i - 1].At, log[i].At));
            }
            state.Take(log[i]);
        }
    }

    /// <summary>The union of the stretches, cut at the business day.</summary>
    private static SortedDictionary<DateOnly, (long Seconds, int First, int Last)> Days(List<(Instant From, Instant To)> stretches, ShopClock clock)
    {
        var days = new SortedDictionary<DateOnly, (long Seconds, int First, int Last)>();
        Instant? reached = null;
        foreach (var (from, to) in stretches.OrderBy(s => s.From))
        {
            var at = reached is { } end && end > from ? end : from;
            while (at < to)
            {
                var day = clock.DayOf(at);
                var stop = clock.EndOf(day) < to ? clock.EndOf(day) : to;
                var (first, last) = (clock.SecondOfDay(at), (int)stop.SecondsSince(clock.StartOf(day)));
                days[day] = days.TryGetValue(day, out var held) ? (held.Seconds + stop.SecondsSince(at), held.First, last) : (stop.SecondsSince(at), first, last);
                at = stop;
            }
            if (reached is null || to > reached) reached = to;
        }
        return days;
    }
}
