using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Importing;
using Heng.App.Features.Unmatched;

namespace Heng.App.Tests.Importing;

/// <summary>What nobody could be matched with, bound by hand, remembered, undone; and buyers by another name.</summary>
public sealed class UnmatchedTests
{
    private const string People = "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n李思远,小店:小李,3000,2026-01-01\n";
    private const string Orders = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,买家实际支付金额,店铺名称\n"
        + "901,ann,100.00,2026-10-09 10:05:00,2026-10-09 10:06:00,100.00,小店\n902,摩**,200.00,2026-10-09 10:05:00,2026-10-09 10:06:00,200.00,小店\n903,zoe,50.00,2026-10-09 10:05:00,2026-10-09 10:06:00,50.00,小店\n";
    private const string Aliases = "店铺,买家别名,买家\n小店,摩**,摩登小雨\n";
    private static readonly DateOnly Ninth = new(2026, 10, 9);

    // ann and 摩登小雨 with accounts nobody has, bob with one that somebody has.
    private static readonly string Chats = Counter.Messages
        + Talk("ann", "小店:王雨桐", 20) + Talk("摩登小雨", "小店:小雨", 30) + Talk("bob", "小店:小蜜", 1);

    private static string Talk(string buyer, string account, int seconds) =>
        Counter.Line("2026-10-09 10:00:00", buyer: buyer, account: account) + Counter.Line($"2026-10-09 10:00:{seconds:00}", "在的", "agent", buyer: buyer, account: account);

    private static Counter Filled(params (string Name, string Text)[] more)
    {
        var counter = new Counter();
        foreach (var (name, text) in ((string, string)[])[("people.csv", People), ("chats.csv", Chats), ("orders.csv", Orders),
            ("status.csv", "account,time,status,type\n旗舰:小李,2026-10-09 09:00:00,1,8\n"), ("adjustments.csv", "month,agent,kind,amount,reason,entered_by\n2026-10,无名,reward,5,好,hr\n"), .. more])
            Assert.Equal(Exit.Done, counter.Import(counter.File(name, text)).Code);
        return counter;
    }

    private static JsonArray Unmatched(Counter counter) => JsonNode.Parse(counter.Json("unmatched", "--month", "2026-10"))!.AsArray();

    private static string[] Accounts(Counter counter) => [.. Unmatched(counter).Where(r => r!["kind"]!.GetValue<string>() == "account").Select(r => $"{r!["name"]} {r["days"]} {r["count"]} {r["proposal"]}").Order(StringComparer.Ordinal)];

    private static string Received(Counter counter, string agent) => JsonNode.Parse(counter.Json("metrics", "--month", "2026-10", "--metric", "received"))!.AsArray()
        .Single(r => r!["agent"]?.GetValue<string>() == agent)!["metrics"]!["received"]!["value"]?.ToJsonString() ?? "missing";

    [Fact]
    public void What_nobody_has_is_listed_with_whom_it_may_mean_until_it_is_bound_and_again_when_that_is_undone()
    {
        using var counter = Filled();
        string[] all = ["小店:小蜜 1 2 ", "小店:王雨桐 1 2 王雨桐", "旗舰:小李 1 1 李思远"];
        Assert.Equal(all.Order(StringComparer.Ordinal), Accounts(counter));
        Assert.Equal("无名", Unmatched(counter).Single(r => r!["kind"]!.GetValue<string>() == "name")!["name"]!.GetValue<string>());
        var binding = new Binding(counter.Database, counter.Data, TimeProvider.System);

        Assert.Equal("1", Received(counter, "王雨桐"));
        binding.Bind("小店:王雨桐", "王雨桐", Ninth, "hr");
        Assert.Equal("2", Received(counter, "王雨桐"));
        binding.Bind("小店:小蜜", "", Ninth, "hr");
        Assert.Equal(["旗舰:小李 1 1 李思远"], Accounts(counter));
        Assert.Equal(2, counter.Database.Imports.All().Count(i => i is { Format: Binding.Format, State: Heng.Store.ImportFile.Done, By: "hr" }));

        // The list of people comes again, and says nothing of it.
        counter.Import(counter.File("people.csv", People.Replace("3000", "3100", StringComparison.Ordinal)), "--exported-at", "2027-01-01");
        Assert.Equal("2", Received(counter, "王雨桐"));

        Assert.True(binding.Undo("小店:王雨桐", "王雨桐", Ninth, "hr"));
        Assert.False(binding.Undo("小店:王雨桐", "王雨桐", Ninth, "hr"));
        Assert.Equal("1", Received(counter, "王雨桐"));
        Assert.Contains("小店:王雨桐 1 2 王雨桐", Accounts(counter));
    }

    [Fact]
    public void A_name_in_a_sheet_of_the_month_is_bound_like_an_account_and_counts_by_the_months_last_day()
    {
        using var counter = Filled(("attendance.csv", "month,agent,due_days,paid_days\n2026-10,小雨同学,22,20\n2026-10,小李子,22,19\n2026-10,李思远,22,21\n"));
        decimal? Paid(string name) => Heng.App.Features.Months.MonthBook.Load(counter.Database, new(2026, 10), counter.Database.Shops.All, null).Find(name)!.Attendance?.PaidDays;
        string[] Names() => [.. Unmatched(counter).Where(r => r!["kind"]!.GetValue<string>() == "name").Select(r => $"{r!["name"]} {r["first"]} {r["count"]}")];
        Assert.Equal(["小李子 2026-10-01 1", "小雨同学 2026-10-01 1", "无名 2026-10-01 1"], Names());
        var binding = new Binding(counter.Database, counter.Data, TimeProvider.System);

        binding.Bind("小雨同学", "王雨桐", new(2026, 11, 1), "hr");
        Assert.Null(Paid("王雨桐"));
        binding.Bind("小雨同学", "王雨桐", new(2026, 10, 31), "hr");
        Assert.Equal(20m, Paid("王雨桐"));
        // What stands under the person's own name goes before what stands under another.
        binding.Bind("小李子", "李思远", new(2026, 10, 1), "hr");
        Assert.Equal(21m, Paid("李思远"));
        binding.Bind("无名", "", new(2026, 10, 1), "hr");
        Assert.Empty(Names());
        Assert.True(binding.Undo("小雨同学", "王雨桐", new(2026, 10, 31), "hr"));
        Assert.Null(Paid("王雨桐"));
        Assert.Equal(["小雨同学 2026-10-01 1"], Names());
    }

    [Theory]
    [InlineData("2026-10-09", "2")]
    [InlineData("2026-10-10", "1")]
    public void A_binding_counts_from_its_first_day(string from, string received)
    {
        using var counter = Filled();
        new Binding(counter.Database, counter.Data, TimeProvider.System).Bind("小店:王雨桐", "王雨桐", SaidDays.DayOf(from)!.Value, "hr");
        Assert.Equal(received, Received(counter, "王雨桐"));
    }

    [Fact]
    public void A_masked_buyer_joins_nobody_until_an_alias_says_who_it_is_whenever_that_comes()
    {
        using var counter = Filled();
        // Of three orders zoe's and the masked one have nobody who talked: 2 ÷ 3.
        var orders = Unmatched(counter).Single(r => r!["kind"]!.GetValue<string>() == "orders")!;
        Assert.Equal((3, 2, 1, "0.666667"), (orders["all"]!.GetValue<int>(), orders["count"]!.GetValue<int>(), orders["masked"]!.GetValue<int>(), orders["share"]!.ToJsonString()));
        Assert.DoesNotContain("王雨桐", counter.Json("orders", "--order", "902"), StringComparison.Ordinal);

        Assert.Equal("buyer-aliases", counter.Import(counter.File("aliases.csv", Aliases)).Report["format"]!.GetValue<string>());
        Assert.Contains("王雨桐", counter.Json("orders", "--order", "902"), StringComparison.Ordinal);
        orders = Unmatched(counter).Single(r => r!["kind"]!.GetValue<string>() == "orders")!;
        Assert.Equal((1, 0), (orders["count"]!.GetValue<int>(), orders["masked"]!.GetValue<int>()));

        using var first = new Counter();
        foreach (var (name, text) in ((string, string)[])[("aliases.csv", Aliases), ("orders.csv", Orders), ("chats.csv", Chats), ("people.csv", People)]) first.Import(first.File(name, text));
        string Came(Counter of) => of.Json("orders", "--month", "2026-10") + of.Json("metrics", "--month", "2026-10", "--metric", "received,sales,consulted,inquiries");
        Assert.Equal(Came(counter), Came(first));
    }

    [Fact]
    public void Messages_under_an_alias_are_the_buyers()
    {
        var more = Counter.Messages + Counter.Line("2026-10-09 10:00:40", "还有吗", buyer: "AAEx1", account: "小店:小雨") + Counter.Line("2026-10-09 10:00:50", "有", "agent", buyer: "AAEx1", account: "小店:小雨");
        using var apart = Filled(("more.csv", more));
        using var joined = Filled(("more.csv", more), ("aliases.csv", Aliases + "小店,AAEx1,摩**\n"));
        Assert.Equal(("2", "1"), (Received(apart, "王雨桐"), Received(joined, "王雨桐")));
    }
}
