using Heng.App.Features.Pay.Papers;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.PersonReports;

internal static class PersonReportEndpoints
{
    private const string Address = "/month/{month}/agent/{agent}/report", Failed = "failed";

    public static void MapPersonReports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (string month, string agent, string? pdf, HttpContext context, [FromServices] PersonReportFor view) =>
            Seen(month, agent, context, view, report => Pages.Show<PersonReportPage>(report with { PdfFailed = pdf == Failed })));
        pages.MapGet(Address + ".xlsx", (string month, string agent, HttpContext context, [FromServices] PersonReportFor view) =>
            Seen(month, agent, context, view, report => PersonReportExport.Of(report, Preferences.Language(context)).As("xlsx")));
        pages.MapGet(Address + ".pdf", async (string month, string agent, HttpContext context, [FromServices] PersonReportFor view, [FromServices] ILogger<PersonReportQuery> log) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, Links.NameIn(agent), context);
            if (seen.View is not { } report) return Pages.Error(seen.Status);
            var language = Preferences.Language(context);
            return await SheetPrint.Of<PersonReportSheet>($"report-{of}-{report.Agent}", $"{language.T("个人报告", "Report")} {report.Agent} {of}", report with { OnPaper = true },
                Links.PersonReport(of, report.Agent), context, log);
        });
    }

    private static async Task<IResult> Seen(string month, string agent, HttpContext context, PersonReportFor view, Func<PersonReportView, IResult> shown)
    {
        if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = await view(of, Links.NameIn(agent), context);
        return seen.View is { } report ? shown(report) : Pages.Error(seen.Status);
    }
}
