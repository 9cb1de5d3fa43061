using System.Collections.Concurrent;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Statistics;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>Somebody in a month: as the records have them now, and as a closed month sealed them. At least one of the two is there.</summary>
public sealed record MonthPerson(string Name, string Group, string? Position, PersonMonth? Live, SealedCard? SealedCard, SealedSlip? SealedSlip);

/// <summary>
/// A month as pages read it. Once it is closed, score, grade, rank, points and pay are the sealed ones for ever, whatever the records say later; pay that was sealed alone
/// is so before the month is.
/// </summary>
public sealed class KeptMonth
{
    private readonly ConcurrentDictionary<MonthScope, ScopeMonth> scopes = new();
    private readonly ConcurrentDictionary<Month, Lazy<MonthSteps>> steps = new();
    private readonly Dictionary<string, MonthPerson> byName;
    private readonly Lazy<IReadOnlyDictionary<string, RankSpan>> spans;

    public KeptMonth(MonthBook book, SealedResults? closed)
    {
        (Book, Sealed) = (book, closed);
        var alone = closed is null ? book.Alone.ToDictionary(a => a.Key, a => new SealedResults(a.Value).Slip(a.Key), StringComparer.Ordinal) : [];
        SealedSlip? SlipOf(string name) => closed is null ? alone.GetValueOrDefault(name) : closed.Slip(name);
        // Who was sealed and is no longer on the roster stays in the month.
        var gone = (closed?.Agents ?? alone.Keys).Where(a => book.Find(a) is null).Select(a => new MonthPerson(a, "", null, null, closed?.Card(a), SlipOf(a)));
        People = [.. book.People.Select(p => new MonthPerson(
            p.Person.Name, p.Employment.Group, p.Employment.Position, p, closed?.Card(p.Person.Name), SlipOf(p.Person.Name))).Concat(gone).OrderBy(p => p.Name, StringComparer.Ordinal)];
        byName = People.ToDictionary(p => p.Name, StringComparer.Ordinal);
        spans = new(Spans);
    }

    /// <summary>The month beside what it was closed with, where it was.</summary>
    public static KeptMonth Of(Database database, MonthBook book) => new(book, SealedMonth.Find(database, book.Month) is { } closed ? new SealedResults(closed) : null);

    public MonthBook Book { get; }
    public SealedResults? Sealed { get; }
    public IReadOnlyList<MonthPerson> People { get; }
    public Month Month => Book.Month;
    public bool HasData => Sealed is not null || Book.Facts.Coverage.Spans.Count > 0;

    public MonthPerson? Find(string name) => byName.GetValueOrDefault(name);

    public IEnumerable<MonthPerson> SeenBy(Viewer viewer) => People.Where(p => Sees(viewer, p));

    public static bool Sees(Viewer viewer, MonthPerson person) => Rights.Sees(viewer, person.Name, person.Group.Length == 0 ? null : person.Group);

    public ScopeMonth Totals(MonthScope scope) => scopes.GetOrAdd(scope, s => new(s, Book.Facts));

    /// <summary>A metric of the month: of a closed one as it was closed, else as the records have it.</summary>
    public MetricValue Read(MonthScope scope, Metric metric) =>
        Sealed?.Metric(scope, metric) ?? Book.Facts.Read(metric, Totals(scope).Whole);

    /// <summary>The way from an earlier month to this one, worked out once.</summary>
    public MonthSteps StepsFrom(KeptMonth earlier, Database database) =>
        steps.GetOrAdd(earlier.Month, _ => new Lazy<MonthSteps>(() => MonthSteps.Between(database, earlier, this))).Value;

    /// <summary>The places that somebody's score can't be told apart from; null where it can, or where there is no rank.</summary>
    public RankSpan? Within(MonthPerson person) => spans.Value.TryGetValue(person.Name, out var span) ? span : null;

    // The noise is that of the records' card; a closed month puts it around the score that was sealed.
    private Dictionary<string, RankSpan> Spans()
    {
        var ranked = People.Select(p => (Person: p, Result: ResultOf(p))).Where(r => r.Result is { Plan: not null, Score: not null, Rank: not null }).ToArray();
        return ranked.GroupBy(r => r.Result.Plan).SelectMany(plan =>
        {
            var sharing = plan.CountBy(r => r.Result.Rank!.Value).ToDictionary();
            var spans = ScoreNoise.Spans([.. plan.Select(r => (r.Person.Name, NoiseOf(r.Person, r.Result.Score!.Value)))]);
            return plan.Select(r => (r.Person.Name, Rank: r.Result.Rank!.Value, Span: spans[r.Person.Name]))
                .Where(r => r.Span.Best < r.Rank || r.Span.Worst >= r.Rank + sharing[r.Rank]);
        }).ToDictionary(r => r.Name, r => r.Span, StringComparer.Ordinal);
    }

    private static Estimate NoiseOf(MonthPerson person, decimal score) =>
        person.Live?.Card is { } card && ScoreNoise.Of(card, score) is { } noise ? noise : new(score, 0m, 0m);

    public MonthResult ResultOf(MonthPerson person) => Sealed is not null ? MonthResult.Of(person.SealedCard, person.SealedSlip)
        : MonthResult.Of(person.Live) is var live && person.SealedSlip is { } alone ? live with { Net = alone.Net, NetState = ValueState.Final } : live;

    /// <summary>Whether somebody's pay is the sealed one: that of the closed month, or one that was paid alone before.</summary>
    public bool PayIsSealed(MonthPerson person) => Sealed is not null || person.SealedSlip is not null;
}
