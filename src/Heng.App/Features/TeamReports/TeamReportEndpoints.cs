using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.TeamReports;

internal static class TeamReportEndpoints
{
    private const string Address = "/month/{month}/report";

    public static void MapTeamReports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, HttpContext context, [FromServices] TeamReportFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<TeamReportPage, TeamReportView>(await view(of, null, context)) : Pages.Error(StatusCodes.Status404NotFound));
        pages.MapGet(Address + ".xlsx", async (string month, HttpContext context, [FromServices] TeamReportFor view) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, null, context);
            return seen.View is { } report ? TeamReportExport.Of(report, Preferences.Language(context)).As("xlsx") : Pages.Error(seen.Status);
        });
        pages.MapPost(Address, async (string month, IFormCollection form, HttpContext context, [FromServices] TeamReportFor view) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, new(form["week"].ToString(), form["group"].ToString(), form["what"].ToString().ReplaceLineEndings(" ")), context);
            if (seen.View is not { } report) return Pages.Error(seen.Status);
            return report.Done ? new SeeOther(Links.TeamReport(of)) : Pages.Show<TeamReportPage>(report, report.Refused == CorrectionRefusal.RoleMayNot ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        });
    }
}
