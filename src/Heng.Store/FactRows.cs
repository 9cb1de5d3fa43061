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

internal sealed record ReceptionRow(
    long day, long agent_id, long reception_id, long buyer_id, long first_at, long last_at, long? first_response, long flags, byte[] measures, byte[] rounds)
{
    public Reception Reception => new(
        reception_id, (int)agent_id, (int)buyer_id, Stored.Day(day), new Instant(first_at), new Instant(last_at), (int?)first_response, (flags & 1) != 0, (flags & 2) != 0,
        FactPacking.Measures(measures), FactPacking.Rounds(rounds));
}

internal sealed record AgentDayRow(long day, long agent_id, byte[] measures, byte[] first_waits, byte[] round_waits)
{
    public void AddTo(Measures sum, Waits first, Waits round)
    {
        FactPacking.AddTo(measures, sum);
        FactPacking.AddTo(first_waits, first);
        FactPacking.AddTo(round_waits, round);
    }
}
#pragma warning restore IDE1006, CA1812
