using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// After records of some days changed: decides again who gets which order, counts the funnel, ratings and reviews again,
/// and replaces what is kept of every day that the change can reach.
/// </summary>
public sealed class Settlement(Database database, Shop shop, Roster roster)
{
    /// <summary>Receptions and sessions of so many messages are held at once, however long the span.</summary>
    private const long MessagesAtOnce = 1_500_000;

    public void Run(DateOnly from, DateOnly to)
    {
        var rules = database.RuleSets.Current(shop.Id, to);
        Records(rules, from.AddDays(-RecordCredits.Margin), to.AddDays(RecordCredits.Margin));
        if (shop == Shops.Company) return;
        var (first, last) = Reach(rules, from, to);
        foreach (var (start, end) in Stretches(first, last)) Orders(rules, start, end);
        Refunds(rules, first, last);
        Service(rules, first, last);
    }

    /// <summary>
    /// A changed day moves orders up to the attribution window later, those move sales up to the payment window later still, an order moves the after-sales
    /// state of later receptions, a landing moves receptions of the window before, and a chat urges orders placed up to the payment window before it.
    /// </summary>
    private static (DateOnly First, DateOnly Last) Reach(RuleSet rules, DateOnly from, DateOnly to)
    {
        var window = rules.AttributionSeconds / 86_400 + 2;
        return (from.AddDays(-Math.Max(window + rules.InquiryDays, rules.PaymentDays)), to.AddDays(Math.Max(rules.AfterSalesDays + 1, window + rules.PaymentDays + 1)));
    }

    private IEnumerable<(DateOnly First, DateOnly Last)> Stretches(DateOnly first, DateOnly last)
    {
        var (start, held) = (first, 0L);
        foreach (var kept in database.Days.Between(shop.Id, first, last))
        {
            if (held > 0 && held + kept.Messages > MessagesAtOnce)
            {
                yield return (start, kept.Day.AddDays(-1));
                (start, held) = (kept.Day, 0);
            }
            held += kept.Messages;
        }
        yield return (start, last);
    }

    private void Orders(RuleSet rules, DateOnly first, DateOnly last)
    {
        var (ledger, book) = Decide(rules, first, last);
        PartFacts[] parts =
        [
            Part(FactPart.Orders, Pipeline.Sales(rules, ledger, book), first, last),
            Part(FactPart.Funnel, Pipeline.Inquiries(rules, database.Facts.Receptions(shop.Id, first, last), ledger), first, last),
        ];
        var touched = ledger.Where(r => Within(r.CreatedDay, first, last) || r.PaidDay is { } paid && Within(paid, first, last)).ToList();
        database.Facts.Replace(shop.Id, first, last, rules.Version, parts, touched);
    }

    /// <summary>Orders that the days' facts look at. Of those paid earlier only the payment counts, so nothing is made of where they landed.</summary>
    private (IReadOnlyList<LedgerRow> Ledger, OrderBook Book) Decide(RuleSet rules, DateOnly first, DateOnly last)
    {
        var landed = rules.LastLandingDay(last);
        var orders = database.Orders.CreatedOrPaid(shop.Id, rules.Clock.StartOf(first.AddDays(-rules.AfterSalesDays)), rules.Clock.EndOf(landed));
        if (orders.Count == 0) return ([], OrderBook.Empty);
        var book = OrderBooks.Of(database, shop, [.. orders.Select(o => o.Id)], first, last);
        var ids = Joined(orders);
        var sessions = Spanned(rules, orders, first, landed) is var (from, to) ? database.Facts.Sessions(shop.Id, from, to, ids.Values.ToHashSet()) : [];
        return (Pipeline.Ledger(rules, [.. orders.Select(o => (book.Filled(o), o.Buyer is { } buyer && ids.TryGetValue(buyer, out var id) ? id : (int?)null))], sessions), book);
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
    private static (DateOnly From, DateOnly To)? Spanned(RuleSet rules, IReadOnlyList<Order> orders, DateOnly first, DateOnly last)
    {
        var window = rules.AttributionSeconds / 86_400 + 2;
        (DateOnly From, DateOnly To)? span = null;
        foreach (var order in orders)
        {
            var created = rules.Clock.DayOf(order.Created);
            var paid = order.PaidAt is { } at ? rules.Clock.DayOf(at) : created;
            if (!Within(created, first, last) && !Within(paid, first, last)) continue;
            var (begin, over) = (created < paid ? created : paid, rules.LastPayDay(created) > paid.AddDays(window) ? rules.LastPayDay(created) : paid.AddDays(window));
            begin = begin.AddDays(-window);
            span = span is not var (from, to) ? (begin, over) : (begin < from ? begin : from, over > to ? over : to);
        }
        return span;
    }

    // A refund comes weeks after its order, so this part runs to the last day that has any.
    private void Refunds(RuleSet rules, DateOnly first, DateOnly last)
    {
        if (database.Coverage.Span(shop.Id, Source.Refunds) is not { } span) return;
        if (span.Last > last) last = span.Last;
        List<string> orders = [.. database.Records(RecordKinds.Refunds).Between(shop.Id, first, last).Select(r => r.OrderId).Distinct(StringComparer.Ordinal)];
        var found = Pipeline.Refunds(rules, database.Ledger.Find(shop.Id, orders), OrderBooks.Of(database, shop, orders, first, last));
        database.Facts.Replace(shop.Id, first, last, rules.Version, [Part(FactPart.Refunds, found, first, last)]);
    }

    // Reviews come weeks after their order, so this part runs to the last day that has any.
    private void Service(RuleSet rules, DateOnly first, DateOnly last)
    {
        foreach (var source in new[] { Source.Ratings, Source.Reviews })
            if (database.Coverage.Span(shop.Id, source) is { } span && span.Last > last) last = span.Last;
        var (start, end) = (rules.Clock.StartOf(first), rules.Clock.EndOf(last));
        var seating = new Seating(database, roster);
        var ratings = database.Ratings.Between(shop.Id, start, end).Select(r => (r, seating.AgentAt(r.Account, r.SentAt, rules.Clock))).ToList();
        var reviews = database.Reviews.Between(shop.Id, start, end)
            .Select(r => (r, r.Agent is { Length: > 0 } name ? roster.Told(name, rules.Clock.DayOf(r.At)) : (int?)null)).ToList();
        var ledger = database.Ledger.Find(shop.Id, reviews.Select(r => r.r.OrderId).Distinct(StringComparer.Ordinal));
        var found = Pipeline.Service(rules, ratings, reviews, ledger);
        database.Facts.Replace(shop.Id, first, last, rules.Version, [Part(FactPart.Service, found, first, last)]);
    }

    private void Records(RuleSet rules, DateOnly first, DateOnly last)
    {
        // Full attendance is a month's, and a changed roster moves what leave takes of its other days.
        if (database.Coverage.Span(shop.Id, Source.Cases) is not null) first = first.AddDays(-RecordCredits.CaseReach);
        if (shop == Shops.Company) (first, last) = DutyRecords.Reach(database, first, last);
        database.Facts.Replace(shop.Id, first, last, rules.Version, [Part(FactPart.Records, RecordCredits.Of(database, shop, roster, rules, first, last), first, last)]);
    }

    private static PartFacts Part(string part, IEnumerable<Contribution> found, DateOnly first, DateOnly last)
    {
        var kept = found.Where(c => Within(c.Day, first, last)).ToList();
        return new(part, Pipeline.AgentDays(kept), kept);
    }

    private static bool Within(DateOnly day, DateOnly first, DateOnly last) => day >= first && day <= last;
}
