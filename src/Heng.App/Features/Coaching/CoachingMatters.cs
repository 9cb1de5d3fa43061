using Heng.App.CommandLine;
using Heng.Engine.Growth;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>Coaching tasks as kept. The stored name is never changed.</summary>
public static class CoachingMatters
{
    public static readonly MatterKind<CoachingHappening> Kind = new("coaching", h => "coaching-" + Json.Kebab(h.What));

    public static CoachingState StateOf(KeptMatter<CoachingHappening> kept) => new(kept.Happened);
}
