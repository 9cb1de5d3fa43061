using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>
/// Something that takes points or pay away for faults that are counted: an item, an indicator, a component; with the faults that it reads, each by a stable name and in words.
/// </summary>
public sealed record FactReader(string Place, Wording Name, IReadOnlyDictionary<string, Wording> Faults)
{
    public static readonly IReadOnlyDictionary<string, Wording> None = new Dictionary<string, Wording>();

    public static FactReader Of(string place, Item item, Func<string, Metric?> metrics) => new(place, item.Name, item.Source switch
    {
        FromMetric source when metrics(source.Metric) is { } metric => FaultsOf(metric),
        FromCauses causes => causes.Causes.SelectMany(c => OfCause(c, metrics)).DistinctBy(f => f.Key).ToDictionary(StringComparer.Ordinal),
        _ => None,
    });

    /// <summary>What makes a metric worse when it happens. Of a ratio only its part is a fault; full attendance is lost by each thing that breaks it.</summary>
    public static IReadOnlyDictionary<string, Wording> FaultsOf(Metric metric) =>
        Read(metric).Where(p => metric.Better == Better.Lower || p == Primitive.FullMonths).SelectMany(p => p == Primitive.FullMonths ? BreakFullAttendance : [Kind(p)])
            .Distinct().ToDictionary(p => $"{p}", PrimitiveWords.Of, StringComparer.Ordinal);

    private static readonly Primitive[] BreakFullAttendance =
        [Primitive.LateTimes, Primitive.EarlyTimes, Primitive.AbsentDays, Primitive.LeaveThousandths, Primitive.MissingPunches];

    /// <summary>A cause is a fault whichever side of its metric is better.</summary>
    private static IEnumerable<KeyValuePair<string, Wording>> OfCause(Cause cause, Func<string, Metric?> metrics) => metrics(cause.Asked) is { } metric
        ? Read(metric).Select(Kind).Distinct().Select(p => KeyValuePair.Create($"{p}", PrimitiveWords.Of(p)))
        : [KeyValuePair.Create(cause.Asked, cause.Name)];

    private static IEnumerable<Primitive> Read(Metric metric) => metric.Formula switch
    {
        Total total => Counted(total.Terms),
        RatioOf ratio => Counted(ratio.Part),
        LargestOf largest => [largest.Primitive],
        Computed own => own.Inputs.Where(i => i.Better != Better.Higher).SelectMany(Read),
        _ => [],
    };

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

    /// <summary>Of those behind each is named once, with the first that counts the same.</summary>
    /// <param name="behind">May be the same row as the first: then nobody is looked at beside themselves.</param>
    public static IEnumerable<Finding> Pairs(IReadOnlyList<FactReader> first, IReadOnlyList<FactReader> behind)
    {
        var named = new HashSet<int>();
        for (var i = 0; i < first.Count; i++)
            for (var j = ReferenceEquals(first, behind) ? i + 1 : 0; j < behind.Count; j++)
                if (!named.Contains(j) && first[i].Faults.Where(f => behind[j].Faults.ContainsKey(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value).ToArray() is { Length: > 0 } shared)
                {
                    named.Add(j);
                    yield return Twice(first[i], behind[j], shared);
                }
    }

    private static Finding Twice(FactReader first, FactReader second, Wording[] shared)
    {
        var (zh, en) = (string.Join("、", shared.Select(f => f.Zh)), string.Join(", ", shared.Select(f => f.En)));
        return Finding.Warning(LintRules.FactPunishedTwice, second.Place,
            new($"一事两罚：{first.Name.Zh} 与 {second.Name.Zh} 都计 {zh}", $"the same fact twice: {first.Name.En} and {second.Name.En} both count {en}"),
            new("只在一处计入", "let one of them count it"));
    }
}
