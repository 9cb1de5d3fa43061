using Heng.App.Features.Board;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Targets;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>An invented afternoon of two groups: some wait, one too long, and a word was found just now.</summary>
public static class BoardSamples
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly DateTime At = new(2026, 11, 2, 15, 24, 0);

    public static IEnumerable<(string, string, Func<IResult>)> Pages =>
    [
        ("board", "今日看板", () => Ui.Pages.Show<BoardPage>(Full)),
        ("board-wall", "今日看板：大屏", () => Ui.Pages.Show<BoardPage>(Full with { Ask = Full.Ask with { Wall = true } })),
        ("board-quiet", "今日看板：没有人等、数据旧了", () => Ui.Pages.Show<BoardPage>(Full with { Pieces = new(Quiet, new([], []), Shown.Rows with { LastWeek = null }) })),
        ("board-own", "看板：只看本人", () => Ui.Pages.Show<BoardPage>(Full with { OwnOnly = true, Groups = [], Pieces = Shown with { Now = Shown.Now with { OwnOnly = true, Status = AccountStatus.Online, Waiting = 1, Open = 6 }, Rows = Shown.Rows with { OwnOnly = true, Groups = [], Agents = [.. Shown.Rows.Agents.Take(1)], Sum = Shown.Rows.Agents[0] } } })),
        ("board-crowd", "今日看板：六十个人，名字很长", () => Ui.Pages.Show<BoardPage>(Full with { Pieces = Shown with { Rows = Shown.Rows with { Agents = [.. Enumerable.Range(0, 60).Select(n => Shown.Rows.Agents[n % 6] with { Number = n, Group = Groups[n / 15], Name = Names[n % Names.Length] + (n < Names.Length ? "" : $"（{n}）"), Sales = n * 318.5m })], Groups = [.. Groups.Select(g => Shown.Rows.Sum with { Group = g })] } } })),
        ("board-untargeted", "今日看板：没有目标，也没有订单", () => Ui.Pages.Show<BoardPage>(Full with { Pieces = Shown with { Rows = Shown.Rows with { SoldAt = null, OfNobody = null, Against = [.. Shown.Rows.Against.Where(a => a.Metric != BoardToday.Sales).Select(a => a with { Target = null, Before = null })] } } })),
        ("board-chats", "看板：一个数由哪些接待组成", () => Ui.Pages.Show<BoardChatsPage>(Chats)),
        ("board-chats-sales", "看板：今日销售由哪些订单组成", () => Ui.Pages.Show<BoardChatsPage>(Sales)),
        ("board-chats-unseen", "看板：看不到单个订单", () => Ui.Pages.Show<BoardChatsPage>(Sales with { SeesOrders = false, Orders = [] })),
        ("board-chats-none", "看板：没有人在等", () => Ui.Pages.Show<BoardChatsPage>(Chats with { Rows = [], Total = 0, Sum = BoardChatWords.Sum(BoardShow.Waiting, 0, (0, 0)), Ask = Chats.Ask with { Show = BoardShow.Waiting } })),
        ("board-wall-quiet", "今日看板：大屏，没有事", () => Ui.Pages.Show<BoardPage>(Full with { Ask = Full.Ask with { Wall = true, Group = Groups[0] }, Pieces = new(Quiet, new([], []), Shown.Rows with { Agents = [], LastWeek = null, Against = [] }) })),
        ("board-part", "今日看板：只有一部分人有目标，安静时段", () => Ui.Pages.Show<BoardPage>(Full with { Pieces = Shown with { Now = Shown.Now with { QuietUntil = 480 }, Rows = Shown.Rows with { Groups = [], Against = [.. Shown.Rows.Against.Select(a => a.IsSum ? a with { Part = (2, 5) } : a)] } } })),
        ("board-none", "看板：还没有店铺", () => Ui.Pages.Show<BoardPage>(new BoardView([], [], new(), default, null))),
    ];

    private static BoardNow Quiet => new(At, 0, null, 0, 0, 0, false, 18_204, 431);

    public static BoardView Full => new(["云栖家居旗舰店", "云栖家居京东自营旗舰店"], Groups, new("云栖家居旗舰店"), Monday, Shown) { Follows = false };

    private static BoardPieces Shown => new(new(At, 5, 194, 23, 6, 1, true, 18_204, null) { Shop = "云栖家居旗舰店" }, new(
        [
            new("小**7", Names[0], Groups[0], 194), new("t**1", Names[2], Groups[0], 72), new("晚**风", null, null, 41), new("爱**m", Names[4], Groups[1], 12), new("一个名字特别长的买**户", Names[5], Groups[1], 3),
        ],
        [
            new(new("禁用语句：推诿", "Forbidden: evasion"), Severity.Fatal, Names[2], At.AddMinutes(-1), "这个不归我管，你自己去问快递", "t**1") { Chat = "/board/chat?shop=x&reception=7" },
            new(new("禁用称呼：你", "Address: 你"), Severity.NonFatal, Names[4], At.AddMinutes(-9), "你", "爱**m"),
            new(new("主动致谢", "Thanks of one’s own accord"), Severity.Advocated, Names[1], At.AddMinutes(-12), "感谢您的支持", "海**边"),
        ]) { Attention = [new(new("买家说了投诉", "The buyer spoke of a complaint"), Severity.Attention, Names[0], At.AddMinutes(-3), "再不发货我就投诉到 12315", "小**7")], Shop = "云栖家居旗舰店", Warnings = Warned, OpenWarnings = 4, Notes = 1 },
        new(
            [
                Row(0, AccountStatus.Online, 6, 1, 194, 214, 38.2m, .612m, 1), Row(2, AccountStatus.Online, 4, 1, 72, 187, 22.4m, .801m, 2), Row(4, AccountStatus.Suspended, 3, 1, 12, 160, 19.9m, .844m, 1),
                Row(1, AccountStatus.Online, 5, 0, null, 233, 15.1m, .902m, 0), Row(3, AccountStatus.Offline, 0, 0, null, 0, null, null, 0), Row(5, AccountStatus.Online, 5, 1, 3, 202, 17.3m, .871m, 0), new(null, null, null, 0, 1, 41, 3, null, 0m, 0) { Number = 9, Sales = 0m },
            ],
            new(null, null, null, 23, 5, 194, 999, 22.9m, .798m, 4) { Sales = 36_896.1m }, [0, 0, 0, 0, 0, 0, 0, 6, 61, 148, 171, 139, 102, 98, 163, 111, 0, 0, 0, 0, 0, 0, 0, 0],
            [4, 1, 0, 0, 0, 0, 2, 12, 70, 140, 150, 160, 120, 110, 142, 150, 138, 90, 88, 131, 160, 143, 80, 21], 15) { Groups = [new(null, Groups[0], null, 13, 3, 194, 561, 27.1m, .75m, 4) { Sales = 17_615.4m }, new(null, Groups[1], null, 10, 1, 3, 435, 16.1m, .89m, 0) { Sales = 13_659m }, new(null, null, null, 0, 1, 41, 3, null, 0m, 0) { Sales = 0m }], Shop = "云栖家居旗舰店", Against = Against, SoldAt = At.AddSeconds(-3), OfNobody = 1_318.4m });

    private static Metric Of(string id) => Catalogue.Find(id)!;
    private static BoardAgainst One(string id, decimal value, DayTarget? target, decimal? before) => new(id, Of(id).Name, Of(id).Unit, Of(id).Better, value, target, before) { IsSum = id == BoardToday.Sales, Href = "/board/chats" };

    private static IReadOnlyList<BoardAgainst> Against =>
    [
        One(BoardToday.Sales, 38_214.5m, new(52_300m, DayPart.Mixed, 0), 33_019m), One("first-response", 18.4m, new(20m, DayPart.Whole, 1), 21.9m), One("average-response", 22.9m, null, 19.3m), One("within-30s", .798m, new(.85m, DayPart.Whole, 1), .812m), One(BoardToday.Conversion, .312m, null, .312m),
    ];

    public static BoardChatsView Chats => new(new("云栖家居旗舰店", null, Names[0], BoardShow.Late), Monday, At,
        [
            new("/board/chat?shop=x&reception=7", "小**7", Names[0], Groups[0], At.AddMinutes(-9), At.AddMinutes(-3), true, 194, true, "1 / 3", [new("禁用语句：推诿", "Forbidden: evasion")]),
            new("/board/chat?shop=x&reception=8", "一个名字特别长的买**户", Names[0], Groups[0], At.AddMinutes(-40), At.AddMinutes(-2), true, null, false, "4 / 4", []),
            new("/board/chat?shop=x&reception=9", "t**1", Names[0], Groups[0], At.AddHours(-5), At.AddHours(-4), false, null, true, "2 / 5", []),
        ], 3, BoardChatWords.Sum(BoardShow.Late, 3, (7, 12))) { Records = "/receptions" };

    public static BoardChatsView Sales => new(new("云栖家居旗舰店", null, null, BoardShow.Sales), Monday, At, [], 4, BoardChatWords.Sold(4, 1_904.6m))
    {
        Orders =
        [
            new("2783946510293847561", null, At.AddMinutes(-4), 318.5m, Names[0], Bucket.Agent), new("2783946510293847488", null, At.AddMinutes(-11), 86m, null, Bucket.Silent),
            new("2783946510293846120", "/orders/2783946510293846120", At.AddHours(-1), 1_280.1m, Names[23], Bucket.Agent), new("2783946510293845077", "/orders/2783946510293845077", At.AddHours(-2), 220m, null, Bucket.Flagged),
        ],
    };

    private static IReadOnlyList<BoardWarning> Warned =>
    [
        new(1, new("客服用了禁用语", "forbidden words"), Heng.Engine.Live.Warnings.Gravity.Grave, Names[2], 2, null), new(2, new("等待太久", "long wait"), Heng.Engine.Live.Warnings.Gravity.Serious, Groups[0], 6, Names[20]),
    ];

    private static BoardAgent Row(int name, AccountStatus status, int open, int waiting, long? longest, long consulted, decimal? average, decimal? within, long found) =>
        new(Names[name], Groups[name % 2], status, open, waiting, longest, consulted, average, within, found) { Number = name, Sales = consulted * 31.4m, SalesTarget = name % 2 == 0 ? 7_800m : null };
}
