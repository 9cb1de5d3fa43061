using Heng.Engine.Statistics;

namespace Heng.Engine.Tests.Statistics;

public sealed class AgreementTests
{
    private static IReadOnlyList<(string, string)> Pairs(params (string A, string B, int Times)[] told) => [.. told.SelectMany(t => Enumerable.Repeat((t.A, t.B), t.Times))];

    [Fact]
    public void Kappa_takes_off_what_chance_alone_would_give()
    {
        // 20 pairs, 14 the same: raw 0.7. Each says fine 13 times and found 7: chance (13 × 13 + 7 × 7) ÷ 400 = 0.545. (0.7 − 0.545) ÷ 0.455 = 0.340659.
        var found = Agreement.Of(Pairs(("fine", "fine", 10), ("found", "found", 4), ("fine", "found", 3), ("found", "fine", 3)));
        Assert.Equal((20, 14, 0.7m, 0.340659m, false), (found.Pairs, found.Same, found.Raw, found.Kappa, found.IsTooFew));
    }

    [Fact]
    public void One_pair_fewer_than_twenty_is_too_few() => Assert.True(Agreement.Of(Pairs(("a", "a", 10), ("b", "b", 9))).IsTooFew);

    [Fact]
    public void Where_everybody_always_says_the_same_there_is_no_kappa() => Assert.Equal((1m, (decimal?)null), Agreement.Of(Pairs(("fine", "fine", 30))) is var all ? (all.Raw!.Value, all.Kappa) : default);

    [Fact]
    public void Worse_than_chance_is_below_0() => Assert.Equal(-1m, Agreement.Of(Pairs(("a", "b", 5), ("b", "a", 5))).Kappa);

    [Fact]
    public void Without_a_pair_there_is_nothing_to_say() => Assert.Equal((0, (decimal?)null, (decimal?)null), Agreement.Of(Pairs()) is var none ? (none.Pairs, none.Raw, none.Kappa) : default);

    [Fact]
    public void An_inspector_is_compared_with_the_others_of_the_same_strata_alone()
    {
        // 甲: 0.8 and 0.6, the others 1 and 0.8: 0.7 − 0.9 = −0.2. Squares 0.02 + 0.02 over 2 degrees: 0.02; × (½ + ½), root 0.141421, × 4.303 = 0.608536.
        // What 甲 inspected where nobody else did is in All alone.
        var found = Strictness.Of([new("甲", "s", 0.8m), new("甲", "s", 0.6m), new("乙", "s", 1m), new("丙", "s", 0.8m), new("甲", "alone", 0m)])[2];
        Assert.Equal(("甲", 3, 2, 0.7m, 0.9m, -0.2m, StrictnessVerdict.TooFew), (found.Inspector, found.All, found.N, found.Mean, found.Others, found.Difference, found.Verdict));
        Assert.Equal((-0.808536m, 0.408536m), (found.Within!.Value.Low, found.Within.Value.High));
    }

    [Fact]
    public void Who_was_given_harder_ones_is_not_called_strict()
    {
        // 10 of a hard stratum at 0.5 and 0.7 by turns, as the other's there; the other's easy ones at 1 are nobody's to compare.
        var shares = Enumerable.Range(0, 10).SelectMany(i => new InspectedShare[] { new("甲", "hard", i % 2 == 0 ? 0.5m : 0.7m), new("乙", "hard", i % 2 == 0 ? 0.7m : 0.5m), new("乙", "easy", 1m) }).ToArray();
        Assert.Equal((0m, StrictnessVerdict.Usual), Strictness.Of(shares).First(s => s.Inspector == "甲") is var one ? (one.Difference!.Value, one.Verdict) : default);
    }

    [Theory]
    [InlineData(10, StrictnessVerdict.Strict)]
    [InlineData(9, StrictnessVerdict.TooFew)]
    public void From_ten_on_there_is_a_verdict(int count, StrictnessVerdict verdict)
    {
        var shares = Enumerable.Range(0, count).SelectMany(i => new InspectedShare[] { new("甲", "s", 0.5m + i % 2 * 0.02m), new("乙", "s", 0.9m + i % 2 * 0.02m) }).ToArray();
        Assert.Equal(verdict, Strictness.Of(shares).First(s => s.Inspector == "甲").Verdict);
    }
}
