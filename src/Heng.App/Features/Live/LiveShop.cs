using Heng.Engine.Explanation;
using Heng.Engine.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>A finding of today, when its words were said, and the words it points at.</summary>
public sealed record FoundNow(KeptFinding Finding, Instant At, string Buyer, string Words);

/// <summary>
/// A shop's business day while it goes on: its messages, and what they come to. Messages are taken as they come; what follows from them is worked out at the next <see cref="Tick"/>, of the
/// buyers concerned alone. Safe to ask from many threads.
/// </summary>
public sealed class LiveShop
{
    private const int FoundKept = 200;
    /// <summary>Buyers that are worked out at once: as many as keep nobody waiting for the day.</summary>
    private const int AtOnce = 500;
    private static readonly TimeSpan ContextHolds = TimeSpan.FromSeconds(15);
    private readonly Lock gate = new();
    private readonly Database database;
    private readonly Months.DataVersion version;
    private readonly LinkedList<FoundNow> found = new();
    private readonly Dictionary<string, StatusChange> accounts = new(StringComparer.Ordinal);
    private LiveMessages messages;
    private LiveDay today;
    private LiveFolding folding;
    private Instant checkedAt;
    private string? seen;
    private long revision;

    public LiveShop(Database database, Shop shop, DateOnly day, Months.DataVersion version)
    {
        (this.database, this.version, Shop, Day) = (database, version, shop, day);
        Clear();
    }

    public Shop Shop { get; }
    public DateOnly Day { get; }
    public ShopClock Clock => folding.Rules.Clock;
    public int SessionGap => folding.Rules.SessionGapSeconds;
    /// <summary>When the newest message was said, and when anything came last.</summary>
    public Instant? LastMessage { get; private set; }
    public Instant? LastReceived { get; private set; }

    /// <summary>Takes messages of this day; of other days none is looked at. How many of them were known.</summary>
    public int Take(MessageBlock block, Instant received)
    {
        lock (gate) return Taken(block, received, received, inOrder: true);
    }

    /// <summary>
    /// Works out what is new, and some of what is only to be looked at again. What was found now that was not known before; null where nothing is new. Between pieces others may ask.
    /// </summary>
    public IReadOnlyList<FoundNow>? Tick(Instant now)
    {
        List<FoundNow>? fresh = null;
        while (Settled(now) is { } piece)
        {
            (fresh ??= []).AddRange(piece.Fresh);
            if (!piece.More) break;
        }
        return fresh;
    }

    /// <summary>One piece; null where all is worked out.</summary>
    private (IReadOnlyList<FoundNow> Fresh, bool More)? Settled(Instant now)
    {
        lock (gate)
        {
            if (messages.IsSettled) return null;
            var touched = messages.Settle(AtOnce);
            var of = folding.Of(touched);
            FoundNow[] fresh = [.. today.Put(touched, of.Facts, of.Quality, messages.IsCourtesy).Select(f => Said(f, messages.SaidAt(f.Spans[0]) ?? now))];
            foreach (var one in fresh) found.AddFirst(one);
            while (found.Count > FoundKept) found.RemoveLast();
            return (fresh, messages.Touched.Count > 0);
        }
    }

    /// <summary>How the accounts of each person stand by the status log of today: the busiest of them; nobody of whom it tells nothing.</summary>
    public IReadOnlyDictionary<int, AccountStatus> Status { get; private set; } = new Dictionary<int, AccountStatus>();

    /// <summary>Since when each person's accounts stand as they do.</summary>
    public IReadOnlyDictionary<int, Instant> StatusSince { get; private set; } = new Dictionary<int, Instant>();

    /// <summary>Complaints of today that came.</summary>
    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];

    public void Take(IEnumerable<Complaint> came)
    {
        lock (gate) Complaints = [.. Complaints.Concat(came.Where(c => c.Shop == Shop.Name && Clock.DayOf(c.At) == Day)).DistinctBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whether any quality rule looks at what is said today.</summary>
    public bool IsLookedAt => folding.Looks;

    public Wording NameOf(KeptFinding finding) => RuleOf(finding)?.Name ?? new(finding.Rule, finding.Rule);
    public QualityRule? RuleOf(KeptFinding finding) => folding.Book.Find(finding.Rule, finding.Version);

    /// <summary>Asks the day under its lock.</summary>
    public T Ask<T>(Func<LiveDay, LiveMessages, Roster, IReadOnlyCollection<FoundNow>, T> question)
    {
        lock (gate) return question(today, messages, folding.Roster, found);
    }

    /// <summary>
    /// Forgets the day and loads it as it is kept, with what was acknowledged and is not imported yet, and what is on its way to being kept. What waits is asked for before the records, so that
    /// an import in between takes nothing away.
    /// </summary>
    public void Load(Func<(IReadOnlyList<MessageBlock> OnTheirWay, IEnumerable<IngestBatch> Waiting)> beside, Instant now)
    {
        lock (gate)
        {
            Clear();
            var (onTheirWay, waiting) = beside();
            var (log, complaints) = (new List<StatusChange>(), new List<Complaint>());
            foreach (var batch in waiting)
            {
                if (batch.Format == IngestFormats.Messages) Taken(IngestFormats.BlockOf(batch), batch.Received, now, inOrder: true);
                log.AddRange(IngestFormats.RecordsOf<StatusChange>([batch], IngestFormats.StatusLog));
                complaints.AddRange(IngestFormats.RecordsOf<Complaint>([batch], IngestFormats.Complaints));
            }
            foreach (var (block, exported) in Kept()) Taken(block, exported, now);
            foreach (var block in onTheirWay) Taken(block, now, now, inOrder: true);
            LastReceived = null;
            Take(StatusLog().Concat(log));
            Take(database.Records(RecordKinds.Complaints).Between(Shop.Id, Day, Day).Concat(complaints));
            while (Settled(now) is not null) { }
            found.Clear();
            foreach (var one in today.Findings.Where(f => f.Counts).Select(f => Said(f, messages.SaidAt(f.Spans[0]) ?? now)).OrderBy(f => f.At).TakeLast(FoundKept)) found.AddFirst(one);
            Loads++;
        }
    }

    /// <summary>How often the day was loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>Whether the records of the day were written by another than <see cref="Imported"/> tells of.</summary>
    public bool IsStale => revision != RevisionKept;

    /// <summary>The day was written with nothing that is not here; nobody else has written it since <see cref="IsStale"/> was asked.</summary>
    public void Imported()
    {
        lock (gate)
        {
            revision = RevisionKept;
            // What waited when the day was loaded is not in its blocks of messages.
            Take(StatusLog());
            Take(database.Records(RecordKinds.Complaints).Between(Shop.Id, Day, Day));
        }
    }

    private long RevisionKept => database.Days.Between(Shop.Id, Day, Day) is [var kept] ? kept.Revision : 0;

    /// <summary>Goes on from what was known: an account's newest entry stands.</summary>
    public void Take(IEnumerable<StatusChange> log)
    {
        lock (gate)
        {
            foreach (var change in log)
                if (change.At >= messages.Start && (!accounts.TryGetValue(change.Account, out var known) || change.At >= known.At)) accounts[change.Account] = change;
            (Status, StatusSince) = AccountsNow.Of(accounts.Values, account => folding.Roster.AgentOf(account, Day));
        }
    }

    private FoundNow Said(KeptFinding finding, Instant at)
    {
        var (buyer, words) = messages.Said(finding.Spans[0]);
        return new(finding, at, buyer, words);
    }

    private IEnumerable<StatusChange> StatusLog() => new[] { Shop, Shops.Company }.SelectMany(s => database.Records(RecordKinds.StatusLog).Between(s.Id, Day, Day)).OrderBy(c => c.At);

    /// <summary>The day as it is kept, a block for each export time.</summary>
    private IEnumerable<(MessageBlock Block, Instant? Exported)> Kept()
    {
        if (database.Days.Load(Shop.Id, Day, withText: true) is not { } records) yield break;
        var buyers = database.Names.Buyers.NamesOf(Shop.Id, records.Buyer);
        var accounts = database.Names.Accounts.NamesOf(Shop.Id, records.Account.Concat(records.Target.Where(t => t != 0)));
        foreach (var rows in Enumerable.Range(0, records.Count).GroupBy(row => records.Sources[records.Source[row]].Exported))
        {
            var block = new MessageBlock(1 << 20);
            foreach (var row in rows)
                block.Add(new(Shop.Name, buyers[records.Buyer[row]], accounts[records.Account[row]], records.At(row), records.From[row], records.Kind[row],
                    records.Target[row] == 0 ? null : accounts[records.Target[row]], records.Text![row].ToString(), records.PlatformId![row].Said, records.Sequence[row]));
            yield return (block, rows.Key);
        }
    }

    private int Taken(MessageBlock block, Instant? exported, Instant received, bool inOrder = false)
    {
        var known = 0;
        var (from, to) = (messages.Start, Clock.EndOf(Day));
        for (var place = 0; place < block.Length;)
        {
            var message = block.At(ref place);
            if (block.Shops[message.Head.Shop] != Shop.Name || message.At < from || message.At >= to) continue;
            if (messages.Take(message, exported, inOrder) is Engine.Live.Taken.Duplicate) known++;
            if (LastMessage is not { } last || message.At > last) LastMessage = message.At;
        }
        LastReceived = received;
        return known;
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(messages), nameof(today), nameof(folding))]
    private void Clear()
    {
        var rules = database.RuleSets.Current(Shop.Id, Day);
        var aliases = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(Shop.Id));
        seen = version.Content();
        messages = new(Day, rules.Clock.StartOf(Day), aliases.Of);
        today = new(messages.Start, rules.SessionGapSeconds);
        folding = new(database, Shop, rules, Day, messages);
        revision = RevisionKept;
        LastMessage = null;
        found.Clear();
    }

    /// <summary>
    /// People, rules or corrections may have changed: where they would move anything of this day, every buyer is looked at again. They are read beside the day, which goes on meanwhile; one
    /// caller at a time.
    /// </summary>
    public void Refresh(Instant now)
    {
        if (now.SecondsSince(checkedAt) < ContextHolds.TotalSeconds) return;
        checkedAt = now;
        // While an import is at work it is too early to look again.
        if (version.Content() is not { } stamp || stamp == seen) return;
        var (of, rules) = (messages, database.RuleSets.Current(Shop.Id, Day));
        if (rules.Clock != Clock || rules.SessionGapSeconds != folding.Rules.SessionGapSeconds) return;
        var (next, log) = (new LiveFolding(database, Shop, rules, Day, of), StatusLog().ToList());
        lock (gate)
        {
            // Loaded anew since, by what stands now.
            if (messages != of) return;
            seen = stamp;
            if (!next.Agrees(folding)) messages.TouchAll();
            folding = next;
            Take(log);
        }
    }
}
