using Heng.Engine.Records;

namespace Heng.Intake.Taobao;

/// <summary>The words in which Taobao's exports say where a refund stands and what comes back.</summary>
internal static class RefundWords
{
    public static RefundState? StateOf(string word) => word.Replace(',', '，') switch
    {
        "退款成功" or "退款完成" or "退款完结" or "退货退款成功" or "换货成功" or "换货完成" or "SUCCESS" => RefundState.Succeeded,
        "退款关闭" or "换货关闭" or "退款撤销" or "已撤销" or "已关闭" or "CLOSED" => RefundState.Closed,
        "退款中" or "退款处理中" or "换货中" or "卖家拒绝退款" or "WAIT_SELLER_AGREE" or "WAIT_BUYER_RETURN_GOODS" or "WAIT_SELLER_CONFIRM_GOODS" or "SELLER_REFUSE_BUYER" => RefundState.InProgress,
        var other when other.Contains("等待", StringComparison.Ordinal) || other.Contains('待') => RefundState.InProgress,
        _ => null,
    };

    /// <summary>An item that nobody asked a refund for says so in words.</summary>
    public static bool IsNone(string word) => word is "没有申请退款" or "未申请退款" or "无退款" or "无退款申请" or "NO_REFUND";

    public static RefundKind KindOf(string? type, bool? returns) =>
        type is not null && type.Contains("换货", StringComparison.Ordinal) ? RefundKind.Exchange
        : returns ?? (type is not null && type.Contains("退货", StringComparison.Ordinal)) ? RefundKind.Return : RefundKind.MoneyOnly;

    /// <summary>Null where the export says nothing, or in words that nobody has met yet: the refund's money counts all the same.</summary>
    public static bool? Returns(string? word) => word switch
    {
        "是" or "1" or "需要" or "需要退货" or "退货" or "true" or "TRUE" => true,
        "否" or "0" or "不需要" or "不需要退货" or "不需退货" or "无需退货" or "false" or "FALSE" => false,
        _ => null,
    };

    /// <summary>What the platform did by itself is nobody's work.</summary>
    public static bool IsPlatform(string account) => account is "系统" or "系统自动" or "system" or "淘宝小二" or "小二";
}
