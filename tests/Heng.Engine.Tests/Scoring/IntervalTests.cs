using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Tests.Scoring;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("20 < x", "x > 20")]
    [InlineData("20 ≥ S", "x ≤ 20")]
    [InlineData("80 > x ≥ 60", "60 ≤ x < 80")]
    [InlineData("20 ≥ S > 15", "15 < x ≤ 20")]
    [InlineData("Ｓ＞２０", "x > 20")]
    [InlineData("９０％≤Ｆ＜９５％", "0.9 ≤ x < 0.95")]
    [InlineData("x >= 3", "x ≥ 3")]
    [InlineData("2–4", "2 ≤ x ≤ 4")]
    public void A_stretch_is_read_as_people_write_it(string text, string read) => Assert.Equal(read, Interval.Parse(text)!.ToString());

    [Theory]
    [InlineData("15 < x > 20")]
    [InlineData("x")]
    [InlineData("<>20")]
    [InlineData("20")]
    public void What_is_no_stretch_is_not_guessed(string text) => Assert.Null(Interval.Parse(text));

    [Fact]
    public void Between_whole_numbers_the_mend_lets_the_band_below_reach_up_and_names_the_other_way_too()
    {
        // 80–100, 60–79, 0–59: 79.5 belongs to none, and whoever has it has not reached 80.
        var gaps = BandLint.Of("bands", [Interval.Parse("80-100")!, Interval.Parse("60-79")!, Interval.Parse("0-59")!], new(0m, true, 100m, true), null).Where(f => f.Rule == LintRules.BandGap).ToArray();
        Assert.Contains("60 ≤ x < 80", gaps[^1].Mend.En, StringComparison.Ordinal);
        Assert.Contains("79 < x ≤ 100", gaps[^1].Mend.En, StringComparison.Ordinal);
        // Two apart are no slip of whole numbers.
        Assert.DoesNotContain("or", Assert.Single(BandLint.Of("bands", [Interval.Parse("x≥82")!, Interval.Parse("x≤80")!], new(0m, true, 100m, true), null)).Mend.En.Split(' '));
    }
}
