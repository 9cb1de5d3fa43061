using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Consequences;

internal static class MeasuresEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/measures", async (string month, HttpContext context, [FromServices] MeasuresFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<MeasuresPage, MeasuresView>(await view(of, context)) : Pages.Error(StatusCodes.Status404NotFound));
}
