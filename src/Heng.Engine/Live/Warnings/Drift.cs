using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>What an hour came to: receptions that began in it, and the seconds that its answered rounds took.</summary>
public readonly record struct HourSum(long Receptions, long Rounds, long Seconds)
{
    public decimal? Average => Rounds == 0 ? null : (decimal)Seconds / Rounds;
}

/// <summary>
/// How far an hour is from its own usual (偏离平时): the same hour of the same weekday of the weeks before, their median. With fewer than three such weeks, or too little in the hour, nothing is
/// said. More than usual is said as soon as it is so; fewer than usual only of an hour that is over.
/// </summary>
public static class Drift
{
    public const int Weeks = 4, LeastWeeks = 3;
    private static readonly Wording Consulted = new("每小时接待", "receptions an hour"), AverageReply = new("平均响应", "average reply");
    public const long LeastReceptions = 20, LeastRounds = 20;

    public static HourSum[] HoursOf(IEnumerable<Reception> receptions, ShopClock clock)
    {
        var hours = new HourSum[24];
        foreach (var reception in receptions)
        {
            if (reception.Filtered) continue;
            var start = clock.StartOf(reception.Day);
            ref var first = ref hours[clock.HourOf(reception.First)];
            first = first with { Receptions = first.Receptions + 1 };
            foreach (var round in reception.Rounds)
                if (round.Wait is { } wait)
                {
                    ref var asked = ref hours[clock.HourOf(start.Plus(round.Asked))];
                    asked = asked with { Rounds = asked.Rounds + 1, Seconds = asked.Seconds + wait };
                }
        }
        return hours;
    }

    /// <summary>The usual that the hour's receptions drifted from; null where they did not, or nothing can be said.</summary>
    public static decimal? OfReceptions(HourSum now, IReadOnlyList<HourSum> before, decimal factor, bool over)
    {
        if (Usual([.. before.Select(b => (decimal)b.Receptions)]) is not { } usual || usual < LeastReceptions) return null;
        return now.Receptions > usual * factor || over && now.Receptions < usual / factor ? usual : null;
    }

    /// <summary>Slower than usual alone: faster asks nobody to act.</summary>
    public static decimal? OfAverage(HourSum now, IReadOnlyList<HourSum> before, decimal factor)
    {
        if (now.Rounds < LeastRounds || Usual([.. before.Where(b => b.Rounds >= LeastRounds).Select(b => b.Average!.Value)]) is not { } usual) return null;
        return now.Average > usual * factor ? usual : null;
    }

    /// <summary>What of a shop's hour, and of the one before it, drifts; without a factor nothing is watched.</summary>
    public static IReadOnlyList<Raised> Held(string shop, HourSum[] today, IReadOnlyList<HourSum[]> weeks, int hour, decimal? factor, Instant now)
    {
        if (factor is not { } times || weeks.Count < LeastWeeks) return [];
        var held = new List<Raised>();
        HourSum[] Before(int of) => [.. weeks.Select(w => w[of])];
        void Add(string fact, Wording what, decimal figure, decimal of) => held.Add(new(WarningKind.Drift, new(shop, null, null, fact), now, Gravity.Notice) { Figure = figure, Limit = of, What = what });
        if (OfReceptions(today[hour], Before(hour), times, over: false) is { } many) Add("receptions", Consulted, today[hour].Receptions, many);
        else if (hour > 0 && OfReceptions(today[hour - 1], Before(hour - 1), times, over: true) is { } few) Add("receptions", Consulted, today[hour - 1].Receptions, few);
        if (OfAverage(today[hour], Before(hour), times) is { } slow) Add("average", AverageReply, today[hour].Average!.Value, slow);
        return held;
    }

    /// <summary>The median; of an even number the mean of the two middle ones.</summary>
    public static decimal? Usual(IReadOnlyList<decimal> before)
    {
        if (before.Count < LeastWeeks) return null;
        decimal[] ordered = [.. before.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2m;
    }
}
