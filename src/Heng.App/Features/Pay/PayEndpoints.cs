using Heng.App.Features.Pay.Papers;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Pay;

internal static class PayEndpoints
{
    /// <summary>Says on the payslip's page that the PDF that was asked for did not come.</summary>
    internal const string Failed = "failed";

    public static void MapPay(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/month/{month}/agent/{agent}/pay", async (string month, string agent, string? pdf, HttpContext context, [FromServices] PayslipFor view) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, Links.NameIn(agent), context);
            return seen.View is { } slip ? Pages.Show<PayslipPage>(slip with { PdfFailed = pdf == Failed }) : Pages.Error(seen.Status);
        });
        pages.MapGet("/month/{month}/agent/{agent}/pay.xlsx", (string month, string agent, HttpContext context, [FromServices] SlipsFor slips) =>
            Given(month, Links.NameIn(agent), context, slips, found => Results.File(SlipWorkbook.Of(found[0], Preferences.Language(context)), Exports.Workbook.ContentType, SlipFiles.FileName(found[0].Month, found[0].Agent, SlipWorkbook.Extension))));
        pages.MapGet("/month/{month}/payslips.zip", (string month, HttpContext context, [FromServices] SlipsFor slips) =>
            Given(month, null, context, slips, found => Results.Stream(body => Archive(body, found, context), SlipFiles.ZipType, SlipFiles.ZipName(found[0].Month))));
        pages.MapPapers();
    }

    private static Task Archive(Stream body, IReadOnlyList<SlipContent> slips, HttpContext context)
    {
        WriteDirectory(context);
        return SlipFiles.Zip(body, slips, Preferences.Language(context), context.RequestAborted);
    }

    /// <summary>An archive writes its directory without waiting, also where all else waits.</summary>
    internal static void WriteDirectory(HttpContext context)
    {
        if (context.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
    }

    private static IResult Given(string month, string? agent, HttpContext context, SlipsFor slips, Func<IReadOnlyList<SlipContent>, IResult> file)
    {
        if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = slips(of, agent, context);
        return seen.View is { } found ? file(found) : Pages.Error(seen.Status);
    }
}
