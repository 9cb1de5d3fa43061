using System.Text.Json;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>What buyers wrote about what they bought (评价) becomes product reviews.</summary>
public static class Rates
{
    public static readonly TopApi Api = new("rates", "taobao.traderates.get", "reviews", "trade_rates", Source.Reviews, ["order", "item", "at", "level"])
    {
        WindowDays = 7, ReachDays = 179, PageSize = 150, MostRows = 1500,
        Questions = (window, _) => [new Dictionary<string, string>
        {
            ["fields"] = "tid,oid,role,result,created,item_title,num_iid", ["rate_type"] = "get", ["role"] = "buyer",
            ["start_date"] = Signature.Time(window.From), ["end_date"] = Signature.Time(window.To.Plus(-1)),
        }],
        Row = (rate, _) => Row(rate),
    };

    /// <summary>Of two kinds of the same item in one order each is reviewed, so the item carries its sub-order where the order has several.</summary>
    public static IReadOnlyList<string?> Row(JsonElement rate)
    {
        var (order, sub) = (TopAnswer.Text(rate, "tid"), TopAnswer.Text(rate, "oid"));
        var item = TopAnswer.Text(rate, "item_title") ?? TopAnswer.Text(rate, "num_iid");
        return [order, sub is null || sub == order ? item : $"{item} #{sub}", TopAnswer.Text(rate, "created"), TopAnswer.Text(rate, "result")];
    }
}
