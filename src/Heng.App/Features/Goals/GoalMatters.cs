using Heng.Engine.Filing;
using Heng.Store;

namespace Heng.App.Features.Goals;

/// <summary>Goals as kept. The stored name is never changed.</summary>
public static class GoalMatters
{
    public static readonly MatterKind<GoalHappening> Kind = new("goal", h => "goal-" + h.What.ToString().ToLowerInvariant());

    public static AgreedGoal StateOf(KeptMatter<GoalHappening> kept) => new(kept.Of.About, kept.Happened);
}
