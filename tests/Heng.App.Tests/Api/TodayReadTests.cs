using System.Text.Json.Nodes;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.Board;
using Heng.App.Features.Warnings;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Live;
using Heng.App.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Api;

/// <summary>
/// Today's board by a key, on Monday, 2 November 2026, at 17:00: ann asks 王雨桐 at 16:57:00 and is answered after 30 s with 你自己看; bea asks 李思远 at 16:55:00 and waits. Both are of 一组, led by 陈静;
/// 赵磊 leads 二组.
/// </summary>
public sealed class TodayReadTests : IDisposable
{
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;

    public TodayReadTests() => site = new(shop.Database);

    private async Task Send()
    {
        await SendingSite.Send(site, SendingSite.Said("16:57:00", "buyer", "在吗") + SendingSite.Said("16:57:30", "agent", "你自己看") + SendingSite.Said("16:55:00", "buyer", "有货吗", "bea", "思远"));
        // 自己看 is warned of at once; bea's wait only once it has stood for 20 s.
        var warnings = site.App.Services.GetRequiredService<WarningBook>();
        for (var tries = 0; warnings.Open.Count == 0 && tries < 1200; tries++) await Task.Delay(50);
        Assert.Single(warnings.Open);
    }

    private async Task<JsonNode> Today(string account, string more = "") => (await site.Get(site.Key(account, ApiScope.ReadMetrics.Name), "/api/v1/today" + more)).Json;

    private static string[] Names(JsonNode today, string list) => [.. today[list]!.AsArray().Select(r => r!["agent"]!.ToString()).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Each_role_is_told_of_whom_it_sees_on_the_board()
    {
        await Send();
        // Whose rows, who waits for an answer, of whom something was found.
        foreach (var (account, people, waits, found) in new (string, string[], string[], string[])[]
        {
            ("boss", ["李思远", "王雨桐"], ["李思远"], ["王雨桐"]), ("hr", ["李思远", "王雨桐"], ["李思远"], ["王雨桐"]), ("qa", ["李思远", "王雨桐"], ["李思远"], ["王雨桐"]), ("auditor", ["李思远", "王雨桐"], ["李思远"], ["王雨桐"]),
            ("chen", ["李思远", "王雨桐"], ["李思远"], ["王雨桐"]), ("zhao", [], [], []), ("wang", ["王雨桐"], [], ["王雨桐"]), ("li", ["李思远"], ["李思远"], []),
        })
        {
            var today = await Today(account);
            Assert.Equal((account, string.Join(' ', people.Order(StringComparer.Ordinal)), string.Join(' ', waits), string.Join(' ', found)), (account, string.Join(' ', Names(today, "people")), string.Join(' ', Names(today, "waits")), string.Join(' ', Names(today, "found"))));
        }
        Assert.Equal(["group-unknown", "group-unknown", "shop-unknown"], [await Refused("zhao", "?group=一组"), await Refused("boss", "?group=别的组"), await Refused("boss", "?shop=别的店")]);
        Assert.Equal("parameter-unknown", await Refused("boss", "?data=x"));

        async Task<string> Refused(string account, string more) => (await site.Get(site.Key(account, ApiScope.ReadMetrics.Name), "/api/v1/today" + more)).Code;
    }

    [Fact]
    public async Task Its_numbers_are_the_boards_and_no_buyer_and_no_word_of_a_chat_is_in_it()
    {
        await Send();
        var answer = await site.Get(site.Key("boss", ApiScope.ReadMetrics.Name), "/api/v1/today");
        var today = answer.Json;
        // bea waits since 16:55:00: 300 s. ann was answered after 30 s, within 30 s: 1 of the 1 round that was answered or left so.
        Assert.Equal(("小店", "2026-11-02", "2026-11-02T17:00:00", 1, 300L, 3L), (today["shop"]!.ToString(), today["day"]!.ToString(), today["at"]!.ToString(), (int)today["waiting"]!, (long)today["longestWait"]!, (long)today["messages"]!));
        var wang = today["people"]!.AsArray().Single(p => p!["agent"]!.ToString() == "王雨桐")!;
        Assert.Equal((1L, 30m, 1m, 2L), ((long)wang["consulted"]!, (decimal)wang["averageResponse"]!, (decimal)wang["within30s"]!, (long)wang["findings"]!));
        // Nobody imported or sent an order of today: no number, not 0; no status log tells who is online.
        Assert.Null(wang["sales"]);
        Assert.Null(today["online"]);
        foreach (var word in new[] { "\"ann\"", "\"bea\"", "自己看", "有货吗" }) Assert.DoesNotContain(word, answer.Text, StringComparison.Ordinal);
        // The same query as the page's.
        var board = site.App.Services.GetRequiredService<BoardQuery>();
        foreach (var viewer in new[] { CheckedShop.Boss, CheckedShop.Chen, CheckedShop.Wang })
        {
            var view = board.Of(new(), viewer).View!.Pieces!;
            today = await Today(viewer.Name);
            Assert.Equal((view.Now.Waiting, view.Now.Longest, view.Now.Open, view.Now.Messages, view.Lists.More, view.Lists.OpenWarnings), ((int)today["waiting"]!, (int?)today["longestWait"], (int)today["open"]!, (long)today["messages"]!, (int)today["moreWaits"]!, (int)today["openWarnings"]!));
            Assert.Equal(view.Rows.Agents.Select(a => (a.Name!, a.Consulted, a.Average, a.Within30, a.Findings, (int?)a.Longest)),
                today["people"]!.AsArray().Select(p => (p!["agent"]!.ToString(), (long)p["consulted"]!, (decimal?)p["averageResponse"], (decimal?)p["within30s"], (long?)p["findings"], (int?)p["longestWait"])));
            Assert.Equal(view.Rows.Against.Select(a => (a.Metric, a.Value)), today["numbers"]!.AsArray().Select(n => (n!["metric"]!.ToString(), (decimal)n["value"]!)));
            Assert.Equal(view.Rows.Hours, today["hours"]!.AsArray().Select(h => (int)h!));
            Assert.Equal(view.Lists.Warnings.Select(w => (w.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), w.About)), today["warnings"]!.AsArray().Select(w => (w!["id"]!.ToString(), w["about"]!.ToString())));
            Assert.Equal(view.Lists.Waits.Select(w => (w.Buyer, w.Seconds)), today["waits"]!.AsArray().Select(w => (w!["buyer"]!.ToString(), (long)w["seconds"]!)));
        }
    }

    [Fact]
    public async Task Where_no_server_runs_the_day_is_opened_from_what_is_kept_and_nothing_is_written()
    {
        await Send();
        var served = await Today("boss");
        var decisions = site.Database.Decisions.Latest(1)[0].Seq;
        using var alone = new BoardAlone(site.Database, site.Clock);
        var view = alone.Query.Of(new(), CheckedShop.Boss).View!;
        var opened = BoardJson.Of(view, view.Pieces!);
        foreach (var part in new[] { "shop", "day", "at", "waiting", "longestWait", "open", "messages", "numbers", "people", "together", "hours", "waits", "openWarnings", "warnings" }) Assert.True(JsonNode.DeepEquals(served[part], opened[part]), $"{part}: {served[part]} and {opened[part]}");
        Assert.Equal(decisions, site.Database.Decisions.Latest(1)[0].Seq);
        // The command asks by the machine's clock: another day, of which nothing is known.
        var ran = Ran.Json(site.Folder, "today", "--as", "wang", "--key-file", DemoFixture.KeyFile(site.Folder, "wang", "wang")).Done().Object;
        Assert.Equal(served.AsObject().Select(f => f.Key), ran.Select(f => f.Key));
        Assert.Equal("group-unknown", Ran.Json(site.Folder, "today", "--group", "别的组").Refusal);
    }

    [Fact]
    public async Task The_document_shows_what_is_answered()
    {
        await Send();
        var read = ApiReads.All.Single(r => r.Path == "/today");
        Assert.Null(ExampleFiles.Hold("today", read.Examples[0], await Today("boss"), "王雨桐"));
    }

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }
}
