using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Something that takes points or pay away for faults that are counted: an item, an indicator, a component; with the faults that it reads.</summary>
public sealed record FactReader(string Place, Wording Name, IReadOnlySet<Primitive> Faults)
{
    public static FactReader Of(string place, Item item, Func<string, Metric?> metrics) =>
        new(place, item.Name, item.Source is FromMetric source && metrics(source.Metric) is { } metric ? FaultsOf(metric) : new HashSet<Primitive>());

    /// <summary>What makes a metric worse when it happens. Of a ratio only its part is a fault; full attendance is lost by each thing that breaks it.</summary>
    public static IReadOnlySet<Primitive> FaultsOf(Metric metric)
    {
        IEnumerable<Primitive> read = metric.Formula switch
        {
            Total total => Counted(total.Terms),
            RatioOf ratio => Counted(ratio.Part),
            LargestOf largest => [largest.Primitive],
            Computed own => own.Inputs.Where(i => i.Better != Better.Higher).SelectMany(FaultsOf),
            _ => [],
        };
        if (metric.Better != Better.Lower) read = read.Where(p => p == Primitive.FullMonths);
        return read.SelectMany(p => p == Primitive.FullMonths ? BreakFullAttendance : [Kind(p)]).ToHashSet();
    }

    private static readonly Primitive[] BreakFullAttendance =
        [Primitive.LateTimes, Primitive.EarlyTimes, Primitive.AbsentDays, Primitive.LeaveThousandths, Primitive.MissingPunches];

    private static IEnumerable<Primitive> Counted(Terms terms) => terms.Items.Where(t => t.Times > 0).Select(t => t.Primitive);

    /// <summary>How often and how long are the same fault.</summary>
    private static Primitive Kind(Primitive primitive) => primitive switch
    {
        Primitive.LateSeconds or Primitive.SevereLateTimes => Primitive.LateTimes,
        Primitive.EarlySeconds => Primitive.EarlyTimes,
        _ => primitive,
    };
}

/// <summary>The same fact punished twice (一事两罚): two ways from one counted fault to points, or to pay.</summary>
public static class FactLint
{
    /// <summary>Two items of one card.</summary>
    public static IEnumerable<Finding> WithinCard(IReadOnlyList<FactReader> items) => Pairs(items, items);

    /// <param name="behind">May be the same row as the first: then each pair is looked at once.</param>
    public static IEnumerable<Finding> Pairs(IReadOnlyList<FactReader> first, IReadOnlyList<FactReader> behind)
    {
        for (var i = 0; i < first.Count; i++)
            for (var j = ReferenceEquals(first, behind) ? i + 1 : 0; j < behind.Count; j++)
                if (first[i].Faults.Intersect(behind[j].Faults).ToArray() is { Length: > 0 } shared)
                    yield return Twice(first[i], behind[j], shared);
    }

    private static Finding Twice(FactReader first, FactReader second, Primitive[] shared)
    {
        var (zh, en) = (string.Join("、", shared.Order().Select(p => PrimitiveWords.Of(p).Zh)), string.Join(", ", shared.Order().Select(p => PrimitiveWords.Of(p).En)));
        return Finding.Warning(LintRules.FactPunishedTwice, second.Place,
            new($"一事两罚：{first.Name.Zh} 与 {second.Name.Zh} 都计 {zh}", $"the same fact twice: {first.Name.En} and {second.Name.En} both count {en}"),
            new("只在一处计入", "let one of them count it"));
    }
}
