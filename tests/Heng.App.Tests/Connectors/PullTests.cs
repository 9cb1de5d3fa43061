using System.Text.Json.Nodes;
using Heng.App.Features.Connectors;
using Heng.App.Features.Connectors.Taobao;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Connectors;

/// <summary>One data folder; each test has a shop and a stand-in of its own.</summary>
public sealed class PulledFolder : IDisposable
{
    internal Counter Counter { get; } = new();
    public void Dispose() => Counter.Dispose();
}

/// <summary>A shop that is connected to a stand-in, at 10:00 on 20 November.</summary>
internal sealed class PulledShop : IAsyncDisposable
{
    private static int shops;
    private readonly Counter counter;

    private PulledShop(Counter counter, StandIn platform, HurriedTime time) =>
        (this.counter, Platform, Time, Shop) = (counter, platform, time, counter.Database.Shops.GetOrAdd($"店{Interlocked.Increment(ref shops)}"));

    public StandIn Platform { get; }
    public HurriedTime Time { get; }

    /// <summary>How long one answer may take. Long, for a loaded machine answers late too; only who tests lateness makes it short.</summary>
    public required TimeSpan Answer { get; init; }
    public Shop Shop { get; }

    public static async Task<PulledShop> Open(PulledFolder folder, TimeSpan? answer = null)
    {
        var time = new HurriedTime(new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        return new(folder.Counter, await StandIn.Start(time), time) { Answer = answer ?? TimeSpan.FromMinutes(2) };
    }

    public static DateTime Wall(int day, int hour = 0, int minute = 0) => new(2026, 11, day, hour, minute, 0);

    public async Task<IReadOnlyList<PullReport>> Pull(string only, int from = 18, bool again = false, TopKeys? keys = null, CancellationToken cancel = default)
    {
        var connector = new Connector(Shop.Id, "taobao", Platform.Address, Shop.Name, Evaluations.Qianniu, 50, "", default, "me");
        var patience = new Patience(Answer, 5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        var request = new PullRequest(connector, keys ?? new(StandIn.AppKey, StandIn.Secret, StandIn.Session), "me") { From = new(2026, 11, from), Only = only.Split(','), Again = again };
        return await new Pull(counter.Database, counter.Data, Time, patience).Run(request, cancel);
    }

    /// <summary>The ids of every order that was kept of November.</summary>
    public HashSet<string> Orders => [.. counter.Database.Orders.Created(Shop.Id, ShopClock.Shanghai.StartOf(new(2026, 11, 1)), ShopClock.Shanghai.StartOf(new(2026, 12, 1))).Select(o => o.Id)];

    public IEnumerable<string> Placed(int first, int number, DateTime from)
    {
        for (var i = 0; i < number; i++) Platform.Trades.Add(new(first + i, from.AddSeconds(10 * i)));
        return Enumerable.Range(first, number).Select(i => $"{i}");
    }

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}

public sealed class PullTests(PulledFolder folder) : IClassFixture<PulledFolder>
{
    private static DateTime Wall(int day, int hour = 0, int minute = 0) => PulledShop.Wall(day, hour, minute);
    private static (long, long, long, long, long) Counts(PullReport r) => (r.Counts.Read, r.Counts.Accepted, r.Counts.Rejected, r.Counts.Duplicate, r.Counts.Dropped);

    [Fact]
    public async Task Refunds_are_pulled_by_their_last_change_as_the_same_records_that_the_export_brings()
    {
        await using var shop = await PulledShop.Open(folder);
        JsonObject Refund(long id, string status) => new()
        {
            ["refund_id"] = id, ["tid"] = 1000, ["oid"] = 1000, ["refund_fee"] = "30.00", ["status"] = status, ["refund_phase"] = "aftersale", ["reason"] = "不想要了",
            ["created"] = "2026-11-18 09:00:00", ["modified"] = "2026-11-19 10:00:00",
        };
        shop.Platform.Refunds.Add(new(Wall(19, 10), Refund(1, "SUCCESS")));
        shop.Platform.Refunds.Add(new(Wall(19, 11), Refund(2, "WAIT_SELLER_AGREE")));
        var report = Assert.Single(await shop.Pull("refunds"));
        Assert.Equal((2, 2, 0, 0, 0), Counts(report));
        var kept = folder.Counter.Database.Records(RecordKinds.Refunds).All(shop.Shop.Id).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        Assert.Equal([true, false], kept.Select(r => r.Counts)); // one came through, one still waits
        Assert.Equal((30m, ShopClock.Shanghai.FromLocal(Wall(19, 10))), (kept[0].Amount, kept[0].FinishedAt!.Value));
        Assert.Equal((2, 0, 0, 2, 0), Counts(Assert.Single(await shop.Pull("refunds", again: true))));
    }

    [Fact]
    public async Task A_pull_brings_every_page_from_the_last_one_backwards_and_again_only_duplicates()
    {
        await using var shop = await PulledShop.Open(folder);
        var placed = shop.Placed(1000, 250, Wall(18, 9)).Concat(shop.Placed(2000, 3, Wall(19, 9))).ToHashSet();
        var reports = await shop.Pull("trades");
        Assert.Equal((253, 253, 0, 0, 0), Counts(reports[0]));
        Assert.Equal((3, (DateOnly?)new DateOnly(2026, 11, 18), (DateOnly?)new DateOnly(2026, 11, 19)), (reports[0].Windows, reports[0].From, reports[0].To));
        Assert.Equal(placed, shop.Orders);
        // 250 are three pages of 100: counted on the first, then read from the third; the other days fit the page that counts them.
        Assert.Equal(["1 false", "3 true", "2 true", "1 true", "1 false", "1 false"], shop.Platform.Of("taobao.trades.sold.get").Select(c => $"{c["page_no"]} {c["use_has_next"]}"));
        var again = (await shop.Pull("trades", again: true))[0];
        Assert.Equal((253, 0, 0, 253, 0), Counts(again));
        Assert.Empty((await shop.Pull("trades"))[0].FirstRejected);
    }

    [Fact]
    public async Task An_orders_amount_words_and_time_of_export_are_those_of_a_file()
    {
        await using var shop = await PulledShop.Open(folder);
        shop.Platform.Trades.Add(new(7, Wall(18, 9)) { Paid = Wall(18, 9, 5), Status = "WAIT_SELLER_SEND_GOODS" });
        await shop.Pull("trades");
        var order = folder.Counter.Database.Orders.Find(shop.Shop.Id, "7")!;
        Assert.Equal(new Order(shop.Shop.Name, "7", "小**", 93m, 8m, order.Created, order.PaidAt, 93m, null, 2, 1, "买家已付款，等待卖家发货", "红", null), order);
        Assert.Equal("2026-11-18 09:05:00", Signature.Time(order.PaidAt!.Value));
        // An older file does not stand over what the platform answered at ten on the 20th.
        var file = folder.Counter.File("old.csv", $"订单编号,总金额,订单创建时间,店铺名称\n7,1.00,2026-11-18 09:00:00,{shop.Shop.Name}\n");
        folder.Counter.Import(file, "--exported-at", "2026-11-20T09:59:59");
        Assert.Equal(93m, folder.Counter.Database.Orders.Find(shop.Shop.Id, "7")!.Amount);
        folder.Counter.Import(folder.Counter.File("new.csv", $"订单编号,总金额,订单创建时间,店铺名称\n7,2.00,2026-11-18 09:00:00,{shop.Shop.Name}\n"), "--exported-at", "2026-11-20T10:00:01");
        Assert.Equal(2m, folder.Counter.Database.Orders.Find(shop.Shop.Id, "7")!.Amount);
    }

    [Fact]
    public async Task Trades_that_come_and_change_while_the_pages_come_are_not_lost_and_hide_no_other()
    {
        await using var shop = await PulledShop.Open(folder);
        await shop.Pull("trades");
        shop.Time.Pass(TimeSpan.FromHours(4));
        var placed = shop.Placed(1000, 120, Wall(20, 11)).ToHashSet();
        // Pages of 50: after the last page is given, the newest trade is changed and a new one is placed. A reader from the front would now skip the 51st.
        shop.Platform.Before = (_, asked, _) =>
        {
            if (asked["page_no"] == "2") shop.Platform.Trades.Single(t => t.Tid == 1119).Modified = Wall(20, 14);
            if (asked["page_no"] == "2") shop.Platform.Trades.Add(new(3000, Wall(20, 14)));
            return Task.FromResult<IResult?>(null);
        };
        var changed = (await shop.Pull("trades"))[^1];
        Assert.Equal(("trades-changed", null), (changed.Api, changed.Fault?.Name));
        Assert.Superset(placed.Where(t => t != "1119").ToHashSet(), shop.Orders);
        shop.Platform.Before = (_, _, _) => Task.FromResult<IResult?>(null);
        shop.Time.Pass(TimeSpan.FromHours(1));
        await shop.Pull("trades");
        Assert.Equal([.. placed, "3000"], shop.Orders);
    }

    [Fact]
    public async Task A_pull_that_is_killed_goes_on_where_it_stopped_and_brings_nothing_twice()
    {
        await using var shop = await PulledShop.Open(folder);
        var placed = shop.Placed(1000, 30, Wall(18, 9)).Concat(shop.Placed(2000, 150, Wall(19, 9))).ToHashSet();
        using var kill = new CancellationTokenSource();
        // The third call is a page of the second day: the first day is in, of the second nothing.
        shop.Platform.Before = async (call, _, _) =>
        {
            if (call == 3) await kill.CancelAsync();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Pull("trades", cancel: kill.Token));
        Assert.Equal(30, shop.Orders.Count);
        var asked = shop.Platform.Calls.Count;
        var report = (await shop.Pull("trades"))[0];
        Assert.Equal((150, 150, 0, 0, 0), Counts(report));
        Assert.Equal(placed, shop.Orders);
        Assert.DoesNotContain(shop.Platform.Calls.Skip(asked), c => c.TryGetValue("start_created", out var start) && start.StartsWith("2026-11-18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_is_waited_out_for_as_long_as_it_says()
    {
        await using var shop = await PulledShop.Open(folder);
        var placed = shop.Placed(1000, 2, Wall(19, 9)).ToHashSet();
        shop.Platform.Before = (call, _, _) => Task.FromResult(call <= 2 ? StandIn.Error(7, "App Call Limited", "accesscontrol.limited-by-app-api-access-count", "This ban will last for 3 more seconds") : null);
        Assert.Null((await shop.Pull("trades", from: 19))[0].Fault);
        Assert.Equal(placed, shop.Orders);
        Assert.Equal([TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4)], shop.Time.Waits);
    }

    [Fact]
    public async Task A_limit_for_the_rest_of_the_day_is_not_waited_for()
    {
        await using var shop = await PulledShop.Open(folder);
        shop.Platform.Before = (_, _, _) => Task.FromResult<IResult?>(StandIn.Error(7, "App Call Limited", null, "This ban will last for 40000 more seconds"));
        var reports = await shop.Pull("trades,rates");
        Assert.Equal("connector-limited", Assert.Single(reports).Fault!.Name);
        Assert.Single(shop.Platform.Calls);
        Assert.Empty(shop.Time.Waits);
    }

    [Theory]
    [InlineData("a-wrong-secret", StandIn.Session, "connector-bad-signature")]
    [InlineData(StandIn.Secret, "a-session-that-ended", "connector-session-ended")]
    public async Task A_wrong_key_stops_at_once_with_its_name_and_tells_no_key(string secret, string session, string name)
    {
        await using var shop = await PulledShop.Open(folder);
        var report = Assert.Single(await shop.Pull("trades,rates", keys: new(StandIn.AppKey, secret, session)));
        Assert.Equal((name, 1), (report.Fault!.Name, shop.Platform.Calls.Count));
        Assert.DoesNotContain(session, PullJson.Of(report).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(folder.Counter.Database.Connectors.Windows(shop.Shop.Id, "taobao", "trades"));
    }

    [Fact]
    public async Task A_failing_server_a_cut_connection_and_a_slow_answer_are_asked_again()
    {
        await using var shop = await PulledShop.Open(folder, TimeSpan.FromSeconds(4));
        var placed = shop.Placed(1000, 3, Wall(19, 9)).ToHashSet();
        shop.Platform.Before = async (call, _, context) =>
        {
            if (call == 1) return Results.StatusCode(502);
            if (call == 2) context.Abort();
            if (call == 3) await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); // the asker is gone by then
            return null;
        };
        Assert.Null((await shop.Pull("trades", from: 19))[0].Fault);
        Assert.Equal(placed, shop.Orders);
        Assert.Equal(3, shop.Time.Waits.Count);
    }

    [Fact]
    public async Task A_server_that_stays_down_is_given_up_after_growing_and_bounded_waits()
    {
        await using var shop = await PulledShop.Open(folder);
        shop.Platform.Before = (_, _, _) => Task.FromResult<IResult?>(Results.StatusCode(503));
        var report = Assert.Single(await shop.Pull("trades,rates"));
        Assert.Equal(("connector-unavailable", 6, 6), (report.Fault!.Name, shop.Platform.Calls.Count, report.Calls)); // once, and five times again
        Assert.Equal(5, shop.Time.Waits.Count);
        Assert.All(shop.Time.Waits, w => Assert.InRange(w, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_window_with_more_reviews_than_the_platform_gives_is_halved_until_it_fits()
    {
        await using var shop = await PulledShop.Open(folder);
        for (var i = 0; i < 1600; i++)
        {
            var at = Wall(18, 8).AddSeconds(i * 60);
            shop.Platform.Rates.Add(new(at, new JsonObject { ["tid"] = 5000 + i, ["oid"] = 5000 + i, ["item_title"] = "棉衣", ["created"] = StandInTrade.Wall(at), ["result"] = i % 100 == 0 ? "bad" : "good" }));
        }
        var report = (await shop.Pull("rates"))[0];
        Assert.Equal((1600, 1600, 0, 0, 0), Counts(report));
        Assert.Equal(2, report.Windows);
        var (from, to) = (ShopClock.Shanghai.StartOf(new(2026, 11, 18)), ShopClock.Shanghai.StartOf(new(2026, 11, 21)));
        Assert.Equal((1600, 16), folder.Counter.Database.Reviews.Between(shop.Shop.Id, from, to) is var all ? (all.Count, all.Count(r => r.Level == ReviewLevel.Bad)) : default);
    }

    [Fact]
    public async Task Ratings_and_status_logs_are_asked_for_a_few_accounts_at_once_and_accounts_bind_nobody()
    {
        await using var shop = await PulledShop.Open(folder);
        for (var i = 0; i < 12; i++)
            shop.Platform.Accounts.Add(new() { ["sub_id"] = 100 + i, ["nick"] = $"{shop.Shop.Name}:客服{i}", ["full_name"] = $"某人{i}", ["status"] = i == 11 ? -1 : 1 });
        string Nick(int i) => $"{shop.Shop.Name}:客服{i}";
        JsonObject Rating(int i, string buyer, int code, int source, string? sent) => new()
        {
            ["eval_sender"] = "cntaobao" + Nick(i), ["eval_recer"] = buyer, ["eval_code"] = code, ["eval_time"] = "2026-11-18 12:00:00", ["send_time"] = sent, ["source"] = source,
        };
        shop.Platform.Evaluations.Add(new(Wall(18, 12), Rating(0, "甲**", 0, 0, "2026-11-18 11:59:00"), Nick(0)));
        shop.Platform.Evaluations.Add(new(Wall(18, 12), Rating(10, "乙**", 4, 1, null), Nick(10)));
        shop.Platform.Status.Add(new(Wall(19, 9), new() { ["account_id"] = 103, ["status"] = 1, ["type"] = 8, ["change_time"] = "2026-11-19 09:00:00" }, "103"));

        var reports = await shop.Pull("evaluations,status", from: 1);
        Assert.Equal(["accounts", "evaluations", "status"], reports.Select(r => r.Api));
        Assert.Equal([(12L, 12L, 0L, 0L, 0L), (2, 2, 0, 0, 0), (1, 1, 0, 0, 0)], reports.Select(Counts));
        // Eleven accounts that are not deleted: ten and one, five and five and one; from 1 to 19 November in weeks are three windows, thirty days are one.
        Assert.Equal((6, 3), (shop.Platform.Of("taobao.qianniu.kefueval.get").Count(), shop.Platform.Of("taobao.qianniu.cloudkefu.onlinestatuslog.get").Count()));

        var (database, day) = (folder.Counter.Database, ShopClock.Shanghai.StartOf(new(2026, 11, 18)));
        var ratings = database.Ratings.Between(shop.Shop.Id, day, day.Plus(86_400)).OrderBy(r => r.Level).ToList();
        Assert.Equal([(Nick(0), RatingLevel.VerySatisfied, RatingSource.Agent), (Nick(10), RatingLevel.VeryDissatisfied, RatingSource.Buyer)], ratings.Select(r => (r.Account, r.Level!.Value, r.Source!.Value)));
        Assert.Contains(new StatusChange(Nick(3), ShopClock.Shanghai.FromLocal(Wall(19, 9)), AccountStatus.Online, 8), database.Records(RecordKinds.StatusLog).All(Shops.Company.Id));
        Assert.Empty(database.People.Employments);
        Assert.Equal("-1", database.Connectors.Accounts(shop.Shop.Id, "taobao").Single(a => a.Id == "111").State);
        // A quiet day that was asked for from end to end is known to be quiet.
        Assert.Contains((Engine.Metrics.Source.Ratings, new DateOnly(2026, 11, 3)), database.Coverage.Between(shop.Shop.Id, new(2026, 11, 1), new(2026, 11, 30)));
        Assert.DoesNotContain((Engine.Metrics.Source.Ratings, new DateOnly(2026, 11, 19)), database.Coverage.Between(shop.Shop.Id, new(2026, 11, 1), new(2026, 11, 30)));
    }

    [Fact]
    public async Task What_the_platform_no_longer_gives_is_told()
    {
        await using var shop = await PulledShop.Open(folder);
        shop.Time.Pass(TimeSpan.FromDays(100));
        shop.Placed(1000, 1, Wall(18, 9));
        var reports = await shop.Pull("rates");
        Assert.Empty(reports[0].Notices); // 180 days are given of reviews
        // Of trades three months: from 1 December at midnight on, seen from 28 February; the thirteen days before are gone.
        var notice = (await shop.Pull("trades"))[0].Notices.Single();
        Assert.Equal(("connector-too-old", "2026-11-18 00:00:00 – 2026-12-01 00:00:00"), (notice.Code, notice.Details.Single()));
    }
}
