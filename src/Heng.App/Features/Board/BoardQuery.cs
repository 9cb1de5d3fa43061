using System.Collections.Concurrent;
using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>Reads the board off the day that goes on.</summary>
public sealed class BoardQuery(Database database, LiveBook book, LiveFeed feed, ViewerFor viewers, WarningBook warnings)
{
    private const int WaitsShown = 12, FoundShown = 8, WarningsTold = 50;
    /// <summary>A shop's chats do not pause so long while buyers write.</summary>
    private const long Quiet = 120;
    private readonly ConcurrentDictionary<string, (DateOnly Day, IReadOnlyList<int>? Hours)> lastWeeks = new(StringComparer.Ordinal);

    public Task<Seen<BoardView>> For(BoardAsk ask, HttpContext context)
    {
        var shops = database.Shops.All.Select(s => s.Name).ToList();
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<BoardView>.Forbidden);
        if (shops.Count == 0) return Task.FromResult<Seen<BoardView>>(new BoardView([], [], ask, default, null, null));
        var name = ask.Shop ?? shops[0];
        if (!shops.Contains(name, StringComparer.Ordinal) || ask.Group is { } asked && !GroupsOf(viewer, name).Contains(asked, StringComparer.Ordinal)) return Task.FromResult(new Seen<BoardView>(null, StatusCodes.Status404NotFound));
        if (BoardScope.Of(viewer, name, ask.Group) is not { } scope) return Task.FromResult(Seen<BoardView>.Forbidden);
        var shop = book.Of(name)!;
        feed.Look(shop, book.Now);
        return Task.FromResult<Seen<BoardView>>(new BoardView(shops, GroupsOf(viewer, name), ask with { Shop = name }, shop.Day, Now(shop, scope), Rows(shop, scope)) { OwnOnly = scope.Groups is { Count: 0 } });
    }

    public BoardNow Now(LiveShop shop, BoardScope scope)
    {
        var second = shop.Clock.SecondOfDay(book.Now);
        var open = WarningsQuery.Within(warnings.Open, scope);
        var notes = scope.Person is { } me ? warnings.NotesTo(me) : 0;
        return shop.Ask((day, messages, roster, found) =>
        {
            var held = day.Agents.Where(a => Holds(scope, roster, a, shop.Day)).ToHashSet();
            var waits = day.WaitingAt(second).Where(w => !w.Courtesy && held.Contains(w.Agent)).ToList();
            var status = shop.Status.Where(s => Holds(scope, roster, s.Key, shop.Day)).ToList();
            return new BoardNow(Local(book.Now), waits.Count, waits.Count == 0 ? null : Math.Max(0, second - waits[0].Since), held.Sum(a => day.OpenAt(a, second)),
                status.Count(s => s.Value is AccountStatus.Online), status.Count(s => s.Value is AccountStatus.Suspended), shop.Status.Count > 0, messages.Count, StaleSeconds(shop),
                [.. waits.Take(WaitsShown).Select(w => new BoardWait(Masked.Name(messages.Buyers.Names[w.Buyer - 1]), roster.NameOf(w.Agent), roster.On(w.Agent, shop.Day)?.Group, Math.Max(0, second - w.Since)) { Chat = WarningLinks.Chat(shop.Shop.Name, w.Reception) })],
                [.. found.Where(f => Holds(scope, roster, f.Finding.Agent, shop.Day)).Take(FoundShown).Select(f => new BoardFound(shop.NameOf(f.Finding), f.Finding.Severity, roster.NameOf(f.Finding.Agent), Local(f.At), f.Words, Masked.Name(f.Buyer)) { Chat = WarningLinks.Chat(shop.Shop.Name, f.Finding.Reception) })])
            {
                More = Math.Max(0, waits.Count - WaitsShown), OpenWarnings = open.Count, Notes = notes, Warnings = [.. open.Take(WarningsTold).Select(Warned)],
            };
        });
    }

    public BoardRows Rows(LiveShop shop, BoardScope scope)
    {
        var second = shop.Clock.SecondOfDay(book.Now);
        return shop.Ask((day, _, roster, _) =>
        {
            var agents = day.At(second).Where(a => Holds(scope, roster, a.Agent, shop.Day)).ToList();
            var rows = agents.Select(a => Row(a, roster.NameOf(a.Agent), roster.On(a.Agent, shop.Day)?.Group, shop.Status.TryGetValue(a.Agent, out var status) ? status : null, second))
                .OrderByDescending(a => a.Waiting).ThenByDescending(a => a.Longest ?? -1).ThenByDescending(a => a.Open).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
            var sum = new Measures();
            foreach (var agent in agents) sum.Add(agent.Today);
            var together = Row(new(0, agents.Sum(a => a.Open), agents.Sum(a => a.Waiting), agents.Min(a => a.WaitingSince), sum), null, null, null, second);
            return new BoardRows(rows, together, Hours(sum), LastWeek(shop, scope, roster), Math.Clamp(Local(book.Now).Hour, 0, 23));
        });
    }

    public IReadOnlyList<string> GroupsOf(Viewer viewer, string shop)
    {
        if (!Rights.SeesEveryone(viewer)) return viewer is { Leads: true, Groups.Count: > 1 } ? viewer.Groups : [];
        var day = book.Of(shop)!.Day;
        return [.. database.People.Employments.Where(e => e.Covers(day) && e.Group is { Length: > 0 }).Select(e => e.Group!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static BoardWarning Warned(KeptMatter<Engine.Live.Warnings.WarningHappening> kept)
    {
        var state = WarningMatters.StateOf(kept);
        return new(kept.Id, WarningWords.Of(state.Raised.Kind), state.Raised.Gravity, state.Raised.Of.Person ?? state.Raised.Of.Group ?? state.Raised.Of.Shop, state.Count, state.Take?.Who);
    }

    private long? StaleSeconds(LiveShop shop) => shop.LastReceived is { } last && book.Now.SecondsSince(last) is var ago and >= Quiet ? ago : shop.LastReceived is null && shop.LastMessage is { } said ? Math.Max(0, book.Now.SecondsSince(said)) : null;

    private static BoardAgent Row(AgentNow agent, string? name, string? group, AccountStatus? status, int second)
    {
        var today = agent.Today;
        long rounds = today[Primitive.Rounds], all = rounds + today[Primitive.UnansweredRounds];
        return new(name, group, status, agent.Open, agent.Waiting, agent.WaitingSince is { } since ? Math.Max(0, second - since) : null, today[Primitive.Consulted], today[Primitive.Received],
            rounds == 0 ? null : (decimal)today[Primitive.RoundSeconds] / rounds, all == 0 ? null : (decimal)today[Primitive.Within30] / all,
            today[Primitive.ReceptionsChecked] == 0 ? null : today[Primitive.FatalFindings] + today[Primitive.NonFatalFindings]);
    }

    private static bool Holds(BoardScope scope, Roster roster, int agent, DateOnly day) => scope.Holds(roster.NameOf(agent), roster.On(agent, day)?.Group);

    private static IReadOnlyList<int> Hours(Measures sum) => [.. Enumerable.Range(0, 24).Select(h => (int)sum[Primitive.Hour0 + (short)h])];

    private IReadOnlyList<int>? LastWeek(LiveShop shop, BoardScope scope, Roster roster)
    {
        var day = shop.Day.AddDays(-7);
        if (lastWeeks.TryGetValue(scope.Key, out var known) && known.Day == day) return known.Hours;
        var sum = new Measures();
        foreach (var agent in database.Facts.AgentDays(shop.Shop.Id, day, day))
            if (agent.Agent >= 0 && Holds(scope, roster, agent.Agent, day)) sum.Add(agent.Measures);
        IReadOnlyList<int>? hours = database.Coverage.Between(shop.Shop.Id, day, day).Contains((Engine.Metrics.Source.Chat, day)) ? Hours(sum) : null;
        lastWeeks[scope.Key] = (day, hours);
        return hours;
    }

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
