using System.Globalization;
using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Explain;

internal static class ExplainEndpoints
{
    public static void MapExplain(this IEndpointRouteBuilder pages) => pages.MapGet("/explain", async ([AsParameters] Query query, HttpContext context, [FromServices] ExplainFor view) =>
            query.Ask is { } ask ? Pages.Show<ExplainPage, ExplainView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound))
        .AddEndpointFilter(LeadHome).AddEndpointFilter<DefaultMonth>();

    /// <summary>Without any number named there is nothing to explain; the numbers stand at home.</summary>
    private static async ValueTask<object?> LeadHome(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.Request.Query.Count == 0 ? Results.Redirect("/") : await next(call);

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Agent { get; init; } public string? Group { get; init; } public string? Metric { get; init; } public string? Item { get; init; }
        public string? Line { get; init; } public string? Day { get; init; } public string? Page { get; init; } public string? Cycle { get; init; }

        /// <summary>Null unless the month is one and exactly one number is named.</summary>
        public ExplainAsk? Ask
        {
            get
            {
                if (Engine.Records.Month.Parse(Month ?? "") is not { } month || new[] { Metric, Item, Line }.Count(n => !string.IsNullOrEmpty(n)) != 1) return null;
                DateOnly? day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
                return new(month, Given(Agent), Given(Group), Given(Metric), Given(Item), Given(Line), day, Paging.Asked(Page)) { Cycle = CycleWords.Parse(Cycle) };
            }
        }

        private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
