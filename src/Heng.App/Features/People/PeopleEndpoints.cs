using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/people", async (string? q, string? group, HttpContext context, [FromServices] PeopleFor view) =>
            Pages.Show<PeoplePage, PeopleView>(await view(Given(q), Given(group), context)));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
