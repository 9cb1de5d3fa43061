using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// What every order adds to whom: sales under each of the three rules on the business day of payment (unpaid: of creation), orders placed on the day of
/// creation, assisting and urging. What credits nobody goes to the pseudo-agents of <see cref="AgentDay"/>, so that agents and buckets add up to the shop.
/// One order gives at most one contribution for each agent and day.
/// </summary>
public static class SalesCredits
{
    internal static readonly Judgement[] Rules = [Judgement.OrderPlaced, Judgement.Payment, Judgement.OrderFirst];

    public static IReadOnlyList<Contribution> Of(RuleTimeline rules, IReadOnlyList<LedgerRow> ledger) => Of(rules, ledger, OrderBook.Empty);

    /// <summary>Of orders whose refunds are on record, the refunds are left to <see cref="RefundCredits"/>.</summary>
    public static IReadOnlyList<Contribution> Of(RuleTimeline rules, IReadOnlyList<LedgerRow> ledger, OrderBook book)
    {
        var found = new List<Contribution>(ledger.Count * 2);
        var buyers = new HashSet<(int Agent, int Buyer, DateOnly Day, Judgement Rule)>();
        foreach (var row in ledger) new OrderShares(rules.On(row.CreatedDay), row, book).AddTo(found, buyers, Rules);
        return found;
    }

    public static int AgentOf(Credit credit) => credit.Bucket switch
    {
        Bucket.Agent => credit.Agent ?? AgentDay.Unbound,
        Bucket.Silent => AgentDay.Silent,
        Bucket.Flagged => AgentDay.Flagged,
        Bucket.Late => AgentDay.Late,
        _ => AgentDay.Unpaid,
    };

    public static long Fen(decimal yuan) => (long)Math.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero);
}
