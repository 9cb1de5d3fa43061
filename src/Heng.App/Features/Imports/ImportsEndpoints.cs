using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Imports;

internal static class ImportsEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/import", async (string? page, HttpContext context, [FromServices] ImportsFor view) =>
            Pages.Show<ImportsPage, ImportsView>(await view(Paging.Asked(page), context)));

        pages.MapPost("/import", async (IFormFileCollection files, [FromForm] string? shop, [FromForm] string? kind, [FromForm] string? map,
            [FromForm] string? days, [FromForm] string? exported, [FromForm] string? account, [FromForm] string? buyer, HttpContext context,
            [FromServices] StartImport start, [FromServices] ImportsFor view) =>
        {
            var (id, refused) = files.Count > 0 ? await start(new(files, shop ?? "", Given(kind), Given(map), Given(days), Given(exported), Given(account), Given(buyer)), context) : (null, ImportRefusal.NoFile);
            if (id is not null) return new SeeOther($"/import/{Uri.EscapeDataString(id)}");
            var seen = await view(1, context);
            return seen.View is { } form ? Pages.Show<ImportsPage>(form with { Refused = refused }, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        }).WithMetadata(new RequestSizeLimitAttribute(ImportsView.Largest));

        pages.MapPost("/import/aside", async ([FromForm] string? _, HttpContext context, [FromServices] TryAsideAgain again) =>
            await again(context) ? new SeeOther("/import") : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapGet("/import/{id}", async (string id, HttpContext context, [FromServices] ImportFor view) =>
            Pages.Show<ImportPage, ImportView>(await view(id, context)));

        // Asked for every second while a job runs; once it ends, htmx is told to read the whole page anew for the result.
        pages.MapGet("/import/{id}/progress", async (string id, HttpContext context, [FromServices] ImportFor view) =>
        {
            var seen = await view(id, context);
            if (seen.View is not { } import) return Pages.Error(seen.Status);
            if (import.Row.State is not (ImportState.Waiting or ImportState.Running)) context.Response.Headers["HX-Refresh"] = "true";
            return Pages.Show<ImportProgress>(import);
        });

        pages.MapPost("/import/{id}/cancel", async (string id, [FromForm] string? _, HttpContext context, [FromServices] CancelImport cancel) =>
            await cancel(id, context) ? new SeeOther($"/import/{Uri.EscapeDataString(id)}") : Pages.Error(StatusCodes.Status403Forbidden));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
