using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;

namespace Heng.Engine.Quality.Findings;

/// <summary>
/// What a checked reception adds to its agent's day: it is worth 100 points, less those of its findings and more those of its praise, between 0 and 100; one fatal finding makes it 0.
/// What is in shadow or was taken back counts in nothing, and what only draws attention takes no points.
/// </summary>
public static class QualityCredits
{
    public const long Whole = 10_000;
    /// <summary>Fatal findings of this category (服务用语) are taboo hits (禁忌项).</summary>
    public const string Taboo = "服务用语";

    public static Contribution Of(Reception reception, IEnumerable<KeptFinding> found)
    {
        var measures = new Measures().Add(Primitive.ReceptionsChecked, 1).Add(Primitive.QaPossible, Whole);
        long points = Whole;
        bool fatal = false, risk = false;
        foreach (var finding in found.Where(f => f.Counts))
        {
            measures.Add(CountOf(finding.Severity), 1);
            if (finding.Severity == Severity.Fatal && finding.Category == Taboo) measures.Add(Primitive.TabooHits, 1);
            fatal |= finding.Severity == Severity.Fatal;
            risk |= finding.Severity == Severity.Attention;
            points += finding.Severity switch { Severity.NonFatal => -finding.Hundredths, Severity.Advocated => finding.Hundredths, _ => 0 };
        }
        if (risk) measures.Add(Primitive.RiskReceptions, 1);
        measures.Add(Primitive.QaEarned, fatal ? 0 : Math.Clamp(points, 0, Whole));
        return new(FactKind.Reception, reception.Id.ToString(CultureInfo.InvariantCulture), reception.Agent, reception.Day, measures, ValueState.Final);
    }

    private static Primitive CountOf(Severity severity) => severity switch
    {
        Severity.Fatal => Primitive.FatalFindings,
        Severity.NonFatal => Primitive.NonFatalFindings,
        Severity.Advocated => Primitive.PraisedFindings,
        _ => Primitive.AttentionFindings,
    };
}
