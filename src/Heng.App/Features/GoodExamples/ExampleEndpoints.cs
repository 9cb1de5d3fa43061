using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.GoodExamples;

internal static class ExampleEndpoints
{
    public static IServiceCollection AddGoodExamples(this IServiceCollection services) => services
        .AddSingleton(s => new ExamplesQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ExamplesFor>(s => s.GetRequiredService<ExamplesQuery>().List)
        .AddSingleton<ExampleFor>(s => s.GetRequiredService<ExamplesQuery>().One)
        .AddSingleton<NewExampleFor>(s => s.GetRequiredService<ExamplesQuery>().New);

    public static IEndpointRouteBuilder MapGoodExamples(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Examples, async (string? q, string? category, string? page, HttpContext context, [FromServices] ExamplesFor view) =>
            Pages.Show<ExamplesPage, ExamplesView>(await view(new(Clean(q), Clean(category), Paging.Asked(page)), context)));
        pages.MapGet(Links.NewExamplePath, async (string? reception, HttpContext context, [FromServices] NewExampleFor view) => Pages.Show<NewExamplePage, NewExampleView>(await view(reception, null, context)));
        pages.MapPost(Links.NewExamplePath, async (IFormCollection form, HttpContext context, [FromServices] NewExampleFor view) =>
            FilingEndpoints.Posted<NewExamplePage, NewExampleView>(await view(null, form, context), v => v.Refused, v => v.Next ?? Links.Examples));
        pages.MapGet(Links.Examples + "/{id:long}", async (long id, HttpContext context, [FromServices] ExampleFor view) => Pages.Show<ExamplePage, ExampleView>(await view(id, null, context)));
        pages.MapPost(Links.Examples + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] ExampleFor view) =>
            FilingEndpoints.Posted<ExamplePage, ExampleView>(await view(id, form, context), v => v.Refused, v => v.Next ?? Links.Examples));
        return pages;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var trimmed && trimmed.Length > 100 ? trimmed[..100] : text.Trim();
}
