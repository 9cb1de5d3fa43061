using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Simulation;

namespace Heng.Engine.Tests.Pay;

/// <summary>What holds for every payslip of every month, whatever people, plan and scheme: from metrics through cards to pay.</summary>
public sealed class PayMonthProperties
{
    [Fact]
    public void Net_is_the_sum_of_lines_rounded_to_the_fen_and_each_lines_leaves_give_it_again() => Seeds.Each(seed =>
    {
        foreach (var slip in new PayMonth(seed).Slips)
        {
            Assert.Equal(slip.Lines.Sum(l => l.Amount), slip.Net);
            Assert.All(slip.Lines, l => Assert.Equal((l.Id, l.Amount, decimal.Round(l.Amount, 2)), (l.Id, l.Explanation.Recompute(), l.Amount)));
            Assert.Equal(slip.Lines.Count, slip.Lines.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count());
        }
    });

    [Fact]
    public void Wage_bonus_and_deductions_less_insurance_and_tax_are_the_net_and_neither_ever_pays_anything() => Seeds.Each(seed =>
    {
        foreach (var slip in new PayMonth(seed).Slips)
        {
            decimal Sum(Func<PayKind, bool> of) => slip.Lines.Where(l => of(l.Kind)).Sum(l => l.Amount);
            var (wage, bonus, lost) = (Sum(k => k.IsWage()), Sum(k => k == PayKind.YearEnd), Sum(k => k == PayKind.Deduction));
            var (insured, taxed) = (Sum(k => k == PayKind.Insurance), Sum(k => k is PayKind.Tax or PayKind.YearEndTax or PayKind.TaxUnknown));
            Assert.Equal(slip.Net, wage + bonus + lost + insured + taxed);
            Assert.All(slip.Lines.Where(l => TakenOff(l.Kind)), l => Assert.True(l.Amount <= 0m, $"{slip.Agent} {l.Id} {l.Amount}"));
            // What the next month's tax goes on from is what stands on this payslip.
            if (TaxedMonth.Of(PayMonth.October, [.. slip.Lines.Select(l => (l.Kind, l.Amount))]) is { } sealedMonth)
                Assert.Equal((sealedMonth.BonusApart ? wage : wage + bonus, -insured, -Sum(k => k == PayKind.Tax)), (sealedMonth.Income, sealedMonth.Insurance, sealedMonth.Withheld));
        }
    });

    [Fact]
    public void Pools_are_paid_and_withheld_and_undistributed_and_what_is_paid_stands_on_the_payslips()
    {
        var divided = 0;
        Seeds.Each(seed =>
        {
            var month = new PayMonth(seed);
            var (payees, slips) = (month.Payees, month.Slips);
            foreach (var pool in PayRun.Pools(month.Scheme, PayMonth.October, payees).Where(p => p.Amount is not null))
            {
                divided++;
                Assert.Equal(pool.Amount, pool.Paid + pool.Withheld + pool.Undistributed);
                Assert.Equal(pool.Paid, slips.SelectMany(s => s.Lines).Where(l => l.Id == pool.Pool.Id).Sum(l => l.Amount));
            }
        });
        Assert.True(divided > Seeds.Count / 10);
    }

    [Fact]
    public void The_order_of_people_and_of_adjustments_changes_nothing() => Seeds.Each(seed =>
    {
        var month = new PayMonth(seed);
        var payees = month.Payees;
        var turn = seed % payees.Count;
        Payee[] turned = [.. payees.Skip(turn).Concat(payees.Take(turn)).Reverse().Select(p => p with { Adjustments = [.. p.Adjustments.Reverse()] })];
        Assert.Equal(Shown(PayRun.Compute(month.Scheme, PayMonth.October, payees)), Shown(PayRun.Compute(month.Scheme, PayMonth.October, turned)));
    });

    [Fact]
    public void Whom_no_award_and_no_pool_compares_is_paid_alone_as_among_the_others() => Seeds.Each(seed =>
    {
        var month = new PayMonth(seed);
        var apart = month.Scheme with { Components = [.. month.Scheme.Components.Where(c => c is not (RankAward or Pool or CycleAward))] };
        var payees = month.Payees;
        var one = payees[seed % payees.Count];
        Assert.Equal(Shown(PayRun.Compute(apart, PayMonth.October, payees).Where(s => s.Agent == one.Agent)), Shown(PayRun.Compute(apart, PayMonth.October, [one])));
    });

    [Fact]
    public void A_better_value_never_pays_less_before_tax_unless_the_plan_says_so()
    {
        var (better, more) = (0, 0);
        Seeds.Each(seed =>
        {
            var month = new PayMonth(seed);
            var person = month.People[seed % month.People.Count];
            var metric = Moves[seed / 7 % Moves.Length];
            if (person.Scored.Metric(metric.Asked).Value is not { } value) return;
            bool Own(Payslip slip) => slip.Agent == person.Agent;
            var step = (1 + seed % 97) * metric.Step;
            var (payees, slips) = month.If(person.Agent, metric.Asked, metric.Better == Better.Lower ? Math.Max(0m, value - step) : value + step);
            if (SaysSo(month, metric, month.Payees.Single(p => p.Agent == person.Agent).Card, payees.Single(p => p.Agent == person.Agent).Card)) return;
            var (before, after) = (BeforeTax(month.Slips, person.Agent), BeforeTax(slips, person.Agent));
            better++;
            if (after > before) more++;
            Assert.True(after >= before, FormattableString.Invariant($"{person.Agent} {metric.Asked} {value} by {step}: {before} → {after}\n{Shown(month.Slips.Where(Own))}\n{Shown(slips.Where(Own))}"));
        });
        // Most months are compared, and in many the better value pays more.
        Assert.True(better > Seeds.Count / 3 && more > better / 4, $"{better} of {Seeds.Count} compared, {more} paid more");
    }

    private static readonly (string Asked, Better Better, decimal Step)[] Moves =
    [
        ("consulted", Better.Higher, 1m), ("average-response", Better.Lower, 1m), ("consult-conversion", Better.Higher, 0.01m), ("sales", Better.Higher, 1.37m), ("workdays", Better.Higher, 1m), ("overtime-workday", Better.Higher, 3600m),
    ];

    /// <summary>A gate, a line or a table of the plan by which a better number is worth less.</summary>
    private static bool SaysSo(PayMonth month, (string Asked, Better Better, decimal Step) moved, Scorecard? before, Scorecard? after)
    {
        var items = month.Version.Plans.SelectMany(p => p.Items).Where(i => i.Source is FromMetric metric && metric.Asked == moved.Asked).ToArray();
        var lower = moved.Better == Better.Lower;
        return lower && items.Any(i => i.Method is Linear || month.Version.Plans.SelectMany(p => p.Gates).Any(g => g.Subject is OfItem { Points: false } of && of.Item == i.Id))
            // A veto finishes a card that waits for somebody's mark; the better number lifts the veto, and the card waits again.
            || before?.Score is not null && after is { Score: null } && month.Version.Plans.Any(p => p.Gates.Count > 0 && p.Items.Any(i => i.Missing == MissingRule.Block))
            || month.Scheme.Components.Any(c => c is RankAward { Ties: AwardTies.None })
            || month.Scheme.Components.OfType<PerformancePay>().Any(p => p.Coefficient is BandCoefficient bands && before?.Score is { } low && after?.Score is { } high && bands.At(low, null) is not null && bands.At(high, null) is null);
    }

    private static decimal BeforeTax(IEnumerable<Payslip> slips, string agent) => slips.Single(s => s.Agent == agent).Lines.Where(l => !TakenOff(l.Kind)).Sum(l => l.Amount);

    private static bool TakenOff(PayKind kind) => kind is PayKind.Insurance or PayKind.Tax or PayKind.YearEndTax or PayKind.TaxUnknown;

    private static string Shown(IEnumerable<Payslip> slips) => string.Join('\n', slips.Select(s => FormattableString.Invariant(
        $"{s.Agent} {s.Net} {string.Join(',', s.Lines.Select(l => FormattableString.Invariant($"{l.Id}={l.Amount} {l.Kind} {string.Join('/', l.Notes.Select(n => n.En))}")))}")));
}
