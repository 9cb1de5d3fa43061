using System.Data.Common;
using Dapper;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class PoolRecordTests
{
    private static readonly Month October = new(2026, 10);
    private static readonly PoolClaim Claim = new(0, October, "s8", "share", "art", 1.25m, "双十一", "美工", new(100));
    private static readonly FundEntry Entry = new(0, "team", FundEntryKind.Payout, 300.55m, "聚餐", "人事", new(100));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_claim_is_kept_with_its_ruling_and_decided_once(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var claims = fresh.Database.PoolClaims;
        Assert.Equal([1L, 2L], new[] { claims.Add(Claim).Id, claims.Add(Claim with { Month = October.Plus(1) }).Id });
        Assert.Equal(Claim with { Id = 1 }, Assert.Single(claims.Of(October)));
        var ruling = new PoolRuling(0.75m, "operations", "一半", "店长", new(200));
        Assert.True(claims.Decide(1, ruling, 0));
        Assert.Equal(ruling, claims.Find(1)!.Ruling);
        // Somebody decided meanwhile, and what is decided stays so
        Assert.False(claims.Decide(2, ruling, 0));
        Assert.False(claims.Decide(1, ruling with { Granted = 1m }, 1));
        Assert.True(claims.Decide(2, new(0m, null, "不批", "店长", new(300)), 1));
        Assert.Equal((0m, null), claims.Find(2)!.Ruling is { } refused ? (refused.Granted, refused.From) : default);
        Refuses(fresh, "pool_claim", "pool_ruling");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_entry_of_a_fund_is_kept_to_the_fen_with_its_ruling(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var funds = fresh.Database.Funds;
        funds.Add(Entry);
        funds.Add(Entry with { Kind = FundEntryKind.Opening, Amount = 0.01m });
        Assert.Equal([Entry with { Id = 1 }, Entry with { Id = 2, Kind = FundEntryKind.Opening, Amount = 0.01m }], funds.All);
        var ruling = new FundRuling(true, "", "店长", new(200));
        Assert.True(funds.Decide(1, ruling, 0));
        Assert.False(funds.Decide(2, ruling, 0));
        Assert.True(funds.Decide(2, ruling with { Approved = false, Reason = "重复" }, 1));
        Assert.Equal([true, false], funds.All.Select(e => e.Counts));
        Refuses(fresh, "fund_entry", "fund_ruling");
    }

    private static void Refuses(FreshDatabase fresh, params string[] tables)
    {
        using var connection = fresh.Database.Connect();
        foreach (var table in tables)
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute($"DELETE FROM {table}")).Message, StringComparison.Ordinal);
    }
}
