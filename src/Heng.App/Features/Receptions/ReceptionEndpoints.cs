using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Receptions;

internal static class ReceptionEndpoints
{
    public static void MapReceptions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reception/{id}", async (string id, HttpContext context, [FromServices] ReceptionFor view) =>
            Pages.Show<ReceptionPage, ReceptionView>(await view(id, context)));

        pages.MapGet("/receptions", async (string? month, string? agent, string? day, string? until, string? show, string? page, HttpContext context, [FromServices] ReceptionsFor view) =>
            Month.Parse(month ?? "") is { } of
                ? Pages.Show<ReceptionsPage, ReceptionsView>(await view(new(of, Given(agent), Day(day), Given(show), Paging.Asked(page), Day(until) is { } last && last > Day(day) ? last : null), context))
                : Pages.Error(StatusCodes.Status404NotFound))
            .AddEndpointFilter<DefaultMonth>();
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
