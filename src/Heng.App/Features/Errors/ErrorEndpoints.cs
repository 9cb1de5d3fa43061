using Heng.App.Ui;

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
            await Pages.Error(context.Response.StatusCode).ExecuteAsync(context);
        });
    }

    public static void MapErrors(this IEndpointRouteBuilder pages)
    {
        pages.Map("/error/{status:int}", (int status) => Pages.Error(status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound)).DisableAntiforgery();
        pages.MapFallback(() => Pages.Error(StatusCodes.Status404NotFound));
    }
}
