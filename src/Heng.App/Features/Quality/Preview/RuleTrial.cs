using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Measure;
using Heng.Engine.Facts;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Preview;

/// <summary>On which side of a change a place is.</summary>
public enum TrialSide { Gained, Lost, Both }

/// <summary>A place with some characters around what was hit; buyers' names are hidden.</summary>
public sealed record TrialSample(TrialSide Side, string Reception, DateOnly Day, string Before, string Hit, string After);

/// <summary>What a draft would have hit beside what stands, and how both do on the places that people labelled there.</summary>
public sealed record TrialResult(int Days, int Receptions, Comparison Places, IReadOnlyList<TrialSample> Samples, Measured Draft, Measured? Standing);

/// <summary>Checks kept days with a draft of a rule beside the version that stands. Nothing is written.</summary>
public sealed class RuleTrial(Database database)
{
    public const int MostSamples = 50;
    private const int Around = 15, DraftVersion = 2, StandingVersion = 1;
    private readonly List<string> now = [], changed = [];
    private readonly Dictionary<string, (string Reception, DateOnly Day, string Before, string Hit, string After)> texts = new(StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException">Nothing was to be kept, so nothing is.</exception>
    public TrialResult Run(QualityRule draft, QualityRule? standing, DateOnly from, DateOnly to, Action<int, int> progress, CancellationToken cancel = default)
    {
        QualityRule[] rules = [draft with { Version = DraftVersion }, .. standing is null ? [] : new[] { standing with { Id = draft.Id, Version = StandingVersion } }];
        var of = new RulesOfDay(rules, [.. rules.Select(_ => true)], new Checker(rules));
        var days = database.Shops.All.SelectMany(s => database.Days.Between(s.Id, from, to).Select(d => (Shop: s, d.Day))).ToList();
        var (roster, receptions) = (database.People.Roster, 0);
        for (var i = 0; i < days.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            progress(i, days.Count);
            receptions += Day(days[i].Shop, days[i].Day, roster, of);
        }
        var (places, measures) = (Comparison.Of(now, changed), new RuleMeasures(database, draft.Id));
        return new(days.Count, receptions, places, Samples(places), measures.Of(draft.Id, from, to, changed.ToHashSet(StringComparer.Ordinal)),
            standing is null ? null : measures.Of(draft.Id, from, to, now.ToHashSet(StringComparer.Ordinal)));
    }

    private int Day(Shop shop, DateOnly day, Roster roster, RulesOfDay of)
    {
        var records = database.Days.Load(shop.Id, day, withText: true)!;
        var folded = Folding.CheckedBy(database, shop, roster, database.RuleSets.Current(shop.Id, day), records, of);
        Dictionary<UInt128, int>? rows = null;
        foreach (var hit in folded.Quality.Findings)
        {
            var place = DayCheck.IdText(hit.Id);
            (hit.Version == DraftVersion ? changed : now).Add(place);
            if (texts.Count >= 20 * MostSamples || texts.ContainsKey(place)) continue;
            rows ??= Enumerable.Range(0, records.Count).ToDictionary(row => records.Key![row]);
            var row = rows[hit.Spans[0].Message];
            var (text, span) = (records.Text![row].ToString(), hit.Spans[0]);
            var buyer = database.Names.Buyers.NameOf(shop.Id, records.Buyer[row]);
            var (begin, end) = span.Length == 0 ? (0, Math.Min(text.Length, 3 * Around)) : (span.Start, span.Start + span.Length);
            texts[place] = (DayCheck.IdText(hit.Reception), day, Masked.In(text[Math.Max(0, begin - Around)..begin], buyer), Masked.In(text[begin..end], buyer), Masked.In(text[end..Math.Min(text.Length, end + Around)], buyer));
        }
        return folded.Facts.Receptions.Count(r => !r.Filtered);
    }

    /// <summary>What changes first: gained and lost by halves, then what both hit.</summary>
    private List<TrialSample> Samples(Comparison places)
    {
        IEnumerable<TrialSample> Of(TrialSide side, IEnumerable<string> some) => some.Where(texts.ContainsKey).Select(p => texts[p]).Select(t => new TrialSample(side, t.Reception, t.Day, t.Before, t.Hit, t.After));
        return [.. Of(TrialSide.Gained, places.Gained).Take(MostSamples / 2), .. Of(TrialSide.Lost, places.Lost).Take(MostSamples / 4), .. Of(TrialSide.Both, places.Both).Take(MostSamples / 4)];
    }
}
