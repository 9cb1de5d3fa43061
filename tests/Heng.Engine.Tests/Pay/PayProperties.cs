using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Pay;

public sealed class PayProperties
{
    private static readonly Month October = new(2026, 10);

    private static decimal Value(int seed) => Math.Abs(seed % 30_000) / 100m;

    private static KsfIndicator Indicator(string id, decimal weight, Better better) =>
        new(id, new(id, id), weight, new(new(id), null), better, 120m, 7m, 13.37m, null, null);

    private static readonly Ksf Ksf = new("ksf", new("KSF", "KSF"), 3333.33m, 0.7m, true,
        [Indicator("consulted", 33.33m, Better.Higher), Indicator("average-response", 33.34m, Better.Lower), Indicator("received", 33.33m, Better.Higher)]);

    private static readonly PayScheme Scheme = new("s", 1, default, default,
    [
        new BasePay("base", default), new PerformancePay("performance", default, 1999.99m, new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)]), true),
            Ksf, new RewardPenalty("rp", default),
            new Commission("commission", default, new("consulted"), CommissionWay.Marginal, Paid.Slabs(("x≤99.9", 1.37m), ("x>99.9", 0.13m))) { Round = Rounding.HalfEven },
            new PerPoint("points", default, new("average-response"), Better.Lower, 150m, 1m, 0.77m) { Whole = false, Low = -20m, High = 90m },
            new RankAward("award", default, null, Better.Higher, [30m, 20m], AwardTies.Share),
    ]);

    private static Payee Person(string name, int score, int days, params (string, decimal)[] values) =>
        new(name, 4001.01m, new(October, name, 23m, Math.Abs(days % 24)),
            new(name, "s/p", 1, Value(score), null, null, [], Explained.Leaf("score", default, Value(score), Unit.Points)), Cards.Values(values),
            [new(October, name, AdjustmentKind.Reward, 10.01m, "a", "x", "y"), new(October, name, AdjustmentKind.Penalty, 3.03m, "b", "x", "y"), new(October, name, AdjustmentKind.Deduction, 7.77m, "c", "x", "y")]);

    private static Payslip Pay(Payee payee) => PayRun.Compute(Scheme, October, [payee]).Single();

    [Fact]
    public void Net_is_the_sum_of_the_lines_and_every_line_recomputes_and_ends_at_the_fen() => Prop.ForAll<int, int, int>((score, days, value) =>
    {
        var slip = Pay(Person("a", score, days, ("consulted", Value(value)), ("average-response", Value(score))));
        return slip.Net == slip.Lines.Sum(l => l.Amount)
            && slip.Lines.All(l => l.Explanation.Recompute() == l.Amount && decimal.Round(l.Amount, 2) == l.Amount);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_their_balance_points_the_indicators_pay_exactly_what_is_at_stake() => Prop.ForAll<int, int, int>((standard, share, days) =>
    {
        var ksf = Ksf with { Standard = Value(standard) * 30m, AtStake = (1 + Math.Abs(share % 100)) / 100m };
        var lines = PayRun.Compute(new("s", 1, default, default, [ksf]), October, [Person("a", 0, days)]).Single().Lines;
        var due = Math.Round(ksf.Standard * Math.Abs(days % 24) / 23m, 2, MidpointRounding.AwayFromZero);
        var stake = Math.Round(due * ksf.AtStake, 2, MidpointRounding.AwayFromZero);
        return lines.Where(l => l.Id != "ksf.fixed").Sum(l => l.Amount) == stake && lines.Sum(l => l.Amount) == due;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_value_never_pays_less() => Prop.ForAll<int, int, int>((a, b, days) =>
    {
        var (low, high) = (Math.Min(Value(a), Value(b)), Math.Max(Value(a), Value(b)));
        var more = Pay(Person("a", 0, days, ("consulted", low))).Net <= Pay(Person("a", 0, days, ("consulted", high))).Net;
        var sooner = Pay(Person("a", 0, days, ("average-response", high))).Net <= Pay(Person("a", 0, days, ("average-response", low))).Net;
        var (less, best) = (Math.Min(Math.Abs(a % 30_000), Math.Abs(b % 30_000)), Math.Max(Math.Abs(a % 30_000), Math.Abs(b % 30_000)));
        var scored = Pay(Person("a", less, days)).Net <= Pay(Person("a", best, days)).Net;
        return more && sooner && scored;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Permuting_people_and_adjustments_changes_nothing() => Prop.ForAll<int[]>(seeds =>
    {
        var people = seeds.Take(9).Select((s, i) => Person($"p{i}", s, s, ("consulted", Value(s)))).ToArray();
        var turned = people.Reverse().Select(p => p with { Adjustments = [.. p.Adjustments.Reverse()] }).ToArray();
        return Shown(PayRun.Compute(Scheme, October, people)) == Shown(PayRun.Compute(Scheme, October, turned));
    }).QuickCheckThrowOnFailure();

    private static string Shown(IEnumerable<Payslip> slips) =>
        string.Join('\n', slips.Select(s =>
            FormattableString.Invariant($"{s.Agent} {s.Net} {string.Join(',', s.Lines.Select(l => FormattableString.Invariant($"{l.Id}={l.Amount}")))}")));
}
