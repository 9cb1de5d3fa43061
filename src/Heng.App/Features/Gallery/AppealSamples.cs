using Heng.App.Features.Appeals;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using KeptAppeal = Heng.Store.KeptAppeal;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class AppealSamples
{
    private static readonly DateOnly Day = new(2026, 10, 17);
    private static readonly AppealHappening Raised = new(AppealEvent.Raised, Names[0], new(1_794_000_000), "这一单是我在电话里谈成的，聊天里买家先找的我，最后下单时只是顺手问了别人一句物流。"),
        Refused = new(AppealEvent.Refused, Names[20], new(1_794_090_000), "下单前最后结束会话的是另一位客服，聊天记录里没有提到电话。"), Escalated = new(AppealEvent.Escalated, Names[0], new(1_794_180_000), "附上通话记录，请再看一遍。");
    private static readonly Moved[] Moves =
    [
        new(October, Names[0], new(86.42m, "B", 4, 5820.35m), new(91.05m, "A", 2, 5901.82m)), new(October, Names[1], new(92.10m, "A", 1, 6120.00m), new(88.73m, "B", 3, 6038.53m)),
        new(October, Names[2], new(89.90m, "B", 2, 5700.00m), new(89.90m, "B", 1, 5700.00m)),
    ];

    private static KnownFact Fact => new(new("云栖", CorrectedFact.Order, "4000000000001", Day), new("订单 4000000000001", "Order 4000000000001"),
    [
        new(new("金额", "Amount"), new("¥814.77", "¥814.77")),
        new(new("落实下单", "Order landed on"), new($"{Names[1]} · 2026-10-17 20:20:31 · 发生在会话之内", $"{Names[1]} · 2026-10-17 20:20:31 · it happened inside a session"), Names[1]),
        new(new("落实付款", "Payment landed on"), new($"{Names[1]} · 2026-10-17 20:21:58 · 发生在会话之内", $"{Names[1]} · 2026-10-17 20:21:58 · it happened inside a session"), Names[1]),
    ])
    { Bears = new HashSet<string> { Names[0], Names[1] }, Href = Links.Order("4000000000001") };

    private static KeptAppeal Kept(params AppealHappening[] happened) => new(12, "云栖", CorrectedFact.Order, "4000000000001", Day, new(Names[0]), new(Names[0], happened));

    public static AppealsView List(AppealsAsk ask) => new(ask,
    [
        new(12, Names[0], new("订单 4000000000001", "Order 4000000000001"), CorrectedFact.Order, AppealStage.Escalated, false, new(2026, 11, 5, 9, 0, 0), Raised.Why, true),
        new(11, Names[3], new("评分 · 2026 年 10 月", "rater's points · October 2026"), CorrectedFact.Entry, AppealStage.Raised, false, new(2026, 11, 4, 18, 12, 0), "这一项应按新标准评。", false),
        new(10, Names[5], new("服务评价 · 10 月 8 日", "rating · 8 Oct"), CorrectedFact.Rating, AppealStage.Final, true, new(2026, 11, 3, 10, 40, 0), "买家点错了，随后已追评。", false),
        new(9, Names[7], new("聊天消息 · 10 月 9 日", "message · 9 Oct"), CorrectedFact.Message, AppealStage.Answered, false, new(2026, 11, 2, 15, 3, 0), "平台故障时段的消息。", false),
    ], 4, 1, true, true);

    public static AppealsView NoneYet => new(new(), [], 0, 0, true, false);

    public static NewAppealView New => new(Fact, Fact.Says, new(Names[0]), "", Names[0], new(2026, 11, 12), 7) { MayRaise = true };

    public static NewAppealView NewRefused => New with { Why = "是我谈成的", Refused = AppealWords.Of(AppealRefusal.WindowOver, 7) };

    /// <summary>As the manager sees an escalated one: what was said, and who would move.</summary>
    public static AppealView ToDecide => new(Kept(Raised, Refused, Escalated), Fact, Fact.Says, Rows(Raised, Refused, Escalated))
    { MayAnswer = true, Decided = new(Names[0]), WouldMove = Moves, Others = 2, People = [Names[0], Names[1], Names[2]], SeesPay = true, Refused = AppealWords.Of(AppealRefusal.NeedsReason, 7) };

    /// <summary>As the employee sees their refused one.</summary>
    public static AppealView OwnRefused => new(Kept(Raised, Refused), Fact, Fact.Says, Rows(Raised, Refused)) { Mine = true, MayEscalate = true, LastDayToEscalate = new(2026, 11, 12), SeesPay = true };

    /// <summary>As HR sees an accepted one of a sealed month.</summary>
    public static AppealView Accepted => new(Kept(Raised, new(AppealEvent.Accepted, Names[20], new(1_794_090_000), "通话记录属实")) with { Moved = Moves },
        Fact with { Corrected = new("云栖", CorrectedFact.Order, "4000000000001", Day, "通话记录属实", Names[20], new(1_794_090_000), "appeal/12") }, Fact.Says, Rows(Raised))
    { Moved = Moves, SeesPay = true, SealedMonths = [October] };

    private static IReadOnlyList<AppealHappenedRow> Rows(params AppealHappening[] happened) => [.. happened.Select(h => new AppealHappenedRow(ShopClock.Shanghai.ToLocal(h.At), h.Who, h.What, h.Why))];
}
