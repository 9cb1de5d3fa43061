using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.WhyChanged;

internal static class ChangeEndpoints
{
    /// <summary>Against the month before, or an earlier one that is named.</summary>
    public static void MapChanges(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/agent/{agent}/change", async (string month, string agent, string? since, HttpContext context, [FromServices] ChangeFor view) =>
            Month.Parse(month) is { } of && (string.IsNullOrEmpty(since) ? of.Plus(-1) : Month.Parse(since)) is { } earlier && earlier.First < of.First
                ? Pages.Show<ChangePage, ChangeView>(await view(of, earlier, Links.NameIn(agent), context))
                : Pages.Error(StatusCodes.Status404NotFound));
}
