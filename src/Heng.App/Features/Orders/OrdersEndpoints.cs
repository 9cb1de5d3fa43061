using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Orders;

internal static class OrdersEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/orders", async ([AsParameters] Query query, HttpContext context, [FromServices] OrdersFor view) =>
            query.Ask is { } ask ? Pages.Show<OrdersPage, OrdersView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound))
            .AddEndpointFilter<DefaultMonth>();

        foreach (var kind in new[] { "csv", "xlsx" })
            pages.MapGet($"/orders.{kind}", async ([AsParameters] Query query, HttpContext context, [FromServices] OrdersExportFor export) =>
                query.Ask is { } ask ? Sheet(await export(ask, context), kind) : Pages.Error(StatusCodes.Status404NotFound))
                .AddEndpointFilter<DefaultMonth>();

        pages.MapGet("/orders/{id}", async (string id, HttpContext context, [FromServices] OrderFor view) =>
            Pages.Show<OrderPage, OrderView>(await view(Links.NameIn(id), context)));
    }

    private static IResult Sheet(Seen<ExportSheet> seen, string kind) => seen.View is { } sheet ? sheet.As(kind) : Pages.Error(seen.Status);

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Rule { get; init; } public string? Bucket { get; init; } public string? Agent { get; init; } public string? Q { get; init; }
        public string? Page { get; init; }

        public OrdersAsk? Ask => Engine.Records.Month.Parse(Month ?? "") is { } month
            ? new(month, OrderWords.RuleOf(Rule) ?? Judgement.OrderFirst, OrderWords.BucketOf(Bucket), Given(Agent), Given(Q), Paging.Asked(Page))
            : null;

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
