using System.Text.Json;
using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>A Brazilian market place's tables, each read through a map of its own as a shop's odd export would be.</summary>
public sealed class RealOlistTests
{
    private const string Time = "time: {format: \"M/d/yyyy H:mm\", zone: \"+00:00\"}\n";

    private static List<T> Rows<T>(string table, string map)
    {
        using var opening = IntakeFile.Open(SharedData.At("orders-olist", $"olist_{table}_dataset.csv"), new("olist", Map: Given.Map(map + Time)));
        return [.. Assert.IsType<Opened>(opening).Rows().Select(r => (T)(r.Record ?? throw new InvalidOperationException(r.ToString())))];
    }

    private static JsonElement Expected()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "orders-olist.json")));
        return file.RootElement.Clone();
    }

    private static List<Order> Orders(string created, string paid) => Rows<Order>("orders",
        $"kind: taobao-orders\ncolumns: {{订单编号: order_id, 买家会员名: customer_id, 订单创建时间: {created}, 订单付款时间: {paid}, 订单状态: order_status}}\nconstants: {{总金额: \"0\"}}\n");

    /// <summary>A table of amounts by order; what stands beside the amount is kept as the buyer.</summary>
    private static List<Order> Amounts(string table, string amount, string postage, string beside) => Rows<Order>(table,
        $"kind: taobao-orders\ncolumns: {{订单编号: order_id, 总金额: {amount}{postage}, 买家会员名: {beside}}}\nconstants: {{订单创建时间: \"1/1/2018 0:00\"}}\n");

    [SharedDataFact]
    public void Orders_their_states_and_how_long_approval_took()
    {
        var (expected, orders) = (Expected(), Orders("order_purchase_timestamp", "order_approved_at"));
        Assert.Equal(expected.GetProperty("orders").GetInt32(), orders.Count);
        foreach (var status in expected.GetProperty("status").EnumerateObject()) Assert.Equal(status.Value.GetInt32(), orders.Count(o => o.Status == status.Name));
        var delays = orders.Where(o => o.PaidAt is not null).Select(o => o.PaidAt!.Value.SecondsSince(o.Created)).Order().ToList();
        Assert.Equal(expected.GetProperty("approved").GetInt32(), delays.Count);
        Assert.Equal(expected.GetProperty("approve_delay_min").GetProperty("mean").GetDecimal(), Math.Round(delays.Sum() / 60m / delays.Count, 3));
        Assert.Equal(expected.GetProperty("approve_delay_min").GetProperty("median").GetDecimal(), (delays[(delays.Count - 1) / 2] + delays[delays.Count / 2]) / 120m);
        var months = orders.CountBy(o => Month.Of(new ShopClock(0, 0).DayOf(o.Created)).ToString()).ToDictionary();
        foreach (var month in expected.GetProperty("per_month").EnumerateObject()) Assert.Equal(month.Value.GetInt32(), months[month.Name]);
    }

    [SharedDataFact]
    public void Deliveries_and_those_after_the_day_they_were_promised()
    {
        var (expected, orders) = (Expected(), Orders("order_estimated_delivery_date", "order_delivered_customer_date"));
        Assert.Equal(expected.GetProperty("delivered").GetInt32(), orders.Count(o => o.Status == "delivered"));
        Assert.Equal(expected.GetProperty("late").GetInt32(), orders.Count(o => o.PaidAt > o.Created));
    }

    [SharedDataFact]
    public void Payments_to_the_cent_and_the_orders_whose_payments_equal_their_items()
    {
        var expected = Expected();
        var payments = Amounts("order_payments", "payment_value", "", "payment_type");
        var told = expected.GetProperty("payments");
        Assert.Equal((told.GetProperty("rows").GetInt32(), told.GetProperty("orders").GetInt32(), told.GetProperty("total_cents").GetInt64()),
            (payments.Count, payments.DistinctBy(p => p.Id).Count(), Cents(payments)));
        foreach (var type in told.GetProperty("by_type").EnumerateObject())
            Assert.Equal((type.Value.GetProperty("rows").GetInt32(), type.Value.GetProperty("cents").GetInt64()),
                (payments.Count(p => p.Buyer == type.Name), Cents([.. payments.Where(p => p.Buyer == type.Name)])));
        var items = Amounts("order_items", "price", ", 买家应付邮费: freight_value", "seller_id").ToLookup(i => i.Id);
        Assert.Equal(expected.GetProperty("orders_with_items").GetInt32(), items.Count);
        var paid = payments.ToLookup(p => p.Id);
        Assert.Equal(expected.GetProperty("orders_paid_eq_items").GetInt32(), items.Count(order => paid[order.Key].Sum(p => p.Amount) == order.Sum(i => i.Amount + i.Postage)));
    }

    [SharedDataFact]
    public void Reviews_their_scores_their_answers_and_the_sellers_with_the_most_orders()
    {
        var (expected, answers) = (Expected().GetProperty("reviews"), Rows<SurveyAnswer>("order_reviews", "kind: surveys\ncolumns: {id: review_pk, agent: order_id, at: review_answer_timestamp, survey_score: review_score}\n"));
        Assert.Equal(expected.GetProperty("rows").GetInt32(), answers.Count);
        foreach (var score in expected.GetProperty("scores").EnumerateObject()) Assert.Equal(score.Value.GetInt32(), answers.Count(a => a.Score.ToString(System.Globalization.CultureInfo.InvariantCulture) == score.Name));
        Assert.Equal(expected.GetProperty("mean").GetDecimal(), Math.Round(answers.Average(a => a.Score), 6));
        Assert.Equal((expected.GetProperty("satisfied_ge4").GetInt32(), expected.GetProperty("bad_le2").GetInt32()), (answers.Count(a => a.Score >= 4), answers.Count(a => a.Score <= 2)));
        Assert.Equal(expected.GetProperty("orders_with_2_reviews").GetInt32(), answers.GroupBy(a => a.Agent).Count(g => g.Count() == 2));
        var worked = Rows<ReviewWork>("order_reviews", "kind: review-work\ncolumns: {order: order_id, item: review_pk, reviewed_at: review_creation_date, answered_at: review_answer_timestamp}\nconstants: {agent: olist}\n");
        var delays = worked.Select(w => w.AnsweredAt!.Value.SecondsSince(w.ReviewedAt)).Order().ToList();
        Assert.Equal(expected.GetProperty("answer_delay_min").GetProperty("mean").GetDecimal(), Math.Round(delays.Sum() / 60m / delays.Count, 3));
        Assert.Equal(expected.GetProperty("answer_delay_min").GetProperty("median").GetDecimal(), (delays[(delays.Count - 1) / 2] + delays[delays.Count / 2]) / 120m);
        CheckSellers(answers.ToLookup(a => a.Agent));
    }

    private static void CheckSellers(ILookup<string, SurveyAnswer> answers)
    {
        // An order of two sellers is neither's.
        var sellers = Amounts("order_items", "price", "", "seller_id").GroupBy(i => i.Id).Where(o => o.DistinctBy(i => i.Buyer).Count() == 1)
            .GroupBy(o => o.First().Buyer!).ToDictionary(g => g.Key, g => g.Select(o => o.Key).ToList());
        foreach (var seller in Expected().GetProperty("top_sellers").EnumerateObject())
        {
            var own = sellers[seller.Name].SelectMany(order => answers[order]).ToList();
            Assert.Equal((seller.Value.GetProperty("orders").GetInt32(), seller.Value.GetProperty("reviews").GetInt32()), (sellers[seller.Name].Count, own.Count));
            Assert.Equal(seller.Value.GetProperty("mean_score").GetDecimal(), Math.Round(own.Average(a => a.Score), 6));
        }
    }

    private static long Cents(List<Order> rows) => (long)(rows.Sum(r => r.Amount) * 100);
}
