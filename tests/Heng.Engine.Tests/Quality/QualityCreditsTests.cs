using Heng.Engine.Facts;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;

namespace Heng.Engine.Tests.Quality;

/// <summary>What findings make of a reception's 100 points, in hundredths.</summary>
public sealed class QualityCreditsTests
{
    private static readonly Reception Reception = new(7, 3, 1, new(2026, 10, 5), default, default, null, false, false, new(), []);

    private static KeptFinding Of(Severity severity, long hundredths, string category = "响应") => new(1, 7, 3, new(2026, 10, 5), "r", 1, severity, category, hundredths, "", []);
    private static Measures Made(params KeptFinding[] found) => QualityCredits.Of(Reception, found).Measures;

    [Theory]
    // 100 − 2.5; never below 0; praise brings back what was lost and no more.
    [InlineData(new[] { Severity.NonFatal }, 250, 9750)]
    [InlineData(new[] { Severity.NonFatal, Severity.NonFatal }, 5000, 0)]
    [InlineData(new[] { Severity.NonFatal, Severity.NonFatal }, 5001, 0)]
    [InlineData(new[] { Severity.NonFatal, Severity.Advocated }, 300, 10000)]
    [InlineData(new[] { Severity.Advocated }, 300, 10000)]
    [InlineData(new[] { Severity.Attention }, 300, 10000)]
    [InlineData(new[] { Severity.Fatal, Severity.Advocated }, 300, 0)]
    [InlineData(new Severity[0], 0, 10000)]
    public void A_reception_earns_what_its_findings_leave(Severity[] found, long each, long earned)
    {
        var made = Made([.. found.Select(s => Of(s, each))]);
        Assert.Equal((1, 10_000, earned), (made[Primitive.ReceptionsChecked], made[Primitive.QaPossible], made[Primitive.QaEarned]));
    }

    [Fact]
    public void What_is_in_shadow_or_struck_counts_in_nothing()
    {
        var made = Made(Of(Severity.Fatal, 0, QualityCredits.Taboo) with { Shadow = true }, Of(Severity.Attention, 0) with { Struck = true });
        Assert.Equal([(Primitive.ReceptionsChecked, 1L), (Primitive.QaPossible, 10_000L), (Primitive.QaEarned, 10_000L)], made.Values.Select(v => (v.Key, v.Value)));
    }

    [Fact]
    public void Only_fatal_findings_of_wording_are_taboo_and_a_reception_is_at_risk_once()
    {
        var made = Made(Of(Severity.Fatal, 0, QualityCredits.Taboo), Of(Severity.Fatal, 0), Of(Severity.NonFatal, 0, QualityCredits.Taboo), Of(Severity.Attention, 0), Of(Severity.Attention, 0));
        Assert.Equal((2, 1, 1, 2, 1), (made[Primitive.FatalFindings], made[Primitive.NonFatalFindings], made[Primitive.TabooHits], made[Primitive.AttentionFindings], made[Primitive.RiskReceptions]));
    }
}
