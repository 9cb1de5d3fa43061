using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Cycles;

internal static class CyclesEndpoints
{
    public static void MapCycles(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/cycles", async (string month, HttpContext context, [FromServices] CyclesFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<CyclesPage, CyclesView>(await view(of, context)) : Pages.Error(StatusCodes.Status404NotFound));
}
