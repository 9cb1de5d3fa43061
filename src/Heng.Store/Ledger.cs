using Dapper;
using Heng.Engine.Explanation;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>Each order's credit with its reasons (归属台账), and what orders, ratings, reviews and funnels add to agent-days. Written by <see cref="Facts.Replace"/>.</summary>
public sealed class Ledger
{
    private const int AtOnce = 250;
    private readonly Database database;

    internal Ledger(Database database) => this.database = database;

    /// <summary>Rows of orders created or paid on the days, by creation and id.</summary>
    public IReadOnlyList<LedgerRow> Between(int shop, DateOnly from, DateOnly to) =>
        Rows(shop, "created_day BETWEEN @from AND @to OR paid_day BETWEEN @from AND @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });

    /// <summary>The same, one after another: who stops early reads no more than a day's keys and a few orders too many.</summary>
    public IEnumerable<LedgerRow> Walk(int shop, DateOnly from, DateOnly to) => Behind(shop, from, to, DateOnly.MinValue, (new(long.MinValue), ""));

    /// <summary>Those of <see cref="Walk"/> behind a place, which is on the day: be the order there or not.</summary>
    public IEnumerable<LedgerRow> Behind(int shop, DateOnly from, DateOnly to, DateOnly day, (Instant At, string Id) place)
    {
        // What was created before the days and paid on them comes before what was created on them.
        if (day < from)
            foreach (var row in Some(shop, "l.created_day < @from AND l.paid_day BETWEEN @from AND @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) }, place)) yield return row;
        for (var at = day < from ? from : day; at <= to; at = at.AddDays(1))
            foreach (var row in Some(shop, "l.created_day = @day", new { shop, day = Stored.Day(at) }, place)) yield return row;
    }

    private IEnumerable<LedgerRow> Some(int shop, string condition, object with, (Instant At, string Id) place)
    {
        var keys = database.Read(c => c.Query<(string Id, long At)>($"SELECT l.order_id, o.created_at FROM ledger l JOIN order_record o ON o.shop_id = l.shop_id AND o.natural_key = l.order_id WHERE l.shop_id = @shop AND {condition}", with).ToList())
            .Where(k => k.At > place.At.UnixSeconds || k.At == place.At.UnixSeconds && string.CompareOrdinal(k.Id, place.Id) > 0).OrderBy(k => k.At).ThenBy(k => k.Id, StringComparer.Ordinal).Select(k => k.Id);
        foreach (var some in keys.Chunk(AtOnce))
            foreach (var row in Rows(shop, database.Dialect.OneOf("order_id", "some"), new { shop, some = new Among(some) })) yield return row;
    }

    public IReadOnlyList<LedgerRow> Find(int shop, IEnumerable<string> orderIds) =>
        [.. orderIds.Chunk(Among.Chunk).SelectMany(some => Rows(shop, database.Dialect.OneOf("order_id", "some"), new { shop, some = new Among(some) }))];

    public LedgerRow? Find(int shop, string orderId) => Rows(shop, "order_id = @orderId", new { shop, orderId }).FirstOrDefault();

    /// <summary>Contributions of the days, of one agent or one part where given, in the order they were derived.</summary>
    public IReadOnlyList<Contribution> Contributions(int shop, DateOnly from, DateOnly to, int? agent = null, string? part = null) => Contributions(
        "day BETWEEN @from AND @to" + (agent is null ? "" : " AND agent_id = @agent") + (part is null ? "" : " AND part = @part"),
        new { shop, from = Stored.Day(from), to = Stored.Day(to), agent = (long?)agent, part });

    /// <summary>What one fact adds, to whom and when, within the days.</summary>
    public IReadOnlyList<Contribution> ContributionsOf(int shop, FactKind kind, string fact, DateOnly from, DateOnly to) => Contributions(
        "day BETWEEN @from AND @to AND kind = @kind AND fact_id = @fact", new { shop, from = Stored.Day(from), to = Stored.Day(to), kind = (long)kind, fact });

    internal static void Replace(Transaction t, int shop, DateOnly from, DateOnly to, IReadOnlyList<LedgerRow> rows)
    {
        t.Execute("DELETE FROM ledger WHERE shop_id = @shop AND created_day BETWEEN @from AND @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });
        foreach (var orders in rows.Where(r => r.CreatedDay < from || r.CreatedDay > to).Select(r => r.Order.Id).Chunk(Among.Chunk))
            t.Execute($"DELETE FROM ledger WHERE shop_id = @shop AND {t.Dialect.OneOf("order_id", "orders")}", new { shop, orders = new Among(orders) });
        t.Insert("ledger", "shop_id, order_id, created_day, paid_day, payload", rows.Select(r => (object?[])
            [shop, r.Order.Id, Stored.Day(r.CreatedDay), Stored.Day(r.PaidDay), LedgerPacking.Pack(r)]));
    }

    private List<LedgerRow> Rows(int shop, string condition, object with)
    {
        var rows = database.Read(c => c.Query<LedgerLine>($"SELECT order_id, created_day, paid_day, payload FROM ledger WHERE shop_id = @shop AND ({condition})", with).ToList());
        var orders = database.Orders.Find(shop, rows.Select(r => r.order_id)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        return [.. rows.Select(r => LedgerPacking.Unpack(r.payload, orders[r.order_id], Stored.Day(r.created_day), Stored.Day(r.paid_day)))
            .OrderBy(r => r.Order.Created).ThenBy(r => r.Order.Id, StringComparer.Ordinal)];
    }

    private List<Contribution> Contributions(string condition, object with) => database.Read(c => c
        .Query<ContributionRow>($"SELECT day, agent_id, kind, fact_id, state, measures FROM contribution WHERE shop_id = @shop AND {condition} ORDER BY part, ordinal", with)
        .Select(r => new Contribution((FactKind)r.kind, r.fact_id, (int)r.agent_id, Stored.Day(r.day), FactPacking.Measures(r.measures), (ValueState)r.state)).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record LedgerLine(string order_id, long created_day, long? paid_day, byte[] payload);
    private sealed record ContributionRow(long day, long agent_id, long kind, string fact_id, long state, byte[] measures);
#pragma warning restore IDE1006, CA1812
}
