using Heng.App.Features.Api.Document;
using Heng.App.Features.Api.Reading;

namespace Heng.App.Features.Live;

/// <summary>What the interface's document says of sending, with examples that a test sends.</summary>
internal static class IngestDocument
{
    private const string Lines = "application/x-ndjson", Array = "application/json";
    private const string Asked = """{"shop":"示例店","buyer":"买家一","account":"示例店:小雨","at":"2026-10-31 16:58:00","from":"buyer","text":"在吗","id":"m1"}""";
    private const string Answered = """{"shop":"示例店","buyer":"买家一","account":"示例店:小雨","at":"2026-10-31 16:58:30","from":"agent","text":"在的，请说","id":"m2"}""";
    private const string Order = """{"shop":"示例店","order":"9001","buyer":"买家一","amount":120.50,"created_at":"2026-10-31 16:59:10","paid_at":"2026-10-31 16:59:30"}""";
    private const string Status = """{"event":"status","account":"示例店:小雨","time":"2026-10-31 09:00:00","status":"online"}""";

    private static readonly ApiParameter Shop = new("shop", new("没有写店铺的行是这家店的", "Whose the lines are that name no shop"));

    public static readonly ApiDescribed Messages = new("send-messages", new("送入聊天：收到应答就已落盘；同一条再送不会重复", "Send chats: once it is answered they are on the disk; the same again counts once"), [Shop],
    [
        new("lines", "/messages") { Body = Asked + "\n" + Answered + "\n", BodyType = Lines },
        new("array", "/messages") { Body = $"{{\"messages\":[{Asked},{Answered}]}}", BodyType = Array },
        new("partly", "/messages") { Body = Asked + "\n{\"buyer\":\"买家一\"}\n", BodyType = Lines },
        new("no-array", "/messages", StatusCodes.Status400BadRequest) { Body = "3", BodyType = Array, Code = "request-unreadable" },
    ]) { Takes = [Lines, Array] };

    public static readonly ApiDescribed Orders = new("send-orders", new("送入订单：同一订单的新内容替换旧的", "Send orders: what is said later of an order stands"), [Shop], [new("lines", "/orders") { Body = Order + "\n", BodyType = Lines }]) { Takes = [Lines, Array] };

    public static readonly ApiDescribed Events = new("send-events", new("送入事件：上下线、评价、退款、工单、投诉、通话等", "Send events: going on and off line, ratings, refunds, cases, complaints, calls"), [Shop],
        [new("lines", "/events") { Body = Status + "\n", BodyType = Lines }]) { Takes = [Lines, Array] };
}
