using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Funds;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Pools;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>The profit share of a small shop in October: two of service are marked for their ability, and whom nobody marked has what the numbers alone make.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class PoolQueryTests(QueryShop shop)
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null), Auditor = new("audit", Role.Auditor, null, null);

    private LaterShop Sharing()
    {
        var later = new LaterShop(shop);
        later.Database.Plans.Publish("s8-profit-share", TemplateLibrary.Find("s8-profit-share")!.Yaml.Replace("        pass: 80\n        float", "        pass: 40\n        float", StringComparison.Ordinal), new(9), "manager");
        later.Database.Entries.Merge([Mark(shop.Agent, 9m), Mark(shop.Colleague, 8m)], null, 0);
        return later;
    }

    private static Entry Mark(string agent, decimal ability) => new(QueryShop.October, agent, "ability", "manager", ability, null, null);

    private static PoolQuery Pools(LaterShop later, Viewer viewer) => new(later.Books, QueryShop.By(viewer), TimeProvider.System);
    private static async Task<PoolView> Look(LaterShop later, Viewer viewer, PoolAsk? ask = null) => (await Pools(later, viewer).For(QueryShop.October, ask, QueryShop.Request)).View!;
    private static async Task<FundsView> Funds(LaterShop later, Viewer viewer, FundAsk? ask = null) => (await new FundsQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For(ask, QueryShop.Request)).View!;
    private static PoolAsk Claim(string role, decimal points) => new(new("s8-profit-share", "share", role, points, "双十一主图"), null, 0m, null, "");
    private static PoolAsk Ruling(long claim, decimal granted, string? from) => new(null, claim, granted, from, "做得多");

    private void Close(LaterShop later)
    {
        var close = new Close(later.Database, TimeProvider.System);
        Assert.Null(close.Prepare(QueryShop.October, later.Database.Shops.All, null, Hr).Refused);
        Assert.Null(close.Finish(QueryShop.October, later.Database.Shops.All, null, shop.Manager, provisionally: true).Refused);
    }

    [Fact]
    public async Task The_pool_is_1_percent_of_what_the_whole_shop_sold_and_is_divided_to_the_fen()
    {
        using var later = Sharing();
        var book = later.Books.Of(QueryShop.October).Book;
        var sold = book.Facts.Read(book.Facts.Metrics.Find("sales-net")!, book.Facts.Shop).Value!.Value;
        var pool = Assert.Single((await Look(later, shop.Manager)).Pools).Figures;
        Assert.Equal((sold, Math.Round(sold * 0.01m, 2, MidpointRounding.AwayFromZero)), (pool.Number!.Value, pool.Amount!.Value));
        Assert.Equal(pool.Amount, pool.Paid + pool.Withheld + pool.Undistributed);
        Assert.Equal([50m, 30m, 15m, 5m], pool.Roles.Select(r => r.Share));
        // Paid is what the payslips say
        decimal Of(string agent) => book.Find(agent)!.Pay!.Lines.Single(l => l.Id == "share").Amount;
        Assert.Equal(pool.Paid, book.People.SelectMany(p => p.Pay?.Lines ?? []).Where(l => l.Id == "share").Sum(l => l.Amount));
        Assert.True(Of(shop.Agent) > 0m && Of(shop.Colleague) > 0m && pool.Withheld > 0m);
        // The shop's number is a leaf under the line: beneath it stand colleagues
        var number = Flat(book.Opened(later.Database, _ => true).Find(shop.Agent)!.Pay!.Lines.Single(l => l.Id == "share").Explanation).Last(n => n.Value == sold && n.Unit == Unit.Yuan);
        Assert.Empty(number.Inputs);
    }

    private static IEnumerable<Explained> Flat(Explained node) => node.Inputs.SelectMany(Flat).Prepend(node);

    [Fact]
    public async Task A_claim_is_put_by_one_and_decided_by_another_and_moves_the_shares()
    {
        using var later = Sharing();
        Assert.True((await Look(later, Hr, Claim("art", 2m))).Done);
        Assert.Equal(ClaimRefusal.RoleMayNot, (await Look(later, Hr, Ruling(1, 2m, "operations"))).Refused);
        Assert.True((await Look(later, shop.Manager, Ruling(1, 2m, "operations"))).Done);
        var card = Assert.Single((await Look(later, shop.Manager)).Pools);
        Assert.Equal([(50m, 0m), (28m, -2m), (17m, 2m), (5m, 0m)], card.Figures.Roles.Select(r => (r.Share, r.Moved)));
        Assert.Equal((5m, 3m), card.Float);
        Assert.True((await Look(later, shop.Manager, Claim("finance", 1m))).Done);
        Assert.Equal(ClaimRefusal.OwnClaim, (await Look(later, shop.Manager, Ruling(2, 1m, "operations"))).Refused);
        Assert.Equal(["pool-claimed", "pool-granted", "pool-claimed"], later.Database.Decisions.Latest(3).Reverse().Select(d => d.What));
        Assert.Equal("2 from operations: 做得多", later.Database.Decisions.Latest(2)[^1].Why);
        Assert.Null(later.Database.Decisions.FirstBroken());
    }

    [Fact]
    public async Task Closing_seals_the_pool_and_fills_the_fund_and_takes_no_more_claims()
    {
        using var later = Sharing();
        var before = (await Look(later, shop.Manager)).Pools.Single().Figures;
        Assert.Empty((await Funds(later, shop.Manager)).Funds.Single().Ledger.Incomes);
        Close(later);
        var hash = SealedMonth.Find(later.Database, QueryShop.October)!.Closed.Hash;
        Assert.Equal(ClaimRefusal.MonthClosed, (await Look(later, Hr, Claim("art", 2m))).Refused);
        var fund = (await Funds(later, Hr)).Funds.Single();
        Assert.Equal(("team-activity", before.Withheld, before.Withheld), (fund.Fund.Id, fund.Ledger.Received, fund.Ledger.Balance));
        // Entered by one, approved by another; never more than there is
        Assert.Equal(FundRefusal.OverBalance, (await Funds(later, Hr, new("pay", "team-activity", before.Withheld + 0.01m, "聚餐", 0))).Refused);
        Assert.True((await Funds(later, Hr, new("pay", "team-activity", before.Withheld, "聚餐", 0))).Done);
        Assert.Equal(FundRefusal.SamePerson, (await Funds(later, Hr, new("approve", "", 0m, "", 1))).Refused);
        Assert.True((await Funds(later, shop.Manager, new("approve", "", 0m, "", 1))).Done);
        Assert.Equal(0m, (await Funds(later, Auditor)).Funds.Single().Ledger.Balance);
        Assert.Equal(FundRefusal.RoleMayNot, (await Funds(later, Auditor, new("pay", "team-activity", 1m, "x", 0))).Refused);
        Assert.Equal(["fund-payout-entered", "fund-approved"], later.Database.Decisions.Latest(2).Reverse().Select(d => d.What));
        // Sealed for ever: another mark moves the open book, and neither page nor seal
        later.Database.Entries.Merge([Mark(shop.Stranger, 10m)], null, 0);
        var closed = (await Look(later, shop.Manager)).Pools.Single().Figures;
        Assert.Equal((before.Paid, before.Withheld, hash), (closed.Paid, closed.Withheld, SealedMonth.Find(later.Database, QueryShop.October)!.Closed.Hash));
        var now = later.Books.Of(QueryShop.October).Book.Pools.Single().Division;
        Assert.NotEqual(before.Paid, now.Paid);
        // The next month takes up what the fund was given too much or too little, once; all of it was paid out, so less than nothing is owed
        var moved = Assert.Single(new LateFacts(later.Database).PoolsOf(QueryShop.October.Plus(1)));
        Assert.Equal((now.Withheld - before.Withheld, now.Undistributed - before.Undistributed), (moved.Moved.Withheld, moved.Moved.Undistributed));
        later.Database.ClosedMonths.Close(SealedMonth.Company, QueryShop.October.Plus(1), "final",
            $$"""{"month":"2026-11","ruleSet":1,"plans":[],"score":[],"pay":[],"metrics":[],"poolCorrections":[{{LatePools.Of(moved).ToJsonString()}}]}""", new(later.Database.ClosedMonths.Find(SealedMonth.Company, QueryShop.October)!.ClosedAt.UnixSeconds + 1), "manager");
        var corrected = (await Funds(later, Hr)).Funds.Single().Ledger;
        Assert.Equal((now.Withheld, now.Withheld - before.Withheld), (corrected.Received, corrected.Balance - corrected.Owed));
        Assert.Equal("correction of 2026-10, closed with 2026-11", FundWords.Of(corrected.Lines.Single(l => l.Income?.Corrects is not null)).En);
        Assert.Empty(new LateFacts(later.Database).PoolsOf(QueryShop.October.Plus(2)));
    }

    [Fact]
    public async Task Claims_and_fund_entries_leave_with_their_rulings_for_who_exports_pay()
    {
        using var later = Sharing();
        await Look(later, Hr, Claim("art", 2m));
        await Look(later, shop.Manager, Ruling(1, 1.5m, "operations"));
        await Funds(later, Hr, new("open", "team-activity", 2000.5m, "=旧基金", 0));
        string Out(params string[] arguments) => CommandLine.Ran.Heng([.. arguments, "--data", later.Folder]).Done().Out;
        Assert.Matches("^id,month,scheme,pool,role,points,reason,by,at,granted,from,ruling_reason,ruled_by,ruled_at\r\n1,2026-10,s8-profit-share,share,art,2,双十一主图,hr,[-0-9: ]+,1.5,operations,做得多,manager,[-0-9: ]+\r\n$", Out("export", "pool-claims"));
        Assert.Single(Out("export", "pool-claims", "--month", "2026-09").TrimEnd().Split('\n'));
        Assert.Matches("\r\n1,team-activity,opening,2000.5,'=旧基金,hr,[-0-9: ]+,,,,\r\n$", Out("export", "fund-entries"));
        var all = CommandLine.Ran.Json(later.Folder, "export", "all", "--out", Path.Combine(later.Folder, "out"), "--month", "2026-10").Done().Rows;
        Assert.Equal(1, all.Single(f => f!["kind"]!.GetValue<string>() == "pool-claims")!["records"]!.GetValue<int>());
        // An account with a key and without pay: administrators bring files in.
        var key = CommandLine.Ran.Json(later.Folder, "people", "account", "it", "--role", "administrator").Done().Object["key"]!.GetValue<string>();
        await File.WriteAllTextAsync(Path.Combine(later.Folder, "it.key"), key);
        Assert.Equal("role-may-not", CommandLine.Ran.Json(later.Folder, "export", "fund-entries", "--as", "it", "--key-file", Path.Combine(later.Folder, "it.key")).Refusal);
    }

    [Fact]
    public async Task Amounts_are_pay_and_a_leader_sees_shares_alone()
    {
        using var later = Sharing();
        foreach (var viewer in new[] { shop.AsAgent, shop.Quality }) Assert.Equal(StatusCodes.Status403Forbidden, (await Pools(later, viewer).For(QueryShop.October, null, QueryShop.Request)).Status);
        foreach (var viewer in new[] { shop.AsAgent, shop.AsLeader, shop.Quality })
            Assert.Equal(StatusCodes.Status403Forbidden, (await new FundsQuery(later.Database, QueryShop.By(viewer), TimeProvider.System).For(null, QueryShop.Request)).Status);
        var view = await Look(later, shop.AsLeader);
        Assert.Equal((false, true), (view.SeesAmounts, view.MayClaim));
        Assert.True((await Look(later, shop.AsLeader, Claim("customer-service", 1m))).Done);
        Assert.Equal((true, false), (await Look(later, Auditor)) is var audited ? (audited.SeesAmounts, audited.MayClaim) : default);
        Assert.Equal(ClaimRefusal.RoleMayNot, (await Look(later, Auditor, Claim("art", 1m))).Refused);
    }

    [Fact]
    public void The_command_line_shows_pools_and_funds_and_its_operator_decides_nothing()
    {
        using var later = Sharing();
        var pool = CommandLine.Ran.Json(later.Folder, "pool", "show", "--month", "2026-10").Done().Rows.Single()!;
        Assert.Equal(pool["amount"]!.GetValue<decimal>(), new[] { "paid", "withheld", "undistributed" }.Sum(k => pool[k]!.GetValue<decimal>()));
        Assert.Empty(CommandLine.Ran.Json(later.Folder, "pool", "show", "--month", "2026-09").Done().Rows);
        var claimed = CommandLine.Ran.Json(later.Folder, "pool", "claim", "--month", "2026-10", "--role", "art", "--points", "2", "--reason", "x");
        Assert.Equal((Exit.Refused, "needs-named-person"), (claimed.Code, claimed.Refusal));
        Assert.Equal("pool-unknown", CommandLine.Ran.Json(later.Folder, "pool", "claim", "--month", "2026-09", "--role", "art", "--points", "2", "--reason", "x").Refusal);
        Assert.Equal("claim-unknown", Named(later, "pool", "decide", "7", "--refuse", "--reason", "x").Refusal);
        Assert.Equal(2m, Named(later, "pool", "claim", "--month", "2026-10", "--role", "art", "--points", "2", "--reason", "x").Done().Rows.Single()!["points"]!.GetValue<decimal>());
        Assert.Equal("own-claim", Named(later, "pool", "decide", "1", "--grant", "2", "--from", "operations", "--reason", "x").Refusal);
        Assert.Equal(Exit.WrongUsage, Named(later, "pool", "decide", "1", "--reason", "x").Code);
        Assert.Single(CommandLine.Ran.Json(later.Folder, "pool", "claims", "--month", "2026-10").Done().Rows);
        Assert.Equal("team-activity", CommandLine.Ran.Json(later.Folder, "fund", "list").Done().Rows.Single()!["fund"]!.GetValue<string>());
        Assert.Equal("over-balance", Named(later, "fund", "pay", "team-activity", "--amount", "1", "--reason", "x").Refusal);
        Assert.Equal("fund-unknown", Named(later, "fund", "show", "none").Refusal);
        Named(later, "fund", "open", "team-activity", "--amount", "100.50", "--reason", "旧账").Done();
        var show = CommandLine.Ran.Json(later.Folder, "fund", "show", "team-activity").Done().Object;
        Assert.Equal((0m, 1), (show["balance"]!.GetValue<decimal>(), show["undecided"]!.AsArray().Count));
    }

    /// <summary>As the manager, with a key.</summary>
    private static CommandLine.Ran Named(LaterShop later, params string[] arguments)
    {
        if (later.Database.Users.Find("店长") is null)
            later.Database.Users.Add(new(0, "店长", null, "manager", null, null, null, "stamp", CommandContext.KeyHash("k3y"), new(1), false));
        var key = Path.Combine(later.Folder, "key");
        File.WriteAllText(key, "k3y");
        return CommandLine.Ran.Json(later.Folder, [.. arguments, "--as", "店长", "--key-file", key]);
    }
}
