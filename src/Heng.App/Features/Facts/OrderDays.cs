using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Work;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// What orders make of days: who gets which, the funnel, and which receptions needed no second contact. Sessions and receptions come from whoever asks: the kept ones, or ones that were folded under rules that are only tried.
/// </summary>
public sealed class OrderDays(
    Database database, Shop shop, RuleTimeline rules, Func<DateOnly, DateOnly, IReadOnlySet<int>, IReadOnlyList<Session>> sessions, Func<DateOnly, DateOnly, IReadOnlyList<Reception>> receptions)
{
    /// <summary>Corrections that are only tried, in the place of those that are kept.</summary>
    public Corrections? Tried { get; init; }

    /// <summary>The days' sales and funnel, and the ledger rows of the orders created or paid on them.</summary>
    public (IReadOnlyList<PartFacts> Parts, IReadOnlyList<LedgerRow> Touched) Of(DateOnly first, DateOnly last)
    {
        var (ledger, book) = Decide(first, last);
        PartFacts[] parts =
        [
            Part(FactPart.Orders, Pipeline.Sales(rules, ledger, book), first, last),
            Part(FactPart.Funnel, Receptions(first, last, ledger), first, last),
        ];
        return (parts, [.. ledger.Where(r => Within(r.CreatedDay, first, last) || r.PaidDay is { } paid && Within(paid, first, last))]);
    }

    /// <summary>What the days behind a reception make of it: the funnel, and whether its buyer came back. One contribution each, save where only the second can still move.</summary>
    private IEnumerable<Contribution> Receptions(DateOnly first, DateOnly last, IReadOnlyList<LedgerRow> ledger)
    {
        var until = last.AddDays(BuyerReturns.Days);
        var all = receptions(first, until);
        var chats = database.Coverage.Between(shop.Id, first, until).Where(c => c.Source == Source.Chat).Select(c => c.Day).ToHashSet();
        var inquiries = Pipeline.Inquiries(rules, [.. all.Where(r => r.Day <= last)], ledger);
        return Together(inquiries, Pipeline.Returns(rules, all, CasesOf(first, until), chats).Where(c => c.Day <= last));
    }

    private static List<Contribution> Together(IEnumerable<Contribution> inquiries, IEnumerable<Contribution> returns)
    {
        List<Contribution> found = [.. inquiries];
        var at = new Dictionary<(string, ValueState), int>(found.Count);
        for (var i = 0; i < found.Count; i++) at.Add((found[i].Fact, found[i].State), i);
        foreach (var one in returns)
        {
            if (at.TryGetValue((one.Fact, one.State), out var same)) found[same].Measures.Add(one.Measures);
            else found.Add(one);
        }
        return found;
    }

    private IReadOnlyList<(int Buyer, Instant OpenedAt)> CasesOf(DateOnly first, DateOnly last)
    {
        var cases = database.Records(RecordKinds.Cases).Between(shop.Id, first.AddDays(-1), last.AddDays(1)).Where(c => c.Buyer is not null).ToList();
        var ids = Joined(cases.Select(c => c.Buyer!));
        return [.. cases.Where(c => ids.ContainsKey(c.Buyer!)).Select(c => (ids[c.Buyer!], c.OpenedAt))];
    }

    public static PartFacts Part(string part, IEnumerable<Contribution> found, DateOnly first, DateOnly last)
    {
        var kept = found.Where(c => Within(c.Day, first, last)).ToList();
        return new(part, Pipeline.AgentDays(kept), kept);
    }

    /// <summary>Orders that the days' facts look at. Of those paid earlier only the payment counts, so nothing is made of where they landed.</summary>
    private (IReadOnlyList<LedgerRow> Ledger, OrderBook Book) Decide(DateOnly first, DateOnly last)
    {
        var (widest, clock) = (rules.Widest, rules.Clock);
        var landed = widest.LastLandingDay(last);
        var orders = database.Orders.CreatedOrPaid(shop.Id, clock.StartOf(first.AddDays(-widest.AfterSalesDays)), clock.EndOf(landed));
        if (orders.Count == 0) return ([], OrderBook.Empty);
        var book = OrderBooks.Of(database, shop, [.. orders.Select(o => o.Id)], first, last);
        var ids = Joined(orders.Select(o => o.Buyer).OfType<string>());
        var talked = Spanned(orders, first, landed) is var (from, to) ? sessions(from, to, ids.Values.ToHashSet()) : [];
        return (Pipeline.Ledger(rules, [.. orders.Select(o => (book.Filled(o), o.Buyer is { } buyer && ids.TryGetValue(buyer, out var id) ? id : (int?)null))], talked, Corrected()), book);
    }

    private IReadOnlyDictionary<string, int?>? Corrected()
    {
        var corrections = Tried ?? CorrectionRecords.Of(database, shop);
        if (!corrections.Any(CorrectedFact.Order)) return null;
        var roster = database.People.Roster;
        return corrections.Orders(name => roster.Find(name)?.Id ?? AgentDay.Unbound);
    }

    /// <summary>The buyers that names of orders or cases mean; a masked name that is no alias means none.</summary>
    private Dictionary<string, int> Joined(IEnumerable<string> names)
    {
        var buyers = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var joined = names.Distinct(StringComparer.Ordinal).Select(n => (Name: n, Buyer: buyers.Joining(n))).Where(n => n.Buyer is not null).ToList();
        return joined.Zip(database.Names.Buyers.Intern(shop.Id, [.. joined.Select(n => n.Buyer!)])).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
    }

    /// <summary>
    /// The days whose talks decide an order created or paid on the days: from the attribution window before it was placed until the payment window
    /// and, where it was paid, the attribution window after that are over.
    /// </summary>
    private (DateOnly From, DateOnly To)? Spanned(IReadOnlyList<Order> orders, DateOnly first, DateOnly last)
    {
        var widest = rules.Widest;
        var window = widest.AttributionSeconds / 86_400 + 2;
        (DateOnly From, DateOnly To)? span = null;
        foreach (var order in orders)
        {
            var created = rules.Clock.DayOf(order.Created);
            var paid = order.PaidAt is { } at ? rules.Clock.DayOf(at) : created;
            if (!Within(created, first, last) && !Within(paid, first, last)) continue;
            var (begin, over) = (created < paid ? created : paid, widest.LastPayDay(created) > paid.AddDays(window) ? widest.LastPayDay(created) : paid.AddDays(window));
            begin = begin.AddDays(-window);
            span = span is not var (from, to) ? (begin, over) : (begin < from ? begin : from, over > to ? over : to);
        }
        return span;
    }

    private static bool Within(DateOnly day, DateOnly first, DateOnly last) => day >= first && day <= last;
}
