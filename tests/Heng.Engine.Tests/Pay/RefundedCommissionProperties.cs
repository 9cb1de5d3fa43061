using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Tests.Orders;
using Heng.Engine.Tests.Simulation;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Pay;

/// <summary>A sale and its full refund are nothing to a commission of one rate on net sales: from orders and refunds through the ledger and the metric to the line.</summary>
public sealed class RefundedCommissionProperties
{
    private static readonly Month October = Paid.October;

    /// <summary>Sales of October, some of them refunded in full, in one or several parts, in October or November; without those, what is kept.</summary>
    private sealed record Trade(Ledgered All, Ledgered Kept, decimal Rate, Rounding Round);

    private sealed record Ledgered(RuleSet Rules, IReadOnlyList<AgentDay> Days)
    {
        public static Ledgered Of(Desk desk) => new(desk.Rules, Pipeline.AgentDays(desk.Credits()));
    }

    private static readonly Coverage Covered = new([.. Enum.GetValues<Source>().Select(s => (s, Day(-40), Day(120)))]);

    private static Trade Of(int seed, bool keepsSome, bool sameMonth)
    {
        var state = unchecked((uint)seed * 2654435761u + 99u);
        int Next(int under)
        {
            state = unchecked(state * 1664525u + 1013904223u);
            return (int)(state >> 8) % under;
        }
        Desk Talks()
        {
            // The records tell of every day's refunds: an order without one has none.
            var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15", "1 10:40");
            desk.RefundDays.UnionWith(Enumerable.Range(1, 60).Select(Day));
            return desk;
        }
        var (all, kept) = (Talks(), Talks());
        for (var i = Next(8); i >= 0; i--)
        {
            var (id, created, amount, day) = ($"o{i}", Next(2) == 0 ? "1 10:10" : "1 10:45", (1 + Next(500_000)) / 100m, 1 + Next(4));
            all.Order(id, created, $"{day} 11:00", amount: amount);
            if (keepsSome && Next(3) == 0) kept.Order(id, created, $"{day} 11:00", amount: amount);
            else
            {
                for (var (left, part) = (amount, 0); left > 0m; part++)
                {
                    var now = part < 2 && Next(3) == 0 ? Math.Min(left, 0.01m + Math.Round(amount / 3m, 2)) : left;
                    all.Refund(id, $"{(sameMonth ? 6 : 32) + Next(20)} 09:00", now, $"{id}-{part}");
                    left -= now;
                }
            }
        }
        return new(Ledgered.Of(all), Ledgered.Of(kept), (1 + Next(900)) / 10_000m, (Rounding)Next(4));
    }

    private static decimal Value(Ledgered of, int agent, Month month, string metric)
    {
        var totals = Totals.Of(month.First, month.Last, of.Days.Where(d => d.Agent == agent), Covered);
        return Reading.Of(Catalogue.Find(metric)!, totals, Totals.OfShop(month.First, month.Last, of.Days, Covered), of.Rules, At("120 00:00")).Value ?? throw new InvalidOperationException($"no {metric} of {month}");
    }

    private static decimal Line(Trade trade, Ledgered of, int agent, Month month, string metric = "sales-net") => Paid.Line(Paid.Person((metric, Value(of, agent, month, metric))),
        new Commission("commission", default, new(metric), CommissionWay.Marginal, Paid.Slabs(("x≤0", trade.Rate), ("x>0", trade.Rate))) { Round = trade.Round }).Amount;

    private static readonly int[] Agents = [A, B];

    [Fact]
    public void Sales_that_are_all_refunded_in_full_later_pay_nothing_together() => Seeds.Each(seed =>
    {
        var trade = Of(seed, keepsSome: false, sameMonth: false);
        Assert.Contains(Agents, a => Value(trade.All, a, October, "sales-net") > 0m);
        Assert.All(Agents, a => Assert.Equal(0m, Line(trade, trade.All, a, October) + Line(trade, trade.All, a, October.Plus(1))));
        // Where refunds stand with their sale, neither month has anything.
        Assert.All(Agents, a => Assert.Equal((0m, 0m), (Line(trade, trade.All, a, October, "sales-net-by-sale-month"), Line(trade, trade.All, a, October.Plus(1), "sales-net-by-sale-month"))));
    });

    [Fact]
    public void In_the_same_month_they_pay_what_the_kept_sales_pay_alone() => Seeds.Each(seed =>
    {
        var trade = Of(seed, keepsSome: true, sameMonth: true);
        Assert.All(Agents, a => Assert.Equal(Line(trade, trade.Kept, a, October), Line(trade, trade.All, a, October)));
    });

    [Fact]
    public void In_a_later_month_they_come_to_what_the_kept_sales_pay_but_for_the_fen_of_a_rounding() => Seeds.Each(seed =>
    {
        // Three lines are rounded, each by less than a fen.
        var trade = Of(seed, keepsSome: true, sameMonth: false);
        Assert.All(Agents, a => Assert.True(Math.Abs(Line(trade, trade.All, a, October) + Line(trade, trade.All, a, October.Plus(1)) - Line(trade, trade.Kept, a, October)) <= 0.02m));
    });
}
