using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}", async (string month, string? group, string? q, string? sort, string? desc, int? page, HttpContext context, [FromServices] OverviewFor view) =>
            Month.Parse(month) is { } of
                ? Pages.Show<OverviewPage, OverviewView>(await view(new(of, Given(group), Given(q), Given(sort) ?? "rank", desc == "1", Math.Max(1, page ?? 1)), context))
                : Pages.Error(StatusCodes.Status404NotFound));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
