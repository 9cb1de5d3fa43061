using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Importing;

/// <summary>An account that two people share by shift, from files to metrics, orders and transcripts.</summary>
public sealed class SharedAccountImportTests
{
    private const string Desk = "小店:前台";

    private static string Asks(string at, string buyer) => Counter.Line(at, "在吗", buyer: buyer, account: Desk);
    private static string Replies(string at, string buyer) => Counter.Line(at, "在的", "agent", buyer: buyer, account: Desk);

    // 王 sits there until 18:00, 李 from then until 02:00. ann speaks with both, bob with 李, cat after midnight with 李; a rating was asked for on either side of the edge.
    private static readonly (string Name, string Text)[] Files =
    [
        ("people.csv", $"name,accounts,base_pay,from\n王雨桐,{Desk},3000,2026-01-01\n李思远,{Desk},3000,2026-02-01\n"),
        ("roster.csv", "姓名,日期,班次\n王雨桐,2026-10-09,早班 09:00-18:00\n李思远,2026-10-09,晚班 18:00-02:00\n王雨桐,2026-10-10,早班 09:00-18:00\n"),
        ("chats.csv", Counter.Messages + Asks("2026-10-09 17:59:00", "ann") + Replies("2026-10-09 17:59:59", "ann") + Asks("2026-10-09 18:01:00", "ann") + Replies("2026-10-09 18:01:05", "ann")
            + Asks("2026-10-09 18:00:00", "bob") + Replies("2026-10-09 18:00:10", "bob") + Asks("2026-10-10 01:30:00", "cat") + Replies("2026-10-10 01:30:05", "cat")),
        ("ratings.csv", $"shop,account,buyer,sent_at,rated_at,level\n小店,{Desk},ann,2026-10-09 17:59:59,2026-10-09 18:30:00,satisfied\n小店,{Desk},bob,2026-10-09 18:00:00,,\n"),
        ("orders.csv", "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,买家实际支付金额,店铺名称\n901,bob,100.00,2026-10-09 18:05:00,2026-10-09 18:06:00,100.00,小店\n"),
    ];

    private static string Came(Counter counter, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files) Assert.Equal(Exit.Done, counter.Import(counter.File(name, text)).Code);
        return counter.Json("orders", "--month", "2026-10") + counter.Json("metrics", "--month", "2026-10", "--metric", "all") + counter.Json("metrics", "--month", "2026-10", "--by", "day", "--metric", "all");
    }

    private static decimal Value(Counter counter, string agent, string metric) =>
        JsonNode.Parse(counter.Json("metrics", "--month", "2026-10", "--metric", metric))!.AsArray().Single(r => r!["agent"]?.GetValue<string>() == agent)!["metrics"]![metric]!["value"]!.GetValue<decimal>();

    [Fact]
    public async Task Who_is_on_shift_is_who_is_counted_whenever_the_roster_comes()
    {
        using var counter = new Counter();
        var all = Came(counter, Files);
        Assert.Equal((1m, 3m), (Value(counter, "王雨桐", "received"), Value(counter, "李思远", "received")));
        // 王: 59 s. 李: 5, 10 and 5 s, 20 ÷ 3.
        Assert.Equal((59m, 6.666667m), (Value(counter, "王雨桐", "average-response"), Value(counter, "李思远", "average-response")));
        Assert.Equal((1m, 1m), (Value(counter, "王雨桐", "invited"), Value(counter, "李思远", "invited")));
        var order = counter.Json("orders", "--order", "901");
        Assert.Contains("李思远", order, StringComparison.Ordinal);
        Assert.DoesNotContain("王雨桐", order, StringComparison.Ordinal);

        using var late = new Counter();
        Assert.Equal(all, Came(late, Files.Reverse()));

        var shop = counter.Database.Shops.Find(Counter.Shop)!.Id;
        var ann = counter.Database.Names.Buyers.Find(shop, "ann");
        foreach (var reception in counter.Database.Facts.Receptions(shop, new(2026, 10, 9), new(2026, 10, 9)).Where(r => r.Buyer == ann))
        {
            var page = await new ReceptionQuery(counter.Database, _ => new Viewer("m", Role.Manager, null, null)).For(reception.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), new DefaultHttpContext());
            Assert.Equal((2, 1), (page.View!.Lines.Count, page.View.Waits.Count));
        }
    }

    [Fact]
    public void A_status_log_is_divided_by_shift_and_a_reports_sum_is_nobodys()
    {
        using var counter = new Counter();
        (string Name, string Text)[] files = [.. Files, ("status.csv", $"account,time,status,type\n{Desk},2026-10-09 09:00:00,1,8\n{Desk},2026-10-09 20:00:00,-1,8\n")];
        Came(counter, files);
        // Online 09:00 to 20:00 without an entry between: nine hours are 王's, two are 李's.
        Assert.Equal((32_400m, 7200m), (Value(counter, "王雨桐", "online"), Value(counter, "李思远", "online")));
        using var late = new Counter();
        Came(late, files.Reverse());
        Assert.Equal((32_400m, 7200m), (Value(late, "王雨桐", "online"), Value(late, "李思远", "online")));

        var report = counter.Import(counter.File("工作量_2026-10.csv", "日期,店铺,账户名,咨询人数,接待人数\n2026-10-09,小店,前台,4,4\n"), "--shop", "小店").Report;
        Assert.Contains("reports-shared", report.Notices());
        decimal? Reported(string by) => JsonNode.Parse(counter.Json("metrics", "--month", "2026-10", "--source", "reported", "--by", by, "--metric", "consulted"))!.AsArray() is [{ } row]
            ? row["metrics"]!["consulted"]!["value"]?.GetValue<decimal>() : null;
        Assert.Equal((null, 4m), (Reported("agent"), Reported("all")));
    }

    [Fact]
    public void Without_a_roster_who_began_later_has_it_and_the_import_says_so()
    {
        using var counter = new Counter();
        Assert.Contains("accounts-shared", counter.Import(counter.File("people.csv", Files[0].Text)).Report.Notices());
        counter.Import(counter.File("chats.csv", Files[2].Text));
        Assert.Equal(3m, Value(counter, "李思远", "received"));
    }
}
