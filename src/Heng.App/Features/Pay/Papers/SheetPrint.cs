using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Microsoft.AspNetCore.Components;

namespace Heng.App.Features.Pay.Papers;

/// <summary>A sheet as a PDF to take away; where no browser prints it, back to its page, which says how the browser does.</summary>
internal static class SheetPrint
{
    public static async Task<IResult> Of<TSheet>(string name, string title, object view, string page, HttpContext context, ILogger log, bool landscape = false) where TSheet : IComponent
    {
        if (Chromium.Find() is not { } program) return new SeeOther(page);
        try
        {
            await using var press = await PaperPress.Open(program, context.Items[typeof(Shell)] as Shell ?? Shell.Nobody, Preferences.Language(context), context.RequestAborted);
            return Results.File(await press.Print<TSheet>(title, view, landscape), PaperPress.ContentType, SlipFiles.Plain(name) + PaperPress.Extension);
        }
        catch (PressFailedException e)
        {
            log.LogError(e, "no PDF of {Page}", typeof(TSheet).Name);
            return new SeeOther(Links.With(page, ("pdf", PayEndpoints.Failed)));
        }
    }
}
