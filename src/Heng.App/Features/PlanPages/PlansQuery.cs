using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>
/// Fills the pages of schemes. Whom a plan concerns may read it, and its pay where they are paid by it; who sees everyone reads all; HR and the manager write.
/// </summary>
public sealed class PlansQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<PlansView>> List(HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<PlansView>.Forbidden);
        var may = Rights.Publishes(viewer);
        var (files, roster, today) = (Current(), database.People.Roster, ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())));
        PlanFileContent[] contents = [.. files.Select(f => f.Content)];
        var published = files.Where(f => Concerns(f.Content, viewer)).Select(f => new PlanRow(
            f.Content.Scheme, f.Content.Title, f.Kept.Version, Local(f.Kept.PublishedAt), f.Kept.By, [.. f.Content.Plans.SelectMany(p => p.Positions).Distinct(StringComparer.Ordinal)],
            roster.People.Count(p => ScoredBy(contents, roster, p, today) == f.Content.Scheme), f.Content.Pay is not null));
        var drafts = may ? database.PlanDrafts.All.Select(d => new DraftRow(d.Scheme, Local(d.SavedAt), d.By)) : [];
        var templates = may || Rights.SeesEveryone(viewer) ? Templates([.. files.Select(f => f.Kept.Id)]) : [];
        return Answer(new PlansView([.. published], [.. drafts], [.. templates], may));
    }

    public Task<Seen<PlanView>> One(string scheme, int? version, int? against, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<PlanView>.Forbidden);
        var versions = database.Plans.All.Where(p => p.Id == scheme).ToList();
        var (template, may) = (TemplateLibrary.Find(scheme), Rights.Publishes(viewer));
        if (versions.Count == 0) return Task.FromResult(template is not null && Rights.SeesEveryone(viewer) && version is null ? OfTemplate(template, may, context) : Seen<PlanView>.NotFound);
        if (versions.FirstOrDefault(v => v.Version == (version ?? versions[^1].Version)) is not { } shown || against is not null && versions.All(v => v.Version != against))
            return Task.FromResult(Seen<PlanView>.NotFound);
        var content = Content(shown);
        if (!Concerns(content, viewer)) return Task.FromResult(Seen<PlanView>.Forbidden);
        var before = versions.LastOrDefault(v => v.Version == (against ?? shown.Version - 1));
        var pay = SeesPay(content, viewer);
        return Answer(new PlanView(scheme, content.Title, content.Explanation, shown.Version, content.Plans, pay ? content.Pay : null, Rows(versions), may)
        {
            Diff = before is null ? null : (before.Version, shown.Version, [.. PlanDiff.Of(before.Yaml, shown.Yaml).Where(c => pay || !c.Path.StartsWith("pay/", StringComparison.Ordinal))]),
            Page = template is not null && template.Yaml == shown.Yaml ? template.Page(Preferences.Language(context).English) : null,
            MetricName = NameOf, MetricUnit = UnitOf,
            Choice = Rights.SeesEveryone(viewer) && content.Choice is { } choice && database.IndicatorChoices.Of(choice).Count > 0 ? choice : null,
        });
    }

    private Seen<PlanView> OfTemplate(Template template, bool may, HttpContext context) => template.Load(Metrics().Find).Content is not { } content ? Seen<PlanView>.NotFound
        : new PlanView(template.Scheme, content.Title, content.Explanation, null, content.Plans, content.Pay, [], may) { Page = template.Page(Preferences.Language(context).English), MetricName = NameOf, MetricUnit = UnitOf };

    private static IReadOnlyList<VersionRow> Rows(IReadOnlyList<PlanVersion> versions) =>
        [.. versions.Select((v, i) => new VersionRow(v.Version, Local(v.PublishedAt), v.By, i == 0 ? 0 : PlanDiff.Of(versions[i - 1].Yaml, v.Yaml).Count)).Reverse()];

    private IEnumerable<TemplateRow> Templates(HashSet<string> published)
    {
        var metrics = Metrics();
        return TemplateLibrary.All().Select(t => t.Load(metrics.Find).Content).OfType<PlanFileContent>().Select(c => new TemplateRow(c.Scheme, c.Title, c.Explanation, published.Contains(c.Scheme)));
    }

    private IReadOnlyList<(PlanVersion Kept, PlanFileContent Content)> Current() =>
        [.. database.Plans.Current.OrderByDescending(p => p.PublishedAt.UnixSeconds).ThenByDescending(p => p.Id, StringComparer.Ordinal).Select(p => (p, Content(p)))];

    private PlanFileContent Content(PlanVersion version) => PublishedPlans.Of(database, Metrics(), [(version.Id, version.Version)])[0];

    private CatalogueOfRule Metrics() => ShopCatalogue.Latest(database);

    private Wording? NameOf(string metric) => Metrics().Find(metric)?.Name;

    private Unit UnitOf(string metric) => Metrics().Find(metric)?.Unit ?? Unit.None;

    // As a month chooses: by name before by position, of those in force the one published last.
    private static string? ScoredBy(IReadOnlyList<PlanFileContent> files, Roster roster, Person person, DateOnly day) =>
        roster.On(person.Id, day) is { } now && PlanChoice.Of(files, person.Name, now.Position, day) is { } plan ? files.First(f => f.Plans.Contains(plan)).Scheme : null;

    private bool Concerns(PlanFileContent content, Viewer viewer) =>
        Rights.SeesEveryone(viewer) || viewer.Leads || IsUnder(content, viewer);

    private bool SeesPay(PlanFileContent content, Viewer viewer) => Rights.SeesEverybodysPay(viewer) || IsUnder(content, viewer);

    private bool IsUnder(PlanFileContent content, Viewer viewer) =>
        viewer.Person is { } name && content.Plans.Any(p => p.People.Contains(name, StringComparer.Ordinal)) || PositionOf(viewer) is { } position && content.Plans.Any(p => p.Fits(position));

    private string? PositionOf(Viewer viewer) =>
        viewer.Person is { } name && database.People.Roster is var roster && roster.Find(name) is { } person ? roster.On(person.Id, DateOnly.MaxValue)?.Position ?? (roster.HistoryOf(person.Id) is [var latest, ..] ? latest.Position : null) : null;

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
    private static Task<Seen<T>> Answer<T>(T view) where T : class => Task.FromResult<Seen<T>>(view);
}
