using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Pay;

internal static class PayEndpoints
{
    public static void MapPay(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/month/{month}/agent/{agent}/pay", async (string month, string agent, HttpContext context, [FromServices] PayslipFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<PayslipPage, PayslipView>(await view(of, Links.NameIn(agent), context)) : Pages.Error(StatusCodes.Status404NotFound));
        pages.MapGet("/month/{month}/agent/{agent}/pay.xlsx", (string month, string agent, HttpContext context, [FromServices] SlipsFor slips) =>
            Given(month, Links.NameIn(agent), context, slips, found => Results.File(SlipWorkbook.Of(found[0], Preferences.Language(context)), Exports.Workbook.ContentType, SlipFiles.FileName(found[0]))));
        pages.MapGet("/month/{month}/payslips.zip", (string month, HttpContext context, [FromServices] SlipsFor slips) =>
            Given(month, null, context, slips, found => Results.Stream(body => Archive(body, found, context), SlipFiles.ZipType, SlipFiles.ZipName(found[0].Month))));
    }

    private static Task Archive(Stream body, IReadOnlyList<SlipContent> slips, HttpContext context)
    {
        // An archive writes its directory without waiting, also where all else waits.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
        return SlipFiles.Zip(body, slips, Preferences.Language(context), context.RequestAborted);
    }

    private static IResult Given(string month, string? agent, HttpContext context, SlipsFor slips, Func<IReadOnlyList<SlipContent>, IResult> file)
    {
        if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = slips(of, agent, context);
        return seen.View is { } found ? file(found) : Pages.Error(seen.Status);
    }
}
