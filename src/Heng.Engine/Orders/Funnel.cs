using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// Inquiries (询单) and the funnel, one contribution a reception that has anything of it, on the reception's day.
/// A step counts the reception once, however many orders took it. Flagged orders take no step: they credit nobody.
/// A reception goes by the rules of its day, an order that landed on it by those of the order's. Whether a day of it is final is the reader's to say, since it depends on when one asks.
/// </summary>
public static class Funnel
{
    public static IReadOnlyList<Contribution> Of(RuleTimeline rules, IReadOnlyList<Reception> receptions, IReadOnlyList<LedgerRow> ledger)
    {
        var landed = new LandedOrders(rules, receptions, ledger);
        var sales = new PaidTimes(ledger);
        var found = new List<Contribution>();
        for (var i = 0; i < receptions.Count; i++)
        {
            var reception = receptions[i];
            var measures = Steps(rules, reception, landed.On(i), sales);
            if (measures.IsEmpty) continue;
            found.Add(new Contribution(
                FactKind.Reception, reception.Id.ToString(CultureInfo.InvariantCulture), reception.Agent, reception.Day, measures, ValueState.Final));
        }
        return found;
    }

    private static Measures Steps(RuleTimeline rules, Reception reception, IReadOnlyList<LedgerRow> orders, PaidTimes sales)
    {
        var measures = new Measures();
        if (reception.Measures[Primitive.Consulted] > 0 && orders.Any(o => PaidInTime(rules, o))) measures.Add(Primitive.ConsultPaid, 1);
        var inTime = orders.Where(o => o.CreatedDay <= rules.On(reception.Day).LastInquiryDay(reception.Day)).ToArray();
        if (inTime.Length == 0 && IsNoInquiry(rules.On(reception.Day), reception, sales)) return measures;
        measures.Add(Primitive.Inquiries, 1);
        Once(measures, Primitive.OrderedSameDay, inTime, o => o.CreatedDay == reception.Day);
        Once(measures, Primitive.OrderedFinal, inTime, _ => true);
        Once(measures, Primitive.PaidSameDay, inTime, o => o.PaidDay <= reception.Day);
        Once(measures, Primitive.PaidNextDay, inTime, o => o.PaidDay <= reception.Day.AddDays(1));
        Once(measures, Primitive.PaidFinal, inTime, o => PaidInTime(rules, o));
        Once(measures, Primitive.OrderedThenPaidSameDay, inTime, o => o.PaidDay <= o.CreatedDay);
        Once(measures, Primitive.OrderedThenPaidFinal, inTime, o => PaidInTime(rules, o));
        return measures;
    }

    /// <summary>Filtered, passed on, or after-sales (售后): the buyer paid an order within the after-sales days before, or that day before the chat began.</summary>
    private static bool IsNoInquiry(RuleSet rules, Reception reception, PaidTimes sales) =>
        reception.Filtered || reception.TransferredOut && !rules.TransferredOutIsInquiry
        || sales.AnyFrom(reception.Buyer, rules.Clock.StartOf(reception.Day.AddDays(-rules.AfterSalesDays)), before: reception.First);

    private static bool PaidInTime(RuleTimeline rules, LedgerRow order) => order.PaidDay <= rules.On(order.CreatedDay).LastPayDay(order.CreatedDay);

    private static void Once(Measures measures, Primitive step, LedgerRow[] orders, Func<LedgerRow, bool> took)
    {
        if (orders.Any(took)) measures.Add(step, 1);
    }
}
