using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>Opens a number of the board: the receptions of today that it counts, so that what they add comes to the number. Seen by whom the board shows their row to.</summary>
public sealed class BoardChatsQuery(Database database, LiveBook book, LiveFeed feed, BoardQuery board, BoardToday today, BoardShops shops, ViewerFor viewers)
{
    public Task<Seen<BoardChatsView>> For(BoardChatsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<BoardChatsView>.Forbidden);
        if ((ask.Shop ?? shops.Default(viewer, context)) is not { } name || database.Shops.Find(name) is null) return Task.FromResult(Seen<BoardChatsView>.NotFound);
        if (ask.Group is { } group && !board.GroupsOf(viewer, name).Contains(group, StringComparer.Ordinal)) return Task.FromResult(Seen<BoardChatsView>.NotFound);
        if (BoardScope.Of(viewer, name, ask.Group) is not { } scope) return Task.FromResult(Seen<BoardChatsView>.Forbidden);
        var shop = book.Of(name)!;
        feed.Look(shop, book.Now);
        var roster = shop.Ask((_, _, roster, _) => roster);
        if (ask.Agent is { } agent && !IsThere(agent, scope, roster, shop.Day)) return Task.FromResult(Seen<BoardChatsView>.NotFound);
        bool Wanted(int of) => Sees(scope, roster, of, shop.Day) && (ask.Agent is not { } only || (only == BoardChatsAsk.Unbound ? roster.NameOf(of) is null && of >= 0 : roster.NameOf(of) == only));
        ask = ask with { Shop = name };
        return Task.FromResult<Seen<BoardChatsView>>((ask.Show == BoardShow.Sales ? Orders(ask, shop, roster, viewer, Wanted) : Chats(ask, shop, roster, Wanted)) with { Records = Imported(shop, ask) });
    }

    private static bool IsThere(string agent, BoardScope scope, Roster roster, DateOnly day) =>
        agent == BoardChatsAsk.Unbound ? scope.Holds(null, null) : roster.Find(agent) is { } person && scope.Holds(person.Name, roster.On(person.Id, day)?.Group);

    private static bool Sees(BoardScope scope, Roster roster, int agent, DateOnly day) => agent is not (AgentDay.Shop or AgentDay.Unpaid) && scope.Holds(roster.NameOf(agent), roster.On(agent, day)?.Group);

    private string? Imported(LiveShop shop, BoardChatsAsk ask) => ask.Agent != BoardChatsAsk.Unbound && database.Coverage.Between(shop.Shop.Id, shop.Day, shop.Day).Contains((Source.Chat, shop.Day)) ? Links.Receptions(Month.Of(shop.Day), ask.Agent, shop.Day) : null;

    private BoardChatsView Chats(BoardChatsAsk ask, LiveShop shop, Roster roster, Func<int, bool> wanted)
    {
        var (second, gap, paid) = (shop.Clock.SecondOfDay(book.Now), database.RuleSets.Current(shop.Shop.Id, shop.Day).SessionGapSeconds, today.SoldOf(shop).PaidReceptions);
        return shop.Ask((day, messages, _, _) =>
        {
            var waits = day.WaitingAt(second).Where(w => !w.Courtesy).GroupBy(w => w.Reception).ToDictionary(w => w.Key, w => Math.Max(0, second - w.Min(o => o.Since)));
            var open = day.Sessions.Where(s => second - s.End.SecondsSince(messages.Start) <= gap && wanted(s.Agent)).CountBy(s => (s.Agent, s.Buyer)).ToDictionary();
            var found = day.Findings.Where(f => f.Counts && f.Severity is Severity.Fatal or Severity.NonFatal).ToLookup(f => f.Reception);
            var counted = day.Receptions.Where(r => wanted(r.Agent)).Select(r => (Of: r, Adds: Adds(ask.Show, r, waits, open, found[r.Id].Count(), paid))).Where(r => r.Adds.Whole != 0 || r.Adds.Part != 0)
                .OrderByDescending(r => Rank(ask, r.Of, r.Adds, waits)).ThenByDescending(r => r.Of.Last).ThenBy(r => r.Of.Id).ToList();
            var page = Paging.Held(ask.Page, counted.Count, BoardChatsAsk.PageSize);
            var rows = Paging.Of(counted, page, BoardChatsAsk.PageSize).Select(r =>
            {
                var last = messages.Of(r.Of.Buyer).LastOrDefault(m => m.From is Sender.Buyer or Sender.Agent && m.At <= r.Of.Last);
                return new BoardChat(WarningLinks.Chat(shop.Shop.Name, r.Of.Id), Masked.Name(messages.Buyers.Names[r.Of.Buyer - 1]), roster.NameOf(r.Of.Agent), roster.On(r.Of.Agent, shop.Day)?.Group, Local(r.Of.First), Local(r.Of.Last),
                    open.ContainsKey((r.Of.Agent, r.Of.Buyer)), waits.TryGetValue(r.Of.Id, out var since) ? since : null, last is null ? null : last.From == Sender.Buyer, BoardChatWords.Figure(ask.Show, r.Adds),
                    [.. found[r.Of.Id].Select(shop.NameOf).Distinct()]);
            }).ToList();
            return new BoardChatsView(ask with { Page = page }, shop.Day, Local(book.Now), rows, counted.Count, BoardChatWords.Sum(ask.Show, counted.Count, (counted.Sum(r => r.Adds.Part), counted.Sum(r => r.Adds.Whole))));
        });
    }

    /// <summary>The greatest stands first.</summary>
    private static decimal Rank(BoardChatsAsk ask, Reception of, (long Part, long Whole) adds, Dictionary<long, int> waits) => ask.Sort switch
    {
        BoardSort.Newest => of.First.UnixSeconds, BoardSort.Oldest => -of.First.UnixSeconds,
        BoardSort.Worst when ask.Show is BoardShow.FirstReplies or BoardShow.Replies => adds.Whole == 0 ? -1 : (decimal)adds.Part / adds.Whole,
        // Of what is good the least.
        BoardSort.Worst when ask.Show is BoardShow.Late or BoardShow.Paid => adds.Whole == 0 ? -2 : -(decimal)adds.Part / adds.Whole,
        BoardSort.Worst when ask.Show is BoardShow.Open or BoardShow.Found => adds.Whole,
        _ => waits.GetValueOrDefault(of.Id, -1),
    };

    /// <summary>What a reception adds to both halves of the number that is opened; of a mere count the whole.</summary>
    private static (long Part, long Whole) Adds(BoardShow show, Reception of, Dictionary<long, int> waits, Dictionary<(int, int), int> open, int found, IReadOnlySet<long> paid)
    {
        var m = of.Measures;
        var rounds = m[Primitive.Rounds] + m[Primitive.UnansweredRounds];
        return show switch
        {
            BoardShow.All => (0, of.Filtered ? 0 : 1),
            BoardShow.Open => (0, open.GetValueOrDefault((of.Agent, of.Buyer))),
            BoardShow.Waiting => (0, waits.ContainsKey(of.Id) ? 1 : 0),
            BoardShow.Consulted => (0, m[Primitive.Consulted]),
            BoardShow.FirstReplies => (m[Primitive.FirstResponseSeconds], m[Primitive.FirstResponses]),
            BoardShow.Replies => (m[Primitive.RoundSeconds], m[Primitive.Rounds]),
            BoardShow.Late => (m[Primitive.Within30], rounds),
            BoardShow.Found => (0, found),
            _ => (paid.Contains(of.Id) ? 1 : 0, m[Primitive.Consulted]),
        };
    }

    private BoardChatsView Orders(BoardChatsAsk ask, LiveShop shop, Roster roster, Viewer viewer, Func<int, bool> wanted)
    {
        var sold = today.SoldOf(shop);
        var rules = database.RuleSets.Timeline(shop.Shop.Id);
        var rows = sold.Paid.Select(r => (Row: r, Credit: r.Under(rules.On(r.CreatedDay).Paying))).Where(r => wanted(SalesCredits.AgentOf(r.Credit))).ToList();
        if (ask.Sort == BoardSort.Worst) rows = [.. rows.OrderByDescending(r => r.Row.Order.Amount)];
        if (ask.Sort == BoardSort.Oldest) rows.Reverse();
        var page = Paging.Held(ask.Page, rows.Count, BoardChatsAsk.PageSize);
        var sees = Rights.SeesOrders(viewer);
        var shown = sees ? Paging.Of(rows, page, BoardChatsAsk.PageSize) : [];
        var kept = database.Ledger.Find(shop.Shop.Id, shown.Select(r => r.Row.Order.Id)).Select(r => r.Order.Id).ToHashSet(StringComparer.Ordinal);
        return new(ask with { Page = page }, shop.Day, Local(book.Now), [], rows.Count, BoardChatWords.Sold(rows.Count, rows.Sum(r => r.Row.Order.Amount)))
        {
            SeesOrders = sees,
            Orders = [.. shown.Select(r => new BoardOrder(r.Row.Order.Id, kept.Contains(r.Row.Order.Id) ? Links.Order(r.Row.Order.Id) : null, Local(r.Row.Order.PaidAt!.Value), r.Row.Order.Amount, r.Credit.Agent is { } agent ? roster.NameOf(agent) : null, r.Credit.Bucket))],
        };
    }

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
