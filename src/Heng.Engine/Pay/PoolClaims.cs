using Heng.Engine.Records;

namespace Heng.Engine.Pay;

/// <summary>What a role asks of the float for a month, in percentage points of the pool, and why (机动申请). Undecided without a ruling.</summary>
public sealed record PoolClaim(long Id, Month Month, string Scheme, string Pool, string Role, decimal Points, string Reason, string By, Instant At)
{
    public PoolRuling? Ruling { get; init; }
}

/// <summary>What was decided on a claim and why (机动决定): the points granted, 0 where it is refused, and the role that they are taken from.</summary>
public sealed record PoolRuling(decimal Granted, string? From, string Reason, string By, Instant At);

/// <summary>Why a deed on a claim is not allowed. Worded at the edge in both languages.</summary>
public enum ClaimRefusal
{
    NeedsNamedPerson, RoleMayNot, MonthClosed, PoolUnknown, NoFloat, RoleUnknown, PointsNotAboveZero, PointsTooFine, PointsOverFloat, ReasonMissing, ReasonTooLong, ClaimUnknown, AlreadyDecided, OwnClaim,
    GrantedOutside, GiverUnknown, FloatExceeded, ShareBelowZero, ChangedMeanwhile,
}

/// <summary>What is known of the pool when a deed comes: null where the month has none of that name; the month's claims on it, decided or not.</summary>
public sealed record ClaimSituation(Pool? Pool, bool MonthClosed, IReadOnlyList<PoolClaim> Claims);

/// <summary>
/// Claims on the float of a pool. A role puts one forward, another person decides it, and what is granted in a month together stays within the float; a zero-sum float takes
/// from one role what it gives another, and no share falls below 0. A closed month takes neither claims nor decisions.
/// </summary>
public static class PoolClaims
{
    public const int LongestReason = 200;

    /// <summary>Null where the claim may be kept.</summary>
    public static ClaimRefusal? Claim(PoolClaim claim, bool named, bool mayDo, ClaimSituation now) => now switch
    {
        _ when !named => ClaimRefusal.NeedsNamedPerson,
        _ when !mayDo => ClaimRefusal.RoleMayNot,
        { MonthClosed: true } => ClaimRefusal.MonthClosed,
        { Pool: null } => ClaimRefusal.PoolUnknown,
        { Pool.Float: null } => ClaimRefusal.NoFloat,
        _ when now.Pool.Roles.All(r => r.Id != claim.Role) => ClaimRefusal.RoleUnknown,
        _ when claim.Points <= 0m => ClaimRefusal.PointsNotAboveZero,
        _ when IsFine(claim.Points) => ClaimRefusal.PointsTooFine,
        _ when claim.Points > now.Pool.Float.Most => ClaimRefusal.PointsOverFloat,
        _ => Reasoned(claim.Reason),
    };

    /// <summary>Null where the ruling may be kept.</summary>
    public static ClaimRefusal? Decide(PoolClaim? claim, PoolRuling ruling, bool named, bool mayDo, ClaimSituation now) => now switch
    {
        _ when !named => ClaimRefusal.NeedsNamedPerson,
        _ when !mayDo => ClaimRefusal.RoleMayNot,
        _ when claim is null => ClaimRefusal.ClaimUnknown,
        { MonthClosed: true } => ClaimRefusal.MonthClosed,
        _ when claim.Ruling is not null => ClaimRefusal.AlreadyDecided,
        _ when claim.By == ruling.By => ClaimRefusal.OwnClaim,
        _ when Reasoned(ruling.Reason) is { } unreasoned => unreasoned,
        _ when ruling.Granted == 0m => null,
        { Pool: null } => ClaimRefusal.PoolUnknown,
        { Pool.Float: null } => ClaimRefusal.NoFloat,
        _ when ruling.Granted < 0m || ruling.Granted > claim.Points => ClaimRefusal.GrantedOutside,
        _ when IsFine(ruling.Granted) => ClaimRefusal.PointsTooFine,
        _ when Gives(now.Pool, claim, ruling) is { } refused => refused,
        _ when Granted(now.Claims) + ruling.Granted > now.Pool.Float.Most => ClaimRefusal.FloatExceeded,
        _ when ruling.From is { } from && ShareOf(now, from) < ruling.Granted => ClaimRefusal.ShareBelowZero,
        _ => null,
    };

    /// <summary>What was granted of the float.</summary>
    public static decimal Granted(IEnumerable<PoolClaim> claims) => claims.Sum(c => c.Ruling?.Granted ?? 0m);

    public static IReadOnlyList<ShareMove> Moves(IEnumerable<PoolClaim> claims) =>
        [.. claims.OrderBy(c => c.Id).Where(c => c.Ruling is { Granted: > 0m }).Select(c => new ShareMove(c.Scheme, c.Pool, c.Ruling!.From, c.Role, c.Ruling.Granted))];

    /// <summary>Points are kept to the hundredth.</summary>
    private static bool IsFine(decimal points) => decimal.Round(points, 2) != points;

    private static ClaimRefusal? Gives(Pool pool, PoolClaim claim, PoolRuling ruling)
    {
        if (pool.Roles.All(r => r.Id != claim.Role)) return ClaimRefusal.RoleUnknown;
        if (ruling.From is not { } from) return pool.Float!.ZeroSum ? ClaimRefusal.GiverUnknown : null;
        return from == claim.Role || pool.Roles.All(r => r.Id != from) ? ClaimRefusal.GiverUnknown : null;
    }

    private static decimal ShareOf(ClaimSituation now, string role) => now.Pool!.Roles.First(r => r.Id == role).Share
        + Moves(now.Claims).Sum(m => (m.To == role ? m.Points : 0m) - (m.From == role ? m.Points : 0m));

    private static ClaimRefusal? Reasoned(string reason) => string.IsNullOrWhiteSpace(reason) ? ClaimRefusal.ReasonMissing : reason.Length > LongestReason ? ClaimRefusal.ReasonTooLong : null;
}
