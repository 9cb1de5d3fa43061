using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class CycleAwardTests
{
    private static readonly Month September = new(2026, 9), December = new(2026, 12);
    private static readonly Coefficient Banded = new BandCoefficient(Slabs(("x < 80", 0m), ("80 ≤ x < 90", 0.4m), ("x ≥ 90", 1m)));

    private static CycleAward ByScore(Cycle cycle = Cycle.Quarter) => new("award", new("季度奖", "award"), cycle, new CycleByScore(500m, false, Banded));
    private static CycleAward ByPlace(AwardTies ties = AwardTies.Each) => new("award", new("季度奖", "award"), Cycle.Quarter, new CycleByPlace([300m, 200m], ties, AwardWithin.Scheme));

    /// <summary>A quarter to September, or a year to December, whose score is the mean of its parts.</summary>
    private static CycleCard Card(string agent, string plan, params decimal?[] parts)
    {
        Explained Score(decimal? value) => Explained.Leaf("score", new("总分", "score"), value, Unit.Points);
        var mean = Explained.By("score", new("总分", "score"), Unit.Points, Mean.Instance, [.. parts.Select(Score)]);
        var (cycle, last) = parts.Length == 4 ? (Cycle.Year, December) : (Cycle.Quarter, September);
        return new(cycle, Period.Ending(cycle, last), new(agent, plan, 1, mean.Value, null, null, [], mean), [.. parts.Select((p, i) => new CardPart(new($"{i}", $"{i}"), new(agent, plan, 1, p, null, null, [], Score(p)), _ => Score(null)))]);
    }

    private static Payee Of(string name, CycleCard? card, string plan = "s/quarter") => Person() with
    {
        Agent = name, Asker = Asker.Of(name, "一组", "front-line", new(September, September), []), Longer = (cycle, last) => card is not null && (card.Cycle, card.Period.Last) == (cycle, last) ? card : null,
    };

    private static IReadOnlyList<Payslip> In(Month month, CycleAward award, params Payee[] people)
    {
        var slips = PayRun.Compute(new("s", 1, default, default, [award]), month, people);
        Assert.All(slips.SelectMany(s => s.Lines), l => Assert.Equal((l.Amount, decimal.Round(l.Amount, 2)), (l.Explanation.Recompute(), l.Amount)));
        return slips;
    }

    [Theory]
    [InlineData(79.99, 0)]
    [InlineData(80, 200)]   // 500 × 0.4
    [InlineData(89.99, 200)]
    [InlineData(90, 500)]
    public void A_quarter_is_paid_by_its_score_in_its_last_month(decimal score, decimal pays) =>
        Assert.Equal(pays, In(September, ByScore(), Of("a", Card("a", "s/q", score, score, score)))[0].Net);

    [Fact]
    public void Other_months_have_no_line_and_the_month_after_pays_where_the_plan_says_so()
    {
        var person = Of("a", Card("a", "s/q", 90m, 90m, 90m));
        Assert.Empty(In(October, ByScore(), person)[0].Lines);
        Assert.Empty(In(September, ByScore() with { Paid = AwardPaid.Next }, person)[0].Lines);
        Assert.Equal(500m, In(October, ByScore() with { Paid = AwardPaid.Next }, person)[0].Net);
        Assert.Equal("2026 Q3: 90 points, 3 of 3 months with a score", In(September, ByScore(), person)[0].Lines[0].Notes[0].En);
    }

    [Fact]
    public void No_card_and_no_score_pay_nothing_and_say_so()
    {
        Assert.Equal(["no card of 2026 Q3", "no score, so nothing is paid"], In(September, ByScore(), Of("a", null))[0].Lines[0].Notes.Select(n => n.En));
        var unscored = In(September, ByScore(), Of("a", Card("a", "s/q", null, null, null)))[0].Lines[0];
        Assert.Equal((0m, "2026 Q3: no score, 0 of 3 months with a score"), (unscored.Amount, unscored.Notes[0].En));
    }

    [Theory]
    [InlineData(3, 0, 0)]         // two of three months: nothing
    [InlineData(2, 0, 500)]       // two are enough
    [InlineData(3, 1, 333.33)]    // 500 × 2 ÷ 3
    public void Fewer_months_with_a_score_pay_what_the_plan_declares(int atLeast, byte fewer, decimal pays) =>
        Assert.Equal(pays, In(September, ByScore() with { PartsAtLeast = atLeast, Fewer = (FewerParts)fewer }, Of("a", Card("a", "s/q", 95m, null, 91m)))[0].Net);

    [Fact]
    public void A_year_pays_months_of_base_and_is_taxed_as_a_year_end_bonus()
    {
        var award = ByScore(Cycle.Year) with { By = new CycleByScore(2m, true, Banded), Paid = AwardPaid.Next, IsYearEnd = true, PartsAtLeast = 4, Fewer = FewerParts.InProportion };
        var person = Of("a", Card("a", "s/y", 90m, 91m, null, 92m)) with { Tax = new TaxYear(1, null, [], [], []) };
        // 4000 × 2 × 1 × 3 ÷ 4 = 6000; ÷ 12 is under 3000 a month: 3 %
        var slip = PayRun.Compute(new("s", 1, default, default, [award, new IncomeTax("tax", default) { YearEnd = BonusTaxed.Apart }]), new(2027, 1), [person])[0];
        Assert.Equal([("award", 6000m, PayKind.YearEnd), ("tax", 0m, PayKind.Tax), ("tax.year-end", -180m, PayKind.YearEndTax)], slip.Lines.Select(l => (l.Id, l.Amount, l.Kind)));
    }

    [Fact]
    public void Champion_and_runner_up_are_those_of_the_quarter_among_cards_of_one_plan()
    {
        var slips = In(September, ByPlace(), Of("a", Card("a", "s/q", 80m, 80m, 80m)), Of("b", Card("b", "s/q", 90m, 90m, 90m)), Of("c", Card("c", "s/other", 70m, 70m, 70m)), Of("d", null));
        Assert.Equal([200m, 300m, 300m, 0m], slips.Select(s => s.Net));
        Assert.Equal("place 2 of 2", slips[0].Lines[0].Notes[1].En);
    }

    [Theory]
    [InlineData(AwardTies.Share, 250)]
    [InlineData(AwardTies.Each, 300)]
    [InlineData(AwardTies.None, 0)]
    public void A_shared_place_is_paid_by_the_declared_rule(AwardTies ties, decimal pays) =>
        Assert.Equal([pays, pays], In(September, ByPlace(ties), Of("a", Card("a", "s/q", 90m, 90m, 90m)), Of("b", Card("b", "s/q", 90m, 90m, 90m))).Select(s => s.Net));

    [Fact]
    public void Who_has_too_few_months_takes_no_place_from_others()
    {
        var slips = In(September, ByPlace() with { PartsAtLeast = 2 }, Of("a", Card("a", "s/q", 80m, 80m, 80m)), Of("b", Card("b", "s/q", 99m, null, null)));
        Assert.Equal([300m, 0m], slips.Select(s => s.Net));
        Assert.Equal("fewer than 2 months with a score, so nothing is paid", slips[1].Lines[0].Notes[1].En);
    }

    [Fact]
    public void A_better_quarter_never_pays_less()
    {
        foreach (var award in new[] { ByScore(), ByScore() with { PartsAtLeast = 3, Fewer = FewerParts.InProportion }, ByScore() with { By = new CycleByScore(1.5m, true, new LinearCoefficient([new(60m, 0m), new(100m, 1.3m)])) }, ByPlace(), ByPlace(AwardTies.Share) })
            foreach (var third in new decimal?[] { null, 85m })
            {
                var before = 0m;
                for (var score = 50m; score <= 110m; score += 0.5m)
                {
                    var net = In(September, award, Of("a", Card("a", "s/q", score, score, third)), Of("b", Card("b", "s/q", 80m, 80m, 80m)), Of("c", Card("c", "s/q", 80m, 80m, 80m)))[0].Net;
                    Assert.True(net >= before, $"{award.By} at {score}: {net} under {before}");
                    before = net;
                }
            }
    }
}
