using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Raters;

internal static class RatersEndpoints
{
    public static IServiceCollection AddRaters(this IServiceCollection services) => services.AddSingleton<RatersQuery>().AddSingleton<RatersFor>(s => s.GetRequiredService<RatersQuery>().For);

    public static void MapRaters(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/raters", async (string month, string? rater, HttpContext context, [FromServices] RatersFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<RatersPage, RatersView>(await view(of, string.IsNullOrEmpty(rater) ? null : rater, context)) : Pages.Error(StatusCodes.Status404NotFound));
}
