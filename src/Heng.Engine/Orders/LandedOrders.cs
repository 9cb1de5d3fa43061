using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>Which orders landed by 落实下单 on which reception: the agent's with that buyer on the session's day. Flagged orders are left out.</summary>
internal sealed class LandedOrders
{
    private readonly Dictionary<int, List<LedgerRow>> byReception = [];

    public LandedOrders(RuleTimeline rules, IReadOnlyList<Reception> receptions, IReadOnlyList<LedgerRow> ledger)
    {
        var places = new Dictionary<(int Agent, int Buyer, DateOnly Day), int>(receptions.Count);
        for (var i = 0; i < receptions.Count; i++) Place(places, receptions, i);
        foreach (var row in ledger)
            if (row.Created is { Agent: { } agent, Day: { } day } && row.Buyer is { } buyer && !Attribution.IsFlagged(rules.On(row.CreatedDay), row.Order)
                && places.TryGetValue((agent, buyer, day), out var reception))
                On(reception, row);
    }

    public IReadOnlyList<LedgerRow> On(int reception) => byReception.TryGetValue(reception, out var rows) ? rows : [];

    private void On(int reception, LedgerRow row)
    {
        if (!byReception.TryGetValue(reception, out var rows)) byReception[reception] = rows = [];
        rows.Add(row);
    }

    /// <summary>Nobody's accounts (agent 0) make a reception each; among those of one buyer and day the earliest, then the lower id, takes the order.</summary>
    private static void Place(Dictionary<(int, int, DateOnly), int> places, IReadOnlyList<Reception> receptions, int i)
    {
        var reception = receptions[i];
        var key = (reception.Agent, reception.Buyer, reception.Day);
        if (!places.TryGetValue(key, out var other) || (reception.First,
            reception.Id).CompareTo((receptions[other].First, receptions[other].Id)) < 0) places[key] = i;
    }
}

/// <summary>When each buyer paid, in order.</summary>
internal sealed class PaidTimes
{
    private readonly Dictionary<int, List<long>> byBuyer = [];

    public PaidTimes(IReadOnlyList<LedgerRow> ledger)
    {
        foreach (var row in ledger)
        {
            if (row.Buyer is not { } buyer || row.Order.PaidAt is not { } at) continue;
            if (!byBuyer.TryGetValue(buyer, out var times)) byBuyer[buyer] = times = [];
            times.Add(at.UnixSeconds);
        }
        foreach (var times in byBuyer.Values) times.Sort();
    }

    /// <summary>A payment at or after <paramref name="from"/> and strictly before the chat began.</summary>
    public bool AnyFrom(int buyer, Instant from, Instant before)
    {
        if (!byBuyer.TryGetValue(buyer, out var times)) return false;
        var at = times.BinarySearch(from.UnixSeconds);
        if (at < 0) at = ~at;
        return at < times.Count && times[at] < before.UnixSeconds;
    }
}
