using Heng.App.Features.Pay.Papers;
using Heng.App.Ui;

namespace Heng.App.Features.PersonReports;

internal static class PersonReportEndpoints
{
    public static void MapPersonReports(this IEndpointRouteBuilder pages) => pages.MapPersonSheet<PersonReportSheet, PersonReportView>("/month/{month}/agent/{agent}/report", new(
        context => context.RequestServices.GetRequiredService<PersonReportFor>().Invoke,
        (report, failed) => Pages.Show<PersonReportPage>(report with { PdfFailed = failed }),
        PersonReportExport.Of,
        report => (report with { OnPaper = true }, "report", new("个人报告", "Report"), report.Agent, Links.PersonReport(report.Month, report.Agent))));
}
