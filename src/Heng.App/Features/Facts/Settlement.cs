using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Work;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// After records of some days changed: decides again who gets which order, counts the funnel, ratings and reviews again,
/// and replaces what is kept of every day that the change can reach.
/// </summary>
public sealed class Settlement(Database database, Shop shop, Roster roster)
{
    /// <summary>Receptions and sessions of so many messages are held at once, however long the span.</summary>
    private const long MessagesAtOnce = 700_000;
    /// <summary>Ratings and reviews of a year would be held whole otherwise; one that was sent in one stretch and given in another counts in both.</summary>
    private const int DaysAtOnce = 31;

    /// <summary>Where what is derived goes instead of being kept: it is only tried.</summary>
    internal TriedDays? Tried { get; init; }

    public void Run(DateOnly from, DateOnly to)
    {
        var rules = database.RuleSets.Timeline(shop.Id);
        // A tried correction moves nothing of the small records.
        if (Tried is null) Records(rules.On(to), from.AddDays(-RecordCredits.Margin), to.AddDays(RecordCredits.Margin));
        if (shop == Shops.Company) return;
        var (first, last) = Reach(rules.Widest, from, to);
        var receptions = new HeldReceptions(database, shop);
        foreach (var (start, end) in Stretches(first, last))
        {
            Orders(rules, receptions, start, end);
            // What a full stretch leaves behind would else lie beside the next one's.
            if (end < last) GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        Refunds(rules, first, last);
        Service(rules, first, last);
    }

    /// <summary>
    /// A changed day moves orders up to the attribution window later, those move sales up to the payment window later still, an order moves the after-sales
    /// state of later receptions, a landing moves receptions of the window before, and a chat urges orders placed up to the payment window before it.
    /// A chat or case is a return to receptions of the three days before.
    /// </summary>
    private static (DateOnly First, DateOnly Last) Reach(RuleSet rules, DateOnly from, DateOnly to)
    {
        var window = rules.AttributionSeconds / 86_400 + 2;
        return (from.AddDays(-Math.Max(Math.Max(window + rules.InquiryDays, rules.PaymentDays), BuyerReturns.Days)), to.AddDays(Math.Max(rules.AfterSalesDays + 1, window + rules.PaymentDays + 1)));
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

    private void Orders(RuleTimeline rules, HeldReceptions receptions, DateOnly first, DateOnly last)
    {
        var days = new OrderDays(database, shop, rules, Sessions, (from, to) => Tried is { } tried ? tried.Receptions(receptions.Between(from, to), from, to) : receptions.Between(from, to)) { Tried = Tried?.Corrections };
        var (parts, touched) = days.Of(first, last);
        Keep(rules, first, last, parts, touched);
    }

    private IReadOnlyList<Session> Sessions(DateOnly from, DateOnly to, IReadOnlySet<int> buyers)
    {
        var kept = database.Facts.Sessions(shop.Id, from, to, buyers);
        return Tried is { } tried ? tried.Sessions(kept, from, to, buyers) : kept;
    }

    private IReadOnlyList<LedgerRow> Ledger(IEnumerable<string> orders)
    {
        var kept = database.Ledger.Find(shop.Id, orders);
        return Tried is { } tried ? tried.Ledger(kept) : kept;
    }

    private void Keep(RuleTimeline rules, DateOnly first, DateOnly last, IReadOnlyList<PartFacts> parts, IReadOnlyList<LedgerRow>? touched = null)
    {
        if (Tried is { } tried) tried.Take(first, last, parts, touched ?? []);
        else database.Facts.Replace(shop.Id, first, last, day => rules.On(day).Version, parts, touched);
    }

    // A refund comes weeks after its order, so this part runs to the last day that has any.
    private void Refunds(RuleTimeline rules, DateOnly first, DateOnly last)
    {
        if (database.Coverage.Span(shop.Id, Source.Refunds) is not { } span) return;
        if (span.Last > last) last = span.Last;
        List<string> orders = [.. OrderBooks.UnderOrders(database, shop, database.Records(RecordKinds.Refunds).Between(shop.Id, first, last)).Select(r => r.OrderId).Distinct(StringComparer.Ordinal)];
        var found = Pipeline.Refunds(rules, Ledger(orders), OrderBooks.Of(database, shop, orders, first, last));
        Keep(rules, first, last, [OrderDays.Part(FactPart.Refunds, found, first, last)]);
    }

    // Reviews come weeks after their order, so this part runs to the last day that has any.
    private void Service(RuleTimeline rules, DateOnly first, DateOnly last)
    {
        foreach (var source in new[] { Source.Ratings, Source.Reviews })
            if (database.Coverage.Span(shop.Id, source) is { } span && span.Last > last) last = span.Last;
        var seating = new Seating(database, roster);
        for (var start = first; start <= last; start = start.AddDays(DaysAtOnce))
            Service(rules, seating, start, start.AddDays(DaysAtOnce - 1) is var end && end < last ? end : last);
    }

    private void Service(RuleTimeline rules, Seating seating, DateOnly first, DateOnly last)
    {
        var (start, end) = (rules.Clock.StartOf(first), rules.Clock.EndOf(last));
        var corrections = Tried?.Corrections ?? CorrectionRecords.Of(database, shop);
        var ratings = database.Ratings.Between(shop.Id, start, end).Select(corrections.Of).OfType<Rating>().Select(r => (r, seating.AgentAt(r.Account, r.SentAt, rules.Clock))).ToList();
        var reviews = database.Reviews.Between(shop.Id, start, end)
            .Select(r => (r, corrections.WhoseOf(r, r.Agent is { Length: > 0 } name ? roster.PersonOf(name, rules.Clock.DayOf(r.At)) : null))).ToList();
        var ledger = Ledger(reviews.Select(r => r.r.OrderId).Distinct(StringComparer.Ordinal));
        var found = Pipeline.Service(rules, ratings, reviews, ledger);
        Keep(rules, first, last, [OrderDays.Part(FactPart.Service, found, first, last)]);
    }

    private void Records(RuleSet rules, DateOnly first, DateOnly last)
    {
        // Full attendance is a month's, and a changed roster moves what leave takes of its other days.
        if (database.Coverage.Span(shop.Id, Source.Cases) is not null) first = first.AddDays(-RecordCredits.CaseReach);
        if (shop == Shops.Company) (first, last) = DutyRecords.Reach(database, first, last);
        database.Facts.Replace(shop.Id, first, last, rules.Version, [OrderDays.Part(FactPart.Records, RecordCredits.Of(database, shop, roster, rules, first, last), first, last)]);
    }
}
