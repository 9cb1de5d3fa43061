using System.Data;
using System.Runtime.InteropServices;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Store.Packing;

namespace Heng.Store;

#pragma warning disable IDE1006, CA1812 // Rows as the tables name them; Dapper makes them.
internal sealed record SessionRow(
    long day, long session_id, long agent_id, long account_id, long buyer_id, long start_at, long end_at, long buyer_messages, long human_messages, long rounds, long replied)
{
    public Session Session => new(
        session_id, (int)agent_id, (int)account_id, (int)buyer_id, Stored.Day(day), new(start_at), new(end_at), (int)buyer_messages, (int)human_messages, (int)rounds, replied != 0);
}

internal sealed record AgentDayRow(long day, long agent_id, string part, byte[] measures, byte[] first_waits, byte[] round_waits)
{
    public void AddTo(Measures sum, Waits first, Waits round)
    {
        FactPacking.AddTo(measures, sum);
        FactPacking.AddTo(first_waits, first);
        FactPacking.AddTo(round_waits, round);
    }
}
#pragma warning restore IDE1006, CA1812

/// <summary>A reception from its columns by their places: there are more of them than of any other row, and a mapper asks for each by name.</summary>
internal static class ReceptionRow
{
    public static Reception Read(IDataReader row, bool rounds)
    {
        var flags = row.GetInt64(7);
        return new(
            row.GetInt64(2), (int)row.GetInt64(1), (int)row.GetInt64(3), Stored.Day(row.GetInt64(0)), new(row.GetInt64(4)), new(row.GetInt64(5)), row.IsDBNull(6) ? null : (int)row.GetInt64(6),
            (flags & 1) != 0, (flags & 2) != 0, FactPacking.Measures((byte[])row.GetValue(8)), rounds ? FactPacking.Rounds((byte[])row.GetValue(9)) : []);
    }
}

/// <summary>Adds up many agent-days' packed parts in flat tables, and makes the sums once: a month of two hundred people is six thousand rows.</summary>
internal sealed class AgentSum(int agent)
{
    private readonly Dictionary<Primitive, long> measures = [];
    private readonly Dictionary<int, int> first = [], round = [];

    public void Add(AgentDayRow row)
    {
        FactPacking.Each(row.measures, (primitive, value) =>
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(measures, (Primitive)primitive, out _);
            sum = (Primitive)primitive == Primitive.MaxConcurrent ? Math.Max(sum, value) : sum + value;
        }, signed: true);
        FactPacking.Each(row.first_waits, (seconds, times) => CollectionsMarshal.GetValueRefOrAddDefault(first, seconds, out _) += (int)times, signed: false);
        FactPacking.Each(row.round_waits, (seconds, times) => CollectionsMarshal.GetValueRefOrAddDefault(round, seconds, out _) += (int)times, signed: false);
    }

    public AgentTotals Totals
    {
        get
        {
            var sum = new Measures();
            foreach (var (primitive, value) in measures.OrderBy(m => m.Key)) sum.Add(primitive, value);
            return new(agent, sum, Of(first), Of(round));
        }
    }

    private static Waits Of(Dictionary<int, int> counts)
    {
        var waits = new Waits();
        foreach (var (seconds, times) in counts.OrderBy(c => c.Key)) waits.Add(seconds, times);
        return waits;
    }
}
