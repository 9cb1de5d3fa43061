using System.Globalization;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>A row with the finding that it quotes.</summary>
internal sealed record AttentionEntry(AttentionRow Row, int Shop, KeptFinding Quoted);

/// <summary>Folds what draws attention: one row for each buyer and kind, and kinds by how urgent their rules say they are; of equally urgent ones the rarer first, so that no kind drowns another.</summary>
internal sealed class AttentionList(Database database, Sight sight, DateOnly from, DateOnly to)
{
    private readonly QualityBook book = new(database);

    public QualityBook Book => book;

    public (IReadOnlyList<AttentionEntry> Entries, IReadOnlyList<AttentionKind> Kinds) All()
    {
        var steps = database.Matters(QualityMatters.Attention).Between(from, to).ToDictionary(k => k.Of.Key!, StringComparer.Ordinal);
        AttentionEntry[] rows = [.. database.Shops.All.SelectMany(s => Of(s, steps))];
        AttentionKind[] kinds = [.. rows.GroupBy(r => r.Row.Rule, StringComparer.Ordinal)
            .Select(g => new AttentionKind(g.Key, g.First().Row.Name, UrgencyOf(g.Key, g.Max(r => r.Quoted.Version)), g.Count(), g.Count(r => !r.Row.Solved)))
            .OrderBy(k => k.Urgency).ThenBy(k => k.Buyers).ThenBy(k => k.Rule, StringComparer.Ordinal)];
        var place = kinds.Select((k, i) => (k.Rule, i)).ToDictionary(k => k.Rule, k => k.i, StringComparer.Ordinal);
        return ([.. rows.OrderBy(r => r.Row.Solved).ThenBy(r => place[r.Row.Rule]).ThenByDescending(r => r.Row.First.Day).ThenBy(r => r.Row.First.Agent, StringComparer.Ordinal).ThenBy(r => r.Row.First.Id, StringComparer.Ordinal)], kinds);
    }

    public Urgency UrgencyOf(string rule, int version) => book.Find(rule, version)?.Urgency ?? Urgency.Usual;

    public Wording NameOf(string rule, int version) => FindingBook.NameOf(book, rule, version);

    private IEnumerable<AttentionEntry> Of(Shop shop, Dictionary<string, KeptMatter<AttentionStep>> steps)
    {
        var found = database.Findings.OfSeverity(shop.Id, Severity.Attention, from, to).Where(f => sight.Sees(f.Agent, f.Day)).ToList();
        if (found.Count == 0) return [];
        var buyers = database.Facts.BuyersOf(shop.Id, from, to, [.. found.Select(f => f.Reception)]);
        var names = database.Names.Buyers.NamesOf(shop.Id, buyers.Values.Distinct());
        return found.Where(f => buyers.ContainsKey(f.Reception)).GroupBy(f => (f.Rule, Buyer: buyers[f.Reception])).Select(g =>
        {
            AttentionReception[] receptions = [.. g.GroupBy(f => (f.Reception, f.Day, f.Agent)).Select(r => Reception(r.Key.Reception, r.Key.Day, r.Key.Agent, steps)).OrderBy(r => r.Rank).ThenByDescending(r => r.Day).ThenBy(r => r.Id, StringComparer.Ordinal)];
            var quoted = g.First(f => IdOf(f.Reception) == receptions[0].Id);
            return new AttentionEntry(new(g.Key.Rule, NameOf(g.Key.Rule, quoted.Version), Masked.Name(names[g.Key.Buyer]), receptions), shop.Id, quoted);
        });
    }

    private AttentionReception Reception(long reception, DateOnly day, int agent, Dictionary<string, KeptMatter<AttentionStep>> steps)
    {
        var id = IdOf(reception);
        var last = steps.TryGetValue(id, out var kept) ? kept.Happened[^1] : null;
        return new(id, day, sight.Roster.NameOf(agent), last?.What, last?.Who, last is null ? null : ShopClock.Shanghai.ToLocal(last.At), last?.Why) { MayHandle = MayHandle(sight, agent, day) };
    }

    public static bool MayHandle(Sight sight, int agent, DateOnly day) => Rights.HandlesAttention(sight.Viewer, sight.Roster.On(agent, day)?.Group);

    private static string IdOf(long reception) => reception.ToString(CultureInfo.InvariantCulture);
}
