using System.Globalization;
using System.Text.Json;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>
/// Trades (交易) become the rows of an order list. By their creation for days that were before the shop was first pulled, by their last change from then on.
/// </summary>
public static class Trades
{
    /// <summary>Every type there is: without them the platform leaves some orders out.</summary>
    private const string Types = "fixed,auction,guarantee_trade,auto_delivery,ec,cod,step,independent_simple_trade,independent_shop_trade,game_equipment,shopex_trade,netcn_trade,external_trade,"
        + "instant_trade,b2c_cod,hotel_trade,super_market_trade,super_market_cod_trade,taohua,waimai,o2o_offlinetrade,nopaid,eticket,tmall_i18n,insurance_plus,finance,pre_auth_type";

    private const string Fields = "tid,status,buyer_nick,total_fee,discount_fee,adjust_fee,post_fee,payment,created,pay_time,modified,seller_flag,num,"
        + "orders.oid,orders.num,orders.num_iid,orders.total_fee";

    private static readonly string[] Columns = ["订单编号", "买家会员名", "总金额", "买家应付邮费", "订单创建时间", "订单付款时间", "买家实际支付金额", "宝贝总数量", "宝贝种类", "订单状态", "旗帜"];

    public static readonly TopApi Created = new("trades", "taobao.trades.sold.get", "taobao-orders", "trades", Source.Orders, Columns)
    {
        WindowDays = 1, ReachDays = 89, PageSize = 100, Questions = (window, _) => [Question(window, "created")], Row = (trade, _) => Row(trade),
    };

    public static readonly TopApi Changed = new("trades-changed", "taobao.trades.sold.increment.get", "taobao-orders", "trades", Source.Orders, Columns)
    {
        WindowDays = 1, ReachDays = 89, PageSize = 50, Questions = (window, _) => [Question(window, "modified")], Row = (trade, _) => Row(trade),
    };

    public static IReadOnlyList<string?> Row(JsonElement trade)
    {
        var orders = TopAnswer.List(trade, "orders");
        var pieces = orders.Count > 0 ? orders.Sum(o => TopAnswer.Count(o, "num")) : TopAnswer.Count(trade, "num");
        var kinds = orders.Select(o => TopAnswer.Text(o, "num_iid")).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var paid = TopAnswer.Text(trade, "pay_time");
        return
        [
            TopAnswer.Text(trade, "tid"), TopAnswer.Text(trade, "buyer_nick"), Written(Amount(trade, orders)), TopAnswer.Text(trade, "post_fee"), TopAnswer.Text(trade, "created"), paid,
            // Before it is paid the platform tells here what is to be paid.
            paid is null ? null : TopAnswer.Text(trade, "payment"),
            pieces > 0 ? Written(pieces) : null, kinds > 0 ? Written(kinds) : null, StatusOf(TopAnswer.Text(trade, "status")), FlagOf(TopAnswer.Text(trade, "seller_flag")),
        ];
    }

    /// <summary>
    /// 总金额 of the order list, what the buyer owes with postage: the sub-orders' own sums (price × number, changed by hand, less their own discounts) less the
    /// discount on the whole, plus postage. A trade whose sub-orders tell no sums has them itself. Null, and the row is refused, where a part is not told.
    /// </summary>
    private static decimal? Amount(JsonElement trade, IReadOnlyList<JsonElement> orders)
    {
        var sums = orders.Select(o => TopAnswer.Money(o, "total_fee")).ToList();
        var goods = sums.Count > 0 && sums.All(s => s is not null) ? sums.Sum() : TopAnswer.Money(trade, "total_fee") + (TopAnswer.Money(trade, "adjust_fee") ?? 0);
        return goods - (TopAnswer.Money(trade, "discount_fee") ?? 0) + TopAnswer.Money(trade, "post_fee");
    }

    /// <summary>In the words of the order list, so that both ways of bringing an order in agree. A state that the list has no words for stays as it is.</summary>
    private static string? StatusOf(string? state) => state switch
    {
        "WAIT_BUYER_PAY" or "TRADE_NO_CREATE_PAY" => "等待买家付款",
        "WAIT_SELLER_SEND_GOODS" => "买家已付款，等待卖家发货",
        "WAIT_BUYER_CONFIRM_GOODS" => "卖家已发货，等待买家确认",
        "TRADE_FINISHED" => "交易成功",
        "TRADE_CLOSED" or "TRADE_CLOSED_BY_TAOBAO" => "交易关闭",
        _ => state,
    };

    private static string? FlagOf(string? number) => number switch { "1" => "红", "2" => "黄", "3" => "绿", "4" => "蓝", "5" => "紫", "0" => null, _ => number };

    private static Dictionary<string, string> Question(Span window, string by) => new()
    {
        ["fields"] = Fields, ["type"] = Types,
        // The platform counts the last second in.
        [$"start_{by}"] = Signature.Time(window.From), [$"end_{by}"] = Signature.Time(window.To.Plus(-1)),
    };

    private static string? Written(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
