using System.Text.Json;
using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>Public data that nobody here made up, and results that independent scripts worked out from it.</summary>
public class RealDataTests
{
    private const string ChatMap = """
        columns:
          shop: shop
          account: shop
          buyer: customer_id
          from: direction
          at: sent_at_utc
          text: text
          id: message_id
        values: {from: {in: buyer, out: agent}}
        time: {zone: "+00:00"}
        drop:
          - {column: shop, contains: "|"}
        sequence: none
        """;

    [SharedDataFact]
    public void Threads_of_several_companies_are_dropped_and_counted()
    {
        using var opening = IntakeFile.Open(SharedData.At("chat-en-timed", "chatlog_visible.csv"), new(Map: Given.Map(ChatMap)));
        var outcomes = ((Opened)opening).Rows().CountBy(r => r.Outcome).ToDictionary();
        // 3,335 rows: 130 with | in the shop, and two of one thread that name no customer.
        Assert.Equal(3203, outcomes[Outcome.Accepted]);
        Assert.Equal(130, outcomes[Outcome.Dropped]);
        Assert.Equal(2, outcomes[Outcome.Rejected]);
    }

    [SharedDataFact]
    public void Sessions_by_local_day_come_out_as_independent_scripts_found_them()
    {
        using var opening = IntakeFile.Open(SharedData.At("chat-en-timed", "chatlog_visible.csv"), new(Map: Given.Map(ChatMap)));
        var messages = ((Opened)opening).Rows().Where(r => r.Outcome == Outcome.Accepted).Select(r => r.Message).ToList();
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "chat-by-local-day.json")));
        Compare(messages, ShopClock.Shanghai, expected.RootElement.GetProperty("sent_at_cst").GetProperty("total"));
        Compare(messages, new ShopClock(0, 0), expected.RootElement.GetProperty("sent_at_utc").GetProperty("total"));
    }

    private static void Compare(List<Message> messages, ShopClock clock, JsonElement total)
    {
        var sessions = messages.GroupBy(m => (m.Shop, m.Buyer, clock.DayOf(m.At))).ToList();
        var asked = sessions.Where(s => s.Any(m => m.From == Sender.Buyer)).Select(FirstResponse).ToList();
        var waits = asked.OfType<long>().ToList();
        // The scripts count the thread without a customer as a session in which nobody asked; here its two rows are rejected.
        Assert.Equal(total.GetProperty("day_sessions").GetInt32(), sessions.Count + 1);
        Assert.Equal(total.GetProperty("asked").GetInt32(), asked.Count);
        Assert.Equal(total.GetProperty("replied").GetInt32(), waits.Count);
        Assert.Equal(total.GetProperty("frt_mean_s").GetDecimal(), Math.Round((decimal)waits.Sum() / waits.Count, 3));
        waits.Sort();
        Assert.Equal(total.GetProperty("frt_median_s").GetDecimal(), (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2m);
    }

    private static long? FirstResponse(IEnumerable<Message> session)
    {
        var question = session.Where(m => m.From == Sender.Buyer).Min(m => m.At.UnixSeconds);
        return session.Where(m => m.From == Sender.Agent && m.At.UnixSeconds >= question).Select(m => (long?)m.At.UnixSeconds - question).Min();
    }

    [SharedDataFact]
    public void Both_encodings_of_the_order_list_give_the_same_orders_and_the_expected_sums()
    {
        var orders = Orders("orders.csv", "UTF-8");
        Assert.Equal(12_358, orders.Count);
        Assert.Equal(orders, Orders("orders.gbk.csv", "GB18030"));
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "orders-tmall.json")));
        Check(expected.RootElement.GetProperty("total"), orders);
        var days = orders.GroupBy(o => ShopClock.Shanghai.DayOf(o.Created)).ToDictionary(g => g.Key.ToString("yyyy-MM-dd"), g => g.ToList());
        var listed = expected.RootElement.GetProperty("per_created_day").EnumerateObject().ToList();
        Assert.Equal(listed.Count, days.Count);
        foreach (var day in listed) Check(day.Value, days[day.Name]);
    }

    private static List<Order> Orders(string name, string encoding)
    {
        using var opening = IntakeFile.Open(SharedData.At("orders-tmall", name), new(Shop: "tmall"));
        var opened = Assert.IsType<Opened>(opening);
        Assert.Equal(encoding, opened.Encoding);
        var rows = opened.Rows().ToList();
        Assert.All(rows, r => Assert.Equal(Outcome.Accepted, r.Outcome));
        return [.. rows.Select(r => (Order)r.Record!)];
    }

    private static void Check(JsonElement expected, List<Order> orders)
    {
        var paid = orders.Where(o => o.PaidAt is not null).ToList();
        Assert.Equal(expected.GetProperty("orders").GetInt32(), orders.Count);
        Assert.Equal(expected.GetProperty("paid").GetInt32(), paid.Count);
        Assert.Equal(expected.GetProperty("paid_gross_fen").GetInt64(), Fen(paid, o => o.Amount));
        Assert.Equal(expected.GetProperty("net_received_fen").GetInt64(), Fen(paid, o => o.Received ?? 0));
        Assert.Equal(expected.GetProperty("refund_fen").GetInt64(), Fen(paid, o => o.Refund ?? 0));
    }

    private static long Fen(List<Order> orders, Func<Order, decimal> amount) => (long)(orders.Sum(amount) * 100);
}
