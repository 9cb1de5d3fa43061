using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay.Lint;

/// <summary>What a component can pay in a whole month (金额范围), given the scores that cards come to.</summary>
public static class PayRange
{
    public static Bounds Of(PayComponent component, Bounds scores, Func<KsfIndicator, Interval> values) => component switch
    {
        BasePay { Amount: { } amount } => Bounds.Of(amount),
        BasePay => new(0m, null),
        // Without a score there is no performance pay.
        PerformancePay performance => Bounds.Of(performance.Base).Times(performance.Coefficient.Range(scores)).Or(Bounds.Of(0m)),
        Ksf ksf => Of(ksf, values),
        _ => Bounds.Any,
    };

    public static Bounds Of(KsfIndicator indicator, decimal part, Interval values)
    {
        var (low, high) = (indicator.Low ?? 0m, indicator.High ?? 2m * part);
        decimal? Paid(decimal? end) => end is { } value
            ? Math.Min(Math.Max(part + indicator.PerStep * decimal.Truncate((indicator.Better == Better.Lower ? indicator.Balance - value : value - indicator.Balance) / indicator.Step), low), high)
            : null;
        var (atFrom, atTo) = (Paid(values.From), Paid(values.To));
        return indicator.Better == Better.Lower ? new(atTo ?? low, atFrom ?? high) : new(atFrom ?? low, atTo ?? high);
    }

    private static Bounds Of(Ksf ksf, Func<KsfIndicator, Interval> values)
    {
        var stake = Scaling.Round(ksf.Standard * ksf.AtStake);
        var parts = Split.Of(stake, [.. ksf.Indicators.Select(i => (i.Id, i.Weight))]);
        return ksf.Indicators.Select((indicator, i) => Of(indicator, parts[i], values(indicator))).Aggregate(Bounds.Of(Scaling.Round(ksf.Standard) - stake), (sum, one) => sum.Plus(one));
    }
}
