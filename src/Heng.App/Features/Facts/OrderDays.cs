using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// What orders make of days: who gets which, and the funnel. Sessions and receptions come from whoever asks: the kept ones, or ones that were folded under rules that are only tried.
/// </summary>
public sealed class OrderDays(
    Database database, Shop shop, RuleTimeline rules, Func<DateOnly, DateOnly, IReadOnlySet<int>, IReadOnlyList<Session>> sessions, Func<DateOnly, DateOnly, IReadOnlyList<Reception>> receptions)
{
    /// <summary>The days' sales and funnel, and the ledger rows of the orders created or paid on them.</summary>
    public (IReadOnlyList<PartFacts> Parts, IReadOnlyList<LedgerRow> Touched) Of(DateOnly first, DateOnly last)
    {
        var (ledger, book) = Decide(first, last);
        PartFacts[] parts =
        [
            Part(FactPart.Orders, Pipeline.Sales(rules, ledger, book), first, last),
            Part(FactPart.Funnel, Pipeline.Inquiries(rules, receptions(first, last), ledger), first, last),
        ];
        return (parts, [.. ledger.Where(r => Within(r.CreatedDay, first, last) || r.PaidDay is { } paid && Within(paid, first, last))]);
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
        var ids = Joined(orders);
        var talked = Spanned(orders, first, landed) is var (from, to) ? sessions(from, to, ids.Values.ToHashSet()) : [];
        return (Pipeline.Ledger(rules, [.. orders.Select(o => (book.Filled(o), o.Buyer is { } buyer && ids.TryGetValue(buyer, out var id) ? id : (int?)null))], talked), book);
    }

    /// <summary>The buyers that the orders' names mean; a masked name that is no alias means none.</summary>
    private Dictionary<string, int> Joined(IReadOnlyList<Order> orders)
    {
        var buyers = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var joined = orders.Select(o => o.Buyer).OfType<string>().Distinct(StringComparer.Ordinal).Select(n => (Name: n, Buyer: buyers.Joining(n))).Where(n => n.Buyer is not null).ToList();
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
