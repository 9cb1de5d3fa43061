using System.Collections.Concurrent;
using Heng.App.Features.CustomMetrics;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Engine.Work;
using Heng.Store;
using Coverage = Heng.Engine.Metrics.Coverage;

namespace Heng.App.Features.Months;

/// <summary>
/// What is kept of a period, for the shops asked: agent-days, people, coverage, and the instant that decides what is final.
/// A person's numbers add up over all shops asked for.
/// </summary>
public sealed class PeriodFacts
{
    private readonly Database database;
    private readonly Lazy<Totals> shop;
    private readonly Lazy<IReadOnlyList<(string Shop, DateOnly Day, int Version)>> versions;
    private readonly IReadOnlyList<Shop> places;
    private readonly IReadOnlyList<IReadOnlyList<AgentDay>> byPlace;
    private readonly ConcurrentDictionary<int, FactSet> shopFactsOf = new();
    private Tuple<int, FactSet>? openedLast;

    private PeriodFacts(Database database, IReadOnlyList<Shop> shops, DateOnly from, DateOnly to, RuleSet rules, Instant asOf, bool alone, Func<Shop, IReadOnlyList<AgentDay>?>? tried = null)
    {
        (this.database, Shops, From, To, Rules, AsOf) = (database, shops, from, to, rules, asOf);
        Roster = database.People.Roster;
        places = alone ? shops : [.. shops, Store.Shops.Company];
        byPlace = [.. places.Select(s => (IReadOnlyList<AgentDay>)[.. (tried?.Invoke(s) ?? database.Facts.AgentDays(s.Id, from, to)).Select(d => NotYetDue.Without(d, rules.Clock, asOf))])];
        Days = [.. byPlace.SelectMany(days => days)];
        Coverage = new([.. places.SelectMany(s => Spans(database.Coverage.Between(s.Id, from, to)))]);
        Metrics = ShopCatalogue.On(database, rules.Paying, to);
        versions = new(() => [.. shops.SelectMany(s => database.Facts.MadeBy(s.Id, from, to).Select(m => (s.Name, m.Day, m.RuleSetVersion)))]);
        shop = new(() => Totals.OfShop(From, To, Days, Coverage));
    }

    public IReadOnlyList<Shop> Shops { get; }
    public DateOnly From { get; }
    public DateOnly To { get; }
    public RuleSet Rules { get; }
    public Instant AsOf { get; }
    public Roster Roster { get; }
    public IReadOnlyList<AgentDay> Days { get; }
    public Coverage Coverage { get; }
    public CatalogueOfRule Metrics { get; }
    public Totals Shop => shop.Value;

    /// <summary>The versions of each shop's rules that made the days' numbers; more than one where they changed within the period.</summary>
    public IReadOnlyList<(string Shop, int Version)> MadeBy(DateOnly from, DateOnly to) => [.. versions.Value
        .Where(v => v.Day >= from && v.Day <= to).Select(v => (v.Shop, v.Version)).Distinct().OrderBy(v => v.Shop, StringComparer.Ordinal).ThenBy(v => v.Version)];

    /// <summary>
    /// As of nothing in particular: the end of the shops' last covered day of chats or orders, or how far its chats reach while it goes on; never the wall clock. What belongs to people and not to a shop
    /// (duty, training) is with them unless the shops stand alone, as when each has its own row and the rows add up.
    /// </summary>
    public static PeriodFacts Load(Database database, IReadOnlyList<Shop> shops, DateOnly from, DateOnly to, Instant? asOf, bool alone = false)
    {
        var rules = shops.Count == 0 ? RuleSet.Default : database.RuleSets.Current(shops[0].Id, to);
        return new(database, shops, from, to, rules, asOf ?? LastCovered(database, shops, rules), alone);
    }

    /// <summary>The same period with other agent-days for some shops, counted by other rules; a shop without any keeps its own.</summary>
    public PeriodFacts Tried(RuleSet rules, Func<Shop, IReadOnlyList<AgentDay>?> days) => new(database, Shops, From, To, rules, AsOf, places.Count == Shops.Count, days);

    /// <summary>The same period with other agent-days for some shops and other corrections of what belongs to people.</summary>
    public PeriodFacts Corrected(Corrections? company, Func<Shop, IReadOnlyList<AgentDay>?> days, Func<Shop, DateOnly, IReadOnlyList<KeptFinding>?>? findings = null) =>
        new(database, Shops, From, To, Rules, AsOf, places.Count == Shops.Count, days) { TriedCorrections = company, TriedFindings = findings };

    /// <summary>Corrections of points and attendance that are only tried; null takes those that are kept.</summary>
    public Corrections? TriedCorrections { get; private init; }

    /// <summary>What rules find on a shop's day with a correction that is only tried; null where that is what is kept.</summary>
    public Func<Shop, DateOnly, IReadOnlyList<KeptFinding>?>? TriedFindings { get; private init; }

    /// <summary>Some of the period's days, by the same rules and as of the same instant.</summary>
    public PeriodFacts Between(DateOnly from, DateOnly to) => new(this, from, to);

    private PeriodFacts(PeriodFacts whole, DateOnly from, DateOnly to)
    {
        (database, Shops, From, To, Rules, AsOf, Roster, places, Coverage, Metrics) = (whole.database, whole.Shops, from, to, whole.Rules, whole.AsOf, whole.Roster, whole.places, whole.Coverage, whole.Metrics);
        byPlace = [.. whole.byPlace.Select(days => (IReadOnlyList<AgentDay>)[.. days.Where(d => d.Day >= from && d.Day <= to)])];
        Days = [.. byPlace.SelectMany(days => days)];
        (versions, TriedCorrections, TriedFindings) = (whole.versions, whole.TriedCorrections, whole.TriedFindings);
        shop = new(() => Totals.OfShop(From, To, Days, Coverage));
    }

    /// <summary>Everybody who worked in the period or left a trace in it, by name.</summary>
    public IEnumerable<Person> People => Roster.People.Where(p =>
        Roster.HistoryOf(p.Id).Any(e => e.From <= To && (e.To ?? To) >= From) || Days.Any(d => d.Agent == p.Id));

    public Totals TotalsOf(int agent) => TotalsOf(d => d.Agent == agent);

    public Totals TotalsOf(Func<AgentDay, bool> wanted) => Totals.Of(From, To, Days.Where(wanted), Coverage) with { Beside = BesideOf(wanted) };

    public MetricValue Read(Metric metric, Totals own) => Pipeline.Value(metric, own, own.Beside ?? Shop, Rules, AsOf);

    /// <summary>What the shops in which the wanted worked add up to; null where one shop is all there is.</summary>
    public Totals? BesideOf(Func<AgentDay, bool> wanted) => Shops.Count < 2 ? null : Totals.OfShop(From, To, ShopDays(wanted), Coverage);

    /// <summary>The days of the shops in which the wanted worked, and the company's, which belong to no shop.</summary>
    public IReadOnlyList<AgentDay> ShopDays(Func<AgentDay, bool> wanted) =>
        Shops.Count < 2 ? Days : [.. WorkedShops.Of([.. byPlace.Take(Shops.Count)], wanted), .. byPlace.Skip(Shops.Count).SelectMany(days => days)];

    /// <summary>A metric as scoring and pay see it: the value with part and whole, not opened further.</summary>
    public Explained Value(string id, Totals own) => Metrics.Find(id) is { } metric ? Value(metric, own) : Explained.Leaf(id, new(id, id), null, Unit.None);

    /// <summary>A shop's own metric stands over its inputs, each by its value.</summary>
    public Explained Value(Metric metric, Totals own)
    {
        var (id, reading) = (metric.Id, Read(metric, own));
        if (metric.Formula is Computed computed) return ComputedExplanation.Of(reading, computed, [.. computed.Inputs.Select(input => Value(input, own))]);
        var value = reading is { Value: not null, Part: { } part, Whole: { } whole }
            ? Explained.By(id, metric.Name, metric.Unit, Quotient.Instance,
                Explained.Leaf("part", new("部分", "part"), part, Unit.None), Explained.Leaf("whole", new("整体", "whole"), whole, Unit.None))
            : Explained.Leaf(id, metric.Name, reading.Value, metric.Unit);
        return value with { State = reading.State, Confidence = Proportions.Of(reading) };
    }

    /// <summary>A metric of one person opened down to receptions, orders, ratings and reviews.</summary>
    public Explained Explain(string id, int agent) => Explain(id, agent, OpenedOf(agent));

    // Whoever looks through a person's numbers asks for the same person again; of all others nothing is held.
    private FactSet OpenedOf(int agent)
    {
        if (openedLast is { } last && last.Item1 == agent) return last.Item2;
        var facts = FactsOf(agent);
        openedLast = Tuple.Create(agent, facts);
        return facts;
    }

    public Explained Explain(string id, int agent, FactSet own)
    {
        if (Metrics.Find(id) is not { } metric) return Explained.Leaf(id, new(id, id), null, Unit.None);
        var totals = TotalsOf(agent);
        return MetricExplanation.Of(metric, (totals, own), (totals.Beside ?? Shop, ShopFactsOf(agent)), Rules, AsOf);
    }

    private FactSet ShopFactsOf(int agent) => shopFactsOf.GetOrAdd(Shops.Count < 2 ? AgentDay.Shop : agent, _ => ShopFacts(d => d.Agent == agent));

    /// <summary>The shop's own number, opened down to agent-days.</summary>
    public Explained ExplainShop(string id) => Metrics.Find(id) is { } metric
        ? MetricExplanation.Of(metric, (Shop, ShopFacts()), (Shop, ShopFacts()), Rules, AsOf)
        : Explained.Leaf(id, new(id, id), null, Unit.None);

    public FactSet FactsOf(int agent) => FactsOf((int?)agent);

    /// <summary>Everybody's facts one by one; of a large shop they are very many.</summary>
    public FactSet FactsOfAll() => FactsOf(null);

    private FactSet FactsOf(int? agent) => FactSet.Of(
        Shops.SelectMany(s => database.Facts.Receptions(s.Id, From, To, agent)),
        places.SelectMany(s => database.Ledger.Contributions(s.Id, From, To, agent)).Select(c => NotYetDue.Without(c, Rules.Clock, AsOf)).Where(c => !c.Measures.IsEmpty),
        Days.Where(d => agent is null ? d.Agent != AgentDay.Unpaid : d.Agent == agent), NameOf);

    public FactSet ShopFacts() => FactSet.OfAgentDays(Days.Where(d => d.Agent != AgentDay.Unpaid), NameOf);

    /// <summary>Of the shops in which the wanted worked.</summary>
    public FactSet ShopFacts(Func<AgentDay, bool> wanted) => FactSet.OfAgentDays(ShopDays(wanted).Where(d => d.Agent != AgentDay.Unpaid), NameOf);

    public string NameOf(int agent) => agent switch
    {
        AgentDay.Shop => "shop",
        AgentDay.Unbound => "unbound",
        AgentDay.Silent => "silent",
        AgentDay.Flagged => "flagged",
        AgentDay.Late => "late",
        AgentDay.Unpaid => "unpaid",
        _ => Roster.NameOf(agent) ?? "unbound",
    };

    /// <summary>Where neither chats nor orders ever came, whatever came says how far the shop is.</summary>
    private static Instant LastCovered(Database database, IReadOnlyList<Shop> shops, RuleSet rules)
    {
        DateOnly? Last(IEnumerable<Shop> of, IEnumerable<Source> sources) => of.SelectMany(s => sources.Select(source => database.Coverage.Span(s.Id, source)?.Last)).Max();
        var last = Last(shops, [Source.Chat, Source.Orders]) ?? Last(shops.Append(Store.Shops.Company), Enum.GetValues<Source>());
        return last is { } day ? Reached(database, shops, day, rules.Clock.EndOf(day)) : new(0);
    }

    /// <summary>The day's end; where all that came of its chats was exported before that, the day is not over, and it is the moment of the last export.</summary>
    private static Instant Reached(Database database, IReadOnlyList<Shop> shops, DateOnly day, Instant end)
    {
        Instant?[] exported = [.. shops.SelectMany(s => database.Days.Load(s.Id, day, withText: false)?.Sources ?? []).Select(s => s.Exported)];
        return exported.Length > 0 && exported.All(e => e < end) ? exported.Max()!.Value : end;
    }

    private static IEnumerable<(Source, DateOnly, DateOnly)> Spans(IReadOnlySet<(Source Source, DateOnly Day)> covered)
    {
        foreach (var days in covered.GroupBy(c => c.Source))
        {
            DateOnly? first = null;
            foreach (var day in days.Select(d => d.Day).Order())
            {
                first ??= day;
                if (covered.Contains((days.Key, day.AddDays(1)))) continue;
                yield return (days.Key, first.Value, day);
                first = null;
            }
        }
    }
}
