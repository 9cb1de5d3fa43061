using Heng.App.Features.Exports;
using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Reports;

internal static class ReconcileEndpoints
{
    public static IServiceCollection AddReconcile(this IServiceCollection services) => services
        .AddSingleton<ReconcileQuery>()
        .AddSingleton<ReconcileFor>(s => s.GetRequiredService<ReconcileQuery>().For)
        .AddSingleton<ReconcileExportFor>(s => s.GetRequiredService<ReconcileQuery>().Export);

    public static void MapReconcile(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reconcile", async ([AsParameters] Query query, HttpContext context, [FromServices] ReconcileFor view) =>
            query.Ask is { } ask ? Pages.Show<ReconcilePage, ReconcileView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound))
            .AddEndpointFilter<DefaultMonth>();

        foreach (var kind in new[] { "csv", "xlsx" })
            pages.MapGet($"/reconcile.{kind}", async ([AsParameters] Query query, HttpContext context, [FromServices] ReconcileExportFor export) =>
                query.Ask is { } ask ? Sheet(await export(ask, context), kind) : Pages.Error(StatusCodes.Status404NotFound))
                .AddEndpointFilter<DefaultMonth>();
    }

    private static IResult Sheet(Seen<ExportSheet> seen, string kind) => seen.View is { } sheet ? sheet.As(kind) : Pages.Error(seen.Status);

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Agent { get; init; } public string? Metric { get; init; } public string? Page { get; init; }

        public ReconcileAsk? Ask => Engine.Records.Month.Parse(Month ?? "") is { } month ? new(month, Given(Agent), Given(Metric), Paging.Asked(Page)) : null;

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
