using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Pay;

public sealed class PayTests
{
    private static readonly Month October = new(2026, 10);
    private static readonly BasePay Base = new("base", new("底薪", "base"));
    private static readonly LinearCoefficient Straight = new([new(80m, 0.8m), new(100m, 1.0m)]);

    private static Payee Person(decimal basePay = 4000m, Attendance? attendance = null, Scorecard? card = null, params Adjustment[] adjustments) =>
        new("王雨桐", basePay, attendance, card, Cards.Values(), adjustments);

    private static Attendance Days(decimal due, decimal paid) => new(October, "王雨桐", due, paid);

    private static Payslip Pay(Payee payee, params PayComponent[] components)
    {
        var slip = PayRun.Compute(new("s", 1, default, default, components), October, [payee]).Single();
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        Assert.Equal(slip.Net, slip.Lines.Sum(l => l.Amount));
        return slip;
    }

    private static Scorecard? Card(decimal? score, string? grade = null) =>
        new("王雨桐", "s/p", 1, score, grade, null, [], Explained.Leaf("score", default, score, Unit.Points));

    [Theory]
    [InlineData(23, 22, 3826.09)]   // 4000 × 22 ÷ 23 = 3826.0870
    [InlineData(23, 23, 4000)]
    [InlineData(23, 24, 4000)]      // never over the base
    [InlineData(23, 0, 0)]
    public void Base_pay_is_base_times_paid_over_due(decimal due, decimal paid, decimal net) =>
        Assert.Equal(net, Pay(Person(attendance: Days(due, paid)), Base).Net);

    [Fact]
    public void Without_attendance_the_month_counts_as_attended_and_the_line_says_so()
    {
        var line = Pay(Person(), Base).Lines.Single();
        Assert.Equal(4000m, line.Amount);
        Assert.Equal("no attendance data, counted as fully attended", Assert.Single(line.Notes).En);
        // Another month's attendance is none, and neither are zero days due.
        Assert.Equal(4000m, Pay(Person(attendance: Days(23m, 1m) with { Month = October.Plus(-1) }), Base).Net);
        Assert.Equal(4000m, Pay(Person(attendance: Days(0m, 0m)), Base).Net);
    }

    [Theory]
    [InlineData(80, 1600)]
    [InlineData(100, 2000)]
    [InlineData(90, 1800)]
    [InlineData(110, 2200)]      // the line goes on above 100
    [InlineData(40, 800)]        // and below 80
    [InlineData(82.63, 1652.6)]  // 2000 × 0.8263
    public void A_straight_line_turns_80_into_0_8_and_100_into_1_0(decimal score, decimal pay) =>
        Assert.Equal(pay, Pay(Person(card: Card(score)), new PerformancePay("performance", default, 2000m, Straight, false)).Net);

    [Fact]
    public void Floor_and_cap_hold_the_coefficient()
    {
        PerformancePay Held(decimal floor, decimal? cap) => new("performance", default, 2000m, Straight with { Floor = floor, Cap = cap }, false);
        Assert.Equal(2000m, Pay(Person(card: Card(110m)), Held(0m, 1m)).Net);
        Assert.Equal(1000m, Pay(Person(card: Card(10m)), Held(0.5m, 1m)).Net);
        Assert.Equal(200m, Pay(Person(card: Card(10m)), Held(0m, null)).Net);
    }

    [Fact]
    public void Bands_and_grades_turn_into_coefficients()
    {
        var bands = new BandCoefficient([new(Interval.Parse("x < 80")!, 0m), new(Interval.Parse("x ≥ 80")!, 1.1m)]);
        Assert.Equal(2200m, Pay(Person(card: Card(80m)), new PerformancePay("p", default, 2000m, bands, false)).Net);
        Assert.Equal(0m, Pay(Person(card: Card(79.99m)), new PerformancePay("p", default, 2000m, bands, false)).Net);
        var grades = new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1.2m, ["B"] = 1m });
        Assert.Equal(2400m, Pay(Person(card: Card(80m, "A")), new PerformancePay("p", default, 2000m, grades, false)).Net);
    }

    [Fact]
    public void Without_a_score_performance_pays_nothing_and_says_so()
    {
        Coefficient[] all = [Straight, new BandCoefficient([new(Interval.Parse("x ≥ 0")!, 1m)]),
            new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1m })];
        foreach (var coefficient in all)
            foreach (var card in new[] { null, Card(null) })
            {
                var line = Pay(Person(card: card), new PerformancePay("performance", default, 2000m, coefficient, false)).Lines.Single();
                Assert.Equal(0m, line.Amount);
                Assert.Contains(line.Notes, n => n.En == "no score, so no performance pay");
            }
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void More_days_paid_than_due_count_as_those_due_and_the_line_says_so(int paid, bool said)
    {
        // 4000 × 20 ÷ 20 = 4000, and so with 21.
        var line = Assert.Single(new BasePay("base", new("底薪", "base")).Lines(Person(attendance: Days(20, paid))));
        Assert.Equal((4000m, 4000m, said), (line.Amount, line.Explanation.Recompute(), line.Notes.Count == 1));
        Assert.Equal([4000m, 20m, 20m], line.Explanation.Inputs[0].Inputs.Select(i => i.Value!.Value));
    }

    [Fact]
    public void Performance_pay_follows_the_days_when_prorated()
    {
        var part = new PerformancePay("performance", default, 2000m, Straight, true);
        // 2000 × 22 ÷ 23 × 0.9 = 1721.7391; rounded once, at the end
        Assert.Equal(1721.74m, Pay(Person(attendance: Days(23m, 22m), card: Card(90m)), part).Net);
    }

    [Fact]
    public void Only_what_a_second_person_approved_counts()
    {
        Adjustment Of(AdjustmentKind kind, decimal amount, string reason, string? approved) => new(October, "王雨桐", kind, amount, reason, "组长", approved);
        var slip = Pay(Person(card: null, adjustments:
        [
            Of(AdjustmentKind.Reward, 100m, "冠军", "店长"), Of(AdjustmentKind.Reward, 50m, "建议", null), Of(AdjustmentKind.Reward, 30.5m, "带教", "人事"),
            Of(AdjustmentKind.Penalty, 20m, "错发", "店长"), Of(AdjustmentKind.Penalty, 10m, "迟到", "组长"),
                Of(AdjustmentKind.Reward, 999m, "上月", "店长") with { Month = October.Plus(-1) },
        ]), new RewardPenalty("rp", default));
        // 100 + 30.5 and −20; the unapproved 50, the self-approved 10 and last month's 999 stand outside
        Assert.Equal([("rp.reward", 130.5m), ("rp.penalty", -20m)], slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal("not approved, not counted: 建议, ¥50.00", Assert.Single(slip.Lines[0].Notes).En);
        Assert.Equal("approved by the one who entered it, not counted: 迟到, ¥10.00", Assert.Single(slip.Lines[1].Notes).En);
        Assert.Empty(Pay(Person(), new RewardPenalty("rp", default)).Lines);
        Assert.Equal(0m, Assert.Single(Pay(Person(adjustments: [Of(AdjustmentKind.Reward, 50m, "建议", null)]), new RewardPenalty("rp", default)).Lines).Amount);
    }
}
