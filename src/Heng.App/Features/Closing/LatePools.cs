using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.Pools;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>
/// What late facts change in what pools left for funds (基金更正): worked out by the first open month after a closed one, and sealed with it, as its payslips settle what was paid.
/// </summary>
public static class LatePools
{
    /// <summary>The part of the seal.</summary>
    public const string Part = "poolCorrections";

    /// <param name="now">A closed month's pools as the records divide them now.</param>
    public static IReadOnlyList<PoolCorrection> Of(Database database, IReadOnlyList<Month> settled, Func<Month, IReadOnlyList<DividedPool>> now)
    {
        if (settled.Count == 0) return [];
        var seals = database.ClosedMonths.All(SealedMonth.Company).ToDictionary(c => c.Month, SealedMonth.Of);
        return [.. settled.SelectMany(month => Of(month, PoolsOf(seals[month]), now(month), [.. seals.Where(s => s.Key > month).SelectMany(s => Read(s.Value))]))];
    }

    private static IEnumerable<PoolCorrection> Of(Month month, IReadOnlyList<PoolFigures> then, IReadOnlyList<DividedPool> now, PoolCorrection[] since) =>
        from pool in now
        let division = pool.Division
        let own = new PoolOf(month, pool.File.Scheme, division.Pool.Id, division.Pool.Fund, division.Pool.UndistributedTo)
        let corrected = PoolCorrection.Of(own, RestOf(then, own), division.Amount is null ? null : new PoolRest(division.Withheld, division.Undistributed), since.Where(s => Same(s.Pool, own)).Select(s => s.Moved))
        where corrected is not null
        select corrected;

    /// <summary>Those that a closed month sealed.</summary>
    public static IEnumerable<PoolCorrection> Read(SealedMonth seal) => seal.Rows(Part).Select(row =>
    {
        decimal Yuan(string name) => row![name]!.GetValue<decimal>();
        PoolRest Rest(string which) => new(Yuan($"withheld{which}"), Yuan($"undistributed{which}"));
        string Text(string name) => row![name]!.GetValue<string>();
        return new PoolCorrection(new(Month.Parse(Text("month"))!.Value, Text("scheme"), Text("pool"), Text("fund"), row!["undistributedTo"]?.GetValue<string>()), Rest("Now"), Rest("Sealed"), Rest("Settled"));
    });

    public static JsonObject Of(PoolCorrection of) => new()
    {
        ["month"] = of.Pool.Month.ToString(), ["scheme"] = of.Pool.Scheme, ["pool"] = of.Pool.Pool, ["fund"] = of.Pool.Fund, ["undistributedTo"] = of.Pool.UndistributedTo,
        ["withheld"] = Json.Number(of.Moved.Withheld), ["withheldNow"] = Json.Number(of.Now.Withheld), ["withheldSealed"] = Json.Number(of.Then.Withheld), ["withheldSettled"] = Json.Number(of.Settled.Withheld),
        ["undistributed"] = Json.Number(of.Moved.Undistributed), ["undistributedNow"] = Json.Number(of.Now.Undistributed), ["undistributedSealed"] = Json.Number(of.Then.Undistributed), ["undistributedSettled"] = Json.Number(of.Settled.Undistributed),
    };

    /// <summary>The first sealed correction that does not follow from the seals before it; null where all do.</summary>
    public static string? FirstFalse(SealedMonth seal, IReadOnlyList<SealedMonth> before)
    {
        foreach (var own in Read(seal))
        {
            var place = $"{Part}/{own.Pool.Month}/{own.Pool.Scheme}/{own.Pool.Pool}";
            if (before.FirstOrDefault(b => b.Closed.Month == own.Pool.Month) is not { } then) return place;
            var settled = before.Where(b => b.Closed.Month > own.Pool.Month).SelectMany(Read).Where(c => Same(c.Pool, own.Pool)).Aggregate(default(PoolRest), (sum, c) => sum + c.Moved);
            if (own.Then != RestOf(PoolsOf(then), own.Pool) || own.Settled != settled) return place;
        }
        return null;
    }

    private static PoolFigures[] PoolsOf(SealedMonth seal) => [.. seal.Rows(PoolJson.Part).Select(p => PoolJson.Read(p!))];

    private static PoolRest RestOf(IReadOnlyList<PoolFigures> sealedPools, PoolOf pool) =>
        sealedPools.FirstOrDefault(p => p.Scheme == pool.Scheme && p.Pool == pool.Pool) is { } then ? new(then.Withheld, then.Undistributed) : default;

    private static bool Same(PoolOf a, PoolOf b) => (a.Month, a.Scheme, a.Pool) == (b.Month, b.Scheme, b.Pool);
}
