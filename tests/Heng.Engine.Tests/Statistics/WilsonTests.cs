using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Tests.Statistics;

public sealed class WilsonTests
{
    // z² = 3.841459. For 8 of 10: centre (0.8 + 0.192073) ÷ 1.384146 = 0.716740; reach 1.959964 × √((0.16 + 0.0960365) ÷ 10) ÷ 1.384146 = 0.226578.
    [Theory]
    [InlineData(8, 10, "0.490162", "0.943318")]
    [InlineData(0, 10, "0", "0.277533")]       // never a certain 0: z² ÷ (10 + z²)
    [InlineData(10, 10, "0.722467", "1")]
    [InlineData(1, 1, "0.206549", "1")]        // 1 ÷ (1 + z²)
    [InlineData(95, 100, "0.888250", "0.978456")]
    [InlineData(950, 1000, "0.934686", "0.961870")]
    public void A_rate_has_the_published_interval(int part, int whole, string low, string high) =>
        Assert.Equal(new Confidence(Number(low), Number(high)), Wilson.Of(part, whole));

    [Fact]
    public void The_rate_lies_within_and_more_of_the_same_is_narrower() => Prop.ForAll<int, int>((a, b) =>
    {
        var whole = Math.Abs(a % 5000) + 1;
        var part = Math.Abs(b % (whole + 1));
        var (once, tenfold) = (Wilson.Of(part, whole), Wilson.Of(part * 10, whole * 10));
        return once.Low >= 0m && once.High <= 1m && once.Low <= (decimal)part / whole && (decimal)part / whole <= once.High && tenfold.Width < once.Width;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_sides_mirror_each_other() => Prop.ForAll<int, int>((a, b) =>
    {
        var whole = Math.Abs(a % 5000) + 1;
        var part = Math.Abs(b % (whole + 1));
        var (good, bad) = (Wilson.Of(part, whole), Wilson.Of(whole - part, whole));
        // The sixth place may round either way.
        return Math.Abs(good.Low - (1m - bad.High)) <= 0.000001m && Math.Abs(good.High - (1m - bad.Low)) <= 0.000001m;
    }).QuickCheckThrowOnFailure();

    // Newcombe (1998), table II, method 10: 56 of 70 against 48 of 80 differ by 0.2000, interval 0.0524 to 0.3339; 9 of 10 against 3 of 10 by 0.6000, 0.1705 to 0.8090.
    [Theory]
    [InlineData(56, 70, 48, 80, "0.0524", "0.3339")]
    [InlineData(9, 10, 3, 10, "0.1705", "0.8090")]
    [InlineData(5, 56, 0, 29, "-0.0381", "0.1926")]
    public void A_difference_has_the_published_interval(int part, int whole, int otherPart, int otherWhole, string low, string high)
    {
        var (a, b) = (Rate(part, whole), Rate(otherPart, otherWhole));
        var (difference, below, above) = (a.Value - b.Value, Root(a.BelowSquared + b.AboveSquared), Root(a.AboveSquared + b.BelowSquared));
        Assert.Equal((Number(low), Number(high)), (Math.Round(difference - below, 4), Math.Round(difference + above, 4)));
        Assert.Equal(Number(low) > 0m, a.ClearlyAbove(b));
        Assert.False(b.ClearlyAbove(a));
    }

    [Fact]
    public void Exact_numbers_differ_by_any_difference_and_equal_ones_never()
    {
        var (three, four) = (Estimate.Of(3m, null), Estimate.Of(3.01m, null));
        Assert.True(four.ClearlyAbove(three));
        Assert.False(three.ClearlyAbove(four));
        Assert.False(three.ClearlyAbove(three));
    }

    private static Estimate Rate(int part, int whole) => Estimate.Of((decimal)part / whole, Wilson.Of(part, whole));
    private static decimal Root(decimal square) => (decimal)Math.Sqrt((double)square);
    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
