using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Pay.Late;

public sealed class PoolCorrectionTests
{
    private static readonly PoolOf Pool = new(new(2026, 9), "s8", "share", "team", null);

    [Fact]
    public void What_is_withheld_less_after_the_closing_is_taken_back_once()
    {
        // Sealed 750; a late review lifts a score and 700 are withheld now: −50. Settled by October, nothing is left; 720 later is +20.
        var october = PoolCorrection.Of(Pool, new(750m, 0m), new PoolRest(700m, 0m), [])!;
        Assert.Equal(new(-50m, 0m), october.Moved);
        Assert.Null(PoolCorrection.Of(Pool, new(750m, 0m), new PoolRest(700m, 0m), [october.Moved]));
        Assert.Equal(new(20m, 0m), PoolCorrection.Of(Pool, new(750m, 0m), new PoolRest(720m, 0m), [october.Moved])!.Moved);
    }

    [Fact]
    public void A_pool_that_nothing_divides_now_corrects_nothing() => Assert.Null(PoolCorrection.Of(Pool, new(750m, 10m), null, []));

    /// <summary>However often a closed month's pool moves, and whichever later months are closed in between, the fund was given what it comes to now, and never holds less than nothing.</summary>
    [Fact]
    public void What_funds_were_given_is_what_the_records_come_to_now()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            decimal Yuan() => random.Next(0, 100_000) / 100m;
            PoolRest then = new(Yuan(), Yuan()), now = then;
            List<PoolRest> since = [];
            List<FundIncome> incomes = [new(Pool.Month, "s8", "share", then.Withheld, then.Undistributed, new(1))];
            List<FundEntry> entries = [];
            for (var month = 10; month <= 12; month++)
            {
                if (random.Next(3) > 0) now = new(Yuan(), Yuan());
                if (PoolCorrection.Of(Pool, then, now, since) is { } moved)
                {
                    since.Add(moved.Moved);
                    incomes.Add(new(new(2026, month), "s8", "share", moved.Moved.Withheld, moved.Moved.Undistributed, new(month)) { Corrects = moved });
                }
                var ledger = new FundLedger(incomes, entries);
                var payout = new FundEntry(month, "team", FundEntryKind.Payout, Math.Max(0.01m, Yuan()), "聚餐", "hr", new(month)) { Ruling = new(true, "", "manager", new(month)) };
                if (ledger.Enter(payout with { Ruling = null }, new("team", default, new("规则", "rule")), named: true, mayDo: true) is null) entries.Add(payout);
            }
            var all = new FundLedger(incomes, entries);
            Assert.Equal(now.Withheld + now.Undistributed, all.Received);
            Assert.Equal(all.Opening + all.Received - all.PaidOut, all.Balance - all.Owed);
            Assert.True(all.Balance >= 0m && all.Owed >= 0m && (all.Balance == 0m || all.Owed == 0m));
            Assert.All(all.Lines, l => Assert.True(l.Balance >= 0m));
            Assert.Equal(all.Balance, all.Lines[^1].Balance);
        }
    }

    [Fact]
    public void More_taken_back_than_is_left_is_owed_and_made_good_by_what_comes_next()
    {
        // 750 withheld and 750 paid out; −50 leaves 0 and 50 owed, so that of the next 80 the fund holds 30.
        FundIncome[] incomes = [new(Pool.Month, "s8", "share", 750m, 0m, new(1)), new(new(2026, 10), "s8", "share", -50m, 0m, new(3))];
        FundEntry[] paid = [new(1, "team", FundEntryKind.Payout, 750m, "聚餐", "hr", new(2)) { Ruling = new(true, "", "manager", new(2)) }];
        var ledger = new FundLedger(incomes, paid);
        Assert.Equal((0m, 50m, 0m), (ledger.Balance, ledger.Owed, ledger.Lines[^1].Balance));
        Assert.Equal(FundRefusal.OverBalance, ledger.Enter(new(2, "team", FundEntryKind.Payout, 0.01m, "笔", "hr", new(4)), new("team", default, new("规则", "rule")), true, true));
        var next = new FundLedger([.. incomes, new(new(2026, 11), "s8", "share", 80m, 0m, new(5))], paid);
        Assert.Equal((30m, 0m), (next.Balance, next.Owed));
    }
}
