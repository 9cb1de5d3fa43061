using Dapper;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>The parts of an agent-day, each replaced on its own.</summary>
public static class FactPart
{
    public const string Chat = "chat", Orders = "orders", Funnel = "funnel", Service = "service", Records = "records", Refunds = "refunds", Quality = "quality", Phrases = "phrases";

    public static readonly IReadOnlyList<string> All = [Chat, Orders, Funnel, Service, Records, Refunds, Quality, Phrases];
}

/// <summary>One part of a range of days: its agent-days and the contributions that they are the sum of.</summary>
public sealed record PartFacts(string Part, IReadOnlyList<AgentDay> AgentDays, IReadOnlyList<Contribution> Contributions);

/// <summary>Sums of a range of days for one agent: what a month's page needs, without a row for each day.</summary>
public sealed record AgentTotals(int Agent, Measures Measures, Waits FirstResponses, Waits RoundWaits);

/// <summary>What was derived from records: sessions, receptions, agent-days. Disposable; rebuilt from records.</summary>
public sealed class Facts
{
    private readonly Database database;

    internal Facts(Database database) => this.database = database;

    /// <summary>Sessions of the days, of some buyers where given, by day, start and id.</summary>
    public IReadOnlyList<Session> Sessions(int shop, DateOnly from, DateOnly to, IReadOnlySet<int>? buyers = null)
    {
        var sessions = database.Read(c => c.Query<SessionRow>("""
            SELECT day, session_id, agent_id, account_id, buyer_id, start_at, end_at, buyer_messages, human_messages, rounds, replied
            FROM session_fact WHERE shop_id = @shop AND day BETWEEN @from AND @to
            """, Range(shop, from, to), buffered: false).Where(r => buyers is null || buyers.Contains((int)r.buyer_id)).Select(r => r.Session).ToList());
        // The database would hold every row of the days to put them in order.
        sessions.Sort((a, b) => (a.Day, a.Start.UnixSeconds, a.Id).CompareTo((b.Day, b.Start.UnixSeconds, b.Id)));
        return sessions;
    }

    /// <summary>Accounts that talked while nobody was bound to them, each with the last such day.</summary>
    public IReadOnlyList<(int Account, DateOnly Last)> UnboundAccounts(int shop) => database.Read(c => c
        .Query<(long Account, long Last)>("SELECT account_id, MAX(day) FROM session_fact WHERE shop_id = @shop AND agent_id = 0 GROUP BY account_id ORDER BY account_id", new { shop })
        .Select(r => ((int)r.Account, Stored.Day(r.Last))).ToList());

    /// <summary>How many messages and sessions each account had that nobody was bound to, day by day.</summary>
    public IReadOnlyList<(int Account, DateOnly Day, long Messages, long Sessions)> Unbound(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(long Account, long Day, long Messages, long Sessions)>("""
            SELECT account_id, day, CAST(SUM(buyer_messages + human_messages) AS BIGINT), COUNT(*) FROM session_fact
            WHERE shop_id = @shop AND day BETWEEN @from AND @to AND agent_id = 0 GROUP BY account_id, day ORDER BY account_id, day
            """, Range(shop, from, to)).Select(r => ((int)r.Account, Stored.Day(r.Day), r.Messages, r.Sessions)).ToList());

    /// <summary>From how many accounts somebody talked on the days.</summary>
    public int AccountsOf(int shop, int agent, DateOnly from, DateOnly to) => (int)database.Read(c => c.ExecuteScalar<long>(
        "SELECT COUNT(DISTINCT account_id) FROM session_fact WHERE shop_id = @shop AND day BETWEEN @from AND @to AND agent_id = @agent",
        new { shop, agent = (long)agent, from = Stored.Day(from), to = Stored.Day(to) }));

    /// <summary>Every buyer who has a session on the days.</summary>
    public IReadOnlySet<int> Buyers(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<long>("SELECT DISTINCT buyer_id FROM session_fact WHERE shop_id = @shop AND day BETWEEN @from AND @to", Range(shop, from, to)).Select(b => (int)b).ToHashSet());

    /// <summary>Receptions of the days, of one agent where given, by day, first message and id; without their rounds they take half the room.</summary>
    public IReadOnlyList<Reception> Receptions(int shop, DateOnly from, DateOnly to, int? agent = null, bool rounds = true) =>
        Receptions("shop_id = @shop AND day BETWEEN @from AND @to" + (agent is null ? "" : " AND agent_id = @agent"),
            new { shop, from = Stored.Day(from), to = Stored.Day(to), agent = (long?)agent }, rounds);

    /// <summary>The buyers of receptions of the days.</summary>
    public IReadOnlyDictionary<long, int> BuyersOf(int shop, DateOnly from, DateOnly to, IReadOnlyCollection<long> receptions) => receptions.Distinct().Chunk(Among.Chunk).SelectMany(some => database.Read(c => c
        .Query<(long Id, long Buyer)>($"SELECT reception_id, buyer_id FROM reception_fact WHERE shop_id = @shop AND day BETWEEN @from AND @to AND {database.Dialect.OneOf("reception_id", "some")}",
            new { shop, from = Stored.Day(from), to = Stored.Day(to), some = new Among(some) }).ToList())).ToDictionary(r => r.Id, r => (int)r.Buyer);

    public Reception? Reception(int shop, long id) => Receptions("shop_id = @shop AND reception_id = @id", new { shop, id }).FirstOrDefault();

    /// <summary>Every agent-day, its parts (all, or those named) added up, by day and agent.</summary>
    public IReadOnlyList<AgentDay> AgentDays(int shop, DateOnly from, DateOnly to, int? agent = null, IReadOnlyCollection<string>? parts = null)
    {
        var days = new List<AgentDay>();
        foreach (var row in AgentDayRows(shop, from, to, agent).Where(r => parts is null || parts.Contains(r.part)))
        {
            if (days.Count == 0 || days[^1].Agent != row.agent_id || days[^1].Day != Stored.Day(row.day))
                days.Add(new((int)row.agent_id, Stored.Day(row.day), new(), new(), new()));
            row.AddTo(days[^1].Measures, days[^1].FirstResponses, days[^1].RoundWaits);
        }
        return days;
    }

    /// <summary>Every agent's sums over the days, by agent. The largest primitives take the largest.</summary>
    public IReadOnlyList<AgentTotals> Totals(int shop, DateOnly from, DateOnly to)
    {
        var sums = new SortedDictionary<int, AgentSum>();
        foreach (var row in AgentDayRows(shop, from, to, null))
        {
            if (!sums.TryGetValue((int)row.agent_id, out var sum)) sums.Add((int)row.agent_id, sum = new((int)row.agent_id));
            sum.Add(row);
        }
        return [.. sums.Values.Select(s => s.Totals)];
    }

    /// <summary>
    /// Replaces parts of the days and, where given, the ledger rows of the orders created on them, in one transaction.
    /// Every agent-day and contribution lies within the days. A given order's older ledger row goes, whenever it was created.
    /// </summary>
    public void Replace(int shop, DateOnly from, DateOnly to, int ruleSetVersion, IReadOnlyList<PartFacts> parts, IReadOnlyList<LedgerRow>? ledger = null) =>
        Replace(shop, from, to, _ => ruleSetVersion, parts, ledger);

    /// <summary>The same where the days go by more than one version.</summary>
    public void Replace(int shop, DateOnly from, DateOnly to, Func<DateOnly, int> ruleSetVersion, IReadOnlyList<PartFacts> parts, IReadOnlyList<LedgerRow>? ledger = null)
    {
        if (parts.SelectMany(p => p.AgentDays.Select(d => d.Day).Concat(p.Contributions.Select(c => c.Day))).Any(d => d < from || d > to))
            throw new ArgumentException("a fact outside the days that are replaced", nameof(parts));
        database.Write(Durability.Bulk, t =>
        {
            t.Alone("day" + Stored.Text(shop));
            foreach (var part in parts) Replace(t, shop, from, to, ruleSetVersion, part);
            if (ledger is not null) Ledger.Replace(t, shop, from, to, ledger);
        });
    }

    internal static void Replace(Transaction t, int shop, DateOnly from, DateOnly to, Func<DateOnly, int> ruleSetVersion, PartFacts part)
    {
        foreach (var table in new[] { "agent_day", "contribution" })
            t.Execute($"DELETE FROM {table} WHERE shop_id = @shop AND day BETWEEN @from AND @to AND part = @Part", new { shop, from = Stored.Day(from), to = Stored.Day(to), part.Part });
        ChatFacts.Insert(t, shop, part.Part, ruleSetVersion, part.AgentDays);
        t.Insert("contribution", "shop_id, day, agent_id, part, ordinal, kind, fact_id, state, measures", part.Contributions.Select((c, i) => (c, i)).OrderBy(p => p.c.Day).ThenBy(p => p.c.Agent).Select(p => (object?[])
            [shop, Stored.Day(p.c.Day), p.c.Agent, part.Part, p.i, (int)p.c.Kind, p.c.Fact, (int)p.c.State, FactPacking.Pack(p.c.Measures)]));
    }

    /// <summary>The rule set versions that made the days' rows; more than one asks for a recomputation.</summary>
    public IReadOnlyList<(DateOnly Day, string Part, int RuleSetVersion)> MadeBy(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(long Day, string Part, long Version)>(
            "SELECT DISTINCT day, part, rule_set_version FROM agent_day WHERE shop_id = @shop AND day BETWEEN @from AND @to ORDER BY day, part, rule_set_version", Range(shop, from, to))
        .Select(r => (Stored.Day(r.Day), r.Part, (int)r.Version)).ToList());

    private static object Range(int shop, DateOnly from, DateOnly to) => new { shop, from = Stored.Day(from), to = Stored.Day(to) };

    private List<Reception> Receptions(string condition, object with, bool rounds = true)
    {
        var receptions = database.Read(c =>
        {
            var found = new List<Reception>();
            using var rows = c.ExecuteReader(
                $"SELECT day, agent_id, reception_id, buyer_id, first_at, last_at, first_response, flags, measures{(rounds ? ", rounds" : "")} FROM reception_fact WHERE {condition}", with);
            while (rows.Read()) found.Add(ReceptionRow.Read(rows, rounds));
            return found;
        });
        receptions.Sort((a, b) => (a.Day, a.First.UnixSeconds, a.Id).CompareTo((b.Day, b.First.UnixSeconds, b.Id)));
        return receptions;
    }

    private List<AgentDayRow> AgentDayRows(int shop, DateOnly from, DateOnly to, int? agent) => database.Read(c => c
        .Query<AgentDayRow>($"""
            SELECT day, agent_id, part, measures, first_waits, round_waits FROM agent_day
            WHERE shop_id = @shop AND day BETWEEN @from AND @to {(agent is null ? "" : "AND agent_id = @agent")} ORDER BY day, agent_id, part
            """, new { shop, from = Stored.Day(from), to = Stored.Day(to), agent = (long?)agent }).ToList());
}
