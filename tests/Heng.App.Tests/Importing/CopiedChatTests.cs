using Heng.App.CommandLine;
using Heng.App.Features.Imports;
using Heng.App.Features.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Importing;

/// <summary>Chats as people copy them and orders as platforms export them, through <c>heng import</c>.</summary>
public sealed class CopiedChatTests
{
    private const string Web = "2026-10-09\n10:00:00\n在吗\nann\n10:00:20\n在的，手机13812345678对吧\n小店:小雨\n";
    private const string Copied = "bob2026-10-9 10:00:00\n在吗\n已读\n小店:小雨 2026-10-9 10:00:05\n在的\n当前用户来自 商品详情页\n";
    private const string Bracketed = "[cat] 2026-10-09 10:00:00\n在吗\n[小店:小雨] 2026-10-09 10:00:10\n在的\n";
    private const string Table = "客户名,消息序号,发送时间,发送内容,发送账号,账号类型\ndan,1,2026-10-09 10:00:00,在吗,dan,买家\ndan,2,2026-10-09 10:00:25,在的,小店:小雨,客服\n";

    [Fact]
    public void Every_shape_of_a_chat_is_counted_and_comes_twice_without_change()
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n"));
        (string Name, string Text, string Format, long Dropped)[] files =
            [("web.txt", Web, "chat-web", 0), ("copied.txt", Copied, "chat-clipboard", 1), ("brackets.txt", Bracketed, "chat-brackets", 0), ("table.csv", Table, "chat-export", 0)];
        foreach (var (name, text, format, dropped) in files)
        {
            var file = counter.File(name, text);
            var (code, report, error) = counter.Import(file, "--shop", "小店");
            Assert.True(code == Exit.Done, error);
            Assert.Equal((format, (2 + dropped, 2L, 0L, 0L, dropped)), (report["format"]!.GetValue<string>(), report.Counts()));
            Assert.Equal(dropped, report["droppedBy"]?["chat-noise"]?.GetValue<long>() ?? 0);
            Assert.Equal((2 + dropped, 0L, 0L, 2L, dropped), counter.Import(file, "--shop", "小店").Report.Counts());
        }
        var metrics = System.Text.Json.Nodes.JsonNode.Parse(counter.Json("metrics", "--month", "2026-10"))!.AsArray()[0]!["metrics"]!;
        // Four buyers, all answered, after 20, 5, 10 and 25 seconds: 60 ÷ 4 = 15.
        Assert.Equal((4m, 15m), (metrics["received"]!["value"]!.GetValue<decimal>(), metrics["first-response"]!["value"]!.GetValue<decimal>()));
        var kept = counter.Database.Days.LoadOrEmpty(counter.Database.Shops.Find("小店")!.Id, new(2026, 10, 9), Engine.Records.RuleSet.Default.Clock).Text!.Select(t => t.ToString()).ToList();
        Assert.Equal(["在的，手机138****5678对吧"], kept.Where(t => t.Contains("手机", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_names_without_an_account_are_refused_until_it_is_given()
    {
        using var counter = new Counter();
        var file = counter.File("two.txt", "ann 2026-10-09 10:00:00\n在吗\n小雨 2026-10-09 10:00:05\n在的\n");
        var before = counter.Records;
        Assert.Equal("chat-sides-unknown", counter.Import(file, "--shop", "小店").Report.Refused());
        Assert.Equal(before, counter.Records);
        Assert.Equal((2, 2, 0, 0, 0), counter.Import(file, "--shop", "小店", "--account", "小雨").Report.Counts());
    }

    [Fact]
    public async Task The_page_takes_account_buyer_and_day_as_the_command_line_does()
    {
        using var counter = new Counter();
        using var jobs = new ImportJobs(counter.Database, counter.Data, TimeProvider.System, NullLogger<ImportJobs>.Instance);
        var query = new ImportsQuery(counter.Database, _ => new("manager", Role.Manager, null, null), jobs);
        async Task<ImportJob> Sent(string name, string text, Upload with)
        {
            using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            var (id, refused) = await query.Start(with with { Files = [new FormFile(bytes, 0, bytes.Length, "files", name)] }, new DefaultHttpContext());
            Assert.Equal(ImportRefusal.None, refused);
            var job = jobs.Find(id!)!;
            for (var i = 0; job.State is ImportState.Waiting or ImportState.Running && i < 300; i++) await Task.Delay(100);
            return job;
        }

        var silent = "小雨 2026-10-09 10:00:05\n在的\n小静 2026-10-09 10:01:05\n我来\n";
        var upload = new Upload([], "小店", null, null);
        Assert.Equal("chat-sides-unknown", (await Sent("two.txt", silent, upload)).Reports[0].Refused!.Code);
        Assert.Equal((ImportState.Done, 2L), (await Sent("two.txt", silent, upload with { Accounts = "小雨， 小静", Buyer = "ann" })) is var job ? (job.State, job.Reports[0].Counts.Accepted) : default);
        // A header and no rows: of which day nothing was said, only the form tells.
        Assert.Equal("day-missing", (await Sent("messages.csv", Counter.Messages, upload)).Reports[0].Refused!.Code);
        Assert.Equal(ImportState.Done, (await Sent("messages.csv", Counter.Messages, upload with { Days = "2026-10-10" })).State);
    }

    [Theory]
    [InlineData("taobao.csv", "订单编号,买家会员名,总金额,订单创建时间,订单备注,收货人姓名,收货地址 ,联系电话 ,联系手机\n4012345678901234567,ann,5.00,2026-10-09 10:00:00,打13812345678,张三丰,某省某市某路,'010-87654321,'13912345678\nx,ann,bad,2026-10-09 10:00:00,,张三丰,某省某市某路,,13912345678\n", "4012345678901234567", 2, 1, 0)]
    [InlineData("jd.csv", "订单号,商品ID,订购数量,下单时间,订单金额,订单状态,下单帐号,客户姓名,客户地址,联系电话,订单备注\n165432109876,1,1,2026-10-09 10:00:00,5.00,完成,cnjdann(推算),张三丰,某省某市某路,13912345678,打13812345678\n165432109876,2,1,2026-10-09 10:00:00,5.00,完成,cnjdann(推算),张三丰,某省某市某路,13912345678,\n1,2,1,x,5.00,完成,ann,张三丰,某省某市某路,13912345678,\n", "165432109876", 3, 1, 1)]
    [InlineData("pdd.csv", "订单成交时间,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),商家备注,收货人,收货地址,手机\n2026-10-09 10:00:00,261009-123456789012345,已收货,5,0,0,收货人：张三丰 电话:13812345678,张三丰,某省某市某路,13912345678\nx,1,已收货,5,0,0,,张三丰,某省某市某路,13912345678\n", "261009-123456789012345", 2, 1, 0)]
    public void Receivers_names_phones_and_addresses_are_nowhere_in_the_database(string name, string text, string order, long read, long accepted, long dropped)
    {
        using var counter = new Counter();
        var (_, report, _) = counter.Import(counter.File(name, text), "--shop", "小店");
        Assert.Equal((read, accepted, 1L, 0L, dropped), report.Counts());
        Assert.Equal(dropped, report["droppedBy"]?["row-joined"]?.GetValue<long>() ?? 0);
        Assert.True(Holds(counter, order));
        foreach (var secret in new[] { "张三丰", "某省某市某路", "13912345678", "13812345678", "010-87654321" }) Assert.False(Holds(counter, secret), secret);
    }

    /// <summary>Whether the text stands anywhere in the database's file, or packed into a value of it.</summary>
    private static bool Holds(Counter counter, string text)
    {
        using (var checkpoint = new SqliteConnection($"Data Source={Path.Combine(counter.Data, "heng.db")}"))
        {
            checkpoint.Open();
            using var command = checkpoint.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(counter.Data, "*", SearchOption.AllDirectories).Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(wanted) >= 0);
    }
}
