using System.Globalization;
using System.Text.Json;
using Heng.App.Features.Connectors.Taobao;
using Heng.App.Features.Importing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Connectors;

/// <summary>
/// One interface, window by window: asked, imported, and only then marked as done. A run that ends in between asks its last window again, which brings duplicates only.
/// </summary>
internal sealed class ApiPull(Database database, string folder, Shop shop, TopClient client, string by, TimeProvider time)
{
    public const string Platform = "taobao";

    /// <summary>Windows done, of how many; for whoever watches.</summary>
    public Action<string, int, int> Progress { get; init; } = (_, _, _) => { };

    public async Task<PullReport> Run(TopApi api, Span wanted, Known known, bool again, CancellationToken cancel)
    {
        var (report, calls) = (new PullReport(shop.Name, api.Id, api.Format), client.Calls);
        var windows = PullWindows.Left(wanted, again ? [] : Done(api.Id)).SelectMany(s => PullWindows.Cut(s, api.WindowDays)).ToList();
        if (api.NeedsAccounts && known.Accounts.Count == 0 && windows.Count > 0) return report with { Fault = Faults.AccountsUnknown };
        for (var i = 0; i < windows.Count && report.Fault is null; i++)
        {
            Progress(api.Id, i, windows.Count);
            report = await Window(api, windows[i], known, report, cancel);
        }
        return report with { Calls = client.Calls - calls };
    }

    public IReadOnlyList<Span> Done(string api) => [.. database.Connectors.Windows(shop.Id, Platform, api).Select(w => new Span(w.From, w.To))];

    private async Task<PullReport> Window(TopApi api, Span window, Known known, PullReport report, CancellationToken cancel)
    {
        // Before it is asked: a file that was exported while the pages came may know more than the first of them.
        var asked = Now();
        var rows = new List<IReadOnlyList<string?>>();
        foreach (var question in api.Questions(window, known))
        {
            var pages = await Pages(api, question, cancel);
            if (pages.Fault is not null) return report with { Fault = pages.Fault };
            if (pages.Full) return await Halves(api, window, known, report, cancel);
            rows.AddRange(pages.Rows.Select(r => api.Row(r, known)));
        }
        if (rows.Count > 0)
        {
            var import = Import(api, window, asked, rows, cancel);
            if (import.Refused is { } refused) return report with { Fault = Faults.Unreadable with { Details = [refused.Code, .. refused.Details] } };
            report = report.With(import);
        }
        database.Connectors.Pulled(shop.Id, Platform, new(api.Id, window.From, window.To, asked));
        return report with { Windows = report.Windows + 1 };
    }

    private async Task<PullReport> Halves(TopApi api, Span window, Known known, PullReport report, CancellationToken cancel)
    {
        if (window.Seconds < 2) return report with { Fault = Faults.WindowFull with { Details = [Signature.Time(window.From)] } };
        var (first, second) = window.Halves;
        report = await Window(api, first, known, report, cancel);
        return report.Fault is null ? await Window(api, second, known, report, cancel) : report;
    }

    /// <summary>
    /// The last page first: what changes while the pages come leaves its place and moves the others towards the first page, where they are still met.
    /// A window that fits one page is whole in one answer.
    /// </summary>
    private async Task<(IReadOnlyList<JsonElement> Rows, bool Full, Fault? Fault)> Pages(TopApi api, IReadOnlyDictionary<string, string> question, CancellationToken cancel)
    {
        var reply = await client.Ask(api.Method, api.PageSize == 0 ? question : Page(question, api, 1, counted: true), cancel);
        if (reply is not Answered { Body: var counted }) return ([], false, ((Faulted)reply).Fault);
        var rows = TopAnswer.List(counted, api.List);
        if (api.PageSize == 0) return (rows, false, null);
        if (TopAnswer.Count(counted, "total_results") is not { } total) return ([], false, Faults.Unreadable with { Details = ["total_results"] });
        if (total > api.MostRows) return ([], true, null);
        if (total <= api.PageSize) return (rows, false, null);
        var all = new List<JsonElement>(total);
        for (var page = (total + api.PageSize - 1) / api.PageSize; page > 0; page--)
        {
            reply = await client.Ask(api.Method, Page(question, api, page, counted: false), cancel);
            if (reply is not Answered { Body: var body }) return ([], false, ((Faulted)reply).Fault);
            all.AddRange(TopAnswer.List(body, api.List));
        }
        return (all, false, null);
    }

    private static Dictionary<string, string> Page(IReadOnlyDictionary<string, string> question, TopApi api, int page, bool counted) => new(question)
    {
        ["page_no"] = page.ToString(CultureInfo.InvariantCulture), ["page_size"] = api.PageSize.ToString(CultureInfo.InvariantCulture), ["use_has_next"] = counted ? "false" : "true",
    };

    private ImportReport Import(TopApi api, Span window, Instant asked, List<IReadOnlyList<string?>> rows, CancellationToken cancel)
    {
        using var file = new AnswerFile(folder, api.Header, rows);
        var options = new IntakeOptions(shop.Name, api.Format, FileName: $"{api.Method} {Signature.Time(window.From)}.csv") { ExportedAt = asked };
        using var run = new ImportRun(database, folder, time);
        return run.Import([new(file.File, options, by)], cancel: cancel).Single();
    }

    /// <summary>Days that were asked for from end to end are known, also where nothing happened.</summary>
    public void Cover(Source source, IEnumerable<Span> done)
    {
        var of = source == Source.Status ? Shops.Company : shop;
        foreach (var span in PullWindows.Merged(done))
            if (PullWindows.WholeDays(span) is var (first, last)) database.Coverage.Add(of.Id, source, first, last);
    }

    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
