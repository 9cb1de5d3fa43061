using Heng.Engine.Records;

namespace Heng.Engine.Pay.Late;

/// <summary>What a pool's division left over for funds.</summary>
public readonly record struct PoolRest(decimal Withheld, decimal Undistributed)
{
    public static PoolRest operator +(PoolRest a, PoolRest b) => new(a.Withheld + b.Withheld, a.Undistributed + b.Undistributed);
    public static PoolRest operator -(PoolRest a, PoolRest b) => new(a.Withheld - b.Withheld, a.Undistributed - b.Undistributed);
    public static PoolRest Add(PoolRest a, PoolRest b) => a + b;
    public static PoolRest Subtract(PoolRest a, PoolRest b) => a - b;
}

/// <summary>A pool by month, scheme and id, and the funds that it names.</summary>
public sealed record PoolOf(Month Month, string Scheme, string Pool, string Fund, string? UndistributedTo);

/// <summary>
/// What came after a month was closed, in what its pool left for funds (基金更正): now − as sealed − what months closed since have corrected. So a fund was given once what
/// the records come to now.
/// </summary>
public sealed record PoolCorrection(PoolOf Pool, PoolRest Now, PoolRest Then, PoolRest Settled)
{
    public PoolRest Moved => Now - Then - Settled;

    /// <param name="now">Null where nothing divides the pool now: that is no rest of 0, and corrects nothing.</param>
    /// <param name="since">What months closed since have corrected of it.</param>
    public static PoolCorrection? Of(PoolOf pool, PoolRest then, PoolRest? now, IEnumerable<PoolRest> since) =>
        now is { } rest && new PoolCorrection(pool, rest, then, since.Aggregate(default(PoolRest), (sum, one) => sum + one)) is var own && own.Moved != default ? own : null;
}
