using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>Reads the board off the day that goes on.</summary>
public sealed class BoardQuery(Database database, LiveBook book, LiveFeed feed, ViewerFor viewers, WarningBook warnings, BoardToday today, BoardShops shops)
{
    private const int WaitsShown = 12, FoundShown = 7, AttentionShown = 4, WarningsTold = 50;
    /// <summary>A shop's chats do not pause so long while buyers write.</summary>
    private const long Quiet = 120;
    private static readonly Primitive[] Said = [Primitive.BuyerMessages, Primitive.AgentMessages, Primitive.AutoMessages];

    public Task<Seen<BoardView>> For(BoardAsk ask, HttpContext context) => Task.FromResult(viewers(context) is { } viewer ? Of(ask, viewer, context) : Seen<BoardView>.Forbidden);

    /// <summary>Without a request nothing of what one picked is known, nor kept.</summary>
    public Seen<BoardView> Of(BoardAsk ask, Viewer viewer, HttpContext? context = null)
    {
        if ((ask.Shop ?? shops.Default(viewer, context)) is not { } name) return new BoardView([], [], ask, default, null);
        if (database.Shops.Find(name) is null || ask.Group is { } asked && !GroupsOf(viewer, name).Contains(asked, StringComparer.Ordinal)) return Seen<BoardView>.NotFound;
        if (BoardScope.Of(viewer, name, ask.Group) is not { } scope) return Seen<BoardView>.Forbidden;
        var shop = book.Of(name)!;
        feed.Look(shop, book.Now);
        if (ask.Shop is not null && context is not null) BoardShops.Remember(context, name);
        return new BoardView(shops.Of(viewer), GroupsOf(viewer, name), ask with { Shop = name }, shop.Day, new(Now(shop, scope), Lists(shop, scope), Rows(shop, scope))) { OwnOnly = scope.OwnOnly };
    }

    /// <summary>Who waits for one person, and what was found of them today, in every shop whose day goes on.</summary>
    public BoardOwn OwnOf(string person)
    {
        var of = book.Open.Select(s => s.Shop.Name).Order(StringComparer.Ordinal).Select(name =>
        {
            var shop = book.Of(name)!;
            feed.Look(shop, book.Now);
            return Lists(shop, new(name, null, [], person));
        }).ToList();
        return new([.. of.SelectMany(l => l.Waits).OrderByDescending(w => w.Seconds)], [.. of.SelectMany(l => l.Found).OrderByDescending(f => f.At).Take(FoundShown)]) { More = of.Sum(l => l.More) };
    }

    public BoardNow Now(LiveShop shop, BoardScope scope)
    {
        var second = shop.Clock.SecondOfDay(book.Now);
        return shop.Ask((day, messages, roster, _) =>
        {
            var held = day.Agents.Where(a => Holds(scope, roster, a, shop.Day)).ToHashSet();
            var (waiting, longest) = (0, default(Waiting?));
            foreach (var wait in WaitsOf(day, held, second)) (waiting, longest) = (waiting + 1, longest ?? wait);
            var status = shop.Status.Where(s => Holds(scope, roster, s.Key, shop.Day)).ToList();
            return new BoardNow(Local(book.Now), waiting, longest is { } first ? Math.Max(0, second - first.Since) : null, held.Sum(a => day.OpenAt(a, second)),
                status.Count(s => s.Value is AccountStatus.Online), status.Count(s => s.Value is AccountStatus.Suspended), shop.Status.Count > 0, scope.Groups is null && scope.Group is null ? messages.Count : held.Sum(a => Said.Sum(p => day.Today(a, p))), StaleSeconds(shop))
            {
                Shop = shop.Shop.Name, Group = scope.Group, Long = Long(scope), LongestChat = longest is { } it ? WarningLinks.Chat(shop.Shop.Name, it.Reception) : null,
                OpenMinutes = shop.SessionGap / 60, OwnOnly = scope.OwnOnly, Status = scope.OwnOnly && status.Count > 0 ? status[0].Value : null, QuietUntil = QuietUntil(),
            };
        });
    }

    public BoardLists Lists(LiveShop shop, BoardScope scope)
    {
        var second = shop.Clock.SecondOfDay(book.Now);
        var open = WarningsQuery.Within(warnings.Open, scope);
        var notes = scope.Person is { } me ? warnings.NotesTo(me) : 0;
        return shop.Ask((day, messages, roster, found) =>
        {
            var waits = WaitsOf(day, day.Agents.Where(a => Holds(scope, roster, a, shop.Day)).ToHashSet(), second).ToList();
            return new BoardLists(
                [.. waits.Take(WaitsShown).Select(w => new BoardWait(Masked.Name(messages.Buyers.Names[w.Buyer - 1]), roster.NameOf(w.Agent), roster.On(w.Agent, shop.Day)?.Group, Math.Max(0, second - w.Since)) { Chat = WarningLinks.Chat(shop.Shop.Name, w.Reception) })],
                Found(attention: false))
            {
                Attention = Found(attention: true), IsLookedAt = shop.IsLookedAt, OwnOnly = scope.OwnOnly,
                Shop = shop.Shop.Name, Group = scope.Group, Long = Long(scope), More = Math.Max(0, waits.Count - WaitsShown), OpenWarnings = open.Count, Notes = notes, Warnings = [.. open.Take(WarningsTold).Select(Warned)],
            };

            IReadOnlyList<BoardFound> Found(bool attention) =>
            [
                .. found.Where(f => f.Finding.Severity == Severity.Attention == attention && Holds(scope, roster, f.Finding.Agent, shop.Day)).Take(attention ? AttentionShown : FoundShown)
                    .Select(f => new BoardFound(shop.NameOf(f.Finding), f.Finding.Severity, roster.NameOf(f.Finding.Agent), Local(f.At), f.Words, Masked.Name(f.Buyer)) { Chat = WarningLinks.Chat(shop.Shop.Name, f.Finding.Reception) }),
            ];
        });
    }

    private int? QuietUntil() => warnings.Rules.Quiet is { } quiet && Local(book.Now) is var now && quiet.Holds(now.Hour * 60 + now.Minute) ? quiet.To : null;

    /// <summary>From where one is warned of a wait; never, where nobody is.</summary>
    private int Long(BoardScope scope) => warnings.Rules.For(scope.Group, null).WaitSeconds + 1 ?? int.MaxValue;

    /// <summary>The longest first.</summary>
    private static IEnumerable<Waiting> WaitsOf(LiveDay day, HashSet<int> held, int second) => day.WaitingAt(second).Where(w => !w.Courtesy && held.Contains(w.Agent));

    public BoardRows Rows(LiveShop shop, BoardScope scope)
    {
        var second = shop.Clock.SecondOfDay(book.Now);
        var (sold, before) = (today.SoldOf(shop), today.BeforeOf(shop));
        var credited = Primitive.SalesFen.Under(database.RuleSets.Current(shop.Shop.Id, shop.Day).Paying);
        decimal SalesOf(Measures of) => of[credited] * 0.01m;
        var (roster, agents) = shop.Ask((day, _, roster, _) => (roster, day.At(second).Where(a => Holds(scope, roster, a.Agent, shop.Day)).ToList()));
        bool Sees(int agent) => agent is not (AgentDay.Shop or AgentDay.Unpaid) && Holds(scope, roster, agent, shop.Day);
        // Who sold by earlier chats alone has a row too.
        agents.AddRange(sold.ByAgent.Where(s => s.Key >= 0 && SalesOf(s.Value) > 0 && Sees(s.Key) && !agents.Exists(a => a.Agent == s.Key)).Select(s => new AgentNow(s.Key, 0, 0, null, new())));
        // So has who is online or paused and received nobody yet.
        agents.AddRange(shop.Status.Keys.Where(a => Sees(a) && !agents.Exists(known => known.Agent == a)).Select(a => new AgentNow(a, 0, 0, null, new())));
        var rows = agents.Select(a => (Of: a, Row: Row(a, roster.NameOf(a.Agent), roster.On(a.Agent, shop.Day)?.Group, shop.Status.TryGetValue(a.Agent, out var status) ? status : null, second) with
            {
                Number = a.Agent, Sales = sold.Known ? sold.ByAgent.TryGetValue(a.Agent, out var own) ? SalesOf(own) : 0m : null, SalesTarget = today.SalesTarget(shop, a.Agent)?.Value,
            }))
            .OrderBy(a => a.Row.Group is null).ThenBy(a => a.Row.Group, StringComparer.Ordinal).ThenBy(a => a.Row.Name is null).ThenBy(a => a.Row.Name, StringComparer.Ordinal).ThenBy(a => a.Of.Agent).ToList();
        var sum = new Measures();
        foreach (var agent in agents) sum.Add(agent.Today);
        var groups = rows.GroupBy(r => r.Row.Group, StringComparer.Ordinal).Select(g => Together([.. g], g.Key, second)).ToList();
        var only = scope is { OwnOnly: true, Person: { } me } ? roster.Find(me)?.Id : null;
        return new BoardRows([.. rows.Select(r => r.Row)], Together(rows, null, second), Hours(sum), before.KnowsChats ? Hours(before.Sum(Sees)) : null, Math.Clamp(Local(book.Now).Hour, 0, 23))
        {
            Shop = shop.Shop.Name, Group = scope.Group, Groups = groups.Count > 1 ? groups : [], OwnOnly = scope.OwnOnly, Long = Long(scope), FirstHour = shop.Clock.CutHour,
            Against = today.Of(shop, scope, new(sum, Sees, only, [.. rows.Where(r => r.Row.Name is not null).Select(r => r.Of.Agent)])), SoldAt = sold.Known ? Local(sold.At) : null,
            OfNobody = sold.Known ? sold.ByAgent.Where(s => s.Key < 0 && Sees(s.Key)).Sum(s => SalesOf(s.Value)) : null,
        };
    }

    private static BoardAgent Together(IReadOnlyCollection<(AgentNow Of, BoardAgent Row)> some, string? group, int second)
    {
        var sum = new Measures();
        foreach (var (of, _) in some) sum.Add(of.Today);
        return Row(new(0, some.Sum(a => a.Of.Open), some.Sum(a => a.Of.Waiting), some.Min(a => a.Of.WaitingSince), sum), null, group, null, second) with { Sales = some.Any(a => a.Row.Sales is not null) ? some.Sum(a => a.Row.Sales) : null };
    }

    public IReadOnlyList<string> GroupsOf(Viewer viewer, string shop)
    {
        if (!Rights.SeesEveryone(viewer)) return viewer is { Leads: true, Groups.Count: > 1 } ? viewer.Groups : [];
        var day = book.Of(shop)!.Day;
        return [.. database.People.Employments.Where(e => e.Covers(day) && e.Group is { Length: > 0 }).Select(e => e.Group!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private BoardWarning Warned(KeptMatter<Engine.Live.Warnings.WarningHappening> kept)
    {
        var (state, now) = (WarningMatters.StateOf(kept), warnings.CameTo(kept));
        return new(kept.Id, WarningWords.Of(state.Raised.Kind), state.Raised.Gravity, state.Raised.Of.Person ?? state.Raised.Of.Group ?? state.Raised.Of.Shop, now.Count, state.Take?.Who)
        {
            Newest = now is { IsEvent: true, Parts: [var newest, ..] } ? newest.What : now.IsEvent ? now.What : null,
        };
    }

    private long? StaleSeconds(LiveShop shop) => shop.LastReceived is { } last && book.Now.SecondsSince(last) is var ago and >= Quiet ? ago : shop.LastReceived is null && shop.LastMessage is { } said ? Math.Max(0, book.Now.SecondsSince(said)) : null;

    private static BoardAgent Row(AgentNow agent, string? name, string? group, AccountStatus? status, int second)
    {
        var today = agent.Today;
        long rounds = today[Primitive.Rounds], all = rounds + today[Primitive.UnansweredRounds];
        return new(name, group, status, agent.Open, agent.Waiting, agent.WaitingSince is { } since ? Math.Max(0, second - since) : null, today[Primitive.Consulted],
            rounds == 0 ? null : (decimal)today[Primitive.RoundSeconds] / rounds, all == 0 ? null : (decimal)today[Primitive.Within30] / all,
            today[Primitive.ReceptionsChecked] == 0 ? null : today[Primitive.FatalFindings] + today[Primitive.NonFatalFindings]);
    }

    private static bool Holds(BoardScope scope, Roster roster, int agent, DateOnly day) => scope.Holds(roster.NameOf(agent), roster.On(agent, day)?.Group);

    private static IReadOnlyList<int> Hours(Measures sum) => [.. Enumerable.Range(0, 24).Select(h => (int)sum[Primitive.Hour0 + (short)h])];

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
