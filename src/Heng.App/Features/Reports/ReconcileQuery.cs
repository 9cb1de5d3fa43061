using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Reports;

/// <summary>The differences of a month, for whom the viewer sees.</summary>
public sealed class ReconcileQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<ReconcileView>> For(ReconcileAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ReconcileView>.NotFound);
        if (!Rights.SeesSomebody(viewer)) return Task.FromResult(Seen<ReconcileView>.Forbidden);
        var (all, any) = Load(ask, viewer);
        var alone = database.Shops.All.Count <= 1;
        List<Differing> wanted = [.. Wanted(all, ask)];
        var page = Paging.Held(ask.Page, wanted.Count, ReconcileAsk.PageSize);
        return Task.FromResult<Seen<ReconcileView>>(new ReconcileView(ask with { Page = page }, [.. Paging.Of(wanted, page, ReconcileAsk.PageSize).Select(d => Row(d, ask.Month, Rights.Imports(viewer), alone))], wanted.Count,
            [.. all.Select(d => d.Person).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. all.Select(d => d.Pair.Metric).DistinctBy(m => m.Id).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => (m.Id, m.Name))], any));
    }

    public Task<Seen<ExportSheet>> Export(ReconcileAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ExportSheet>.NotFound);
        if (!Rights.SeesSomebody(viewer)) return Task.FromResult(Seen<ExportSheet>.Forbidden);
        var language = Preferences.Language(context);
        var alone = database.Shops.All.Count <= 1;
        string[] columns = language == Language.Zh ? ["客服", "店铺", "账号", "报表", "指标", "从", "到", "报表数", "计算数", "差", "差占报表数"] : ["Agent", "Shop", "Account", "Report", "Metric", "From", "To", "Reported", "Counted", "Difference", "Share of reported"];
        var rows = Wanted(Load(ask, viewer).All, ask).Select(d => Row(d, ask.Month, Rights.Imports(viewer), alone)).Select(r => (IReadOnlyList<object?>)
            [r.Who ?? language.T("全店", "Whole shop"), r.Shop, r.Account, language.T(r.Report), language.T(r.Metric), Print(r.From), Print(r.To), r.Reported, r.Counted.Value, r.Difference, r.Share]);
        return Task.FromResult<Seen<ExportSheet>>(new ExportSheet($"{language.T("核对", "reconcile")}-{ask.Month}", columns, [.. rows]));
    }

    private (IReadOnlyList<Differing> All, bool Any) Load(ReconcileAsk ask, Viewer viewer)
    {
        var reconciling = new Reconciling(database, database.Shops.All, ask.Month.First, ask.Month.Last, null, viewer);
        return (reconciling.All(), !reconciling.IsEmpty);
    }

    private static IEnumerable<Differing> Wanted(IReadOnlyList<Differing> all, ReconcileAsk ask) =>
        all.Where(d => (ask.Agent is null || d.Person == ask.Agent) && (ask.Metric is null || d.Pair.Metric.Id == ask.Metric));

    private static ReconcileRow Row(Differing differing, Month month, bool opensFiles, bool alone)
    {
        var (pair, row) = (differing.Pair, differing.Pair.Row);
        var whole = row.From == month.First && row.To == month.Last;
        // The explanation is of all shops together; a number of one of several opens to its receptions.
        var href = alone && (row.From == row.To || whole) ? Links.ExplainMetric(month, differing.Person, pair.Metric.Id, whole ? null : row.From)
            : IsOfChats(pair.Metric.Source) ? Links.Receptions(month, differing.Person, row.From, row.To) : null;
        return new(differing.Person, differing.Person is { } name ? Links.Agent(month, name) : null, pair.Account, Formats.Find(row.Source)?.Name ?? new(row.Source, row.Source),
            pair.Metric.Name, pair.Metric.Unit, row.From, row.To, pair.Reported,
            new Figure(pair.Computed.Value, pair.Metric.Unit, pair.Computed.State, href) { Part = pair.Computed.Part, Whole = pair.Computed.Whole, FinalOn = pair.Computed.FinalOn },
            pair.Difference, pair.Share)
        {
            ReportedHref = opensFiles && pair.Told is [{ Import: > 0 } told] ? Links.Import(told.Import) : null,
            Shop = alone ? null : row.Shop,
        };
    }

    private static bool IsOfChats(Source source) =>
        source is Source.Chat or Source.ChatAndOrders or Source.ChatAndRatings or Source.ChatAndComplaints or Source.ChatAndStatus or Source.ChatOrdersAndRefunds;

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
