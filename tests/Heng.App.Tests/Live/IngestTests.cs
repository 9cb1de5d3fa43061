using System.Net;
using Heng.App.Features.Api;
using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.Extensions.Logging.Abstractions;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

public class IngestTests
{
    // The clock of the site stands at 17:00.
    private static readonly string Two = Line("16:58:00", "buyer", "在吗") + Line("16:58:30", "agent", "在的亲") + Line("16:59:00", "buyer", "有货吗");

    [Fact]
    public async Task What_is_sent_is_on_the_board_at_once_and_among_the_records_when_it_is_imported()
    {
        using var site = new SendingSite();
        Assert.Equal((3, 3, 0, 0, 0), await site.Sent("messages", Two));
        Assert.Equal([("小雨", "16:59:00")], site.Waiting());
        Assert.Equal(3, site.Site.Database.Ingest.Lines);
        Assert.Empty(site.Kept);

        Assert.Equal(3, site.Absorbing.Run());
        Assert.Equal(["Buyer 在吗", "Agent 在的亲", "Buyer 有货吗"], site.Kept);
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
        Assert.Equal([("小雨", "16:59:00")], site.Waiting());
        Assert.False(site.Shop.IsStale);
        var import = site.Site.Database.Imports.All()[0];
        Assert.Equal(("messages-ndjson", "a program", ImportFile.Done, 3L), (import.Format, import.By, import.State, import.Counts.Accepted));
    }

    [Fact]
    public async Task The_same_again_is_a_duplicate_before_and_after_its_import()
    {
        using var site = new SendingSite();
        await site.Sent("messages", Two);
        Assert.Equal((3, 0, 3, 0, 0), await site.Sent("messages", Two));
        site.Absorbing.Run();
        Assert.Equal((3, 0, 3, 0, 0), await site.Sent("messages", Two));
        site.Absorbing.Run();
        Assert.Equal(3, site.Kept.Count);
    }

    [Fact]
    public async Task Of_a_sending_the_good_lines_are_taken_and_each_bad_one_is_told_with_its_number_and_reason()
    {
        using var site = new SendingSite();
        var answer = await site.Send("messages", Line("16:58:00", "buyer", "在吗") + "{\"shop\":\"小店\"\n" + Line("25:00:00", "buyer", "坏时间") + "\n" + Line("16:58:30", "nobody", "谁") + Line("16:58:40", "agent", "在的亲"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((2, 3), (answer.Json["accepted"]!.GetValue<int>(), answer.Json["rejected"]!.GetValue<int>()));
        Assert.Equal([(2, "json-unreadable"), (3, "time-unreadable"), (5, "value-unknown")], answer.Json["notTaken"]!.AsArray().Select(l => (l!["line"]!.GetValue<int>(), l["code"]!.GetValue<string>())));
        Assert.Empty(site.Waiting());
    }

    [Fact]
    public async Task Where_no_line_is_good_nothing_is_kept_and_the_status_says_so()
    {
        using var site = new SendingSite();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Send("messages", "not json\n")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Send("messages", "")).Status);
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
    }

    [Fact]
    public async Task An_array_and_a_zipped_body_are_taken_as_lines_are()
    {
        using var site = new SendingSite();
        var array = "{\"messages\":[" + string.Join(',', Two.TrimEnd().Split('\n')) + "]}";
        Assert.Equal(3, (await site.Send("messages", array, type: "application/json")).Json["accepted"]!.GetValue<int>());
        Assert.Equal(3, (await site.Send("messages", Two, gzip: true)).Json["duplicate"]!.GetValue<int>());
        Assert.Equal("request-unreadable", (await site.Send("messages", "3", type: "application/json")).Code);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_whole_also_when_it_came_zipped()
    {
        using var site = new SendingSite();
        var lines = string.Concat(Enumerable.Repeat(Line("16:58:00", "buyer", "在吗"), IngestEndpoints.MostLines + 1));
        Assert.Equal("too-many-lines", (await site.Send("messages", lines, gzip: true)).Code);
        var bomb = await site.Send("messages", new string(' ', IngestEndpoints.MostBytes + 1), gzip: true);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request-too-large"), (bomb.Status, bomb.Code));
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
    }

    [Fact]
    public async Task A_key_sends_what_its_scopes_say_and_for_its_shop_alone()
    {
        using var site = new SendingSite();
        Assert.Equal("scope-missing", (await site.Send("messages", Two, site.Site.Key("manager", ApiScope.IngestOrders.Name))).Code);
        Assert.Equal("key-invalid", (await site.Send("messages", Two, "heng_00000000_" + new string('0', 64))).Code);
        site.Site.Database.Shops.GetOrAdd(Counter.Shop);
        var own = site.Site.Make("manager", [ApiScope.IngestMessages.Name], Counter.Shop).Text!;
        var other = Line("16:58:00", "buyer", "在吗").Replace(Counter.Shop + "\",\"buyer", "大店\",\"buyer", StringComparison.Ordinal);
        var answer = await site.Send("messages", other + Line("16:58:10", "buyer", "在吗"), own);
        Assert.Equal((1, "shop-not-allowed"), (answer.Json["accepted"]!.GetValue<int>(), answer.Json["notTaken"]![0]!["code"]!.GetValue<string>()));
        Assert.Equal("shop-not-allowed", (await site.Send("messages?shop=大店", Two, own)).Code);
        Assert.Null(site.Site.Database.Shops.Find("大店"));
    }

    [Fact]
    public async Task A_message_that_is_recalled_waits_for_no_answer_and_its_first_version_is_superseded()
    {
        using var site = new SendingSite();
        await site.Sent("messages", Line("16:58:00", "buyer", "有货吗", "m1"));
        Assert.Single(site.Waiting());
        site.Site.Clock.Pass(TimeSpan.FromSeconds(5));
        await site.Sent("messages", Line("16:58:00", "buyer", "有货吗", "m1", more: ",\"kind\":\"recalled\""));
        Assert.Empty(site.Waiting());
        site.Absorbing.Run();
        var shop = site.Site.Database.Shops.Find(Counter.Shop)!;
        Assert.Equal(MessageKind.Recalled, Assert.Single(site.Site.Database.Days.LoadMessages(shop.Id, Today)).Kind);
        Assert.Single(site.Site.Database.Days.LoadSuperseded(shop.Id, Today));
    }

    [Fact]
    public async Task Of_versions_that_come_within_one_second_the_last_stands_on_the_board_among_the_records_and_after_a_restart()
    {
        using var site = new SendingSite();
        // Forty in two versions in one sending, and a third of every other in another of the same second; whose text is larger or smaller is by chance.
        string Said(int n, string version) => Line("16:58:00", "buyer", $"{version}{n * 7919 % 1000}", $"m{n}", more: $",\"sequence\":{n}");
        await site.Sent("messages", string.Concat(Enumerable.Range(0, 40).Select(n => Said(n, "甲") + Said(n, "乙"))));
        await site.Sent("messages", string.Concat(Enumerable.Range(0, 20).Select(n => Said(2 * n, "丙"))));
        await site.Sent("orders", string.Concat(Enumerable.Range(0, 20).Select(n => BoardTodayTests.Order($"O{n}", "ann", "10.00", "16:05:00", "") + BoardTodayTests.Order($"O{n}", "ann", $"{n + 11}.00", "16:05:00", "16:50:00"))));
        string[] last = [.. Enumerable.Range(0, 40).Select(n => $"{(n % 2 == 0 ? "丙" : "乙")}{n * 7919 % 1000}").Order(StringComparer.Ordinal)];
        string[] Live() => [.. site.Shop.Ask((_, messages, _, _) => messages.Of(1)).Select(m => m.Text).Order(StringComparer.Ordinal)];
        string[] Kept() => [.. site.Kept.Select(m => m["Buyer ".Length..]).Order(StringComparer.Ordinal)];
        Assert.Equal(last, Live());
        site.Book.Reload([site.Shop]);
        Assert.Equal(last, Live());
        site.Absorbing.Run();
        Assert.Equal(last, Kept());
        Assert.Equal(60, site.Site.Database.Days.LoadSuperseded(site.Shop.Shop.Id, Today).Count);
        site.Book.Reload([site.Shop]);
        Assert.Equal(last, Live());
        var clock = site.Shop.Clock;
        Assert.Equal(Enumerable.Range(0, 20).Select(n => n + 11m), site.Site.Database.Orders.CreatedOrPaid(site.Shop.Shop.Id, clock.StartOf(Today), clock.EndOf(Today)).Where(o => o.PaidAt is not null).Select(o => o.Amount).Order());
    }

    [Fact]
    public async Task Messages_of_one_second_stay_in_the_order_in_which_they_were_sent()
    {
        using var site = new SendingSite();
        foreach (var text in new[] { "丙", "甲", "乙" }) await site.Sent("messages", Line("16:58:00", "buyer", text));
        site.Absorbing.Run();
        Assert.Equal(["Buyer 丙", "Buyer 甲", "Buyer 乙"], site.Kept);
    }

    [Fact]
    public async Task Orders_and_events_are_records_like_those_of_files()
    {
        using var site = new SendingSite();
        await site.Sent("messages", Two);
        Assert.Equal((1, 1, 0, 0, 0), await site.Sent("orders", "{\"shop\":\"小店\",\"order\":\"9001\",\"buyer\":\"ann\",\"amount\":120.5,\"created_at\":\"2026-11-02 16:59:10\",\"paid_at\":\"2026-11-02 16:59:30\"}\n"));
        var answer = await site.Send("events", "{\"event\":\"status\",\"account\":\"小店:小雨\",\"time\":\"2026-11-02 09:00:00\",\"status\":\"online\"}\n{\"event\":\"rating\",\"shop\":\"小店\",\"x\":1}\n{\"event\":\"party\"}\nnothing\n");
        Assert.Equal((4, 1, 3), (answer.Json["lines"]!.GetValue<int>(), answer.Json["accepted"]!.GetValue<int>(), answer.Json["rejected"]!.GetValue<int>()));
        Assert.Equal([2, 3, 4], answer.Json["notTaken"]!.AsArray().Select(l => l!["line"]!.GetValue<int>()));
        site.Absorbing.Run();
        var database = site.Site.Database;
        Assert.Equal(120.5m, Assert.Single(database.Orders.Find(database.Shops.Find(Counter.Shop)!.Id, ["9001"])).Amount);
        Assert.Single(database.Records(RecordKinds.StatusLog).Between(Heng.Store.Shops.Company.Id, Today, Today));
        Assert.Equal(0, database.Ingest.Lines);
    }

    [Fact]
    public async Task When_too_much_waits_a_sender_is_told_to_come_again_and_nothing_is_taken()
    {
        using var fresh = DatabaseEngine.Sqlite.Fresh();
        using var commit = new GroupCommit(fresh.Database, NullLogger<GroupCommit>.Instance);
        var big = new IngestBatch(0, "orders", "me", 1, 1, new byte[GroupCommit.MostWaiting - 10]);
        var first = commit.Keep([big]);
        Assert.NotNull(first);
        Assert.NotNull(commit.Keep([big with { Payload = new byte[10] }]));
        Assert.Null(commit.Keep([big with { Payload = new byte[1] }]));
        await commit.StartAsync(CancellationToken.None);
        Assert.True((await first).Single().Id > 0);
        Assert.NotNull(commit.Keep([big with { Payload = new byte[1] }]));
        await commit.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void Every_event_is_a_format_whose_lines_can_be_sent() => Assert.All(IngestFormats.Events.Values, id => Assert.Equal(id, IngestFormats.Of(id).Id));

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_log_gives_back_what_it_was_given_in_order_until_it_is_told_to_forget(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var log = fresh.Database.Ingest;
        var kept = log.Append([new(0, "orders", "甲", 5_000_001, 2, [1, 2, 3]), new(0, "messages-ndjson", "乙", 5_000_002, 1, [])]);
        var late = log.Append([new(0, "orders", "丙", 7_000_000, 4, [9])]);
        Assert.Equal(["甲", "乙", "丙"], log.Waiting.Select(b => b.By));
        Assert.Equal([1, 2, 3], log.Waiting.First().Payload);
        Assert.Equal(new Instant(5), log.Waiting.First().Received);
        Assert.Equal(["丙"], log.These([late[0].Id]).Select(b => b.By));
        Assert.Equal(7, log.Lines);
        log.Forget([kept[0].Id, kept[1].Id]);
        Assert.Equal(["丙"], log.Waiting.Select(b => b.By));
    }
}
