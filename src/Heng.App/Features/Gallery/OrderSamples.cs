using Heng.App.Features.Imports;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class OrderSamples
{
    private static readonly BucketSum[] Sums = [new(Bucket.Agent, 4816, 1284306.58m), new(Bucket.Silent, 2203, 511870.40m), new(Bucket.Flagged, 61, 18022.00m), new(Bucket.Late, 37, 9128.36m), new(Bucket.Unpaid, 402, 96410.02m)];

    public static OrdersView List(OrdersAsk ask)
    {
        var rows = Enumerable.Range(0, 25).Select(i => Row(i + 25 * (ask.Page - 1))).Where(r => (ask.Bucket is null || r.Credits[(int)ask.Rule].Bucket == ask.Bucket) && (ask.Search is null || r.Id.Contains(ask.Search, StringComparison.Ordinal))).ToArray();
        return new(ask, rows, ask.Bucket is { } bucket ? Sums[(int)bucket].Orders : ask.Search is null ? Sums.Sum(s => s.Orders) : rows.Length, Sums, Names, Judgement.OrderFirst);
    }

    public static OrdersView Empty(OrdersAsk ask) => new(ask, [], 0, [.. Sums.Select(s => s with { Orders = 0, Amount = 0 })], Names, Judgement.OrderFirst);

    private static OrderRow Row(int i)
    {
        var created = new DateTime(2026, 10, 1 + i % 28, 9 + i % 13, i * 7 % 60, i * 13 % 60);
        var (who, other) = (Names[i % 11], Names[(i + 3) % 11]);
        var kind = i % 7;
        CreditCell[] credits = kind switch
        {
            2 => [new(Bucket.Silent, null), new(Bucket.Agent, who), new(Bucket.Agent, who)],
            3 => [new(Bucket.Silent, null), new(Bucket.Silent, null), new(Bucket.Silent, null)],
            4 => [new(Bucket.Unpaid, null), new(Bucket.Unpaid, null), new(Bucket.Unpaid, null)],
            5 => [new(i % 2 == 0 ? Bucket.Flagged : Bucket.Late, null), new(i % 2 == 0 ? Bucket.Flagged : Bucket.Late, null), new(i % 2 == 0 ? Bucket.Flagged : Bucket.Late, null)],
            6 => [new(Bucket.Agent, who), new(Bucket.Agent, other), new(Bucket.Agent, who)],
            _ => [new(Bucket.Agent, who), new(Bucket.Agent, who), new(Bucket.Agent, who)],
        };
        Wording why = kind switch
        {
            2 => new("下单时静默；付款发生在会话之内", "Silent when created; paid inside a session"),
            3 => new("48 小时内没有客服接待过这位买家", "Nobody served this buyer within 48 hours"),
            4 => new("没有付款", "Never paid"),
            5 => i % 2 == 0 ? new("当日插了红旗，不计业绩", "Flagged red that day: credits nobody") : new("超过 7 个工作日才付款", "Paid after the 7-day window"),
            6 => new("下单在会话之内；付款时由他人接待", "Created inside a session; somebody else served at payment"),
            _ => new("下单与付款都在会话之内", "Created and paid inside a session"),
        };
        return new($"{4000000000001 + i * 7919}", $"{(char)('a' + i % 26)}**{i % 10}", Math.Round(Between(39, 1299, i + 70), 2), created, kind == 4 ? null : created.AddMinutes(3 + i % 50),
            kind is 2 or 3 ? null : who, kind is 3 or 4 ? null : kind == 6 ? other : who, credits, why) { Refunded = i % 9 == 1 && kind != 4 ? 39.90m : 0m };
    }

    public static OrderView One(string id) => new(Row(6) with { Id = id, Refunded = 99.90m }, October,
        new(new(2026, 10, 17, 20, 20, 31), Names[6], "r0001", new(2026, 10, 17, 20, 14, 3), new(2026, 10, 17, 20, 21, 58), Clause.InsideSession, Names[1], WhyLost.EndedEarlier),
        new(new(2026, 10, 18, 9, 3, 12), Names[9], "r0002", new(2026, 10, 18, 8, 50, 0), new(2026, 10, 18, 8, 59, 41), Clause.LastBefore, Names[6], WhyLost.EndedLongerAgo),
        [
            new(new(2026, 10, 25, 11, 0, 0), 99.90m, true) { Id = "90017730012", Status = "退款成功", Kind = RefundKind.Return, Handlers = [Names[1], Names[4]] },
            new(new(2026, 10, 27, 16, 20, 0), 20m, true) { Id = "90017730944", Status = "买家已经申请退款，等待卖家同意", Counts = false },
        ], [Names[1]], Judgement.OrderFirst, 12m)
    {
        Reasons = [new("下单：发生在会话之内", "placed: it happened inside a session"), new("付款：发生前最后结束的会话，在归属期限内", "paid: the session that ended last before it, within the window"), new("下单：发生在会话之内", "placed: it happened inside a session")],
        Items = [new("加厚法兰绒四件套 1.8 米床", "FLR-18-GRY", "颜色分类:云灰;尺寸:1.8m", 1, 299m, null), new("全棉枕套一对", "ZT-02", null, 2, 49.95m, 99.90m)],
    };

    public static PeopleView People(string? search, string? group) => new(
        [.. Names.Select((n, i) => new PersonRow(n, Group(i), i % 5 == 0 ? "金牌客服" : "客服", [$"云栖生活旗舰店:{(n.Length > 3 ? n[..2] : n[1..])}"], new(2024 + i % 3, 1 + i % 12, 1 + i % 27), i == 20 ? new(2026, 10, 20) : null, i == 22 ? null : 4200 + i % 4 * 300))
            .Where(p => (group is null || p.Group == group) && (search is null || p.Name.Contains(search, StringComparison.OrdinalIgnoreCase)))],
        search, group, Groups, ["云栖生活旗舰店:客服08", "云栖生活旗舰店:临时2"], true, October);

    private static ImportRow Import(int i, ImportState state = ImportState.Done) => new($"i{i}", new DateTime(2026, 11, 1, 9, 30, 0).AddHours(-i * 26), i % 3 == 0 ? "苏明哲" : "operator", Shop,
        i % 3 == 0 ? "聊天记录_2026-10_售前一组_含夜班补充导出（最终版）.csv" : i % 3 == 1 ? "订单报表_202610.xlsx" : "评价.csv",
        i % 3 == 0 ? new("千牛聊天记录", "Qianniu chats") : i % 3 == 1 ? new("订单报表", "Orders") : new("评价", "Ratings"), state,
        state is ImportState.Waiting ? new(0, 0, 0, 0, 0) : new(182_406 - i * 1000, 181_950 - i * 1000, i % 2 == 0 ? 12 : 0, i % 2 == 0 ? 440 : 452, 4));

    public static ImportsView Imports(int page) => new([Shop, "云栖生活京东自营店"], [new("chat", new("聊天记录", "Chats")), new("orders", new("订单", "Orders")), new("people", new("人员", "People"))], ["京东订单.yaml"], [.. Enumerable.Range(0, 8).Select(i => Import(i, i == 3 ? ImportState.Failed : i == 5 ? ImportState.Cancelled : ImportState.Done))], 8, page)
    {
        Aside = [new(41, new(2026, 11, 1, 16, 20, 5), "客服系统", new("聊天记录（JSON Lines）", "Chat messages (JSON Lines)"), 2000, "import-failed", "PostgresException: 54000: index row size 3120 exceeds btree version 4 maximum 2704 for index \"buyer_shop_id_name_key\"")],
    };
    public static ImportsView NoImports => Imports(1) with { Past = [], Total = 0, Refused = ImportRefusal.UnknownKind };

    public static ImportView Done(string id) => new(Import(0) with { Id = id }, 1, 1,
        [new("聊天记录_1.csv", new("千牛聊天记录", "Qianniu chats"), new(100_000, 99_800, 6, 190, 4)), new("聊天记录_2.csv", new("千牛聊天记录", "Qianniu chats"), new(82_406, 82_150, 6, 250, 0))],
        [.. Enumerable.Range(0, 12).Select(i => new RejectedRow("聊天记录_1.csv", 1200 + i * 731, i % 2 == 0 ? new("时间读不懂：「昨天 18:02」", "the time cannot be read: “昨天 18:02”") : new("缺少买家账号", "no buyer account"), "2026-10-0,云栖生活旗舰店:雨桐,,你好这款还有货吗,text"))], null, false)
    { Effects = [new("覆盖了 10 月 1 日至 31 日的聊天；10 月的全部指标已重算。", "Chats now cover 1–31 Oct; October was worked out anew.")] };

    public static ImportView Running(string id) => new(Import(0, ImportState.Running) with { Id = id, Counts = new(74_210, 74_000, 3, 207, 0) }, 74_210, 182_406, [], [], null, true);
}
