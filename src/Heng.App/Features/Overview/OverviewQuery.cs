using Heng.App.Features.Exports;
using Heng.App.Features.Guard;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Overview;

/// <summary>Fills a month's overview. A leader's is their group's, an agent's is their own, in headlines, drawings and rows alike.</summary>
public sealed class OverviewQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<OverviewView>> For(OverviewAsk ask, HttpContext context) => Task.FromResult(View(ask, viewers(context)));

    public Task<Seen<ExportSheet>> Export(OverviewAsk ask, HttpContext context) => Task.FromResult(Table(ask, viewers(context), Preferences.Language(context)));

    private Seen<OverviewView> View(OverviewAsk ask, Viewer? viewer)
    {
        if (viewer is null || MonthScope.Of(viewer) is not { } scope) return Seen<OverviewView>.Forbidden;
        var (now, before) = Months(ask);
        var table = new RankingTable(now, before, ask, viewer);
        var last = Math.Max(1, (table.Rows.Count + OverviewAsk.PageSize - 1) / OverviewAsk.PageSize);
        var shown = ask with { Page = Math.Min(ask.Page, last) };
        var ranking = new Ranking(
            table.Columns, [.. table.Rows.Skip((shown.Page - 1) * OverviewAsk.PageSize).Take(OverviewAsk.PageSize)], table.Rows.Count, table.Groups, table.PayVisible, table.Rows.Count > 0);
        var heads = new Headlines(now, before, scope);
        var notes = MonthNotes.Of(now, viewer).Concat(scope.IsShop ? MonthNotes.OfShop(now) : []);
        if (heads.ComparedTo is { } compared) notes = notes.Append(compared);
        return new OverviewView(shown, heads.Stats(m => Targets.OfAll(now.Book, m)), ranking, heads.Chart(), heads.Hours(), [.. notes])
        {
            MeasuresHref = Rights.SeesSomeMeasures(viewer) && now.Book.Files.SelectMany(f => f.Plans).Any(p => p.Consequences.Count > 0) ? Links.Measures(ask.Month) : null,
            Guard = Rights.SeesGuard(viewer) && now.People.Any(p => now.ResultOf(p).Net is not null) ? (Links.Guard(shown.Month), new GuardBook(books.Database, now).Open) : null,
            PoolHref = Rights.SeesShares(viewer) && now.Book.Pools.Count > 0 ? Links.Pool(shown.Month) : null,
            RunHref = Rights.SeesEverybodysPay(viewer) && now.Book.Files.Any(f => f.Pay is not null) ? Links.Run(ask.Month) : null,
            ReportHref = Rights.SeesSomeGroup(viewer) ? Links.TeamReport(ask.Month) : null,
            CyclesHref = now.Book.Files.SelectMany(f => f.Plans).Any(p => p.Cycle != Cycle.Month) ? Links.Cycles(shown.Month) : null,
        };
    }

    private Seen<ExportSheet> Table(OverviewAsk ask, Viewer? viewer, Language language)
    {
        if (viewer is null || MonthScope.Of(viewer) is null) return Seen<ExportSheet>.Forbidden;
        var (now, before) = Months(ask);
        return RankingExport.Of(new(now, before, ask, viewer), ask.Month, language);
    }

    private (KeptMonth Now, KeptMonth? Before) Months(OverviewAsk ask)
    {
        var before = books.Of(ask.Month.Plus(-1));
        return (books.Of(ask.Month), before.HasData ? before : null);
    }
}
