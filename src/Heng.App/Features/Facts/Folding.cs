using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>A stored day to its facts: gives the engine the names and the people behind the store's numbers.</summary>
public static class Folding
{
    public static DayFacts Of(Database database, Shop shop, Roster roster, RuleSet rules, DayRecords records)
    {
        var buyers = database.Names.Buyers.NamesOf(shop.Id, records.Buyer);
        var accounts = database.Names.Accounts.NamesOf(shop.Id, records.Account.Concat(records.Target.Where(t => t != 0)));
        var names = new DayNames(
            shop.Name, id => buyers[id], id => accounts[id],
            id => roster.AgentOf(accounts[id], records.Day),
            id => roster.NameOf(id) ?? "");
        return Pipeline.Facts(records.Day, RowsOf(records, rules), names, rules);
    }

    /// <summary>Whether the rule set looks at words, so that a fold needs the texts.</summary>
    public static bool NeedsText(RuleSet rules) => rules.AutoReplyTexts.Count > 0 || rules.AutoReplyPrefixes.Count > 0 || rules.Filters.Watchwords.Count > 0;

    public static DayRows RowsOf(DayRecords records, RuleSet rules) => new()
    {
        Count = records.Count,
        Buyer = records.Buyer,
        Account = records.Account,
        Second = records.Second,
        From = records.From,
        Kind = records.Kind,
        Length = records.Length,
        Sequence = records.Sequence,
        Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t),
        IsAutoText = AutoTexts(records, rules),
        HoldsWatchword = rules.Filters.Watchwords.Count == 0 ? null : Array.ConvertAll(TextsOf(records), new Watchwords(rules).In),
    };

    private static bool[] AutoTexts(DayRecords records, RuleSet rules)
    {
        if (rules.AutoReplyTexts.Count == 0 && rules.AutoReplyPrefixes.Count == 0) return new bool[records.Count];
        return Array.ConvertAll(TextsOf(records), new AutoReplies(rules).Lists);
    }

    private static string[] TextsOf(DayRecords records) => records.Text ?? throw new InvalidOperationException("the rule set looks at words, so the day must be loaded with text");
}
