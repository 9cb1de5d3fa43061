using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Facts;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>
/// How the days that a closed month was made of stand to the messages: how many days of shops there are, the first place that does not follow, and the days whose messages were imported
/// again, or went, after the closing and don't come to the same any more: of those nothing can be proved.
/// </summary>
public sealed record MessagesChecked(int Days, (string Place, long Kept, long Folded)? Differs, IReadOnlyList<string> Moved);

/// <summary>
/// Folds a closed month's messages again (聊天核验), under the people, shifts and rules of its closing, and compares each agent-day with the one that was kept. Of a day that was imported again
/// since, the messages that were known at the closing are put together: rows of later imports left out, the versions that they replaced put back; the same content exported later bears
/// a later import, so the day as it stands may be it too.
/// </summary>
/// <param name="then">What the month was made of.</param>
internal sealed class MessageCheck(Database database, Database then, ClosedMonth closed)
{
    private readonly Roster roster = then.People.Roster;
    private readonly Dictionary<long, bool> later = [];

    public MessagesChecked Of()
    {
        var (days, moved) = (0, new List<string>());
        (string, long, long)? differs = null;
        foreach (var shop in then.Shops.All)
        {
            var (from, to) = (closed.Month.First, closed.Month.Last);
            var kept = then.Facts.AgentDays(shop.Id, from, to, parts: [FactPart.Chat]).ToLookup(d => d.Day);
            var versions = then.Facts.MadeBy(shop.Id, from, to).Where(m => m.Part == FactPart.Chat).GroupBy(m => m.Day).ToDictionary(g => g.Key, g => g.First().RuleSetVersion);
            foreach (var day in database.Days.Between(shop.Id, from, to).Select(d => d.Day).Union(kept.Select(k => k.Key)).Order())
            {
                days++;
                var rules = versions.TryGetValue(day, out var version) && then.RuleSets.Version(shop.Id, version) is { } made ? made : then.RuleSets.Current(shop.Id, day);
                var (place, provable) = Day(shop, day, rules, [.. kept[day]]);
                if (place is null) continue;
                if (provable) differs ??= place;
                else moved.Add(string.Create(CultureInfo.InvariantCulture, $"{shop.Name} {day:yyyy-MM-dd}"));
            }
        }
        return new(days, differs, moved);
    }

    /// <summary>The first place at which the day differs; provable where nothing touched its messages since.</summary>
    private ((string, long, long)? Differs, bool Provable) Day(Shop shop, DateOnly day, RuleSet rules, AgentDay[] kept)
    {
        var text = Folding.NeedsText(then, shop, rules, day);
        if (database.Days.Load(shop.Id, day, text) is not { } records) return (FirstDifference([], kept), false);
        if (FirstDifference(Fold(shop, rules, records), kept) is not { } differs) return (null, true);
        if (!records.Sources.Any(IsLater)) return (differs, database.Records(RecordKinds.BuyerAliases).All(shop.Id).Count == 0);
        var known = database.Days.Load(shop.Id, day, withText: true)!.KnownTo(s => !IsLater(s), database.Days.LoadSuperseded(shop.Id, day));
        return (FirstDifference(Fold(shop, rules, known), kept), false);
    }

    private IReadOnlyList<AgentDay> Fold(Shop shop, RuleSet rules, DayRecords records) => Folding.Of(database, shop, roster, rules, records, then).AgentDays;

    /// <summary>What came in the second of the closing may be of either side.</summary>
    private bool IsLater(ImportSource source)
    {
        if (!later.TryGetValue(source.Import, out var came)) later[source.Import] = came = database.Imports.Find(source.Import) is not { } file || (file.FinishedAt ?? file.StartedAt) >= closed.ClosedAt;
        return came;
    }

    private (string, long, long)? FirstDifference(IReadOnlyList<AgentDay> folded, AgentDay[] kept)
    {
        var (now, was) = (folded.ToDictionary(d => d.Agent, Numbers), kept.ToDictionary(d => d.Agent, Numbers));
        foreach (var agent in now.Keys.Union(was.Keys).Order())
        {
            var (a, b) = (was.GetValueOrDefault(agent) ?? [], now.GetValueOrDefault(agent) ?? []);
            foreach (var number in a.Keys.Union(b.Keys).Order(StringComparer.Ordinal))
                if (a.GetValueOrDefault(number) != b.GetValueOrDefault(number))
                    return (string.Create(CultureInfo.InvariantCulture, $"{(kept.FirstOrDefault() ?? folded[0]).Day:yyyy-MM-dd}/{roster.NameOf(agent) ?? agent.ToString(CultureInfo.InvariantCulture)}/{number}"), a.GetValueOrDefault(number), b.GetValueOrDefault(number));
        }
        return null;
    }

    private static Dictionary<string, long> Numbers(AgentDay day) =>
        day.Measures.Values.Select(m => (Name: Json.Kebab(m.Key), m.Value)).Concat(Waits("first-wait", day.FirstResponses)).Concat(Waits("round-wait", day.RoundWaits)).ToDictionary(n => n.Name, n => n.Value, StringComparer.Ordinal);

    private static IEnumerable<(string Name, long Value)> Waits(string name, Engine.Statistics.Waits waits) =>
        waits.Counts.Select(w => (string.Create(CultureInfo.InvariantCulture, $"{name}-{w.Key}"), (long)w.Value));
}
