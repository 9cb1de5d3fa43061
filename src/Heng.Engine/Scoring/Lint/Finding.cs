using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring.Lint;

/// <summary>An error stops publishing, a warning does not.</summary>
public enum Severity : byte { Error, Warning }

/// <summary>
/// One thing that a plan or pay scheme gets wrong (检查结果). Rule is a stable name of <see cref="LintRules"/>. Place is the path in the file, such as
/// <c>plans/agent/dimensions/results/items/speed/method/bands/1</c>: keys, ids, or numbers counted from 0. Values are those concerned.
/// </summary>
public sealed record Finding(string Rule, Severity Severity, string Place, Wording Reason, Wording Mend)
{
    public IReadOnlyList<Interval> Values { get; init; } = [];

    public static Finding Error(string rule, string place, Wording reason, Wording mend, params IReadOnlyList<Interval> values) =>
        new(rule, Severity.Error, place, reason, mend) { Values = values };

    public static Finding Warning(string rule, string place, Wording reason, Wording mend, params IReadOnlyList<Interval> values) =>
        new(rule, Severity.Warning, place, reason, mend) { Values = values };
}

/// <summary>The names of what the linter looks for; docs/plans.md says what each means. They never change.</summary>
public static class LintRules
{
    public const string BandEmpty = "band-empty", BandOverlap = "band-overlap", BandGap = "band-gap", BandEdgeUnowned = "band-edge-unowned",
        BandUncovered = "band-uncovered", BandUnreachable = "band-unreachable", WeightsNot100 = "weights-not-100", WeightExtreme = "weight-extreme",
        CompositeDividedAgain = "composite-divided-again", RangeNotDeclared = "range-not-declared", PointsOutsideWeight = "points-outside-weight",
        TargetZero = "target-zero", PassUnreachable = "pass-unreachable", PointsNotMonotone = "points-not-monotone", PayNotMonotone = "pay-not-monotone",
        DirectionMissing = "direction-missing", DirectionClash = "direction-clash", UnitClash = "unit-clash", MetricUnknown = "metric-unknown",
        PoolOver100 = "pool-over-100", ConsequencesContradict = "consequences-contradict", FactPunishedTwice = "fact-punished-twice", CapUnreachable = "cap-unreachable", BalanceNotPaid = "balance-not-paid",
        NoiseWithoutRate = "noise-without-rate", NoiseWithoutSample = "noise-without-sample", CommissionGross = "commission-gross",
        PositionTwice = "position-twice", SampleZero = "sample-zero", BalanceZero = "balance-zero", StandardZero = "standard-zero", PromotionsMissing = "promotions-missing",
        VetoAlways = "veto-always", VetoNever = "veto-never", TaxOrder = "tax-order", InsuranceTables = "insurance-tables",
        WithheldWithoutRule = "withheld-without-rule", PoolRoleUnscored = "pool-role-unscored", PoolPositionLeftOut = "pool-position-left-out",
        CommissionBothRefunds = "commission-both-refunds", AwardWithoutCards = "award-without-cards";

    public static readonly IReadOnlyList<string> All =
    [
        BandEmpty, BandOverlap, BandGap, BandEdgeUnowned, BandUncovered, BandUnreachable, WeightsNot100, WeightExtreme, CompositeDividedAgain, RangeNotDeclared,
        PointsOutsideWeight, TargetZero, PassUnreachable, PointsNotMonotone, PayNotMonotone, DirectionMissing, DirectionClash, UnitClash, MetricUnknown, PoolOver100,
        ConsequencesContradict, FactPunishedTwice, CapUnreachable, BalanceNotPaid, NoiseWithoutRate, NoiseWithoutSample, CommissionGross,
        PositionTwice, SampleZero, BalanceZero, StandardZero, PromotionsMissing, VetoAlways, VetoNever, TaxOrder, InsuranceTables,
        WithheldWithoutRule, PoolRoleUnscored, PoolPositionLeftOut, CommissionBothRefunds, AwardWithoutCards,
    ];
}

/// <summary>Values as findings write them: rates in percent, as one would write them into the file.</summary>
internal static class Told
{
    public static string Value(decimal value, Unit? unit) => unit == Unit.Rate ? $"{Shown.Number(value * 100m)}%" : Shown.Number(value);

    public static string Interval(Interval values, Unit? unit) => values switch
    {
        { From: { } only, OwnsFrom: true, OwnsTo: true } when only == values.To => $"x = {Value(only, unit)}",
        { From: { } from, To: { } to } => $"{Value(from, unit)} {Less(values.OwnsFrom)} x {Less(values.OwnsTo)} {Value(to, unit)}",
        { From: { } from } => $"x {(values.OwnsFrom ? '≥' : '>')} {Value(from, unit)}",
        { To: { } to } => $"x {Less(values.OwnsTo)} {Value(to, unit)}",
        _ => "x",
    };

    public static string Bounds(Bounds bounds, Unit? unit = null) =>
        $"[{(bounds.Low is { } low ? Value(Scaling.Round(low, 4), unit) : "−∞")}, {(bounds.High is { } high ? Value(Scaling.Round(high, 4), unit) : "∞")}]";

    private static char Less(bool owns) => owns ? '≤' : '<';
}
