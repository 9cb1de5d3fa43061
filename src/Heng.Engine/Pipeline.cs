using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Pay;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Statistics;
using Heng.Engine.Work;

namespace Heng.Engine;

/// <summary>
/// The whole way, one step a line: records → facts → ledger → contributions → agent-days → metrics → cards → payslips.
/// Every step is pure: the caller loads what goes in and keeps what comes out, and nothing flows back.
/// </summary>
public static class Pipeline
{
    /// <summary>One shop's business day of messages: its sessions, receptions and agent-days.</summary>
    public static DayFacts Facts(DateOnly day, DayRows rows, DayNames names, RuleSet rules) => DayFold.Fold(day, DayColumns.Of(rows, names, rules), rules);

    /// <summary>The same with the phrases that the agents' messages used, where a library was in force.</summary>
    public static DayFacts Facts(DateOnly day, DayRows rows, DayNames names, RuleSet rules, PhraseIndex phrases, TextOfRow text)
    {
        var messages = DayColumns.Of(rows, names, rules);
        var facts = DayFold.Fold(day, messages, rules);
        return facts with { Phrases = PhraseDay.Of(messages, rows, facts, phrases, text) };
    }

    /// <summary>The same, and what quality rules find in the receptions.</summary>
    public static (DayFacts Facts, DayQuality Quality) Checked(DateOnly day, DayRows rows, DayNames names, RuleSet rules, DayCheck check, PhraseIndex? phrases)
    {
        var messages = DayColumns.Of(rows, names, rules);
        var facts = DayFold.Fold(day, messages, rules);
        if (phrases is not null) facts = facts with { Phrases = PhraseDay.Of(messages, rows, facts, phrases, check.Text) };
        return (facts, check.Of(messages, rows, facts.Receptions));
    }

    /// <summary>Who each order belongs to. The sessions reach back at least the attribution window before the first order.</summary>
    /// <param name="corrected">Whose orders are by a correction; null is nobody's.</param>
    public static IReadOnlyList<LedgerRow> Ledger(
        RuleTimeline rules, IReadOnlyList<(Order Order, int? Buyer)> orders, IReadOnlyList<Session> sessions, IReadOnlyDictionary<string, int?>? corrected = null) =>
        Attribution.Decide(rules, orders, sessions, corrected);

    /// <summary>What the orders add to whom, bucket or agent, on which day.</summary>
    public static IReadOnlyList<Contribution> Sales(RuleTimeline rules, IReadOnlyList<LedgerRow> ledger, OrderBook book) => SalesCredits.Of(rules, ledger, book);

    /// <summary>What refunds on record take off whom, on their own days. The book holds all refunds of the ledger's orders.</summary>
    public static IReadOnlyList<Contribution> Refunds(RuleTimeline rules, IReadOnlyList<LedgerRow> ledger, OrderBook book) => RefundCredits.Of(rules.Latest, ledger, book);

    /// <summary>What the inquiry funnel adds to each reception. The ledger reaches back the after-sales days and on to the last window.</summary>
    public static IReadOnlyList<Contribution> Inquiries(RuleTimeline rules, IReadOnlyList<Reception> receptions, IReadOnlyList<LedgerRow> ledger) =>
        Funnel.Of(rules, receptions, ledger);

    /// <summary>Which receptions were settled in one contact. Receptions and cases go on for <see cref="BuyerReturns.Days"/> behind the days that are asked about.</summary>
    public static IEnumerable<Contribution> Returns(
        RuleTimeline rules, IReadOnlyList<Reception> receptions, IReadOnlyList<(int Buyer, Instant OpenedAt)> cases, IReadOnlySet<DateOnly> chatDays) =>
        BuyerReturns.Of(rules, receptions, cases, chatDays);

    /// <summary>What ratings and reviews add to whom.</summary>
    public static IReadOnlyList<Contribution> Service(
        RuleTimeline rules, IReadOnlyList<(Rating Rating, int Agent)> ratings, IReadOnlyList<(Review Review, int? Agent)> reviews, IReadOnlyList<LedgerRow> ledger) =>
        [.. ServiceCredits.OfRatings(rules, ratings), .. ServiceCredits.OfReviews(rules, reviews, ledger)];

    /// <summary>Contributions added up by agent and day; nothing else makes an agent-day of orders, funnel or service.</summary>
    public static IReadOnlyList<AgentDay> AgentDays(IEnumerable<Contribution> contributions)
    {
        var days = new Dictionary<(int Agent, DateOnly Day), Measures>();
        foreach (var contribution in contributions)
        {
            if (!days.TryGetValue((contribution.Agent, contribution.Day), out var sum)) days.Add((contribution.Agent, contribution.Day), sum = new());
            sum.Add(contribution.Measures);
        }
        return [.. days.Select(d => new AgentDay(d.Key.Agent, d.Key.Day, d.Value, new Waits(), new Waits()))];
    }

    /// <summary>A metric read off what a period adds up to.</summary>
    public static MetricValue Value(Metric metric, Totals own, Totals shop, RuleSet rules, Instant asOf) => Reading.Of(metric, own, shop, rules, asOf);

    /// <summary>A plan applied to everybody it is for.</summary>
    public static IReadOnlyList<Scorecard> Score(Plan plan, Month month, IReadOnlyList<Candidate> people) => Scorer.Score(plan, month, people);

    /// <summary>Everybody's card of a month by the plans that count on their days, one card for each stretch where they changed in between.</summary>
    public static IReadOnlyList<Scorecard> Score(Regime regime, Month month, IReadOnlyList<Subject> people) => MonthCards.Of(regime, month, people);

    /// <summary>A pay scheme applied to everybody it pays.</summary>
    public static IReadOnlyList<Payslip> Pay(PayScheme scheme, Month month, IReadOnlyList<Payee> people) => PayRun.Compute(scheme, month, people);
}
