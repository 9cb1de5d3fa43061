using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>A scheme as it counts: its plans, and its pay where it has one.</summary>
public sealed record SchemeVersion(string Scheme, int Version, IReadOnlyList<Plan> Plans, PayScheme? Pay);

/// <summary>The schemes that count at one time (现行方案), the one published last first: where two fit a position, the first wins.</summary>
public sealed record Regime(IReadOnlyList<SchemeVersion> Schemes)
{
    public Plan? PlanFor(string position) => Schemes.SelectMany(s => s.Plans).FirstOrDefault(p => p.Fits(position));

    public PayScheme? PayFor(string position) => Schemes.FirstOrDefault(s => s.Pay is not null && s.Plans.Any(p => p.Fits(position)))?.Pay;

    /// <summary>As it is once the draft is published: first, and in place of the scheme's version before.</summary>
    public Regime With(SchemeVersion draft) => new([draft, .. Schemes.Where(s => s.Scheme != draft.Scheme)]);
}
