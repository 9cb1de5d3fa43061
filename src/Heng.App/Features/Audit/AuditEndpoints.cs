using System.Globalization;
using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Audit;

internal static class AuditEndpoints
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<AuditQuery>().AddSingleton<AuditFor>(s => s.GetRequiredService<AuditQuery>().For);

    public static void MapAudit(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/audit", async ([AsParameters] Query query, HttpContext context, [FromServices] AuditFor view) => Pages.Show<AuditPage, AuditView>(await view(query.Ask, context)));

        pages.MapGet("/audit.zip", (HttpContext context, [FromServices] AuditQuery audit) =>
            audit.Archive(context) is { } file ? Results.Stream(file, "application/zip", "heng-audit.zip") : Pages.Error(StatusCodes.Status403Forbidden));
    }

    internal sealed record Query
    {
        public string? Area { get; init; } public string? Who { get; init; } public string? Q { get; init; } public string? From { get; init; } public string? To { get; init; }
        public string? Page { get; init; }

        public AuditAsk Ask => new(Given(Area), Given(Who), Given(Q), Day(From), Day(To), Paging.Asked(Page));

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
