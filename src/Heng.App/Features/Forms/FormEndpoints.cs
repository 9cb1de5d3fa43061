using Heng.App.Features.Pay.Papers;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Forms;

internal static class FormEndpoints
{
    private const string Address = "/month/{month}/agent/{agent}/form", Failed = "failed";

    public static void MapForms(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (string month, string agent, string? pdf, HttpContext context, [FromServices] FormFor view) =>
            Seen(month, agent, context, view, form => Pages.Show<FormPage>(form with { PdfFailed = pdf == Failed })));
        pages.MapGet(Address + ".xlsx", (string month, string agent, HttpContext context, [FromServices] FormFor view) =>
            Seen(month, agent, context, view, form => FormExport.Of(form, Preferences.Language(context)).As("xlsx")));
        pages.MapGet(Address + ".pdf", async (string month, string agent, HttpContext context, [FromServices] FormFor view, [FromServices] ILogger<FormQuery> log) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, Links.NameIn(agent), context);
            if (seen.View is not { } form) return Pages.Error(seen.Status);
            return await SheetPrint.Of<FormSheet>($"form-{of}-{form.Agent}", $"{Preferences.Language(context).T("考核表", "Assessment form")} {form.Agent} {of}", form with { OnPaper = true }, Links.Form(of, form.Agent), context, log);
        });
    }

    private static async Task<IResult> Seen(string month, string agent, HttpContext context, FormFor view, Func<FormView, IResult> shown)
    {
        if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = await view(of, Links.NameIn(agent), context);
        return seen.View is { } form ? shown(form) : Pages.Error(seen.Status);
    }
}
