using Heng.App.Features.Phrases;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>A stored day to its facts: gives the engine the names and the people behind the store's numbers.</summary>
public static class Folding
{
    /// <param name="beside">Where the shifts of shared accounts and the corrections stand, where that is not among the records.</param>
    /// <param name="tried">Corrections that are only tried, in the place of those that are kept.</param>
    public static DayFacts Of(Database database, Shop shop, Roster roster, RuleSet rules, DayRecords records, Database? beside = null, Corrections? tried = null)
    {
        var (names, buyer, _) = NamesOf(database, shop, roster, rules, records, beside);
        // Beside other records it is messages that are held against their seal; the library of today has no part in it.
        var library = beside is null ? LibraryOf(database, records) : null;
        return Pipeline.Facts(records.Day, RowsOf(records, rules, buyer, (tried ?? Corrected(beside ?? database, shop, records.Day)).Messages(records.Day)), names, rules, library);
    }

    /// <summary>The same, and what the quality rules of the day find in its receptions: where any does, the records carry their texts.</summary>
    public static FoldedDay Checked(Database database, Shop shop, Roster roster, RuleSet rules, DayRecords records, QualityBook book, Corrections? tried = null) =>
        CheckedBy(database, shop, roster, rules, records, book.On(shop.Name, records.Day), tried);

    /// <summary>By rules that nobody put in force, as a trial does.</summary>
    public static FoldedDay CheckedBy(Database database, Shop shop, Roster roster, RuleSet rules, DayRecords records, RulesOfDay inForce, Corrections? tried = null)
    {
        var day = records.Day;
        if (!inForce.Any || records.Count == 0) return new(Of(database, shop, roster, rules, records, tried: tried), DayQuality.None(day) with { Stamp = inForce.Stamp });
        var (texts, characters) = (records.Text ?? throw new InvalidOperationException("quality rules look at words, so the day must be loaded with text"), new Utf8Characters());
        var (names, buyer, aliases) = NamesOf(database, shop, roster, rules, records, null);
        var corrections = tried ?? Corrected(database, shop, day);
        var remarks = inForce.LooksAtRemarks ? new ReceptionRemarks(database, shop, roster, aliases, rules.Clock, day) : null;
        var asked = new DayTexts(row => characters.Of(texts[row]), records.Key!, agent => roster.On(agent, day) is { } job ? (job.Group, job.Position) : (null, null),
            (agent, of) => remarks?.Of(agent, names.Buyer(of)), corrections.OfKind(CorrectedFact.Finding).Select(c => c.Fact).ToHashSet(StringComparer.Ordinal));
        var (facts, quality) = Pipeline.Checked(day, RowsOf(records, rules, buyer, corrections.Messages(day), keyed: true), names, rules, new DayCheck(day, inForce, asked), LibraryOf(database, records));
        return new(facts, quality);
    }

    private static Library? LibraryOf(Database database, DayRecords records)
    {
        if (PhraseBook.On(database, records.Day) is not { } phrases) return null;
        var (texts, characters) = (records.Text ?? throw new InvalidOperationException("a phrase library is in force, so the day must be loaded with text"), new Utf8Characters());
        return new(phrases, row => characters.Of(texts[row]));
    }

    private static (DayNames Names, int[] Buyer, BuyerNames Aliases) NamesOf(Database database, Shop shop, Roster roster, RuleSet rules, DayRecords records, Database? beside)
    {
        var aliases = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var (buyer, buyers) = Buyers(database, shop, aliases, records);
        var accounts = database.Names.Accounts.NamesOf(shop.Id, records.Account.Concat(records.Target.Where(t => t != 0)));
        var seating = new Seating(beside ?? database, roster);
        var names = new DayNames(
            shop.Name, id => buyers[id], id => accounts[id],
            id => roster.AgentOf(accounts[id], records.Day),
            id => roster.NameOf(id) ?? "")
        {
            SeatsAt = accounts.Values.Any(a => roster.SharedBy(a, records.Day).Count > 1) ? id => seating.Of(accounts[id], records.Day, rules.Clock) : null,
        };
        return (names, buyer, aliases);
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

    private static Corrections Corrected(Database database, Shop shop, DateOnly day) => new(database.Records(RecordKinds.Corrections).Between(shop.Id, day, day));

    /// <summary>Whether the day's fold needs the texts: where the rule set looks at words, a phrase library is in force, or a correction takes out a message, whose key is made of them.</summary>
    public static bool NeedsText(Database database, Shop shop, RuleSet rules, DateOnly day) => LooksAtWords(rules) || PhraseBook.On(database, day) is not null || Corrected(database, shop, day).Any(CorrectedFact.Message);

    /// <summary>The same where quality is checked as well.</summary>
    public static bool NeedsText(Database database, Shop shop, RuleSet rules, DateOnly day, QualityBook book) => book.On(shop.Name, day).Any || NeedsText(database, shop, rules, day);

    private static bool LooksAtWords(RuleSet rules) => rules.AutoReplyTexts.Count > 0 || rules.AutoReplyPrefixes.Count > 0 || rules.Filters.Watchwords.Count > 0;

    public static DayRows RowsOf(DayRecords records, RuleSet rules, int[]? buyer = null, IReadOnlySet<string>? corrected = null, bool keyed = false) => new()
    {
        Count = records.Count,
        Key = keyed ? records.Key : null,
        Buyer = buyer ?? records.Buyer,
        Account = records.Account,
        Second = records.Second,
        From = records.From,
        Kind = records.Kind,
        Length = records.Length,
        Sequence = records.Sequence,
        Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t),
        IsAutoText = AutoTexts(records, rules),
        HoldsWatchword = rules.Filters.Watchwords.Count == 0 ? null : Where(records, new Watchwords(rules).In),
        IsCorrected = corrected is null or { Count: 0 } ? null
            : Array.ConvertAll(records.Key ?? throw new InvalidOperationException("a correction takes out a message, so the day must be loaded with text"), key => corrected.Contains(Corrections.IdOf(key))),
    };

    private static bool[] AutoTexts(DayRecords records, RuleSet rules) =>
        rules.AutoReplyTexts.Count == 0 && rules.AutoReplyPrefixes.Count == 0 ? new bool[records.Count] : Where(records, new AutoReplies(rules).Lists);

    private static bool[] Where(DayRecords records, Func<ReadOnlySpan<char>, bool> holds)
    {
        var texts = records.Text ?? throw new InvalidOperationException("the rule set looks at words, so the day must be loaded with text");
        var characters = new Utf8Characters();
        return Array.ConvertAll(texts, text => holds(characters.Of(text)));
    }
}
