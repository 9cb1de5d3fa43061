using Heng.App.CommandLine;
using Heng.Engine.Growth;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>What people take through steps after a result. The names are stored.</summary>
internal static class GrowthMatters
{
    public static readonly MatterKind<HonourHappening> Honours = new("honour", h => $"honour-{Json.Kebab(h.What)}");
    public static readonly MatterKind<ImprovementHappening> Improvements = new("improvement", h => $"improvement-{Json.Kebab(h.What)}");
    public static readonly MatterKind<OnboardingHappening> Onboardings = new("onboarding", h => $"onboarding-{Json.Kebab(h.What)}");
    public static readonly MatterKind<OnboardingPlanKept> OnboardingPlans = new("onboarding-plan", _ => "onboarding-plan-kept");
}
