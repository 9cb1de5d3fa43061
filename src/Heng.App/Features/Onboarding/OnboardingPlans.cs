using Heng.App.Features.Honours;
using Heng.App.Features.Plans;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>A plan that new hires may be trained by: the shop's own text, or one that ships (version 0).</summary>
public sealed record KnownPlan(string Id, string Yaml, OnboardingPlan Plan, IReadOnlyList<OnboardingPlanKept> Versions)
{
    public int Version => Versions.Count;
}

/// <summary>The plans for new hires: those that ship, and over them what the shop made of them or beside them.</summary>
public static class OnboardingPlans
{
    private static string Folder => Path.Combine(TemplateLibrary.Folder, "onboarding");

    public static Matters<OnboardingPlanKept> In(Database database) => database.Matters(GrowthMatters.OnboardingPlans);

    /// <summary>A text is kept when it reads, so that every kept one has a plan.</summary>
    public static IReadOnlyList<KnownPlan> All(Database database)
    {
        var own = In(database).All.Select(m => new KnownPlan(m.Of.Key!, m.Happened[^1].Yaml, Of(m.Happened[^1].Yaml), m.Happened)).ToArray();
        return [.. own.Concat(Shipped.Where(s => own.All(o => o.Id != s.Id))).OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    public static KnownPlan? Find(Database database, string id) => All(database).FirstOrDefault(p => p.Id == id);

    public static IReadOnlyList<KnownPlan> Shipped =>
        !Directory.Exists(Folder) ? [] : [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => File.ReadAllText(path)).Select(yaml => new KnownPlan(OnboardingFile.Read(yaml, "").Id, yaml, Of(yaml), []))];

    private static OnboardingPlan Of(string yaml) => OnboardingFile.Read(yaml, "").Plan ?? throw new InvalidDataException("a plan for new hires does not read");
}
