using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Orders;

namespace Heng.App.Features.Board;

/// <summary>Which number of today's is to be opened: whose, and what it counts.</summary>
public sealed record BoardChatsAsk(string? Shop = null, string? Group = null, string? Agent = null, BoardShow Show = BoardShow.All, int Page = 1)
{
    /// <summary>Asks for the accounts that nobody is bound to; nobody is called so.</summary>
    public const string Unbound = "·";
    public const int PageSize = 50;
    public BoardSort Sort { get; init; }
}

/// <summary>The receptions of today behind a number of the board, or the orders; in words what they come to.</summary>
public sealed record BoardChatsView(BoardChatsAsk Ask, DateOnly Day, DateTime At, IReadOnlyList<BoardChat> Rows, int Total, Wording Sum)
{
    /// <summary>In the place of receptions where sales are asked for.</summary>
    public IReadOnlyList<BoardOrder> Orders { get; init; } = [];
    /// <summary>Sums are for everybody who sees the people, single orders are not.</summary>
    public bool SeesOrders { get; init; } = true;
    /// <summary>Where the same day stands among the records; null before any of it was imported.</summary>
    public string? Records { get; init; }
}

/// <param name="Waits">Seconds that its buyer waits by now; null where nobody waits.</param>
/// <param name="BuyerLast">Whether the buyer spoke last; null where only the shop's system did.</param>
/// <param name="Figure">What it adds to the number that is opened.</param>
public sealed record BoardChat(string Href, string Buyer, string? Agent, string? Group, DateTime First, DateTime Last, bool IsOpen, int? Waits, bool? BuyerLast, string Figure, IReadOnlyList<Wording> Found);

/// <param name="Href">Null before its import.</param>
public sealed record BoardOrder(string Id, string? Href, DateTime PaidAt, decimal Amount, string? Agent, Bucket Bucket);

public delegate Task<Seen<BoardChatsView>> BoardChatsFor(BoardChatsAsk ask, HttpContext context);
