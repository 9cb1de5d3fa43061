using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Receptions;
using Heng.Engine.Closing;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Importing;

/// <summary>Two invented shops with one buyer's nick in both: from order lists, items and refunds to metrics, the ledger and the closing.</summary>
public sealed class RefundImportTests
{
    private static readonly Month October = new(2026, 10);
    private const string OrderHeader = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,退款金额\n";

    private static readonly (string Name, string? Shop, string Text)[] Files =
    [
        ("people.csv", null, "name,accounts,position,group,base_pay,from\n王雨桐,小店:雨桐,front-line,一组,3000,2026-01-01\n李静,大店:李静;小店:售后,front-line,一组,3000,2026-01-01\n"),
        ("chat.csv", null, Counter.Messages
            + Counter.Line("2026-10-01 10:00:00", id: "1", account: "小店:雨桐") + Counter.Line("2026-10-01 10:20:00", from: "agent", id: "2", account: "小店:雨桐")
            + "大店,ann,大店:李静,2026-10-01 10:14:00,buyer,,,在吗,3\n大店,ann,大店:李静,2026-10-01 10:20:00,agent,,,在的,4\n"
            + Counter.Line("2026-10-20 10:00:00", id: "7", buyer: "bea", account: "小店:雨桐") + Counter.Line("2026-10-31 10:00:00", id: "5", account: "小店:雨桐") + "大店,bea,大店:李静,2026-10-31 10:02:00,buyer,,,在吗,6\n"),
        ("orders1.csv", Counter.Shop, OrderHeader + "1,ann,100.00,2026-10-01 10:25:00,2026-10-01 10:26:00,40.00\n2,ann,50.00,2026-10-02 09:00:00,2026-10-02 09:01:00,7.00\n4,bea,9.00,2026-10-31 10:00:00,,\n"),
        ("orders2.csv", "大店", OrderHeader + "3,ann,60.00,2026-10-01 10:15:00,2026-10-01 10:16:00,0.00\n5,ann,9.00,2026-10-31 10:00:00,,\n"),
        ("items.csv", Counter.Shop, "子订单编号,主订单编号,标题,价格,购买数量,商家编码,退款状态,退款金额\n11,1,杯,30.00,2,BEI,没有申请退款,\n12,1,盘,40.00,1,PAN,退款成功,40.00\n"),
        ("refunds.csv", Counter.Shop, "订单编号,退款编号,退款的申请时间,退款完结时间,买家退款金额,退款状态,是否需要退货,部分退款/全部退款,宝贝标题,审核操作人,退款操作人\n"
            + "1,r1,2026-10-19 09:00:00,2026-10-20 09:00:00,40.00,退款成功,是,全部退款,盘,小店:雨桐,小店:售后\n9,r2,2026-10-19 09:00:00,2026-10-21 09:00:00,5.00,退款成功,否,全部退款,碗,,\n"),
    ];

    private static readonly string[] Metrics = ["sales", "sales-net", "refund-amount", "items", "refund-rate", "return-and-exchange-rate", "after-sales-handled", "after-sales-time"];

    private static Counter Imported(IEnumerable<(string Name, string? Shop, string Text)> files)
    {
        var counter = new Counter();
        foreach (var file in files) Import(counter, file);
        return counter;
    }

    private static JsonNode Import(Counter counter, (string Name, string? Shop, string Text) file) =>
        counter.Import(counter.File(file.Name, file.Text), file.Shop is { } shop ? ["--shop", shop] : []).Report;

    private static string Read(Counter counter, string agent)
    {
        var row = JsonNode.Parse(counter.Json("metrics", "--month", "2026-10", "--metric", string.Join(',', Metrics)))!.AsArray().Single(r => r!["agent"]?.GetValue<string>() == agent)!;
        return string.Join(' ', Metrics.Select(m => $"{m}={(row["metrics"]![m]!["value"] is { } value ? value.GetValue<decimal>().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "missing")}"));
    }

    private static JsonNode Order(Counter counter, string id) => JsonNode.Parse(counter.Json("orders", "--order", id))!.AsArray().Single()!;

    [Fact]
    public void Refunds_and_items_count_alike_in_whatever_order_their_files_come_and_twice()
    {
        using var counter = Imported(Files);
        // Orders 1 (100) and 2 (50) are hers. Of 1, 40 came back on the 20th by record; of 2 the list says 7 without a day: 150 − 47 = 103. 1 of its 3 pieces, 1 of 2 orders.
        Assert.Equal("sales=150 sales-net=103 refund-amount=47 items=3 refund-rate=0.33 return-and-exchange-rate=0.5 after-sales-handled=1 after-sales-time=86400", Read(counter, "王雨桐"));
        Assert.Equal("sales=60 sales-net=60 refund-amount=0 items=missing refund-rate=missing return-and-exchange-rate=0 after-sales-handled=1 after-sales-time=86400", Read(counter, "李静"));
        using var other = Imported(Files.Reverse());
        Assert.Equal((Read(counter, "王雨桐"), Read(counter, "李静")), (Read(other, "王雨桐"), Read(other, "李静")));
        Assert.Equal(counter.Json("orders", "--month", "2026-10"), other.Json("orders", "--month", "2026-10"));
        foreach (var file in Files) Assert.Equal(0, Import(counter, file).Counts().Accepted);
        Assert.Equal(other.Json("orders", "--month", "2026-10"), counter.Json("orders", "--month", "2026-10"));
    }

    [Fact]
    public void An_order_tells_who_wins_it_under_each_rule_its_refunds_and_items_and_is_its_own_shops()
    {
        using var counter = Imported(Files);
        var (one, three) = (Order(counter, "1"), Order(counter, "3"));
        Assert.Equal("王雨桐", one["rules"]!["order-first"]!["winner"]!.GetValue<string>());
        // In the other shop the same nick is another buyer, whose talk the order fell into.
        Assert.Equal(("李静", "inside-session"), (three["rules"]!["payment"]!["winner"]!.GetValue<string>(), three["rules"]!["payment"]!["clause"]!.GetValue<string>()));
        Assert.Null(one["events"]!["created"]!["runnerUp"]);
        var refund = Assert.Single(one["refunds"]!.AsArray())!;
        Assert.Equal((-40m, "2026-10-20", "小店:售后"), (refund["amount"]!.GetValue<decimal>(), refund["day"]!.GetValue<string>(), refund["operator"]!.GetValue<string>()));
        Assert.Equal(2, one["items"]!.AsArray().Count);
        Assert.Equal((false, -7m), (Order(counter, "2")["refunds"]![0]!["dated"]!.GetValue<bool>(), Order(counter, "2")["refunds"]![0]!["amount"]!.GetValue<decimal>()));
        var told = Import(counter, ("more.csv", Counter.Shop, "订单编号,退款编号,退款完结时间,买家退款金额,退款状态\n8,r8,2026-10-21 09:00:00,5.00,退款成功\n"));
        Assert.Contains("orders-unknown", told.Notices());
    }

    [Fact]
    public async Task A_refund_that_names_a_sub_order_is_its_orders_whichever_file_comes_first_and_receptions_show_what_is_left()
    {
        // The same as above, but the refund of order 1 names its sub-order 12: 150 − 40 − 7 = 103.
        (string Name, string? Shop, string Text)[] files = [.. Files.Select(f => f with { Text = f.Text.Replace("\n1,r1,", "\n12,r1,", StringComparison.Ordinal) })];
        foreach (var some in new[] { files, [.. files.Reverse()] })
        {
            using var counter = Imported(some);
            Assert.StartsWith("sales=150 sales-net=103 refund-amount=47 items=3 refund-rate=0.33 return-and-exchange-rate=0.5", Read(counter, "王雨桐"), StringComparison.Ordinal);
            Assert.Equal(-40m, Assert.Single(Order(counter, "1")["refunds"]!.AsArray())!["amount"]!.GetValue<decimal>());
            Assert.True(LedgerBalance.Holds(counter.Database, counter.Database.Shops.All, October));
            var again = Import(counter, files[5]);
            Assert.Equal(0, again.Counts().Accepted);
            Assert.Equal(["9"], [.. again["notices"]!.AsArray().Single(n => n!["name"]!.GetValue<string>() == "orders-unknown")!["details"]!.AsArray().Select(d => d!.GetValue<string>())]);
            var view = (await new ReceptionsQuery(counter.Database, _ => new("manager", Role.Manager, null, null)).For(new(October, "王雨桐"), new DefaultHttpContext())).View!;
            // 100 − 40 of order 1 and 50 − 7 of order 2 came of the talk on the 1st.
            Assert.Equal([null, null, 103m], view.Rows.Select(r => r.NetSales));
        }
    }

    [Fact]
    public void A_ledger_that_does_not_balance_closes_no_month_and_a_closed_one_takes_no_refund()
    {
        using var counter = Imported(Files);
        var database = counter.Database;
        database.Plans.Publish("s4-ksf", TemplateLibrary.Find("s4-ksf")!.Yaml, new(1), "manager");
        var (close, day, shop) = (new Close(database, TimeProvider.System), new DateOnly(2026, 10, 20), database.Shops.Find(Counter.Shop)!.Id);
        MonthRefusal? Prepared() => close.Prepare(October, database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused;
        void Broken(DateOnly on, string part)
        {
            var (days, facts) = (database.Facts.AgentDays(shop, on, on), database.Ledger.Contributions(shop, on, on, part: part));
            database.Facts.Replace(shop, on, on, 1, [new(part, [], [])]);
            Assert.Equal(MonthRefusal.LedgerUnbalanced, Prepared());
            database.Facts.Replace(shop, on, on, 1, [new(part, Heng.Engine.Pipeline.AgentDays(facts), facts)]);
            Assert.Equal(days.Sum(d => d.Measures.Values.Count()), database.Facts.AgentDays(shop, on, on).Sum(d => d.Measures.Values.Count()));
        }

        Broken(new(2026, 10, 1), FactPart.Orders);
        Broken(day, FactPart.Refunds);
        Assert.Equal("ledger-unbalanced", CloseWords.Of(MonthRefusal.LedgerUnbalanced).Name);
        Assert.Null(Prepared());
        Assert.Null(close.Finish(October, database.Shops.All, null, new("manager", Role.Manager, null, null), provisionally: true).Refused);
        var sealedOnes = Read(counter, "王雨桐");
        Import(counter, ("late.csv", Counter.Shop, "订单编号,退款编号,退款完结时间,买家退款金额,退款状态\n2,r9,2026-10-22 09:00:00,50.00,退款成功\n"));
        Assert.Equal(sealedOnes, Read(counter, "王雨桐"));
        Assert.Equal("2026-10-22", Order(counter, "2")["refunds"]![0]!["day"]!.GetValue<string>());
    }
}
