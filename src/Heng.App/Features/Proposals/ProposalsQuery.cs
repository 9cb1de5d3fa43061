using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Simulation;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Targets;
using Heng.Store;

namespace Heng.App.Features.Proposals;

/// <summary>Looks back for a scheme's draft, or without one its newest version or template, and writes what is taken into the draft. For those who publish.</summary>
public sealed class ProposalsQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    // As many as are kept worked out.
    private const int MostMonths = 12;
    private static readonly Wording Unreadable = new($"月份写作 2026-10，最多 {MostMonths} 个月", $"Months are written 2026-10, and are {MostMonths} at most");

    public Task<Seen<ProposalsView>> For(string scheme, ProposalAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<ProposalsView>.Forbidden);
        var database = books.Database;
        if (StandingText.Find(database, scheme) is not { Yaml: var yaml } standing) return Task.FromResult(Seen<ProposalsView>.NotFound);
        var metrics = ShopCatalogue.Latest(database);
        var read = PlanFile.Load(yaml, $"{scheme}.yaml", metrics.Find);
        if (read.Content is not { } content) return Answer(new(scheme, new(scheme, scheme), null, read.Errors.Count));
        var (months, aimedAt, refused) = MonthsOf(ask);
        if (aimedAt is not { } target) return Answer(new(scheme, content.Title, null, 0) { Refused = refused });
        var back = LookBack.Of(m => books.Of(m).Book, content, months, target, p => ask.Take is null || p.Place == ask.Take.Value.Place, metrics.Find);
        var view = new ProposalsView(scheme, content.Title, back.Months.Count == 0 ? null : back, 0) { From = months[0], To = months[^1], For = target, Refused = refused };
        return Answer(ask.Take is { } take && refused is null ? Take(view, standing, take.Way, take.ByCalendar, viewer) : view);
    }

    private ProposalsView Take(ProposalsView view, StandingText standing, string way, bool byCalendar, Viewer viewer)
    {
        if (view.Back?.Points is not [var point] || point.Proposals.FirstOrDefault(p => ProposalJson.WayOf(p) == way && p.ByCalendar == byCalendar) is not { Aim: not null } proposal)
            return view with { Refused = new("这项提议已不成立，没有写入", "This proposal no longer stands; nothing was written") };
        if (TargetText.Taken(standing.Yaml, point.Point, proposal) is not { } taken)
            return view with { Refused = new("这个数的写法（如引用）不能单独改动，请在编辑器里改", "The way this number is written (as by an alias) cannot be changed alone: change it in the editor") };
        return books.Database.PlanDrafts.Keep(new PlanDraft(view.Scheme, taken, new(time.GetUtcNow().ToUnixTimeSeconds()), viewer.Name), standing.Draft?.Yaml)
            ? view with { Taken = true } : view with { Refused = new("草稿刚刚被别人改了，没有写入", "The draft was just changed by somebody else; nothing was written") };
    }

    /// <summary>No month to aim at where there are none at all.</summary>
    private (IReadOnlyList<Month> Months, Month? For, Wording? Refused) MonthsOf(ProposalAsk ask)
    {
        var usual = DraftRehearsal.Available(books.Database, books.Database.Shops.All, LookBack.Usual);
        Month? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : Month.Parse(text.Trim());
        var wrong = new[] { ask.From, ask.To, ask.For }.Any(t => !string.IsNullOrWhiteSpace(t) && Read(t) is null) ? Unreadable : (Wording?)null;
        if ((Read(ask.To) ?? (usual.Count > 0 ? usual[^1] : null)) is not { } to) return ([], null, wrong);
        var from = Read(ask.From) ?? (usual.Count > 0 && usual[0] <= to ? usual[0] : to);
        Month[] months = [.. Enumerable.Range(0, MostMonths).Select(from.Plus).TakeWhile(m => m <= to)];
        return months is [.., var last] && last == to ? (months, Read(ask.For) ?? to.Plus(1), wrong) : ([to], Read(ask.For) ?? to.Plus(1), Unreadable);
    }

    private static Task<Seen<ProposalsView>> Answer(ProposalsView view) => Task.FromResult<Seen<ProposalsView>>(view);
}
