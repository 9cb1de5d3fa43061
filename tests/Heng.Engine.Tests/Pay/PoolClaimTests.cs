using Heng.Engine.Pay;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class PoolClaimTests
{
    private static readonly PoolClaim Asked = new(1, October, "s", "share", "art", 2m, "双十一主图", "美工", new(10));
    private static PoolRuling Ruled(decimal granted, string? from = "operations", string by = "店长", string reason = "做得多") => new(granted, from, reason, by, new(20));
    private static ClaimSituation With(params PoolClaim[] claims) => new(PoolTests.Share, false, claims);
    private static ClaimRefusal? Claimed(PoolClaim claim) => PoolClaims.Claim(claim, true, true, With());
    private static ClaimRefusal? Decided(PoolRuling ruling, ClaimSituation? now = null, PoolClaim? claim = null) => PoolClaims.Decide(claim ?? Asked, ruling, true, true, now ?? With(Asked));

    [Fact]
    public void A_role_claims_points_within_the_float_with_a_reason()
    {
        Assert.Null(Claimed(Asked));
        Assert.Null(Claimed(Asked with { Points = 5m }));
        Assert.Equal(ClaimRefusal.PointsOverFloat, Claimed(Asked with { Points = 5.01m }));
        Assert.Equal(ClaimRefusal.PointsNotAboveZero, Claimed(Asked with { Points = 0m }));
        Assert.Equal(ClaimRefusal.PointsTooFine, Claimed(Asked with { Points = 1.005m }));
        Assert.Equal(ClaimRefusal.RoleUnknown, Claimed(Asked with { Role = "sales" }));
        Assert.Equal(ClaimRefusal.ReasonMissing, Claimed(Asked with { Reason = " " }));
        Assert.Equal(ClaimRefusal.ReasonTooLong, Claimed(Asked with { Reason = new('长', 201) }));
        Assert.Equal(ClaimRefusal.NoFloat, PoolClaims.Claim(Asked, true, true, new(PoolTests.Share with { Float = null }, false, [])));
        Assert.Equal(ClaimRefusal.PoolUnknown, PoolClaims.Claim(Asked, true, true, new(null, false, [])));
        Assert.Equal(ClaimRefusal.NeedsNamedPerson, PoolClaims.Claim(Asked, false, true, With()));
        Assert.Equal(ClaimRefusal.RoleMayNot, PoolClaims.Claim(Asked, true, false, With()));
    }

    [Fact]
    public void A_closed_month_takes_neither_claims_nor_decisions()
    {
        Assert.Equal(ClaimRefusal.MonthClosed, PoolClaims.Claim(Asked, true, true, With() with { MonthClosed = true }));
        Assert.Equal(ClaimRefusal.MonthClosed, Decided(Ruled(0m, null), With(Asked) with { MonthClosed = true }));
    }

    [Fact]
    public void Nobody_decides_their_own_claim_and_each_is_decided_once_with_a_reason()
    {
        Assert.Null(Decided(Ruled(2m)));
        Assert.Null(Decided(Ruled(0m, null)));
        Assert.Equal(ClaimRefusal.OwnClaim, Decided(Ruled(2m, by: "美工")));
        Assert.Equal(ClaimRefusal.AlreadyDecided, Decided(Ruled(1m), claim: Asked with { Ruling = Ruled(2m) }));
        Assert.Equal(ClaimRefusal.ReasonMissing, Decided(Ruled(0m, null, reason: "")));
        Assert.Equal(ClaimRefusal.ClaimUnknown, PoolClaims.Decide(null, Ruled(2m), true, true, With()));
    }

    [Fact]
    public void What_is_granted_is_no_more_than_asked_and_comes_from_another_role()
    {
        Assert.Equal(ClaimRefusal.GrantedOutside, Decided(Ruled(2.01m)));
        Assert.Equal(ClaimRefusal.GrantedOutside, Decided(Ruled(-1m)));
        Assert.Equal(ClaimRefusal.GiverUnknown, Decided(Ruled(2m, null)));
        Assert.Equal(ClaimRefusal.GiverUnknown, Decided(Ruled(2m, "art")));
        Assert.Equal(ClaimRefusal.GiverUnknown, Decided(Ruled(2m, "sales")));
        Assert.Null(Decided(Ruled(2m, null), With(Asked) with { Pool = PoolTests.Share with { Float = new(5m, false) } }));
    }

    [Fact]
    public void All_that_a_month_grants_stays_within_the_float_and_no_share_falls_below_0()
    {
        // 3 granted before: 2 more are the float of 5, and a claim of 2.01 is over it
        var before = Asked with { Id = 2, Role = "service", Points = 3m, Ruling = Ruled(3m, "finance") };
        Assert.Null(Decided(Ruled(2m), With(before, Asked)));
        Assert.Equal(ClaimRefusal.FloatExceeded, Decided(Ruled(2.01m), With(before, Asked), Asked with { Points = 3m }));
        // Finance has 5 − 3 = 2 left
        Assert.Null(Decided(Ruled(2m, "finance"), With(before, Asked)));
        Assert.Equal(ClaimRefusal.ShareBelowZero, Decided(Ruled(2.01m, "finance"), new(PoolTests.Share with { Float = new(9m, true) }, false, [before, Asked]), Asked with { Points = 3m }));
    }

    [Fact]
    public void Only_what_was_granted_moves_shares() =>
        Assert.Equal([new ShareMove("s", "share", "operations", "art", 1.5m)], PoolClaims.Moves([Asked with { Id = 3 }, Asked with { Ruling = Ruled(1.5m) }, Asked with { Id = 2, Ruling = Ruled(0m, null) }]));
}
