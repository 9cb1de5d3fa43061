using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Store.Packing;

/// <summary>
/// A ledger row without its order, which the order table keeps: buyer · the two landings (at, agent, session, clause, runner-up, why, day) ·
/// a credit for each rule (bucket, agent) · the three lists of assisting agents and the urging ones. Agents are zigzagged behind a "has" byte.
/// </summary>
internal static class LedgerPacking
{
    public static byte[] Pack(LedgerRow row)
    {
        var pack = new PackWriter(96);
        Put(pack, row.Buyer);
        Put(pack, row.Created);
        Put(pack, row.Paid);
        pack.Whole(row.Credits.Count);
        foreach (var credit in row.Credits) Put(pack.Byte((byte)credit.Bucket), credit.Agent);
        foreach (var agents in new[] { row.AssistedOrder, row.AssistedPayment, row.AssistedFollow, row.Urged })
        {
            pack.Whole(agents.Count);
            foreach (var agent in agents) pack.Signed(agent);
        }
        return pack.ToArray();
    }

    public static LedgerRow Unpack(byte[] packed, Order order, DateOnly createdDay, DateOnly? paidDay)
    {
        var reader = new PackReader(packed);
        var buyer = (int?)Take(ref reader);
        var created = TakeLanding(ref reader);
        var paid = TakeLanding(ref reader);
        var credits = new Credit[reader.Int()];
        for (var i = 0; i < credits.Length; i++) credits[i] = new((Bucket)reader.Byte(), (int?)Take(ref reader));
        return new(order, buyer, createdDay, paidDay, created, paid, credits, TakeAgents(ref reader), TakeAgents(ref reader), TakeAgents(ref reader)) { Urged = TakeAgents(ref reader) };
    }

    private static void Put(PackWriter pack, long? value)
    {
        pack.Byte(value is null ? (byte)0 : (byte)1);
        if (value is { } known) pack.Signed(known);
    }

    private static void Put(PackWriter pack, Landing landing)
    {
        Put(pack, landing.At?.UnixSeconds);
        Put(pack, landing.Agent);
        Put(pack, landing.Session);
        pack.Byte((byte)landing.Clause);
        Put(pack, landing.RunnerUp);
        Put(pack, (long?)landing.Why);
        Put(pack, landing.Day?.DayNumber);
    }

    private static long? Take(ref PackReader reader) => reader.Byte() == 0 ? null : reader.Signed();

    private static Landing TakeLanding(ref PackReader reader)
    {
        var at = Stored.Instant(Take(ref reader));
        var agent = (int?)Take(ref reader);
        var session = Take(ref reader);
        var clause = (Clause)reader.Byte();
        var runnerUp = (int?)Take(ref reader);
        return new(at, agent, session, clause, runnerUp, (WhyLost?)Take(ref reader)) { Day = Take(ref reader) is { } day ? DateOnly.FromDayNumber((int)day) : null };
    }

    private static int[] TakeAgents(ref PackReader reader)
    {
        var agents = new int[reader.Int()];
        for (var i = 0; i < agents.Length; i++) agents[i] = (int)reader.Signed();
        return agents;
    }
}
