using Heng.Engine.Filing;
using Heng.Store;

namespace Heng.App.Features.Activities;

/// <summary>Sessions and projects as kept. The stored name is never changed.</summary>
public static class ActivityMatters
{
    public static readonly MatterKind<ActivityHappening> Kind = new("activity", h => "activity-" + h.What.ToString().ToLowerInvariant());

    public static TeamActivity StateOf(KeptMatter<ActivityHappening> kept) => new(kept.Happened);
}
