using System.Text.Json;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>
/// Refunds (退款) become rows under the names of the platform's own export of refunds, by their last change.
/// </summary>
public static class Refunds
{
    public static readonly TopApi Api = new("refunds", "taobao.refunds.receive.get", "taobao-refunds", "refunds", Source.Refunds,
        ["退款编号", "订单编号", "子订单编号", "买家会员名称", "买家退款金额", "退款的申请时间", "完结时间", "退款状态", "售中或售后", "买家退款原因"])
    {
        WindowDays = 1, ReachDays = 89, PageSize = 100,
        Questions = (window, _) => [new Dictionary<string, string>
        {
            ["fields"] = "refund_id,tid,oid,buyer_nick,refund_fee,created,modified,status,refund_phase,reason",
            ["start_modified"] = Signature.Time(window.From), ["end_modified"] = Signature.Time(window.To.Plus(-1)),
        }],
        Row = (refund, _) => Row(refund),
    };

    /// <summary>When a refund ended is told only by its last change, so only of one that has ended.</summary>
    public static IReadOnlyList<string?> Row(JsonElement refund)
    {
        var state = TopAnswer.Text(refund, "status");
        return
        [
            TopAnswer.Text(refund, "refund_id"), TopAnswer.Text(refund, "tid"), TopAnswer.Text(refund, "oid"), TopAnswer.Text(refund, "buyer_nick"), TopAnswer.Text(refund, "refund_fee"),
            TopAnswer.Text(refund, "created"), state is "SUCCESS" or "CLOSED" ? TopAnswer.Text(refund, "modified") : null, StateOf(state),
            TopAnswer.Text(refund, "refund_phase") switch { "onsale" => "售中", "aftersale" => "售后", var other => other }, TopAnswer.Text(refund, "reason"),
        ];
    }

    private static string? StateOf(string? state) => state switch
    {
        "WAIT_SELLER_AGREE" => "买家已经申请退款，等待卖家同意",
        "WAIT_BUYER_RETURN_GOODS" => "卖家已经同意退款，等待买家退货",
        "WAIT_SELLER_CONFIRM_GOODS" => "买家已经退货，等待卖家确认收货",
        "SELLER_REFUSE_BUYER" => "卖家拒绝退款",
        "SUCCESS" => "退款成功",
        "CLOSED" => "退款关闭",
        _ => state,
    };
}
