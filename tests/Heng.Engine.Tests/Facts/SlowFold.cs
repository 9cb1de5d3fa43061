using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

/// <summary>
/// The definitions once more, as slowly and plainly as they can be said: lists, classes and LINQ, written without looking at the kernel.
/// Gives each agent's primitives and the number of filtered messages.
/// </summary>
internal sealed class SlowFold
{
    private sealed class Talk
    {
        public required string Buyer, Account, Person;
        public readonly List<Event> Events = [];
        public readonly List<OpenRound> Rounds = [];
        public OpenRound? Open;
        public int Ignored;
    }

    /// <summary>In is the far side of a transfer; it carries an open round, asked then, or none. Gives is the near side of one that does.</summary>
    private sealed record Event(int At, int Order, Act Act, int Length, bool In = false, int? Asked = null, bool Gives = false)
    {
        public bool Carries => Asked is not null;
    }

    private sealed class OpenRound
    {
        public int Asked, LastBuyer;
        public int? Answered;
        public bool Moved, Offline;
        public int AskedAt;
    }

    private readonly RuleSet rules;
    private readonly Dictionary<(string, string), Talk> talks = [];
    private readonly Dictionary<(string Agent, Primitive), long> sums = [];
    private readonly HashSet<int> selfTransfers = [];
    private int order;
    private readonly List<(Talk Talk, int Typed, int Seconds)> typed = [];

    public int Filtered { get; private set; }
    public IReadOnlyDictionary<(string Agent, Primitive Primitive), long> Sums => sums;

    public SlowFold(IEnumerable<Message> messages, RuleSet rules)
    {
        this.rules = rules;
        foreach (var m in messages.OrderBy(m => m.At).ThenBy(m => m.Sequence).ThenBy(m => m.From)) Read(m);
        foreach (var reception in talks.Values.GroupBy(t => (t.Buyer, t.Person.Length > 0 ? t.Person : "/" + t.Account))) Count([.. reception]);
        foreach (var person in talks.Values.GroupBy(t => t.Person)) CountLargest([.. person]);
    }

    private Talk TalkOf(string buyer, string account)
    {
        if (!talks.TryGetValue((buyer, account), out var talk))
            talks[(buyer, account)] = talk = new() { Buyer = buyer, Account = account, Person = Chat.PersonAt(account) ?? "" };
        return talk;
    }

    private void Read(Message m)
    {
        int at = rules.Clock.SecondOfDay(m.At), length = m.Kind is MessageKind.Text or MessageKind.Offline ? m.Text.Length : 0;
        var talk = TalkOf(m.Buyer, m.Account);
        var act = m.Kind == MessageKind.Recalled || m.From == Sender.System && m.Kind != MessageKind.Transfer ? Act.Ignored
            : m.Kind == MessageKind.Transfer ? Act.Transfer
            : m.From == Sender.Buyer ? (m.Kind == MessageKind.Offline ? Act.BuyerOffline : Act.Buyer)
            : m.From == Sender.Robot || m.Kind is MessageKind.AutoReply or MessageKind.Broadcast ? Act.Auto : Act.Human;
        order++;
        if (act == Act.Ignored)
        {
            talk.Ignored++;
            return;
        }
        if (act is Act.Buyer or Act.BuyerOffline)
        {
            talk.Open ??= Add(talk, at, at, act == Act.BuyerOffline);
            talk.Open.LastBuyer = at;
        }
        if (act == Act.Human && talk.Open is { } open)
        {
            open.Answered = at;
            if (length >= 10) typed.Add((talk, length, at - open.LastBuyer));
            talk.Open = null;
        }
        var gives = act == Act.Transfer && m.To is not null && m.To != m.Account && talk.Open is not null;
        talk.Events.Add(new(at, order, act, length, Gives: gives));
        if (act != Act.Transfer) return;
        if (m.To == m.Account) selfTransfers.Add(order);
        else if (m.To is not null) PassOn(talk, TalkOf(m.Buyer, m.To), at);
    }

    private static OpenRound Add(Talk talk, int asked, int at, bool offline)
    {
        talk.Rounds.Add(new() { Asked = asked, LastBuyer = at, AskedAt = at, Offline = offline });
        return talk.Rounds[^1];
    }

    private void PassOn(Talk from, Talk to, int at)
    {
        var moved = from.Open;
        from.Open = null;
        int? carried = moved is null ? null : rules.TransferWaitRunsFromQuestion ? moved.Asked : at;
        to.Events.Add(new(at, order, Act.Transfer, 0, true, carried));
        if (moved is null || carried is not { } asked) return;
        moved.Moved = true;
        to.Open ??= Add(to, asked, at, moved.Offline);
        to.Open.Asked = Math.Min(to.Open.Asked, asked);
        to.Open.LastBuyer = at;
    }

    private static List<List<Event>> Split(IEnumerable<Event> events, int gap)
    {
        List<List<Event>> sessions = [];
        foreach (var e in events)
        {
            if (sessions.Count == 0 || e.At - sessions[^1][^1].At > gap) sessions.Add([]);
            sessions[^1].Add(e);
        }
        return sessions;
    }

    private static bool IsBuyer(Event e) => e.Act is Act.Buyer or Act.BuyerOffline;

    private void Count(List<Talk> talks)
    {
        var agent = talks[0].Person;
        void Add(Primitive p, long value) => sums[(agent, p)] = sums.GetValueOrDefault((agent, p)) + value;
        void Is(Primitive p, bool yes) => Add(p, yes ? 1 : 0);
        var events = talks.SelectMany(t => t.Events).OrderBy(e => e.Order).ToList();
        var sessions = talks.SelectMany(t => Split(t.Events, rules.SessionGapSeconds)).ToList();
        Add(FilteredMessages, talks.Sum(t => t.Ignored));
        Filtered += talks.Sum(t => t.Ignored);
        if (!events.Any(e => IsBuyer(e) || e.Act == Act.Human || e.Carries))
        {
            Add(InvalidSessions, sessions.Count);
            Add(FilteredMessages, events.Count(e => !e.In));
            Filtered += events.Count(e => !e.In);
            return;
        }
        var asked = events.FirstOrDefault(e => IsBuyer(e) || e.Carries);
        var replied = asked is null ? null : events.FirstOrDefault(e => e.Act == Act.Human && e.Order > asked.Order);
        var human = events.Any(e => e.Act == Act.Human);
        // A record between one person's accounts shows as both an out and an in of the same order within the reception.
        var inward = events.Where(e => e.In && !events.Any(o => o.Order == e.Order && !o.In)).ToList();
        var outward = events.Where(e => e.Act == Act.Transfer && !e.In && !selfTransfers.Contains(e.Order) && !events.Any(i => i.Order == e.Order && i.In)).ToList();
        Is(ReceptionsAll, true);
        Is(Consulted, asked is not null);
        Is(Received, human);
        Is(TransferredIn, inward.Count > 0);
        Is(TransferredOut, outward.Count > 0);
        Is(ReceivedDirect, human && inward.Count == 0);
        var first = events.FirstOrDefault(e => IsBuyer(e) || e.Carries || e.Act == Act.Human);
        Is(BuyerInitiated, first is not null && first.Act != Act.Human);
        Is(AgentInitiated, first is not null && first.Act == Act.Human);
        Is(Unreplied, asked is not null && replied is null);
        Is(FirstResponses, replied is not null);
        if (replied is not null) Add(FirstResponseSeconds, replied.At - (asked!.Asked ?? asked.At));
        Is(Hour0 + (short)(events.Min(e => e.At) / 3600), true);
        CountSessions(talks, sessions, Add, Is);
        CountRounds(talks, Add, Is);
        foreach (var session in talks.SelectMany(t => Split(t.Events, 600))) CountJd(session, Add);
        Add(TypedCharacters, typed.Where(t => talks.Contains(t.Talk)).Sum(t => t.Typed));
        Add(TypedSeconds, typed.Where(t => talks.Contains(t.Talk)).Sum(t => t.Seconds));
    }

    private void CountSessions(List<Talk> talks, List<List<Event>> sessions, Action<Primitive, long> Add, Action<Primitive, bool> Is)
    {
        foreach (var session in sessions)
        {
            var talk = talks.Single(t => t.Events.Contains(session[0]));
            var buyer = session.FirstOrDefault(IsBuyer);
            var replied = session.Any(e => e.Act == Act.Human && (buyer is not null && e.Order > buyer.Order || talk.Rounds.Any(r => r.Answered == e.At && !r.Moved && FirstHumanAt(talk, r, e))));
            Is(Primitive.Sessions, true);
            Is(SessionsWithBuyer, buyer is not null);
            Is(RepliedSessions, replied);
            Is(UnrepliedSessions, buyer is not null && !replied);
            Is(TransferredSessions, session.Any(e => e.Act == Act.Transfer && !selfTransfers.Contains(e.Order)));
            Add(BuyerMessages, session.Count(IsBuyer));
            Add(AgentMessages, session.Count(e => e.Act == Act.Human));
            Add(AutoMessages, session.Count(e => e.Act == Act.Auto));
            Add(AgentCharacters, session.Where(e => e.Act == Act.Human).Sum(e => e.Length));
            Add(SessionSeconds, session[^1].At - session[0].At);
        }
        Is(LongReceptions, sessions.Sum(s => s[^1].At - s[0].At) > rules.LongReceptionSeconds);
    }

    private static bool FirstHumanAt(Talk talk, OpenRound round, Event e) => talk.Events.First(x => x.Act == Act.Human && x.At == round.Answered && x.Order >= e.Order) == e;

    private void CountRounds(List<Talk> talks, Action<Primitive, long> Add, Action<Primitive, bool> Is)
    {
        var rounds = talks.SelectMany(t => t.Rounds).Where(r => !r.Moved).ToList();
        var waits = rounds.Where(r => r.Answered is not null).Select(r => r.Answered!.Value - r.Asked).ToList();
        Add(Rounds, waits.Count);
        Add(UnansweredRounds, rounds.Count - waits.Count);
        Add(RoundSeconds, waits.Sum(w => Math.Min(w, rules.ResponseCapSeconds ?? w)));
        foreach (var (p, limit) in new[] { (Within15, 15), (Within30, 30), (Within60, 60), (Within180, 180) }) Add(p, waits.Count(w => w <= limit));
        var offline = rounds.Where(r => r.Offline && r.Answered is not null).ToList();
        Add(OfflineHandled, offline.Count);
        Add(OfflineWaitSeconds, offline.Sum(r => r.Answered!.Value - r.Asked));
        Is(SlowReceptions, waits.Count(w => w > rules.SlowReplySeconds) >= rules.SlowRepliesToBeSlow);
        bool InHours(int second) => second / 3600 is >= 8 and < 23;
        bool InTime(OpenRound r) => r.Answered is { } a && a - r.Asked <= 180;
        var hours = rounds.Where(r => InHours(r.Asked)).ToList();
        foreach (var (met, all) in new[] { (Taobao3MinMet, Taobao3MinAll), (DouyinMessage3MinMet, DouyinMessage3MinAll) })
        {
            Add(met, hours.Count(InTime));
            Add(all, hours.Count);
        }
        Is(Pdd3MinAll, hours.Count > 0);
        Is(Pdd3MinMet, hours.Count > 0 && hours.All(InTime));
        Add(TaobaoAverageRounds, rounds.Count);
        Add(TaobaoAverageSeconds, rounds.Sum(r => r.Answered is { } a ? Math.Min(600, a - r.Asked) : 600));
        foreach (var talk in talks)
            foreach (var session in Split(talk.Events, rules.SessionGapSeconds))
            {
                var own = talk.Rounds.Where(r => !r.Moved && InHours(r.Asked) && r.AskedAt >= session[0].At && r.AskedAt <= session[^1].At).ToList();
                Is(DouyinSession3MinAll, own.Count > 0);
                Is(DouyinSession3MinMet, own.Count > 0 && own.All(InTime));
            }
    }

    private static void CountJd(List<Event> session, Action<Primitive, long> Add)
    {
        if (session[0].At / 3600 is < 9 or >= 23) return;
        int? asked = null;
        foreach (var e in session)
        {
            if (asked is null && (IsBuyer(e) || e.Carries)) asked = e.Asked ?? e.At;
            if (e.Gives) asked = null;
            if (e.Act != Act.Human || asked is not { } from) continue;
            Add(JdFirst30All, 1);
            Add(JdFirst30Met, e.At - from <= 30 ? 1 : 0);
            return;
        }
        Add(JdFirst30All, asked is null ? 0 : 1);
    }

    private void CountLargest(List<Talk> talks)
    {
        var open = talks.GroupBy(t => (t.Buyer, t.Person.Length > 0 ? "" : t.Account))
            .Where(g => g.Any(t => t.Events.Any(e => IsBuyer(e) || e.Act == Act.Human || e.Carries)))
            .SelectMany(g => g).SelectMany(t => Split(t.Events, rules.SessionGapSeconds)).Select(s => (From: s[0].At, To: s[^1].At)).ToList();
        sums[(talks[0].Person, BusySeconds)] = open.Count == 0 ? 0 : Enumerable.Range(0, 86_400).Count(second => open.Exists(o => o.From <= second && second < o.To));
        sums[(talks[0].Person, MaxConcurrent)] = open.Count == 0 ? 0 : open.Max(at => open.Count(o => o.From <= at.From && at.From <= o.To));
    }
}
