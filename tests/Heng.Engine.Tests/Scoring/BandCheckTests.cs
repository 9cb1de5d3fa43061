using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Scoring;

public sealed class BandCheckTests
{
    [Theory]
    [InlineData("S≤15|15<S≤20|S>20", "")]
    [InlineData("S>20|S≤15|15<S≤20", "")]
    [InlineData("F≥70%|70%<F≤50%|F<50%", "Empty 0.7 < x ≤ 0.5;Gap 0.5 ≤ x < 0.7")]
    [InlineData("F≥70%|50%≤F<70%|F<50%", "")]
    [InlineData("F≥98%|98%<F≤92%|F<92%", "Empty 0.98 < x ≤ 0.92;Gap 0.92 ≤ x < 0.98")]
    [InlineData("x=5|2–4|0–2", "Overlap 2 ≤ x ≤ 2;Gap 4 < x < 5")]
    [InlineData("x<80|x>80", "UnownedEdge 80 ≤ x ≤ 80")]
    [InlineData("x<80|x≥70", "Overlap 70 ≤ x < 80")]
    [InlineData("x<80|x=80|x>80", "")]
    [InlineData("x>0", "OpenBelow 0 ≤ x ≤ 0")]
    [InlineData("x≥0", "")]
    public void Bands_cover_every_value_from_0_exactly_once(string bands, string findings) =>
        Assert.Equal(findings, string.Join(';', BandCheck.Of([.. bands.Split('|').Select(b => Interval.Parse(b)!)], 0m, null)
            .Where(f => f.Fault != BandFault.OpenAbove).Select(f => $"{f.Fault} {f.Values}")));

    [Theory]
    [InlineData("x<50%|50%≤x≤100%", false)]
    [InlineData("x<50%|50%≤x<100%", true)]
    [InlineData("x<50%|50%≤x≤90%", true)]
    [InlineData("x<50%|x≥50%", false)]
    public void A_rate_has_to_be_covered_up_to_100_percent(string bands, bool open) =>
        Assert.Equal(open, BandCheck.Of([.. bands.Split('|').Select(b => Interval.Parse(b)!)], 0m, 1m).Any(f => f.Fault == BandFault.OpenAbove));

    [Fact]
    public void A_value_that_can_be_negative_needs_a_band_without_a_lower_end() =>
        Assert.Equal(BandFault.OpenBelow, Assert.Single(BandCheck.Of([Interval.Parse("x≥0")!], null, null)).Fault);
}
