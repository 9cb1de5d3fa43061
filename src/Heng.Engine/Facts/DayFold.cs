using Heng.Engine.Facts.Kernel;
using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>
/// One shop-day of messages into its facts. The numbers come from the kernel's rows alone; here they are only given names and put into lists:
/// sessions by start, receptions by first appearance in fold order, agent-days likewise, the shop's own row last.
/// </summary>
public static class DayFold
{
    public static DayFacts Fold(DateOnly day, DayMessages messages, RuleSet rules)
    {
        var fold = new DayFolding();
        fold.Start(rules, day);
        fold.Take(messages);
        var tally = new DayTally();
        tally.Take(fold);
        var facts = new DayAssembly(day, messages, fold, tally);
        var receptions = facts.Receptions();
        return new(day, facts.Sessions(), receptions, facts.AgentDays(receptions), (int)(messages.Count - tally.Filtered), (int)tally.Filtered);
    }
}
