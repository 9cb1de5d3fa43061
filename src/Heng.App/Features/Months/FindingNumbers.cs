using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Findings;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>How often rules that count found something of one kind with a person (质检发现): unknown where none of that kind looked at any day of the period.</summary>
internal sealed class FindingNumbers(Database database, PeriodFacts facts)
{
    private readonly Lazy<ILookup<(int Agent, string Kind), KeptFinding>> found = new(() => facts.Shops.SelectMany(s => database.Findings.Between(s.Id, facts.From, facts.To)
        .Where(f => facts.TriedFindings?.Invoke(s, f.Day) is null).Concat(Tried(facts, s)).Where(f => f.Counts && f.CountsAs.Length > 0)).ToLookup(f => (f.Agent, f.CountsAs)));
    private readonly Lazy<IReadOnlySet<string>> kinds = new(() => facts.Shops.SelectMany(s => database.Findings.Kinds(s.Id, facts.From, facts.To)).ToHashSet(StringComparer.Ordinal));

    public Explained Of(string asked, string kind, int person)
    {
        var label = new Wording(kind, kind);
        if (!kinds.Value.Contains(kind)) return Explained.Leaf(asked, label, null, Unit.Times);
        Evidence[] evidence = [.. found.Value[(person, kind)].GroupBy(f => (f.Day, f.Reception)).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Reception)
            .Select(g => new Evidence(FactKind.Reception, g.Key.Reception.ToString(CultureInfo.InvariantCulture), g.Count(), g.Key.Day))];
        return Explained.Leaf(asked, label, evidence.Sum(e => e.Value), Unit.Times, evidence);
    }

    private static IEnumerable<KeptFinding> Tried(PeriodFacts facts, Shop shop)
    {
        for (var day = facts.From; facts.TriedFindings is { } tried && day <= facts.To; day = day.AddDays(1))
            foreach (var finding in tried(shop, day) ?? []) yield return finding;
    }
}
