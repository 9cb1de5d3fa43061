using Heng.App.Ui;

namespace Heng.App.Features.Board;

/// <summary>In which order what a number is made of stands: who waits longest and then the newest, the slowest or worst by the number that is opened, the newest, or the oldest.</summary>
public enum BoardSort { Usual, Worst, Newest, Oldest }

/// <summary>What a number of the board is made of: the receptions of today it counts, or the orders.</summary>
public enum BoardShow { All, Open, Waiting, Consulted, FirstReplies, Replies, Late, Found, Paid, Sales }

public static class BoardLinks
{
    public const string ChatsPath = "/board/chats", Everybody = "everybody";

    /// <param name="agent">Somebody's name; <see cref="BoardChatsAsk.Unbound"/> for accounts that are nobody's.</param>
    public static string Chats(string shop, string? group, string? agent, BoardShow show, int page = 1, BoardSort sort = BoardSort.Usual) => Links.With(ChatsPath, ("shop", shop), ("group", group), ("agent", agent), ("show", IdOf(show)), ("sort", sort == BoardSort.Usual ? null : CommandLine.Json.Kebab(sort)), ("page", page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static string IdOf(BoardShow show) => CommandLine.Json.Kebab(show);
    public static BoardShow? Parse(string? id) => id is null ? BoardShow.All : Enum.GetValues<BoardShow>().Where(s => IdOf(s) == id).Select(s => (BoardShow?)s).FirstOrDefault();

    public static BoardSort? ParseSort(string? id) => id is null ? BoardSort.Usual : Enum.GetValues<BoardSort>().Where(s => CommandLine.Json.Kebab(s) == id).Select(s => (BoardSort?)s).FirstOrDefault();

    /// <summary>The list behind a metric.</summary>
    public static BoardShow ShowOf(string metric) => metric switch
    {
        BoardToday.Sales or "average-order-value" => BoardShow.Sales, BoardToday.Conversion => BoardShow.Paid, "first-response" => BoardShow.FirstReplies, "average-response" => BoardShow.Replies, "within-30s" => BoardShow.Late,
        _ => BoardShow.Consulted,
    };
}
