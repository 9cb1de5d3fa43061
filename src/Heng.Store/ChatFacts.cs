using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>Writes what follows from one day of chats: sessions, receptions, and the parts of agent-days that are made of messages alone. In the order of the keys, so that pages are filled one after another.</summary>
internal static class ChatFacts
{
    public static void Replace(Transaction t, int shop, DayFacts facts, int ruleSetVersion)
    {
        var day = Stored.Day(facts.Day);
        foreach (var table in new[] { "session_fact", "reception_fact" }) t.Execute($"DELETE FROM {table} WHERE shop_id = @shop AND day = @day", new { shop, day });
        t.Execute("DELETE FROM agent_day WHERE shop_id = @shop AND day = @day AND part = @part", new { shop, day, part = FactPart.Chat });
        t.Insert("session_fact", "shop_id, day, session_id, agent_id, account_id, buyer_id, start_at, end_at, buyer_messages, human_messages, rounds, replied",
            facts.Sessions.OrderBy(s => s.Id).Select(s => (object?[])
                [shop, day, s.Id, s.Agent, s.Account, s.Buyer, s.Start.UnixSeconds, s.End.UnixSeconds, s.BuyerMessages, s.HumanMessages, s.Rounds, s.Replied ? 1 : 0]));
        t.Insert("reception_fact", "shop_id, day, agent_id, reception_id, buyer_id, first_at, last_at, first_response, flags, measures, rounds",
            facts.Receptions.OrderBy(r => r.Agent).ThenBy(r => r.Id).Select(r => (object?[])
                [shop, day, r.Agent, r.Id, r.Buyer, r.First.UnixSeconds, r.Last.UnixSeconds, r.FirstResponseSeconds, (r.TransferredOut ? 1 : 0) | (r.Filtered ? 2 : 0),
                    FactPacking.Pack(r.Measures), FactPacking.Pack(r.Rounds)]));
        Insert(t, shop, FactPart.Chat, _ => ruleSetVersion, facts.AgentDays);
        List<Contribution> uses = [.. (facts.Phrases ?? []).Select(a => new Contribution(a.Kind, a.Fact, a.Agent, facts.Day, a.Measures, ValueState.Final))];
        Facts.Replace(t, shop, facts.Day, facts.Day, _ => ruleSetVersion, new(FactPart.Phrases, Pipeline.AgentDays(uses), uses));
        if (facts.Phrases is not null && facts.Folded + facts.Filtered > 0) Coverage.Add(t, shop, Source.Phrases, facts.Day, facts.Day);
    }

    public static void Insert(Transaction t, int shop, string part, Func<DateOnly, int> ruleSetVersion, IEnumerable<AgentDay> days) =>
        t.Insert("agent_day", "shop_id, day, agent_id, part, rule_set_version, measures, first_waits, round_waits", days.Select(d => (object?[])
            [shop, Stored.Day(d.Day), d.Agent, part, ruleSetVersion(d.Day), FactPacking.Pack(d.Measures), FactPacking.Pack(d.FirstResponses), FactPacking.Pack(d.RoundWaits)]));
}
