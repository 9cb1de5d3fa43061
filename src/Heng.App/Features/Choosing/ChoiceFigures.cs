using Heng.App.Features.Months;
using Heng.App.Features.Simulation;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>A metric between the people of a position, each by one value over the whole time, a sum by its mean month (PerMonth); Lack says why nobody has one.</summary>
public sealed record MetricFigures(BetweenPeople Between, Wording? Lack, bool PerMonth);

/// <summary>What the shop's own last months say of the indicators in question (近三个月).</summary>
public sealed record ChoiceFigures(IReadOnlyList<Month> Months, int People, IReadOnlyDictionary<string, MetricFigures> ByMetric)
{
    public const int MostMonths = 3;
    public static readonly ChoiceFigures None = new([], 0, new Dictionary<string, MetricFigures>());

    /// <param name="position">Of those who were in it at any time of the months.</param>
    public static ChoiceFigures Of(Database database, string position, IEnumerable<string> metrics)
    {
        var shops = database.Shops.All;
        if (DraftRehearsal.Available(database, shops, MostMonths) is not { Count: > 0 } months) return None;
        var facts = PeriodFacts.Load(database, shops, months[0].First, months[^1].Last, asOf: null);
        var numbers = new AskedNumbers(facts, new(database, facts), new(database, facts));
        OnePerson[] people = [.. facts.Roster.People
            .Where(p => facts.Roster.HistoryOf(p.Id).Any(e => e.Position == position && e.From <= facts.To && (e.To ?? facts.To) >= facts.From))
            .Select(p => new OnePerson(numbers.Of(p, opened: null), months.Count(m => facts.Roster.In(p.Id, m) is not null)))];
        return new(months, people.Length, metrics.Distinct(StringComparer.Ordinal).Select(facts.Metrics.Find).OfType<Metric>().ToDictionary(m => m.Id, m => Of(m, people, facts), StringComparer.Ordinal));
    }

    private sealed record OnePerson(Func<string, Explained> Number, int Months);

    private static MetricFigures Of(Metric metric, OnePerson[] people, PeriodFacts facts)
    {
        var sums = Sums(metric);
        var between = BetweenPeople.Of(metric, [.. people.Select(p => p.Number(metric.Id).Value is not { } value ? (decimal?)null : sums ? value / Math.Max(1, p.Months) : value)]);
        return new(between, between.WithValue > 0 ? null : LackOf(metric, facts), sums);
    }

    /// <summary>What grows with the months it is looked at over; a plan scores one of them.</summary>
    private static bool Sums(Metric metric) => metric.Formula is Total || (metric.Formula is NoSource && metric.Unit is (Unit.Yuan or Unit.Times or Unit.People or Unit.Orders or Unit.Pieces or Unit.Days));

    private static Wording LackOf(Metric metric, PeriodFacts facts) => metric.Formula switch
    {
        NoSource { Source: "店铺数" } => new("没有导入店铺数报表", "no shop numbers were imported"),
        NoSource none => new($"尚无来源：{none.Source}", $"no source brings it yet: {none.Source}"),
        Computed => new("所用的指标没有数据", "the metrics it is made of have no data"),
        _ when facts.Coverage.Lacking(metric.Source, facts.From, facts.To) is { Count: > 0 } lacking => NotImported(lacking),
        _ when facts.Coverage.LastDay(metric.Source, facts.From, facts.To) is null => new("所需的文件没有同一天的", "the files it needs share no day"),
        _ => new("有文件，但没有人有这个数", "files came, but nobody has this number"),
    };

    private static Wording NotImported(IReadOnlyList<Source> lacking)
    {
        Wording[] files = [.. lacking.Select(FileWords.Of)];
        return new($"没有导入{string.Join("、", files.Select(f => f.Zh))}", $"not imported: {string.Join(", ", files.Select(f => f.En))}");
    }
}
