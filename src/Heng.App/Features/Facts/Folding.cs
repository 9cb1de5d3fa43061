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
        var aliases = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var (buyer, buyers) = Buyers(database, shop, aliases, records);
        var accounts = database.Names.Accounts.NamesOf(shop.Id, records.Account.Concat(records.Target.Where(t => t != 0)));
        var seating = new Seating(database, roster);
        var names = new DayNames(
            shop.Name, id => buyers[id], id => accounts[id],
            id => roster.AgentOf(accounts[id], records.Day),
            id => roster.NameOf(id) ?? "")
        {
            SeatsAt = accounts.Values.Any(a => roster.SharedBy(a, records.Day).Count > 1) ? id => seating.Of(accounts[id], records.Day, rules.Clock) : null,
        };
        return Pipeline.Facts(records.Day, RowsOf(records, buyer, rules), names, rules);
    }

    /// <summary>The day's buyers, those behind an alias under their own number.</summary>
    private static (int[] Buyer, IReadOnlyDictionary<int, string> Names) Buyers(Database database, Shop shop, BuyerNames aliases, DayRecords records)
    {
        var written = database.Names.Buyers.NamesOf(shop.Id, records.Buyer);
        if (!aliases.HasAliases) return (records.Buyer, written);
        string[] meant = [.. written.Values.Select(aliases.Of)];
        var numbers = written.Keys.Zip(database.Names.Buyers.Intern(shop.Id, meant)).ToDictionary(n => n.First, n => n.Second);
        return (Array.ConvertAll(records.Buyer, b => numbers[b]), numbers.Values.Zip(meant).DistinctBy(n => n.First).ToDictionary(n => n.First, n => n.Second));
    }

    /// <summary>Whether the rule set looks at words, so that a fold needs the texts.</summary>
    public static bool NeedsText(RuleSet rules) => rules.AutoReplyTexts.Count > 0 || rules.AutoReplyPrefixes.Count > 0;

    private static DayRows RowsOf(DayRecords records, int[] buyer, RuleSet rules) => new()
    {
        Count = records.Count,
        Buyer = buyer,
        Account = records.Account,
        Second = records.Second,
        From = records.From,
        Kind = records.Kind,
        Length = records.Length,
        Sequence = records.Sequence,
        Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t),
        IsAutoText = AutoTexts(records, rules),
    };

    private static bool[] AutoTexts(DayRecords records, RuleSet rules)
    {
        if (!NeedsText(rules)) return new bool[records.Count];
        var lists = new AutoReplies(rules);
        return Array.ConvertAll(records.Text ?? throw new InvalidOperationException("the rule set looks at words, so the day must be loaded with text"), lists.Lists);
    }
}
