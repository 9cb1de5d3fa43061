using Heng.App.Features.Doing;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class QualitySamples
{
    private static readonly DateOnly Day = new(2026, 10, 17);
    private static readonly Wording Long = new("称呼买家没有用“您”，或者在买家已经表示不满之后仍然用了随意的称呼和语气词", "The buyer was addressed without due form, or casually although they had said that they were not content");

    private static readonly ShownFinding[] Each =
    [
        new("1", "taboo", 1, new("禁用语", "Forbidden words"), Severity.Fatal, "服务用语", 0, false, false), new("2", "address", 2, Long, Severity.NonFatal, "服务用语", 2.5m, false, false),
        new("3", "thanks", 1, new("感谢买家", "Thanks the buyer"), Severity.Advocated, "服务态度", 5, false, false), new("4", "risk", 1, new("投诉与差评", "Complaints and bad reviews"), Severity.Attention, "风险", 0, false, false),
        new("5", "slow", 3, new("超过一分钟才回复", "Replied after a minute"), Severity.NonFatal, "响应", 3, true, false), new("6", "address", 2, Long, Severity.NonFatal, "服务用语", 2.5m, false, true),
    ];

    public static FindingsView Findings(FindingsAsk ask) => new(ask, [.. Enumerable.Range(0, 25).Select(i => new FindingRow("云栖", Day.AddDays(-i / 3), i == 7 ? null : Names[i % 12], $"{4611686018427387904 + i}", Each[i % Each.Length]) { Quote = i % 3 == 0 ? Said : [] })], 4318, Names,
        [("taboo", Each[0].Name), ("address", Long), ("thanks", Each[2].Name)])
    {
        Covered = true,
        ByRule = [.. Each.Take(4).Select((f, i) => new FindingCount(f.Rule, f.Name, 1200 - i * 310, 900 - i * 220, f.Severity))],
        ByAgent = [.. Names.Take(12).Select((n, i) => new FindingCount(n, new(n, n), 96 - i * 7, 81 - i * 6))],
    };

    public static FindingsView NoFindings => new(new(October, "没有这个人"), [], 0, Names, []);

    private static readonly Wording Damages = new("索要赔偿或者以曝光相威胁", "Asks for damages or threatens to go public"), Refund = new("买家要求退款", "Buyer asks for a refund");

    private static readonly TextPiece[] Said = [new("…你们再不处理我就打", null), new("12315", Severity.Attention), new("了，到时候别说我没有提前说过这件事情…", null)];

    public static AttentionView Attention => new(new(), Day.AddDays(-13), Day,
    [
        new("damages", Damages, "t**8", [Reception("1", 0, Names[0]), Reception("5", 1, Names[3], AttentionEvent.Taken, "")]) { Quote = Said },
        new("risk", Each[3].Name, "云**朵", [Reception("2", 0, Names[3], AttentionEvent.Taken, "")]) { Quote = [new("我要", null), new("投诉", Severity.Attention)] },
        new("risk", Each[3].Name, "小**鱼", [Reception("4", 3, null)]),
        new("refund", Refund, "阿**明", [Reception("6", 4, Names[21])]) { Quote = [new("不要了，", null), new("退款", Severity.Attention), new("给我", null)] },
        new("risk", Each[3].Name, "m**y", [Reception("3", 2, Names[5], AttentionEvent.Solved, "已打电话，" + string.Concat(Enumerable.Repeat("买家同意退货并补发，", 8)))]) { Quote = Said },
    ], 131)
    {
        Kinds = [new("damages", Damages, Urgency.High, 1, 1), new("risk", Each[3].Name, Urgency.Usual, 3, 2), new("refund", Refund, Urgency.Low, 127, 126)],
        Refused = AttentionQuery.Words(AttentionRefusal.NeedsNote), TypedReception = "1", Typed = "",
    };

    public static AttentionView AttentionTaken => Attention with { Refused = AttentionQuery.Words(AttentionRefusal.TakenByAnother), TypedReception = "2" };
    public static AttentionView NoAttention => new(new("risk"), Day.AddDays(-13), Day, [], 0);

    private static AttentionReception Reception(string id, int ago, string? agent, AttentionEvent? state = null, string? note = null) =>
        new(id, Day.AddDays(-ago), agent, state, state is null ? null : Names[20], state is null ? null : new(2026, 10, 17, 21, 4, 0), note) { MayHandle = agent is not null };

    /// <summary>As the agent whose reception it is sees it.</summary>
    public static ReceptionView Marked(string id)
    {
        var full = ReceptionSamples.Full(id);
        var line = full.Lines.Select((l, i) => (l, i)).First(l => l.l is { From: Receptions.Speaker.Agent, Text.Length: > 4 }).i;
        var found = full.Lines[line] with { Found = [Each[0], Each[1]], Pieces = TextPieces.Of(full.Lines[line].Text!, [(Each[0], 0, 2), (Each[1], 2, 1)]) };
        return full with { Mine = true, Findings = Each, Lines = [.. full.Lines.Select((l, i) => i == line ? found : l)] };
    }
}
