using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>A scheme's file as a whole: every plan, and the pay beside them. Pure: the same file gives the same findings in the same order.</summary>
public static class SchemeLint
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Plan> plans, PayScheme? pay, Func<string, Metric?> metrics) =>
        [.. plans.SelectMany(p => PlanLint.Of(p, metrics)), .. WhomLint.Of(plans), .. pay is null ? [] : PayLint.Of(pay, plans, metrics)];
}
