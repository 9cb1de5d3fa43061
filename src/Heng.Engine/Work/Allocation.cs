using Heng.Engine.Facts;
using Heng.Engine.Statistics;

namespace Heng.Engine.Work;

/// <summary>What somebody's time on duty was measured by: serving or online by the status log, worked by punches, due by the roster, or days with a buyer where nothing else is known.</summary>
public enum DutyBasis : byte { Serving, Online, Worked, Rostered, Days }

/// <summary>What a test of even allocation says: nothing, even, to be watched (p under 5 %), or uneven (p under 1 %).</summary>
public enum AllocationVerdict : byte { TooFew, Even, Watch, Uneven }

/// <summary>Somebody's week in one line of reception: what the days add up to, and how many of them had a buyer.</summary>
public sealed record LineWork(string Agent, Measures Sum, int Days);

/// <summary>Somebody's buyers beside those due by their part of the time on duty. Duty is in hours, or in days where the basis is days.</summary>
public sealed record AllocationShare(string Agent, int Buyers, decimal Duty, decimal Due);

/// <summary>
/// How evenly buyers were given to those of one group and line in a week (进线分配): each is due the part of all buyers that their time on duty is of all time. The basis is the first that
/// is known of everybody who had a buyer; who was on duty and got none is in it. The same hour counts the same at noon and at night.
/// </summary>
public sealed record Allocation(DutyBasis By, IReadOnlyList<AllocationShare> Shares, Fit Fit)
{
    private const decimal UnevenBelow = 0.01m, WatchBelow = 0.05m;
    private const decimal SecondsAnHour = 3600m;

    private static readonly (DutyBasis By, Primitive Seconds)[] Bases =
        [(DutyBasis.Serving, Primitive.ServingSeconds), (DutyBasis.Online, Primitive.OnlineSeconds), (DutyBasis.Worked, Primitive.WorkedSeconds), (DutyBasis.Rostered, Primitive.RosteredSeconds)];

    public AllocationVerdict Verdict => Fit.P switch { null => AllocationVerdict.TooFew, < UnevenBelow => AllocationVerdict.Uneven, < WatchBelow => AllocationVerdict.Watch, _ => AllocationVerdict.Even };

    /// <returns>Null where nobody had a buyer.</returns>
    public static Allocation? Of(IReadOnlyList<LineWork> people)
    {
        var served = people.Where(p => p.Sum[Primitive.Consulted] > 0).ToArray();
        if (served.Length == 0) return null;
        var known = Array.Find(Bases, b => Array.TrueForAll(served, p => p.Sum[b.Seconds] > 0));
        var by = known == default ? DutyBasis.Days : known.By;
        decimal DutyOf(LineWork of) => by == DutyBasis.Days ? of.Days : of.Sum[known.Seconds] / SecondsAnHour;
        var rows = people.Select(p => (p.Agent, Buyers: (int)p.Sum[Primitive.Consulted], Duty: DutyOf(p))).Where(p => p.Duty > 0m).OrderBy(p => p.Agent, StringComparer.Ordinal).ToArray();
        var (buyers, whole) = (rows.Sum(r => r.Buyers), rows.Sum(r => r.Duty));
        return new(by, [.. rows.Select(r => new AllocationShare(r.Agent, r.Buyers, r.Duty, buyers * r.Duty / whole))], GoodnessOfFit.Of([.. rows.Select(r => r.Buyers)], [.. rows.Select(r => r.Duty)]));
    }
}
