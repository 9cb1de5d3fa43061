using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/month/{month}", async ([AsParameters] Query query, HttpContext context, [FromServices] OverviewFor view) =>
            query.Ask is { } ask ? Pages.Show<OverviewPage, OverviewView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound));
        pages.MapGet("/month/{month}/ranking.csv", ([AsParameters] Query query, HttpContext context, [FromServices] RankingFileFor file) => File(query, "csv", context, file));
        pages.MapGet("/month/{month}/ranking.xlsx", ([AsParameters] Query query, HttpContext context, [FromServices] RankingFileFor file) => File(query, "xlsx", context, file));
    }

    private static async Task<IResult> File(Query query, string kind, HttpContext context, RankingFileFor file)
    {
        if (query.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = await file(ask, context);
        return seen.View is { } table ? table.As(kind) : Pages.Error(seen.Status);
    }

    internal sealed record Query
    {
        public string Month { get; init; } = ""; public string? Group { get; init; } public string? Q { get; init; } public string? Sort { get; init; } public string? Desc { get; init; }
        public string? Page { get; init; }

        public OverviewAsk? Ask => Engine.Records.Month.Parse(Month) is { } month
            ? new(month, Given(Group), Given(Q), Given(Sort) ?? "rank", Desc == "1", Paging.Asked(Page))
            : null;

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
