using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>What is kept of the floor's day as matters. The names are stored: never renamed.</summary>
public static class FloorKinds
{
    public static readonly MatterKind<RosterChange> Roster = new("roster", c => "roster-" + Json.Kebab(c.What));
    public static readonly MatterKind<RequestHappening> Swaps = new("swap", h => "swap-" + Json.Kebab(h.What));
    public static readonly MatterKind<RequestHappening> Leave = new("leave", h => "leave-" + Json.Kebab(h.What));
    public static readonly MatterKind<HandoverHappening> Handovers = new("handover", h => "handover-" + Json.Kebab(h.What));
    public static readonly MatterKind<FindingHappening> Reliefs = new("relief", h => "relief-" + Json.Kebab(h.What));
    public static readonly MatterKind<FindingHappening> Stretches = new("stretch", h => "stretch-" + Json.Kebab(h.What));
    public static readonly MatterKind<CaseHappening> Cases = new("case", h => "case-" + Json.Kebab(h.What));
}
