using Heng.App.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Heng.App.Features.Errors;

internal static class ErrorEndpoints
{
    /// <summary>Pages answer mistakes with pages; the API under /api keeps its own answers.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error/500");
        app.UseStatusCodePages(async status =>
        {
            var context = status.HttpContext;
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return;
            // A page asked for with something else than its address can say, as ?version=abc, is not there; only a form can be out of date.
            var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            var wrong = context.Response.StatusCode;
            var unreadable = context.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException is InvalidDataException;
            await Pages.Error(wrong == StatusCodes.Status400BadRequest && reads ? StatusCodes.Status404NotFound : wrong, unreadable).ExecuteAsync(context);
        });
    }

    public static void MapErrors(this IEndpointRouteBuilder pages)
    {
        pages.Map("/error/{status:int}", (int status) => Pages.Error(status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound)).DisableAntiforgery();
        // What is written at the build does not put a fallback last by itself.
        pages.MapFallback(() => Pages.Error(StatusCodes.Status404NotFound)).WithOrder(int.MaxValue);
    }
}
