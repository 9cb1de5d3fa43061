using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>How a number is drawn from history (取数方式).</summary>
public enum HistoryWay : byte { Mean, Median, Trimmed, SameMonthLastYear, Throughput }

/// <summary>Where a target or a balance point comes from (依据): history, somebody's forecast, an agreement, or whose number it is to be drawn level with. It changes no number.</summary>
public abstract record Basis
{
    public abstract Wording Words { get; }
}

/// <summary>Drawn from months that were, both included.</summary>
public sealed record HistoryBasis(HistoryWay Way, Month First, Month Last) : Basis
{
    public override Wording Words
    {
        get
        {
            var way = NameOf(Way);
            return First == Last ? new($"历史：{First} 的{way.Zh}", $"history: {way.En} of {First}") : new($"历史：{First} 至 {Last} 的{way.Zh}", $"history: {way.En} of {First} to {Last}");
        }
    }

    public static Wording NameOf(HistoryWay way) => way switch
    {
        HistoryWay.Mean => new("平均数", "mean"),
        HistoryWay.Median => new("中位数", "median"),
        HistoryWay.Trimmed => new("截尾平均数", "trimmed mean"),
        HistoryWay.SameMonthLastYear => new("上年同月平均数", "mean of the same month last year"),
        _ => new("人均产能", "throughput per person"),
    };
}

/// <summary>What somebody, or something, expects of the market.</summary>
public sealed record ForecastBasis(string By) : Basis
{
    public override Wording Words => new($"预测：{By}", $"forecast: {By}");
}

/// <summary>Agreed with somebody on a day.</summary>
public sealed record AgreementBasis(string With, DateOnly On) : Basis
{
    public override Wording Words => new($"约定：{On:yyyy-MM-dd} 与{With}", $"agreed with {With} on {On:yyyy-MM-dd}");
}

/// <summary>The number of the best (标杆), of the shop or outside it: whose, and of which time.</summary>
public sealed record BenchmarkBasis(string Of) : Basis
{
    public override Wording Words => new($"标杆：{Of}", $"benchmark: {Of}");
}
