using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.DifferencePages;

internal static class DifferencesEndpoints
{
    public static void MapDifferences(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/differences", async (string month, HttpContext context, [FromServices] DifferencesFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<DifferencesPage, DifferencesView>(await view(of, context)) : Pages.Error(StatusCodes.Status404NotFound));
}
