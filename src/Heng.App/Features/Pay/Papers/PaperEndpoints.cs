using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Pay.Papers;

/// <summary>The payslips that a viewer may take away on paper: one person's, or without a person everybody's; never none.</summary>
public delegate Seen<IReadOnlyList<PayslipView>> PapersFor(Month month, string? agent, HttpContext context);

internal static class PaperEndpoints
{
    public static void MapPapers(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/month/{month}/agent/{agent}/pay.pdf", (string month, string agent, HttpContext context, [FromServices] PapersFor papers, [FromServices] ILogger<PaperPress> log) =>
            Printed(month, Links.NameIn(agent), context, papers, log));
        pages.MapGet("/month/{month}/payslips-pdf.zip", (string month, HttpContext context, [FromServices] PapersFor papers, [FromServices] ILogger<PaperPress> log) =>
            Printed(month, null, context, papers, log));
    }

    private static async Task<IResult> Printed(string month, string? agent, HttpContext context, PapersFor papers, ILogger log)
    {
        if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = papers(of, agent, context);
        if (seen.View is not { } slips) return Pages.Error(seen.Status);
        // The page says how the browser prints it.
        if (Chromium.Find() is not { } program) return new SeeOther(Links.Pay(of, slips[0].Agent));
        try
        {
            await using var press = await PaperPress.Open(program, context.Items[typeof(Shell)] as Shell ?? Shell.Nobody, Preferences.Language(context), context.RequestAborted);
            if (agent is not null) return Results.File(await press.Print(slips[0]), PaperPress.ContentType, SlipFiles.FileName(of, agent, PaperPress.Extension));
            // Written here, so that the press is free again whatever becomes of the answer.
            context.Response.ContentType = SlipFiles.ZipType;
            context.Response.Headers.ContentDisposition = $"attachment; filename={SlipFiles.ZipName(of, "-pdf")}";
            PayEndpoints.WriteDirectory(context);
            await press.Zip(context.Response.Body, slips, context.RequestAborted);
            return Results.Empty;
        }
        catch (PressFailedException e) when (!context.Response.HasStarted)
        {
            log.LogError(e, "no PDF of a payslip of {Month}", month);
            return new SeeOther(Links.With(Links.Pay(of, slips[0].Agent), ("pdf", PayEndpoints.Failed)));
        }
    }
}
