using System.Globalization;
using Heng.Engine.Statistics;

namespace Heng.Engine.Tests.Statistics;

public sealed class GoodnessOfFitTests
{
    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    private static decimal[] Equal(int cells) => [.. Enumerable.Repeat(1m, cells)];

    // Mendel, 1866: 556 peas, due 9:3:3:1 = 312.75, 104.25, 104.25, 34.75. (2.25² ÷ 312.75) + (3.75² ÷ 104.25) + (3.25² ÷ 104.25) + (2.75² ÷ 34.75) = 0.470024; published p 0.925.
    [Fact]
    public void Mendels_peas_fit_as_published()
    {
        var fit = GoodnessOfFit.Of([315, 108, 101, 32], [9m, 3m, 3m, 1m]);
        Assert.Equal((FitBy.ChiSquare, 0.470024m, 3), (fit.By, fit.Statistic!.Value, fit.Freedom));
        Assert.Equal(0.925m, Math.Round(fit.P!.Value, 3));
    }

    // A die thrown 60 times, each face due 10: (25 + 4 + 1 + 4 + 0 + 100) ÷ 10 = 13.4; published p 0.01990 with 5 degrees of freedom.
    [Fact]
    public void A_loaded_die_is_found()
    {
        var fit = GoodnessOfFit.Of([5, 8, 9, 8, 10, 20], Equal(6));
        Assert.Equal((FitBy.ChiSquare, 13.4m, 5), (fit.By, fit.Statistic!.Value, fit.Freedom));
        Assert.Equal(0.0199m, Math.Round(fit.P!.Value, 4));
    }

    // With two degrees of freedom p is e^(−x ÷ 2): (10 − 15)² ÷ 15 + (20 − 15)² ÷ 15 + 0 = 10 ÷ 3, p = e^(−5 ÷ 3) = 0.188876.
    [Fact]
    public void Of_three_cells_p_is_the_exponential() => Assert.Equal(new(FitBy.ChiSquare, 3.333333m, 2, 0.188876m), GoodnessOfFit.Of([10, 20, 15], Equal(3)));

    // The critical values of the tables: 3.841459 (1), 5.991465 (2) at 0.05.
    [Theory]
    [InlineData("50", "50", "0", "1")]
    [InlineData("40", "60", "4", "0.045500")]
    public void Of_two_cells_it_is_the_square_of_a_normal(string one, string other, string statistic, string p)
    {
        var fit = GoodnessOfFit.Of([(int)Number(one), (int)Number(other)], Equal(2));
        Assert.Equal((Number(statistic), Number(p)), (fit.Statistic!.Value, fit.P!.Value));
    }

    // Due 10 ÷ 3 each, under 5. All three in one cell: 3 outcomes of 1 ÷ 27 are as unlikely: 3 ÷ 27.
    // 9 and 1 of ten, due 5 and 5, is the distribution's; due 4.5 of nine, 8 and 1: (1 + 9 + 9 + 1) ÷ 512 = 0.039063.
    [Fact]
    public void Few_are_judged_by_going_through_every_outcome()
    {
        Assert.Equal(new(FitBy.Exact, 6m, 2, 0.111111m), GoodnessOfFit.Of([3, 0, 0], Equal(3)));
        Assert.Equal((FitBy.Exact, 0.039063m), (GoodnessOfFit.Of([8, 1], Equal(2)).By, GoodnessOfFit.Of([8, 1], Equal(2)).P!.Value));
    }

    [Fact]
    public void Five_due_in_each_cell_is_enough_and_one_less_is_not()
    {
        Assert.Equal(FitBy.ChiSquare, GoodnessOfFit.Of([9, 1], Equal(2)).By);
        Assert.Equal(FitBy.Exact, GoodnessOfFit.Of([8, 1], Equal(2)).By);
    }

    [Fact]
    public void What_is_too_little_to_judge_by_has_no_p()
    {
        Assert.Equal(new(FitBy.TooFew, null, 0, null), GoodnessOfFit.Of([7], Equal(1)));
        Assert.Equal(new(FitBy.TooFew, null, 2, null), GoodnessOfFit.Of([0, 0, 0], Equal(3)));
        // 40 in 12 cells fall in 47,626,016,970 ways: too many to go through, and 3.3 due in each is too few for the distribution.
        Assert.Equal((FitBy.TooFew, null), (GoodnessOfFit.Of([40, .. Enumerable.Repeat(0, 11)], Equal(12)).By, GoodnessOfFit.Of([40, .. Enumerable.Repeat(0, 11)], Equal(12)).P));
    }

    [Fact]
    public void A_share_of_nothing_is_no_share() => Assert.Throws<ArgumentException>(() => GoodnessOfFit.Of([1, 2], [0m, 1m]));
}
