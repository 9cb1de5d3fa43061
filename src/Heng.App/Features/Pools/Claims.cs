using System.Globalization;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Pools;

/// <summary>What came of a deed: the claim as it is kept now, or the refusal.</summary>
public sealed record ClaimDone(PoolClaim? Claim, ClaimRefusal? Refused);

/// <summary>What a role asks for: the pool's scheme and id, the role, how much and why.</summary>
public sealed record ClaimAsk(string Scheme, string Pool, string Role, decimal Points, string Reason);

/// <summary>Claims of a month and decisions on them: load, decide, keep, note in the chain of decisions.</summary>
public sealed class Claims(Database database, TimeProvider time)
{
    public IReadOnlyList<PoolClaim> Of(Month month) => database.PoolClaims.Of(month);

    /// <param name="pools">The month's pools.</param>
    public ClaimDone Put(Month month, ClaimAsk ask, IReadOnlyList<DividedPool> pools, Viewer viewer)
    {
        var claim = new PoolClaim(0, month, ask.Scheme, ask.Pool, ask.Role, ask.Points, ask.Reason.Trim(), viewer.Name, Now);
        if (PoolClaims.Claim(claim, IsNamed(viewer), Rights.ClaimsShares(viewer), Situation(claim, pools)) is { } refused) return new(null, refused);
        var kept = database.PoolClaims.Add(claim);
        database.Decisions.Append(Now, viewer.Name, "pool-claimed", SubjectOf(kept), $"{Text(kept.Points)}: {kept.Reason}");
        return new(kept, null);
    }

    public ClaimDone Decide(long id, decimal granted, string? from, string reason, Func<Month, IReadOnlyList<DividedPool>> poolsOf, Viewer viewer)
    {
        var decided = database.PoolClaims.Decided;
        var claim = database.PoolClaims.Find(id);
        var ruling = new PoolRuling(granted, granted > 0m ? from : null, reason.Trim(), viewer.Name, Now);
        var situation = claim is null ? new ClaimSituation(null, false, []) : Situation(claim, poolsOf(claim.Month));
        if (PoolClaims.Decide(claim, ruling, IsNamed(viewer), Rights.MovesShares(viewer), situation) is { } refused) return new(null, refused);
        if (!database.PoolClaims.Decide(id, ruling, decided)) return new(null, ClaimRefusal.ChangedMeanwhile);
        var (what, why) = granted > 0m ? ("pool-granted", $"{Text(granted)} from {from ?? "-"}: {ruling.Reason}") : ("pool-refused", ruling.Reason);
        database.Decisions.Append(Now, viewer.Name, what, SubjectOf(claim!), why);
        return new(claim! with { Ruling = ruling }, null);
    }

    private ClaimSituation Situation(PoolClaim claim, IReadOnlyList<DividedPool> pools) => new(
        pools.FirstOrDefault(p => p.File.Scheme == claim.Scheme && p.Division.Pool.Id == claim.Pool)?.Division.Pool, database.ClosedMonths.Find(SealedMonth.Company, claim.Month) is not null,
        [.. Of(claim.Month).Where(c => c.Scheme == claim.Scheme && c.Pool == claim.Pool)]);

    private static string SubjectOf(PoolClaim claim) => string.Create(CultureInfo.InvariantCulture, $"pool/{claim.Month}/{claim.Scheme}/{claim.Pool}/{claim.Role}/{claim.Id}");
    private static string Text(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
    private static bool IsNamed(Viewer viewer) => viewer.Role != Role.Operator;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
