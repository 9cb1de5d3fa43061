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
    public void Run(DateOnly from, DateOnly to)
    {
        var rules = database.RuleSets.Current(shop.Id, to);
        var (first, last) = Reach(rules, from, to);
        var ledger = Decide(rules, first.AddDays(-rules.AfterSalesDays - 1), last.AddDays(rules.InquiryDays + 1));
        var receptions = database.Facts.Receptions(shop.Id, first, last);
        var asOf = rules.Clock.EndOf(last);
        PartFacts[] parts =
        [
            Part(FactPart.Orders, Pipeline.Sales(rules, ledger), first, last),
            Part(FactPart.Funnel, Pipeline.Inquiries(rules, receptions, ledger, asOf), first, last),
        ];
        var touched = ledger.Where(r => Within(r.CreatedDay, first, last) || r.PaidDay is { } paid && Within(paid, first, last)).ToList();
        database.Facts.Replace(shop.Id, first, last, rules.Version, parts, touched);
        Service(rules, first, last);
    }

    /// <summary>
    /// A changed day moves orders up to the attribution window later, those move sales up to the payment window later still,
    /// an order moves the after-sales state of later receptions, and a landing moves receptions of the window before.
    /// </summary>
    private static (DateOnly First, DateOnly Last) Reach(RuleSet rules, DateOnly from, DateOnly to)
    {
        var window = rules.AttributionSeconds / 86_400 + 2;
        return (from.AddDays(-window - rules.InquiryDays), to.AddDays(Math.Max(rules.AfterSalesDays + 1, window + rules.PaymentDays + 1)));
    }

    private IReadOnlyList<LedgerRow> Decide(RuleSet rules, DateOnly first, DateOnly last)
    {
        var orders = database.Orders.CreatedOrPaid(shop.Id, rules.Clock.StartOf(first), rules.Clock.EndOf(last));
        if (orders.Count == 0) return [];
        var names = orders.Where(o => o.Buyer is not null).Select(o => o.Buyer!).Distinct(StringComparer.Ordinal).ToList();
        var ids = names.Zip(database.Names.Buyers.Intern(shop.Id, names)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var earliest = rules.Clock.DayOf(orders.Min(o => o.Created)).AddDays(-rules.AttributionSeconds / 86_400 - 2);
        var sessions = database.Facts.Sessions(shop.Id, earliest < first ? earliest : first, last);
        return Pipeline.Ledger(rules, [.. orders.Select(o => (o, o.Buyer is { } buyer ? ids[buyer] : (int?)null))], sessions);
    }

    // Reviews come weeks after their order, so this part runs to the last day that has any.
    private void Service(RuleSet rules, DateOnly first, DateOnly last)
    {
        foreach (var source in new[] { Source.Ratings, Source.Reviews })
            if (database.Coverage.Span(shop.Id, source) is { } span && span.Last > last) last = span.Last;
        var (start, end) = (rules.Clock.StartOf(first), rules.Clock.EndOf(last));
        var ratings = database.Ratings.Between(shop.Id, start, end)
            .Select(r => (r, roster.AgentOf(r.Account, rules.Clock.DayOf(r.SentAt)))).ToList();
        var reviews = database.Reviews.Between(shop.Id, start, end)
            .Select(r => (r, r.Agent is { Length: > 0 } name ? roster.Find(name)?.Id ?? AgentDay.Unbound : (int?)null)).ToList();
        var ledger = database.Ledger.Find(shop.Id, reviews.Select(r => r.r.OrderId).Distinct(StringComparer.Ordinal));
        var found = Pipeline.Service(rules, ratings, reviews, ledger);
        database.Facts.Replace(shop.Id, first, last, rules.Version, [Part(FactPart.Service, found, first, last)]);
    }

    private static PartFacts Part(string part, IEnumerable<Contribution> found, DateOnly first, DateOnly last)
    {
        var kept = found.Where(c => Within(c.Day, first, last)).ToList();
        return new(part, Pipeline.AgentDays(kept), kept);
    }

    private static bool Within(DateOnly day, DateOnly first, DateOnly last) => day >= first && day <= last;
}
