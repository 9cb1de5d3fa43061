using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Unmatched;

internal static class UnmatchedEndpoints
{
    public static IServiceCollection AddUnmatched(this IServiceCollection services) => services
        .AddSingleton<UnmatchedQuery>()
        .AddSingleton<UnmatchedFor>(s => s.GetRequiredService<UnmatchedQuery>().For)
        .AddSingleton<BindAccount>(s => s.GetRequiredService<UnmatchedQuery>().Bind);

    public static void MapUnmatched(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/unmatched", async ([AsParameters] Query query, HttpContext context, [FromServices] UnmatchedFor view) =>
            query.Ask is { } ask ? Pages.Show<UnmatchedPage, UnmatchedView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound))
            .AddEndpointFilter<DefaultMonth>();

        pages.MapPost("/unmatched", async ([AsParameters] Query query, [FromForm] string? account, [FromForm] string? person, [FromForm] string? from, [FromForm] string? act, HttpContext context,
            [FromServices] BindAccount bind) =>
        {
            if (query.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var form = new BindForm(account ?? "", person ?? "", from ?? "", act == "nobody", act == "undo");
            var seen = await bind(ask, form, context);
            if (seen.View is not { } view) return Pages.Error(seen.Status);
            if (view.Refused != BindRefusal.None) return Pages.Show<UnmatchedPage>(view, view.Refused == BindRefusal.Busy ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
            return new SeeOther((view.Ask with { Bound = form.Undo ? null : form.Account, Undone = form.Undo ? form.Account : null }).Href);
        });
    }

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Page { get; init; } public string? Bound { get; init; } public string? Undone { get; init; }

        public UnmatchedAsk? Ask => Engine.Records.Month.Parse(Month ?? "") is { } month ? new(month, Paging.Asked(Page), Bound, Undone) : null;
    }
}
