using Dapper;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Claims on the float of pools (机动申请) with what was decided on them. Both are appended and never changed; a claim is decided once.</summary>
public sealed class PoolClaimRecords(Database database)
{
    /// <summary>Keeps a claim under a number of its own.</summary>
    public PoolClaim Add(PoolClaim claim) => database.Write(Durability.Full, t =>
    {
        t.Alone("pool_claim");
        var kept = claim with { Id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(claim_id), 0) FROM pool_claim") };
        t.Execute("INSERT INTO pool_claim (claim_id, month, scheme, pool, role, points, reason, kept_at, kept_by) VALUES (@Id, @month, @Scheme, @Pool, @Role, @points, @Reason, @at, @By)",
            new { kept.Id, month = Stored.Month(kept.Month), kept.Scheme, kept.Pool, kept.Role, points = Hundredths(kept.Points), kept.Reason, at = kept.At.UnixSeconds, kept.By });
        return kept;
    });

    /// <summary>Keeps a ruling where no other claim was decided since these were seen; else nothing is kept, for together they might move too much.</summary>
    public bool Decide(long claim, PoolRuling ruling, int decidedSeen) => database.Write(Durability.Full, t =>
    {
        t.Alone("pool_claim");
        if (t.Scalar<long>("SELECT COUNT(*) FROM pool_ruling") != decidedSeen) return false;
        return t.Execute("INSERT INTO pool_ruling (claim_id, points, giver, reason, kept_at, kept_by) VALUES (@claim, @points, @From, @Reason, @at, @By) ON CONFLICT DO NOTHING",
            new { claim, points = Hundredths(ruling.Granted), ruling.From, ruling.Reason, at = ruling.At.UnixSeconds, ruling.By }) == 1;
    });

    /// <summary>How many claims of all months were decided.</summary>
    public int Decided => database.Read(c => (int)c.ExecuteScalar<long>("SELECT COUNT(*) FROM pool_ruling"));

    /// <summary>A month's claims in the order in which they came.</summary>
    public IReadOnlyList<PoolClaim> Of(Month month) => Rows("c.month = @month", new { month = Stored.Month(month) });

    /// <summary>Every month's.</summary>
    public IReadOnlyList<PoolClaim> All => Rows("1 = 1", new { });

    public PoolClaim? Find(long id) => Rows("c.claim_id = @id", new { id }).FirstOrDefault();

    private static long Hundredths(decimal points) => (long)(points * 100m);

    private List<PoolClaim> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"""
        SELECT c.claim_id, c.month, c.scheme, c.pool, c.role, c.points, c.reason, c.kept_at, c.kept_by, r.points AS granted, r.giver, r.reason AS why, r.kept_at AS ruled_at, r.kept_by AS ruled_by
        FROM pool_claim c LEFT JOIN pool_ruling r ON r.claim_id = c.claim_id WHERE {condition} ORDER BY c.claim_id
        """, with).Select(r => r.Claim).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long claim_id, long month, string scheme, string pool, string role, long points, string reason, long kept_at, string kept_by, long? granted, string? giver, string? why, long? ruled_at, string? ruled_by)
    {
        public PoolClaim Claim => new(claim_id, Stored.Month(month), scheme, pool, role, points / 100m, reason, kept_by, new(kept_at))
        {
            Ruling = granted is { } given ? new(given / 100m, giver, why!, ruled_by!, new(ruled_at!.Value)) : null,
        };
    }
#pragma warning restore IDE1006, CA1812
}
