using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Notes;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>An invented afternoon with warnings: one untaken and gone on, one being handled, one of a whole group, and some that are over.</summary>
public static class WarningSamples
{
    private const string Shop = "云栖家居旗舰店";
    private static readonly Instant At = ShopClock.Shanghai.StartOf(new(2026, 11, 2)).Plus(15 * 3600 + 1440);

    public static IEnumerable<(string, string, Func<IResult>)> Pages =>
    [
        ("warnings", "预警", () => Ui.Pages.Show<WarningsPage>(Full)),
        ("warnings-over", "预警：今天结束的", () => Ui.Pages.Show<WarningsPage>(OverToday)),
        ("warnings-none", "预警：没有", () => Ui.Pages.Show<WarningsPage>(new WarningsView(new(), [], Wall(0)))),
        ("warnings-refused", "预警：没写怎么办的", () => Ui.Pages.Show<WarningsPage>(Full with { Refused = WarningWords.Of(WarningRefusal.NeedsNote) })),
        ("warnings-settings", "预警阈值", () => Ui.Pages.Show<WarningSettingsPage>(Settings)),
        ("warnings-settings-read", "预警阈值：只看，不在范围", () => Ui.Pages.Show<WarningSettingsPage>(Settings with { MaySet = false, Refused = WarningWords.Wrong("unanswered") })),
        ("warnings-settings-kept", "预警阈值：已保存", () => Ui.Pages.Show<WarningSettingsPage>(Settings with { Did = true })),
        ("warnings-settings-unreadable", "预警阈值：看不懂的数", () => Ui.Pages.Show<WarningSettingsPage>(Settings with { Typed = new Dictionary<string, string> { ["wait"] = "180 s" }, Refused = WarningWords.Unreadable("wait", null, "180 s") })),
        ("warnings-settings-preview", "预警阈值：先看会报多少", () => Ui.Pages.Show<WarningSettingsPage>(Settings with { Preview = Preview })),
        ("warnings-report", "预警处理速度", () => Ui.Pages.Show<WarningReportPage>(Report)),
        ("warnings-report-none", "预警处理速度：没有", () => Ui.Pages.Show<WarningReportPage>(Report with { Rows = [] })),
        ("live-chat", "正在接待的聊天", () => Ui.Pages.Show<LiveChatPage>(Chat)),
        ("live-chat-sent", "正在接待的聊天：提醒已发送", () => Ui.Pages.Show<LiveChatPage>(Chat with { Did = true, WaitsSeconds = null })),
        ("live-chat-own", "正在接待的聊天：本人看", () => Ui.Pages.Show<LiveChatPage>(Chat with { MayWrite = false, Notes = [Note with { IsMine = true }] })),
        ("live-note-refused", "私下提醒：没写", () => Ui.Pages.Show<NoteRefusedPage>(new NoteDone(WarningWords.Of(NoteRefusal.NeedsWords), WarningLinks.Chat(Shop, 7)))),
    ];

    public static void AddWarningSamples(this IServiceCollection services) => services
        .AddSingleton<WarningsFor>((_, _, _, _) => Task.FromResult<Seen<WarningsView>>(Full)).AddSingleton<WarningSettingsFor>((_, _) => Task.FromResult<Seen<WarningSettingsView>>(Settings)).AddSingleton<WarningPreviewFor>((_, _) => Task.FromResult<Seen<WarningSettingsView>>(Settings with { Preview = Preview }))
        .AddSingleton<WarningReportFor>((_, _) => Task.FromResult<Seen<WarningReportView>>(Report)).AddSingleton<LiveChatFor>((_, _, _, _) => Task.FromResult<Seen<LiveChatView>>(Chat));

    private static Raised Of(WarningKind kind, int? who, Gravity gravity, decimal? figure = null, decimal? limit = null) => new(kind, new(Shop, Groups[0], who is { } n ? Names[n] : null), At, gravity) { Figure = figure, Limit = limit, Reception = 7 };

    private static WarningRow Row(long id, Raised of, params WarningHappening[] then)
    {
        WarningHappening[] all = [WarningCourse.Raise(of, At), .. then];
        return new(id, new(all), new WarningState(all).Kept, Wall(0)) { Happened = [.. all.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))], Chat = WarningLinks.Chat(Shop, 7) };
    }

    private static DateTime Wall(int second) => ShopClock.Shanghai.ToLocal(At.Plus(second));
    private static WarningRow Handled(WarningRow row) => row with { MayTake = row.State.Take is null, MaySolve = true, MayComment = true };
    private static WarnedPart Part(int who, int at, decimal? figure = null, Wording? what = null) => new(Names[who], At.Plus(at)) { Figure = figure, Reception = 7, What = what };
    private static WarningRow With(WarningRow row, Raised now) => row with { Now = now, Parts = [.. now.Parts.Select(p => new WarningPartRow(p, ShopClock.Shanghai.ToLocal(p.Since), p.Figure is null || now.Kind == WarningKind.LongWait ? WarningLinks.Chat(Shop, 7) : null))] };

    private static WarningRow Words => With(Row(1, Of(WarningKind.ForbiddenWords, 2, Gravity.Grave) with { What = Evasion }, new WarningHappening(WarningEvent.Again, "", At.Plus(60)) { Count = 2 }, new WarningHappening(WarningEvent.Escalated, "", At.Plus(600)) { Level = 2 }),
        Of(WarningKind.ForbiddenWords, 2, Gravity.Grave) with { Count = 2, Parts = [Part(2, 60, what: new("禁用语句：不耐烦", "Forbidden: impatience")), Part(2, 0, what: Evasion)] }) with { Turn = new(2, ["万店长"]) };

    private static WarningRow Waits => With(Row(2, Of(WarningKind.LongWait, null, Gravity.Serious, 412, 180) with { Count = 4 }),
        Of(WarningKind.LongWait, null, Gravity.Serious, 760, 180) with { Count = 8, Parts = [Part(0, -760, 760), Part(2, -520, 520), Part(5, -431, 431), Part(2, -260, 260), Part(4, -199, 199)] }) with { Turn = new(0, [Names[20]]) };

    private static Wording Evasion => new("禁用语句：推诿", "Forbidden: evasion");

    public static WarningsView Full => new(new(Shop),
        [
            Handled(Words), Handled(Waits),
            Handled(Row(7, new(WarningKind.Complaint, new(Shop, Groups[0], Names[4], "T20261102-31"), At, Gravity.Grave) { What = new("T20261102-31 发错货", "T20261102-31 发错货") })) with { Chat = null, Chats = "/board/chats", Turn = new(0, [Names[20]]) },
            Handled(With(Row(3, Of(WarningKind.Away, 21, Gravity.Serious, 601, 600) with { What = new("离线", "offline") }, new WarningHappening(WarningEvent.Taken, Names[20], At.Plus(60)), new WarningHappening(WarningEvent.Commented, Names[21], At.Plus(90)) { Note = "在仓库核对一批退回的样品，五分钟内回来；已请同事先接待。" }),
                Of(WarningKind.Away, 21, Gravity.Serious, 1524, 600) with { What = new("离线", "offline") })) with { Chat = null },
            Row(4, new(WarningKind.Drift, new(Shop, null, null, "average"), At, Gravity.Notice) { Figure = 48.2m, Limit = 21.5m, What = new("平均响应", "average reply") }) with { Chat = null },
        ], Wall(700))
    {
        Shops = [(Shop, 5), ("云栖家居京东自营旗舰店", 0)], Groups = [.. Groups.Select((g, at) => (g, at == 0 ? 4 : 0))], MaySet = true, MayReport = true, Passed = [(WarningKind.LongWait, 31), (WarningKind.Overload, 4)],
        Counts = new Dictionary<WarningShow, int> { [WarningShow.ToHandle] = 5, [WarningShow.Waiting] = 4, [WarningShow.Taken] = 1, [WarningShow.Over] = 3 },
    };

    public static WarningsView OverToday => Full with
    {
        Ask = new(Shop, Show: WarningShow.Over), Rows =
        [
            Row(5, Of(WarningKind.Overload, 4, Gravity.Serious, 18, 15), new WarningHappening(WarningEvent.Ended, "", At.Plus(300)) { Figure = 21 }) with { Chat = null },
            Row(8, Of(WarningKind.Away, 21, Gravity.Serious, 612, 600) with { What = new("挂起", "suspended") }, new WarningHappening(WarningEvent.Ended, "", At.Plus(200)) { Figure = 790, ByLimits = true }) with { Chat = null },
            Row(6, Of(WarningKind.RiskWords, 0, Gravity.Serious) with { What = new("买家说了投诉", "The buyer spoke of a complaint") }, new WarningHappening(WarningEvent.Taken, Names[20], At.Plus(20)), new WarningHappening(WarningEvent.Solved, Names[20], At.Plus(400)) { Note = "打了电话，补发配件" }),
        ],
    };

    public static WarningSettingsView Settings => new(WarningRules.Usual with { Quiet = new(23 * 60, 8 * 60), Lines = [new(Groups[0], "晚班", WarningLimits.Usual with { WaitSeconds = 240, OpenSessions = null })] }, true) { Groups = Groups, Shifts = ["早班", "晚班"] };

    private static WarningPreviewView Preview => new([.. Enumerable.Range(1, 6).Select(back => new PreviewDay(new DateOnly(2026, 11, 2).AddDays(-back), back == 4 ? null : Raising(31 + back, back), back == 4 ? null : Raising(12, back)))], [new(2026, 10, 26)]);
    private static DayRaised Raising(int waits, int back) => new(Enum.GetValues<WarningKind>().ToDictionary(k => k, k => k switch { WarningKind.LongWait => waits, WarningKind.Away => null, WarningKind.Drift when back > 3 => null, _ => (int?)((int)k + back) % 5 }));

    public static WarningReportView Report => new(October, [Speed(Names[20], WarningKind.LongWait, 12, 40, 41, 55, 90, 200), Speed(Names[21], WarningKind.ForbiddenWords, 75)], 214, 118, 77, 3, 10, 6);

    private static WarningSpeed Speed(string who, WarningKind kind, params int[] seconds)
    {
        var (taking, solving) = (new Waits(), new Waits());
        foreach (var one in seconds)
        {
            taking.Add(one);
            solving.Add(one * 6);
        }
        return new(who, kind, taking, solving);
    }

    public static LiveChatView Chat => new(Shop, 7, Names[2], Groups[0], "t**1", 72,
        [
            Line(0, Sender.Buyer, "t**1", "在吗，我的订单三天了还没发货"), Line(40, Sender.Agent, Names[2], "亲，在的"),
            new(ShopClock.Shanghai.ToLocal(At.Plus(90)), Sender.Agent, Names[2], [new("这个", null), new("不归我管", Severity.Fatal), new("，您问问快递", null)], [new("禁用语句：推诿", "Forbidden: evasion")]), Line(120, Sender.Buyer, "t**1", "那我找谁？再不处理我就投诉了"),
        ])
    {
        MayWrite = true, Notes = [Note],
    };

    private static LiveNote Note => new(1, new([Written]), [(Written, ShopClock.Shanghai.ToLocal(Written.At))], true, true);
    private static NoteHappening Written => new(NoteEvent.Written, Names[20], At.Plus(130)) { To = Names[2], Shop = Shop, Reception = 7, Words = "先道歉并报出单号，我来催仓库；不要让买家自己去问快递。" };
    private static LiveLine Line(int after, Sender from, string who, string text) => new(ShopClock.Shanghai.ToLocal(At.Plus(after)), from, who, [new(text, null)], []);
}
