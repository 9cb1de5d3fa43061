using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// Attribution (归属): every order with its two landings, its bucket and credit under all three rules, and who assisted.
/// Rows come ordered by creation, then id. Each order is in exactly one bucket under each rule; where several fit: unpaid, then late, then flagged.
/// </summary>
public static class Attribution
{
    /// <summary>An order goes, with all its windows, by the rules of the day on which it was created.</summary>
    /// <param name="corrected">Whose orders are by a correction (更正), by order; null is nobody's. Both events go to them; unpaid, late and flagged orders stay so.</param>
    public static IReadOnlyList<LedgerRow> Decide(
        RuleTimeline rules, IReadOnlyList<(Order Order, int? Buyer)> orders, IReadOnlyList<Session> sessions, IReadOnlyDictionary<string, int?>? corrected = null)
    {
        var rows = new LedgerRow[orders.Count];
        var versions = new (Landings Landings, Bystanders Bystanders)?[rules.Versions.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var place = rules.PlaceOf(rules.Clock.DayOf(orders[i].Order.Created));
            var own = rules.Versions[place].Rules;
            if (versions[place] is not { } deciding) versions[place] = deciding = Deciding(own, sessions);
            rows[i] = Row(own, orders[i].Order, orders[i].Buyer, deciding.Landings, deciding.Bystanders, corrected);
        }
        Array.Sort(rows, ByCreation);
        return rows;
    }

    private static (Landings, Bystanders) Deciding(RuleSet rules, IReadOnlyList<Session> sessions)
    {
        var index = new TalkIndex(sessions, rules.SessionGapSeconds);
        return (new(rules, index), new(rules, index));
    }

    private static LedgerRow Row(RuleSet rules, Order order, int? buyer, Landings landings, Bystanders bystanders, IReadOnlyDictionary<string, int?>? corrected)
    {
        var createdDay = rules.Clock.DayOf(order.Created);
        DateOnly? paidDay = order.PaidAt is { } at ? rules.Clock.DayOf(at) : null;
        var (created, paid) = (landings.Of(buyer, order.Created), landings.Of(buyer, order.PaidAt));
        if (corrected is not null && corrected.TryGetValue(order.Id, out var whose)) (created, paid) = (landings.Corrected(buyer, created, whose), landings.Corrected(buyer, paid, whose));
        var credits = Credits(rules, order, createdDay, paidDay, created.Agent, paid.Agent);
        if (buyer is not { } known) return new LedgerRow(order, buyer, createdDay, paidDay, created, paid, credits, [], [], []);
        var ordering = bystanders.Before(known, created, paid);
        var paying = bystanders.Before(known, paid, created);
        return new LedgerRow(order, buyer, createdDay, paidDay, created, paid, credits, ordering, paying,
            bystanders.After(known, created, paid, ordering, paying))
        {
            Urged = bystanders.Urging(known, created, order.Created, order.PaidAt, rules.Clock.EndOf(rules.LastPayDay(createdDay))),
        };
    }

    private static Credit[] Credits(RuleSet rules, Order order, DateOnly createdDay, DateOnly? paidDay, int? created, int? paid)
    {
        Bucket? nobody =
            paidDay is not { } day ? Bucket.Unpaid
            : day > rules.LastPayDay(createdDay) ? Bucket.Late
            : IsFlagged(rules, order) ? Bucket.Flagged
            : null;
        var credits = new Credit[3];
        credits[(int)Judgement.OrderPlaced] = To(nobody, created);
        credits[(int)Judgement.Payment] = To(nobody, paid);
        credits[(int)Judgement.OrderFirst] = To(nobody, created ?? paid);
        return credits;
    }

    private static Credit To(Bucket? nobody, int? agent) =>
        nobody is { } bucket ? new Credit(bucket, null) : agent is null ? new Credit(Bucket.Silent, null) : new Credit(Bucket.Agent, agent);

    internal static bool IsFlagged(RuleSet rules, Order order)
    {
        if (order.Flag is not { } flag) return false;
        for (var i = 0; i < rules.FlagsThatCreditNobody.Count; i++)
            if (string.Equals(rules.FlagsThatCreditNobody[i], flag, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int ByCreation(LedgerRow a, LedgerRow b)
    {
        var order = a.Order.Created.CompareTo(b.Order.Created);
        return order != 0 ? order : string.CompareOrdinal(a.Order.Id, b.Order.Id);
    }
}
