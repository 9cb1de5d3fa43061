using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Sorts and classifies a day's stored rows into the columns the fold runs along.</summary>
public static class DayColumns
{
    public static DayMessages Of(DayRows rows, DayNames names, RuleSet rules)
    {
        var order = new RowOrder(rows, names).Sorted();
        var shared = SharedTurns.Of(rows, order, names, rules);
        var index = new ConversationIndex(names, rules);
        var count = rows.Count;
        int[] second = new int[count], conversation = new int[count], target = new int[count];
        var act = new Act[count];
        var length = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            var row = order[i];
            var own = index.Of(rows.Buyer[row], rows.Account[row], shared?.Own(i));
            second[i] = rows.Second[row];
            conversation[i] = own;
            act[i] = index.IsIgnored[own] ? Act.Ignored : rows.ActOf(row, index.IsRobot[own]);
            length[i] = Acts.HasCharacters(rows.Kind[row]) ? rows.Length[row] : (ushort)0;
            target[i] = act[i] == Act.Transfer && rows.Target[row] >= 0 ? index.Of(rows.Buyer[row], rows.Target[row], shared?.Target(i)) : -1;
        }
        return new()
        {
            Marked = Marked(rows, order, conversation, act, index, rules.Filters),
            Count = count, Row = order, Second = second, Conversation = conversation, Act = act, Length = length, Target = target, Shop = names.Shop,
            ConversationBuyer = [.. index.Buyers], ConversationAccount = [.. index.Accounts], ConversationAgent = [.. index.Agents], ConversationTurn = shared is null ? [] : [.. index.Turns],
            ConversationBuyerName = [.. index.BuyerNames], ConversationAccountName = [.. index.AccountNames], ConversationAgentName = [.. index.AgentNames],
        };
    }

    /// <summary>Only what was said counts: a recalled or a system's message marks nothing, nor does an automatic one.</summary>
    private static IReadOnlyList<int> Marked(DayRows rows, int[] order, int[] conversation, Act[] act, ConversationIndex index, ReceptionFilters filters)
    {
        if (rows.HoldsWatchword is null && !filters.MainAccountReply) return [];
        var marked = new SortedSet<int>();
        for (var i = 0; i < order.Length; i++)
        {
            var human = act[i] is Act.Human;
            var caught = (human || act[i] is Act.Buyer or Act.BuyerOffline) && rows.HoldsWatchword?[order[i]] == true
                || human && filters.MainAccountReply && !index.AccountNames[conversation[i]].Contains(':', StringComparison.Ordinal);
            if (caught) marked.Add(conversation[i]);
        }
        return [.. marked];
    }
}
