using Heng.Engine.Explanation;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.App.Features.Orders;

/// <summary>The ledger's words and stable ids.</summary>
public static class OrderWords
{
    public static readonly IReadOnlyList<Judgement> Rules = Enum.GetValues<Judgement>();
    public static readonly IReadOnlyList<Bucket> Buckets = Enum.GetValues<Bucket>();

    public static string Id(Judgement rule) => rule switch { Judgement.OrderPlaced => "order-placed", Judgement.Payment => "payment", _ => "order-first" };
    public static string Id(Bucket bucket) => bucket switch
    {
        Bucket.Agent => "agent", Bucket.Silent => "silent", Bucket.Flagged => "flagged", Bucket.Late => "late", _ => "unpaid",
    };

    public static Judgement? RuleOf(string? id) => Rules.Where(r => Id(r) == id).Select(r => (Judgement?)r).FirstOrDefault();
    public static Bucket? BucketOf(string? id) => Buckets.Where(b => Id(b) == id).Select(b => (Bucket?)b).FirstOrDefault();

    public static Wording Name(Judgement rule) => rule switch
    {
        Judgement.OrderPlaced => new("下单判定", "Order placed"),
        Judgement.Payment => new("付款判定", "Payment"),
        _ => new("下单优先判定", "Order first"),
    };

    public static Wording Name(Bucket bucket) => bucket switch
    {
        Bucket.Agent => new("客服", "Agent"),
        Bucket.Silent => new("静默", "Silent"),
        Bucket.Flagged => new("插旗", "Flagged"),
        Bucket.Late => new("逾期付款", "Late"),
        _ => new("未付款", "Unpaid"),
    };

    public static Wording Name(RefundKind kind) => kind switch
    {
        RefundKind.Return => new("退货退款", "Return"),
        RefundKind.Exchange => new("换货", "Exchange"),
        _ => new("仅退款", "Money only"),
    };

    public static Wording Sentence(Clause clause) => clause switch
    {
        Clause.InsideSession => new("发生在会话之内", "it happened inside a session"),
        Clause.LastBefore => new("发生前最后结束的会话，在归属期限内", "the session that ended last before it, within the window"),
        Clause.Silent => new("归属期限内没有客服接待过，记为静默", "nobody served this buyer within the window: silent"),
        Clause.NoBuyer => new("订单没有买家账号，无法对上聊天", "the order names no buyer, so no chat can match"),
        Clause.Corrected => new("申诉后更正的归属", "corrected after an appeal"),
        _ => new("尚未发生", "it has not happened"),
    };

    public static Wording Sentence(WhyLost why) => why switch
    {
        WhyLost.EndedEarlier => new("会话结束得更早", "that session ended earlier"),
        WhyLost.FewerRounds => new("回合数更少", "it had fewer rounds"),
        WhyLost.EqualSoByKey => new("各方面相同，按固定的次序定", "all else was equal, so a fixed order decided"),
        WhyLost.NotInside => new("事件不在其会话之内", "the event was not inside that session"),
        WhyLost.Corrected => new("不更正的话归其名下", "it would be theirs without the correction"),
        _ => new("更早之前就已结束", "it ended longer ago"),
    };
}
