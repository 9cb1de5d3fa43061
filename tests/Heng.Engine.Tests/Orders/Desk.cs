using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Orders;

/// <summary>A shop written down by hand. A time is <c>d HH:mm[:ss]</c>: day d of October 2026 (0 is the last of September), Shanghai.</summary>
internal sealed class Desk
{
    public const int A = 1, B = 2, C = 3, Ann = 11, Bea = 12;

    public RuleSet Rules { get; init; } = RuleSet.Default;
    public List<Session> Sessions { get; } = [];
    public List<(Order, int?)> Orders { get; } = [];
    public List<Refund> Refunds { get; } = [];
    public List<OrderItem> Items { get; } = [];
    public HashSet<DateOnly> RefundDays { get; } = [];
    public OrderBook Book => new(Items, Refunds, RefundDays);

    public static Instant At(string time)
    {
        var parts = time.Split(' ');
        var clock = TimeSpan.Parse(parts[1], CultureInfo.InvariantCulture);
        return ShopClock.Shanghai.FromLocal(new DateTime(2026, 9, 30).AddDays(int.Parse(parts[0], CultureInfo.InvariantCulture)) + clock);
    }

    public static DateOnly Day(int d) => new DateOnly(2026, 9, 30).AddDays(d);

    public Desk Talk(int agent, string from, string to, int buyer = Ann, int human = 1, int rounds = 1, long? id = null, int? account = null)
    {
        var start = At(from);
        Sessions.Add(new Session(id ?? Sessions.Count + 1, agent, account ?? agent, buyer, Rules.Clock.DayOf(start), start, At(to), 1, human, rounds,
            human > 0));
        return this;
    }

    public Desk Order(string id, string created, string? paid, int? buyer = Ann, decimal amount = 100m, decimal? refund = null, string? flag = null,
        int? pieces = null, int? kinds = null, decimal? postage = null, decimal? received = null)
    {
        Orders.Add((new Order("shop", id, buyer is null ? null : $"b{buyer}", amount, postage, At(created), paid is null ? null : At(paid),
            received, refund, pieces, kinds, null, flag, null), buyer));
        return this;
    }

    public Desk Refund(string order, string? finished, decimal amount, string? id = null, RefundState state = RefundState.Succeeded, RefundKind kind = RefundKind.MoneyOnly,
        bool? whole = null, string? applied = null, string? title = null)
    {
        Refunds.Add(new Refund("shop", order, id ?? $"r{Refunds.Count + 1}", amount, state, "", kind, whole, null, applied is null ? null : At(applied),
            finished is null ? null : At(finished), title, null, null, null));
        return this;
    }

    public Desk Item(string order, string id, string title, int? pieces = 1, decimal? price = null, RefundState? refunded = null, decimal? refund = null, string? code = null)
    {
        Items.Add(new OrderItem("shop", order, id, title, code, null, price, pieces, null, null, refunded, refund));
        return this;
    }

    /// <summary>What sales and refunds add to whom, as a shop settles them: items fill the orders first.</summary>
    public IReadOnlyList<Contribution> Credits()
    {
        var book = Book;
        return [.. SalesCredits.Of(Rules, Attribution.Decide(Rules, [.. Orders.Select(o => (book.Filled(o.Item1), o.Item2))], Sessions), book), .. RefundCredits.Of(Rules, Ledger(), book)];
    }

    /// <summary>What an agent or bucket has of a primitive on a day under order-first, or under the rule given.</summary>
    public long Has(int agent, int day, Primitive primitive, Judgement rule = Judgement.OrderFirst) =>
        Credits().Where(c => c.Agent == agent && c.Day == Day(day)).Sum(c => c.Measures[primitive.Under(rule)]);

    public IReadOnlyList<LedgerRow> Ledger() => Attribution.Decide(Rules, Orders, Sessions);
    public LedgerRow Only() => Assert.Single(Ledger());

    public static Reception Reception(int agent, string first, string last, int buyer = Ann, bool consulted = true, bool transferredOut = false,
        bool filtered = false)
    {
        var measures = new Measures().Add(Primitive.Consulted, consulted ? 1 : 0).Add(Primitive.Received, 1);
        var start = At(first);
        return new Reception(start.UnixSeconds * 10 + agent, agent, buyer, ShopClock.Shanghai.DayOf(start), start, At(last), 30, transferredOut, filtered,
            measures, []);
    }
}
