using Heng.App.Features.People;
using Heng.App.Ui;

namespace Heng.App.Features.Quality;

/// <summary>Which tabs of 质检 hold nothing for a role. Findings, coaching, phrases and good examples are everybody's.</summary>
public static class QualityTabs
{
    public static IReadOnlySet<string> EmptyFor(Viewer viewer) => Sections.Quality.Tabs.Where(t => !Holds(t.Id, viewer)).Select(t => t.Href).ToHashSet(StringComparer.Ordinal);

    private static bool Holds(string tab, Viewer viewer) => tab switch
    {
        "attention" or "rules" => Rights.SeesSomeGroup(viewer),
        "label" or "audit" => Rights.TendsQuality(viewer),
        // One's own, once they are told.
        "inspections" => Rights.SeesInspectionWork(viewer) || viewer.Person is not null,
        "plans" or "agreement" => Rights.SeesInspectionWork(viewer) || Rights.SeesEveryone(viewer),
        "calibrations" => Rights.SeesInspectionWork(viewer),
        _ => true,
    };
}
