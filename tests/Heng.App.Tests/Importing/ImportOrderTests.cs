using Heng.App.CommandLine;

namespace Heng.App.Tests.Importing;

/// <summary>Files of one shop in one order and in the other: what they came to is the same, at the far ends of every window too.</summary>
public sealed class ImportOrderTests
{
    private const string People = "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n李思远,小店:小李,3000,2026-01-01\n";
    private const string OrderHeader = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,买家实际支付金额,店铺名称\n";

    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "paid weeks after an older chat, in a talk of that day",
            Counter.Line("2026-10-28 10:00:00", buyer: "ann") + Counter.Line("2026-10-28 10:01:00", "在的", "agent", buyer: "ann"),
            "901,ann,100.00,2026-10-23 12:00:00,2026-10-28 10:05:00,100.00,小店\n"
        },
        {
            "placed at the far end and urged until the payment window closes",
            Counter.Line("2026-10-29 10:00:00", buyer: "ann", account: "小店:小李") + Counter.Line("2026-10-29 10:01:00", "付款吗", "agent", buyer: "ann", account: "小店:小李"),
            "902,ann,100.00,2026-10-23 12:00:00,,,小店\n"
        },
        {
            "placed seven days before the older chat, which urges it",
            Counter.Line("2026-10-28 10:00:00", buyer: "bob"),
            "903,cat,100.00,2026-09-24 12:00:00,,,小店\n"
        },
        {
            "asked after a payment of twenty-one days before",
            Counter.Line("2026-10-22 10:00:00", buyer: "cat") + Counter.Line("2026-10-22 10:01:00", "在的", "agent", buyer: "cat"),
            "904,cat,100.00,2026-10-01 09:00:00,2026-10-01 09:00:30,100.00,小店\n"
        },
    };

    private static readonly string Older = Counter.Line("2026-10-01 10:00:00", buyer: "cat") + Counter.Line("2026-10-01 10:01:00", "在的", "agent", buyer: "cat");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_older_chat_that_comes_last_comes_to_the_same(string what, string newer, string order)
    {
        Assert.NotEmpty(what);
        var (older, chats, orders) = (("older.csv", Counter.Messages + Older), ("newer.csv", Counter.Messages + newer), ("orders.csv", OrderHeader + order));
        var all = Came([older, chats, orders]);
        Assert.Equal(all, Came([orders, chats, older]));
        Assert.Equal(all, Came([chats, older, orders]));
        Assert.Equal(all, Came([older, orders, chats]));
    }

    private static string Came(IEnumerable<(string Name, string Text)> files)
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", People));
        foreach (var (name, text) in files) Assert.Equal(Exit.Done, counter.Import(counter.File(name, text)).Code);
        string Of(params string[] arguments) => counter.Json(arguments);
        string[] months = ["2026-09", "2026-10", "2026-11"];
        return string.Concat(months.Select(m => Of("orders", "--month", m) + Of("metrics", "--month", m, "--metric", "all") + Of("metrics", "--month", m, "--by", "day", "--metric", "all")));
    }
}
