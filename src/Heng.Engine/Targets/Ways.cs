using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Targets;

/// <summary>What a way draws from a history, not yet rounded, and from which values; without a number the explanation's note says why.</summary>
internal sealed record Drawn(Explained Number, IReadOnlyList<HistoryValue> From);

internal static class Ways
{
    public static Drawn Of(HistoryWay way, History history)
    {
        if (history.Known.Count == 0) return Without(history, new("这些月份没有数据", "no data in these months"));
        if (way == HistoryWay.Throughput) return Throughput(history);
        if (history.Usable.Count == 0) return Without(history, new("没有出勤过半的月份", "nobody worked half of a month"));
        if (way == HistoryWay.Trimmed && TrimmedMean.CutOf(history.Usable.Count) == 0)
            return Without(history, new($"只有 {history.Usable.Count} 人月，不足 {TrimmedMean.Fewest} 人月，无可截去", $"only {history.Usable.Count} person-months; from {TrimmedMean.Fewest} on there is something to cut"));
        Operation how = way switch { HistoryWay.Median => MedianOf.Instance, HistoryWay.Trimmed => TrimmedMean.Instance, _ => Mean.Instance };
        return new(Explained.By("drawn", HistoryBasis.NameOf(way), history.Unit, how, [.. history.Usable.Select(history.Whole)]), history.Usable);
    }

    /// <summary>Σ values ÷ Σ worked days × the mean of the days due: what one person brings in a month that is worked whole.</summary>
    private static Drawn Throughput(History history)
    {
        if (!history.Sums) return Without(history, new("不是按天累加的数，没有人均产能", "not a number that adds up over days: there is no throughput"));
        HistoryValue[] told = [.. history.Known.Where(v => v.Share is not null)];
        if (told.Sum(v => v.Worked) is not > 0m) return Without(history, new("没有考勤数据，算不出人均产能", "no attendance data, so no throughput"));
        Explained Days(HistoryValue v, decimal? days) => Explained.Leaf(v.Number.Id, v.Number.Label, days, Unit.Days);
        var a = Explained.By("per-day", new("每人每天", "per person and day"), history.Unit, Quotient.Instance,
            Explained.By("sum", new("合计", "sum"), history.Unit, Sum.Instance, [.. told.Select(v => v.Number)]),
            Explained.By("worked", new("出勤天数合计", "days worked together"), Unit.Days, Sum.Instance, [.. told.Select(v => Days(v, v.Worked))]));
        var due = Explained.By("due", new("平均应出勤天数", "mean of the days due"), Unit.Days, Mean.Instance, [.. told.Select(v => Days(v, v.Due))]);
        return new(Explained.By("drawn", HistoryBasis.NameOf(HistoryWay.Throughput), history.Unit, OfDaysDue.Instance, a, due), told);
    }

    public static Drawn Without(History history, Wording why) => new(Explained.Leaf("drawn", new("提议", "proposal"), null, history.Unit) with { Note = why }, []);
}

/// <summary>What a day brings times the days due.</summary>
public sealed record OfDaysDue : Operation
{
    public static readonly OfDaysDue Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] * inputs[1];
    public override Wording Formula => new("合计 ÷ 出勤天数 × 平均应出勤天数", "sum ÷ days worked × mean of the days due");
}

/// <summary>The one in the middle, of an even number the mean of the two.</summary>
public sealed record MedianOf : Operation
{
    public static readonly MedianOf Instance = new();

    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        decimal[] sorted = [.. inputs.OfType<decimal>().Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m;
    }

    public override Wording Formula => new("排序后居中的数", "the one in the middle");
}

/// <summary>The mean without the lowest and the highest tenth, each cut down to whole values: of 10 to 19 one at each end. Of fewer nothing is cut.</summary>
public sealed record TrimmedMean : Operation
{
    public const int Fewest = 10;
    public static readonly TrimmedMean Instance = new();

    public static int CutOf(int count) => count / Fewest;

    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        decimal[] sorted = [.. inputs.OfType<decimal>().Order()];
        var cut = CutOf(sorted.Length);
        return sorted.Length == 0 ? null : sorted[cut..^cut].Average();
    }

    public override Wording Formula => new("两端各截去 10% 后的平均数", "the mean without a tenth at each end");
}
