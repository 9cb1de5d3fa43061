using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Phrases;

/// <summary>The characters of one of the day's rows; they live until the next are asked for.</summary>
public delegate ReadOnlySpan<char> TextOfRow(int row);

/// <summary>
/// What a day's receptions add to the use of phrases (话术使用): the agent's messages looked at, a fact for each agent; the uses, a fact for each reception and version, so that they open to
/// both. A filtered reception, and an account that nobody is bound to, adds nothing.
/// </summary>
public static class PhraseDay
{
    public static IReadOnlyList<DayAddition> Of(DayMessages messages, DayRows rows, DayFacts facts, PhraseIndex index, TextOfRow text)
    {
        var found = new List<DayAddition>();
        var (uses, talk, looked, used) = (new PhraseUses(index), new Talk(), new SortedDictionary<int, (string Name, long Messages)>(), new List<PhraseUse>());
        var kept = facts.Receptions.Where(r => !r.Filtered).Select(r => r.Id).ToHashSet();
        foreach (var (reception, agent, name, lines) in Receptions(messages, facts.Day).Where(r => kept.Contains(r.Id)))
        {
            talk.Clear();
            used.Clear();
            foreach (var at in lines) talk.Add(Speaker.Agent, rows.Kind[messages.Row[at]], messages.Second[at], text(messages.Row[at]));
            var count = uses.Of(talk, facts.Day, used);
            looked[agent] = (name, looked.GetValueOrDefault(agent).Messages + count);
            found.AddRange(used.GroupBy(u => u.Version).Select(u => new DayAddition(FactKind.Phrase, PhraseFact.Of(reception, u.Key), agent, Counted(u))));
        }
        found.AddRange(looked.Where(l => l.Value.Messages > 0).Select(l => new DayAddition(
            FactKind.AgentDay, string.Create(CultureInfo.InvariantCulture, $"{l.Value.Name}/{facts.Day:yyyy-MM-dd}"), l.Key, new Measures().Add(Primitive.PhraseMessages, l.Value.Messages))));
        return found;
    }

    private static Measures Counted(IEnumerable<PhraseUse> uses)
    {
        var (valid, expired) = (uses.Count(u => !u.Expired), uses.Count(u => u.Expired));
        return new Measures().Add(Primitive.PhraseUses, valid).Add(Primitive.ExpiredPhraseUses, expired);
    }

    /// <summary>The agents' own messages, reception by reception, in the order in which receptions begin to have any.</summary>
    private static IEnumerable<(long Id, int Agent, string Name, List<int> Lines)> Receptions(DayMessages messages, DateOnly day)
    {
        var receptions = new Dictionary<long, (long, int, string, List<int> Lines)>();
        var own = new long[messages.ConversationBuyer.Length];
        for (var i = 0; i < messages.Count; i++)
        {
            var c = messages.Conversation[i];
            if (messages.Act[i] != Act.Human || messages.ConversationAgent[c] == AgentDay.Unbound) continue;
            var name = messages.ConversationAgentName[c];
            if (own[c] == 0) own[c] = FactIds.OfReception(messages.Shop, name, messages.ConversationAccountName[c], messages.ConversationBuyerName[c], day);
            if (!receptions.TryGetValue(own[c], out var reception)) receptions.Add(own[c], reception = (own[c], messages.ConversationAgent[c], name, []));
            reception.Lines.Add(i);
        }
        return receptions.Values;
    }
}
