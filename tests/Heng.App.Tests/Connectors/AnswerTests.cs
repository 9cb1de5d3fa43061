using System.Text;
using System.Text.Json;
using Heng.App.Features.Connectors;
using Heng.App.Features.Connectors.Taobao;

namespace Heng.App.Tests.Connectors;

public sealed class AnswerTests
{
    private static Reply Read(string json, string method = "taobao.trades.sold.get") => TopAnswer.Read(Encoding.UTF8.GetBytes(json), method);
    private static Fault FaultOf(string json) => Assert.IsType<Faulted>(Read(json)).Fault;
    private static string Error(int code, string sub = "", string message = "") => $$$"""{"error_response":{"code":{{{code}}},"msg":"{{{message}}}","sub_code":"{{{sub}}}","request_id":"r"}}""";
    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    [Theory]
    [InlineData(25, "", "connector-bad-signature", false)]
    [InlineData(27, "", "connector-session-ended", false)]
    [InlineData(15, "isv.invalid-sessionkey", "connector-session-ended", false)]
    [InlineData(29, "", "connector-key-unknown", false)]
    [InlineData(31, "", "connector-clock-off", false)]
    [InlineData(11, "", "connector-no-permission", false)]
    [InlineData(15, "isv.permission-denied", "connector-no-permission", false)]
    [InlineData(7, "", "connector-limited", true)]
    [InlineData(15, "isv.app-call-limit", "connector-limited", true)]
    [InlineData(15, "accesscontrol.limited-by-api-access-count", "connector-limited", true)]
    [InlineData(41, "isv.invalid-parameter", "connector-refused", false)]
    [InlineData(15, "isv.limit-unknown", "connector-refused", false)]
    public void An_error_has_a_name_and_only_a_limit_is_tried_again(int code, string sub, string name, bool again)
    {
        var fault = FaultOf(Error(code, sub));
        Assert.Equal((name, again), (fault.Name, fault.Again));
        Assert.Contains($"code={code}", fault.Details);
        Assert.Matches("\\p{IsCJKUnifiedIdeographs}", fault.Words.Zh);
        Assert.NotEmpty(fault.Words.En);
    }

    [Fact]
    public void A_limit_says_how_long_it_lasts() =>
        Assert.Equal(TimeSpan.FromSeconds(3), FaultOf(Error(7, message: "App Call Limited, This ban will last for 3 more seconds")).Wait);

    [Theory]
    [InlineData("""{"trades_sold_get_response":{"ret":50000}}""", "connector-account-not-of-shop")]
    [InlineData("""{"trades_sold_get_response":{"ret":"60000"}}""", "connector-window-refused")]
    [InlineData("""{"trades_sold_get_response":{"ret":40000}}""", "connector-refused")]
    [InlineData("""{"trades_sold_get_response":{"result_code":"FAIL"}}""", "connector-refused")]
    [InlineData("""{"another_response":{}}""", "connector-answer-unreadable")]
    [InlineData("[]", "connector-answer-unreadable")]
    [InlineData("<html>", "connector-answer-unreadable")]
    [InlineData("", "connector-answer-unreadable")]
    public void A_business_code_inside_a_success_and_what_is_no_answer_are_refused_by_name(string json, string name) => Assert.Equal(name, FaultOf(json).Name);

    [Theory]
    [InlineData("""{"trades_sold_get_response":{"ret":10000}}""")]
    [InlineData("""{"trades_sold_get_response":{"result_count":3}}""")]
    public void A_good_code_is_an_answer(string json) => Assert.IsType<Answered>(Read(json));

    [Fact]
    public void A_list_is_found_wrapped_or_not_and_what_is_not_there_is_empty()
    {
        Assert.Equal(2, TopAnswer.List(Json("""{"trades":{"trade":[{},{}]}}"""), "trades").Count);
        Assert.Equal(2, TopAnswer.List(Json("""{"trades":[{},{}]}"""), "trades").Count);
        Assert.Empty(TopAnswer.List(Json("""{"trades":{}}"""), "trades"));
        Assert.Empty(TopAnswer.List(Json("{}"), "trades"));
    }

    // Two sub-orders owe 90.00 and 30.50 after their own discounts, the coupon on the whole is 10.50, postage 8: 90 + 30.50 − 10.50 + 8 = 118.
    [Fact]
    public void A_trades_amount_is_what_the_buyer_owes_with_postage()
    {
        var row = Trades.Row(Json("""
            {"tid":9007199254740993,"buyer_nick":"小**","total_fee":"150.00","discount_fee":"10.50","adjust_fee":"0.00","post_fee":"8.00","payment":"118.00","status":"TRADE_FINISHED",
             "created":"2026-11-01 10:00:00","pay_time":"2026-11-01 10:05:00","seller_flag":3,
             "orders":{"order":[{"oid":1,"num":2,"num_iid":7,"total_fee":"90.00"},{"oid":2,"num":1,"num_iid":7,"total_fee":"30.50"}]}}
            """));
        Assert.Equal(["9007199254740993", "小**", "118.00", "8.00", "2026-11-01 10:00:00", "2026-11-01 10:05:00", "118.00", "3", "1", "交易成功", "绿"], row);
    }

    // 100 changed by hand to 90, a coupon of 5, postage 8: 100 − 10 − 5 + 8 = 93. Nothing is received before it is paid.
    [Fact]
    public void A_trade_without_sub_orders_has_its_own_sums()
    {
        var row = Trades.Row(Json("""{"tid":1,"total_fee":"100.00","adjust_fee":"-10.00","discount_fee":"5.00","post_fee":"8.00","payment":"93.00","status":"WAIT_BUYER_PAY","created":"2026-11-01 10:00:00"}"""));
        Assert.Equal(("93.00", null, null), (row[2], row[5], row[6]));
    }

    [Fact]
    public void A_trade_that_does_not_tell_its_postage_has_no_amount() => Assert.Null(Trades.Row(Json("""{"tid":1,"total_fee":"100.00"}"""))[2]);

    [Theory]
    [InlineData("0", "very-satisfied", "0")]
    [InlineData("1", "satisfied", "very-satisfied")]
    [InlineData("4", "very-dissatisfied", "dissatisfied")]
    [InlineData("5", "5", "5")] // no level, so its row is rejected
    public void The_same_number_is_another_level_on_the_other_scale(string code, string five, string four) =>
        Assert.Equal((five, four), (Evaluations.FiveLevels(code), Evaluations.FourLevels(code)));

    [Fact]
    public void The_account_is_found_on_either_side_and_an_unasked_rating_is_sent_when_it_is_rated()
    {
        var known = new Known(new Dictionary<string, string> { ["1"] = "小店:小雨" });
        string?[] expected = ["cntaobao小店:小雨", "买**", "2026-11-01 10:00:00", "2026-11-01 10:00:00", "neutral", "buyer"];
        Assert.Equal(expected, Evaluations.Row(Json("""{"eval_sender":"cntaobao小店:小雨","eval_recer":"买**","eval_time":"2026-11-01 10:00:00","eval_code":2,"source":1}"""), known, Evaluations.FiveLevels));
        Assert.Equal(expected, Evaluations.Row(Json("""{"eval_recer":"cntaobao小店:小雨","eval_sender":"买**","eval_time":"20261101100000","eval_code":2,"source":1}"""), known, Evaluations.FiveLevels));
    }

    [Theory]
    [InlineData("SUCCESS", "2026-11-03 09:00:00", "退款成功")]
    [InlineData("WAIT_SELLER_AGREE", null, "买家已经申请退款，等待卖家同意")]
    public void A_refund_has_ended_at_its_last_change_only_where_it_has_ended(string state, string? ended, string word)
    {
        var row = Refunds.Row(Json($$"""{"refund_id":5,"tid":1,"oid":2,"refund_fee":"9.90","created":"2026-11-02 09:00:00","modified":"2026-11-03 09:00:00","status":"{{state}}","refund_phase":"aftersale","reason":"不想要了"}"""));
        Assert.Equal(["5", "1", "2", null, "9.90", "2026-11-02 09:00:00", ended, word, "售后", "不想要了"], row);
        Assert.Equal(Refunds.Api.Header.Count, row.Count);
    }

    [Fact]
    public void A_rating_from_the_platform_always_says_that_it_is_no_list_of_invitations() =>
        Assert.Equal("untold", Evaluations.Row(Json("""{"eval_sender":"小店:小雨","eval_recer":"买","eval_time":"2026-11-01 10:00:00","send_time":"2026-11-01 09:59:00","eval_code":1}"""),
            new(new Dictionary<string, string>()), Evaluations.FourLevels)[5]);

    [Fact]
    public void Two_kinds_of_one_item_in_an_order_are_reviewed_apart()
    {
        Assert.Equal(["1", "棉衣", "2026-11-01 10:00:00", "bad"], Rates.Row(Json("""{"tid":1,"oid":1,"item_title":"棉衣","created":"2026-11-01 10:00:00","result":"bad"}""")));
        Assert.Equal("棉衣 #12", Rates.Row(Json("""{"tid":1,"oid":12,"item_title":"棉衣","created":"2026-11-01 10:00:00","result":"bad"}"""))[1]);
    }
}
