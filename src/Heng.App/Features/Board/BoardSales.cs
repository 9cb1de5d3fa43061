using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Heng.App.Features.Facts;
using Heng.App.Features.Live;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>What today's orders have come to, and whose they are by the receptions so far. Of what credits nobody the pseudo-agents have it.</summary>
/// <param name="Known">Whether orders of today were imported or sent at all.</param>
/// <param name="ByAgent">Sales of orders paid today, and consulted receptions that hold the placing of a paid order.</param>
/// <param name="Paid">The orders paid today, the newest first.</param>
public sealed record SoldToday(bool Known, IReadOnlyDictionary<int, Measures> ByAgent, IReadOnlyList<LedgerRow> Paid, IReadOnlySet<long> PaidReceptions, Instant At)
{
    public static SoldToday Nothing(Instant at) => new(false, new Dictionary<int, Measures>(), [], new HashSet<long>(), at);
}

/// <summary>
/// Sales of today (今日销售) by the shop's own attribution: the orders among the records and those that wait for their import, each once, beside the sessions of the days before and of the day
/// that goes on. So it is what an import at this moment would credit; later chats, payments and refunds still move it.
/// </summary>
public sealed class BoardSales(Database database, BoardVersion version, LiveBook book)
{
    /// <summary>Looked at again after so long, and after twenty times what it took at the earliest.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(4);
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    public SoldToday Of(LiveShop shop)
    {
        var (now, of) = (book.Now, kept.GetOrAdd(shop.Shop.Name, _ => new()));
        lock (of.Turn)
        {
            if (of.Looked is not { } known || Due(known, shop, now)) of.Looked = known = Look(shop, now, of.Looked);
            return known.Sold;
        }
    }

    private static bool Due(Looked known, LiveShop shop, Instant now) => known.Day != shop.Day || now.SecondsSince(known.At) is var ago && (ago < 0 || ago >= Math.Max(Apart.TotalSeconds, known.Took.TotalSeconds * 20));

    private Looked Look(LiveShop shop, Instant now, Looked? before)
    {
        var state = new State(version.Of(now), database.Ingest.Last, shop.LastReceived, shop.Ask((_, messages, _, _) => messages.Count));
        if (before is not null && before.Day == shop.Day && before.State == state) return before with { At = now, Sold = before.Sold with { At = now } };
        var watch = Stopwatch.StartNew();
        var sold = Sold(shop, now);
        return new(shop.Day, state, now, watch.Elapsed, sold);
    }

    private SoldToday Sold(LiveShop live, Instant now)
    {
        var (shop, day) = (live.Shop, live.Day);
        var rules = database.RuleSets.Timeline(shop.Id);
        // What waits is asked for before the records, so that an import in between takes nothing away.
        var sent = IngestFormats.RecordsOf<Order>(database.Ingest.OfFormat(IngestFormats.Orders), IngestFormats.Orders).Where(o => o.Shop == shop.Name).ToList();
        var orders = database.Orders.CreatedOrPaid(shop.Id, rules.Clock.StartOf(day), rules.Clock.EndOf(day)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (var order in sent) orders[order.Id] = order;
        Order[] ofToday = [.. orders.Values.Where(o => rules.Clock.DayOf(o.Created) == day || o.PaidAt is { } paid && rules.Clock.DayOf(paid) == day).OrderBy(o => o.Created).ThenBy(o => o.Id, StringComparer.Ordinal)];
        if (ofToday.Length == 0 && !database.Coverage.Between(shop.Id, day, day).Contains((Source.Orders, day))) return SoldToday.Nothing(now);

        var names = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var buyers = new Dictionary<string, int>(StringComparer.Ordinal);
        (Order, int?)[] bought = [.. ofToday.Select(o => (o, o.Buyer is { } name && names.Joining(name) is { } who ? buyers.TryGetValue(who, out var known) ? known : buyers[who] = buyers.Count + 1 : (int?)null))];
        var (sessions, receptions) = live.Ask((today, messages, _, _) =>
        {
            int Of(int buyer) => buyers.GetValueOrDefault(messages.Buyers.Names[buyer - 1]);
            return (today.Sessions.Where(s => Of(s.Buyer) != 0).Select(s => s with { Buyer = Of(s.Buyer) }).ToList(), today.Receptions.Where(r => Of(r.Buyer) != 0).Select(r => r with { Buyer = Of(r.Buyer) }).ToList());
        });
        var ledger = Pipeline.Ledger(rules, bought, [.. Earlier(shop, rules, ofToday, day, buyers), .. sessions], Corrected(shop));
        return Sum(rules, ledger, receptions, day, now);
    }

    private static SoldToday Sum(RuleTimeline rules, IReadOnlyList<LedgerRow> ledger, IReadOnlyList<Reception> receptions, DateOnly day, Instant now)
    {
        var sums = new Dictionary<int, Measures>();
        Measures For(int agent) => sums.TryGetValue(agent, out var sum) ? sum : sums[agent] = new();
        foreach (var part in Pipeline.Sales(rules, ledger, OrderBook.Empty).Where(c => c.Day == day)) For(part.Agent).Add(part.Measures);
        var paid = new HashSet<long>();
        // Of the funnel only this step is known by today's orders alone.
        foreach (var part in Pipeline.Inquiries(rules, receptions, ledger).Where(c => c.Measures[Primitive.ConsultPaid] > 0))
        {
            For(part.Agent).Add(Primitive.ConsultPaid, part.Measures[Primitive.ConsultPaid]);
            paid.Add(long.Parse(part.Fact, CultureInfo.InvariantCulture));
        }
        return new(true, sums, [.. ledger.Where(r => r.PaidDay == day).OrderByDescending(r => r.Order.PaidAt!.Value).ThenBy(r => r.Order.Id, StringComparer.Ordinal)], paid, now);
    }

    /// <summary>Sessions of the days before that an order of today can land on.</summary>
    private IEnumerable<Session> Earlier(Shop shop, RuleTimeline rules, IReadOnlyList<Order> orders, DateOnly day, Dictionary<string, int> buyers)
    {
        if (buyers.Count == 0) return [];
        var kept = database.Names.Buyers.Find(shop.Id, buyers.Keys).ToDictionary(k => k.Value, k => buyers.GetValueOrDefault(k.Key));
        if (kept.Count == 0) return [];
        var from = orders.Min(o => rules.Clock.DayOf(o.Created)).AddDays(-rules.Widest.AttributionSeconds / 86_400 - 2);
        return database.Facts.Sessions(shop.Id, from, day.AddDays(-1), kept.Keys.ToHashSet()).Select(s => s with { Buyer = kept[s.Buyer] });
    }

    private IReadOnlyDictionary<string, int?>? Corrected(Shop shop)
    {
        var corrections = CorrectionRecords.Of(database, shop);
        if (!corrections.Any(CorrectedFact.Order)) return null;
        var roster = database.People.Roster;
        return corrections.Orders(name => roster.Find(name)?.Id ?? AgentDay.Unbound);
    }

    private sealed class Kept
    {
        public Lock Turn { get; } = new();
        public Looked? Looked { get; set; }
    }

    private sealed record State(string Records, long Sent, Instant? Received, int Messages);

    private sealed record Looked(DateOnly Day, State State, Instant At, TimeSpan Took, SoldToday Sold);
}
