using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>
/// What a shop's days would be with a correction more: the settlement that would keep them runs as it always does, and what it derives is held here instead. So what is shown before a
/// decision is what comes after it.
/// </summary>
internal sealed class TriedDays
{
    private readonly Database database;
    private readonly Shop shop;
    private readonly Dictionary<DateOnly, DayFacts> folded = [];
    private readonly Dictionary<string, LedgerRow> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Part, DateOnly Day), List<AgentDay>> parts = [];

    private TriedDays(Database database, Shop shop, Corrections corrections) => (this.database, this.shop, Corrections) = (database, shop, corrections);

    public Corrections Corrections { get; }

    /// <summary>What rules find on the days that were folded again, in the place of what is kept.</summary>
    public Dictionary<DateOnly, IReadOnlyList<KeptFinding>> Findings { get; } = [];

    public static TriedDays Of(Database database, Shop shop, Correction one, Importing.Changes changes)
    {
        var tried = new TriedDays(database, shop, CorrectionRecords.Of(database, shop).With(one));
        var roster = database.People.Roster;
        if (one.Kind is CorrectedFact.Message or CorrectedFact.Finding) tried.Fold(roster, one.Day);
        if (changes.Spans.TryGetValue(shop.Name, out var span)) new Settlement(database, shop, roster) { Tried = tried }.Run(span.First, span.Last);
        return tried;
    }

    /// <summary>The agent-days of the days: those that were derived, else the kept ones.</summary>
    public IReadOnlyList<AgentDay> AgentDays(DateOnly from, DateOnly to)
    {
        var days = new List<AgentDay>();
        foreach (var part in FactPart.All)
        {
            days.AddRange(database.Facts.AgentDays(shop.Id, from, to, parts: [part]).Where(d => !parts.ContainsKey((part, d.Day))));
            days.AddRange(parts.Where(p => p.Key.Part == part && p.Key.Day >= from && p.Key.Day <= to).SelectMany(p => p.Value));
        }
        return days;
    }

    private void Fold(Roster roster, DateOnly day)
    {
        if (database.Days.Load(shop.Id, day, withText: true) is not { } records) return;
        var found = Folding.Checked(database, shop, roster, database.RuleSets.Current(shop.Id, day), records, new(database), Corrections);
        folded[day] = found.Facts;
        Findings[day] = found.Quality.Findings;
        parts[(FactPart.Chat, day)] = [.. folded[day].AgentDays];
        parts[(FactPart.Quality, day)] = [.. Pipeline.AgentDays(found.Quality.Contributions)];
        parts[(FactPart.Phrases, day)] = [.. Pipeline.AgentDays((folded[day].Phrases ?? []).Select(a => new Contribution(a.Kind, a.Fact, a.Agent, day, a.Measures, ValueState.Final)))];
    }

    internal IReadOnlyList<Session> Sessions(IReadOnlyList<Session> kept, DateOnly from, DateOnly to, IReadOnlySet<int> buyers) => folded.Count == 0 ? kept
        : [.. kept.Where(s => !folded.ContainsKey(s.Day)).Concat(folded.Where(f => f.Key >= from && f.Key <= to).SelectMany(f => f.Value.Sessions).Where(s => buyers.Contains(s.Buyer)))
            .OrderBy(s => s.Day).ThenBy(s => s.Start.UnixSeconds).ThenBy(s => s.Id)];

    internal IReadOnlyList<Reception> Receptions(IReadOnlyList<Reception> kept, DateOnly from, DateOnly to) => folded.Count == 0 ? kept
        : [.. kept.Where(r => !folded.ContainsKey(r.Day)).Concat(folded.Where(f => f.Key >= from && f.Key <= to).SelectMany(f => f.Value.Receptions)).OrderBy(r => r.Day)];

    internal IReadOnlyList<LedgerRow> Ledger(IReadOnlyList<LedgerRow> kept) => [.. kept.Select(r => rows.GetValueOrDefault(r.Order.Id, r))];

    internal void Take(DateOnly from, DateOnly to, IReadOnlyList<PartFacts> found, IReadOnlyList<LedgerRow> touched)
    {
        foreach (var row in touched) rows[row.Order.Id] = row;
        foreach (var part in found)
        {
            for (var day = from; day <= to; day = day.AddDays(1)) parts[(part.Part, day)] = [];
            foreach (var day in part.AgentDays) parts[(part.Part, day.Day)].Add(day);
        }
    }
}
