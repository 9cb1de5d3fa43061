using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.PayRuns;

internal static class RunEndpoints
{
    private const string Address = "/month/{month}/run";

    public static IServiceCollection AddPayRuns(this IServiceCollection services) => services
        .AddSingleton<RunQuery>().AddSingleton<RunFor>(s => s.GetRequiredService<RunQuery>().For);

    public static void MapPayRuns(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, string? share, HttpContext context, [FromServices] RunFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<RunPage, RunView>(await view(of, share, null, context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Address, async (string month, [AsParameters] RunForm form, HttpContext context, [FromServices] RunFor view) =>
        {
            if (Month.Parse(month) is not { } of || form.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, null, ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is not { } refused ? new SeeOther(Links.Run(of)) : Pages.Show<RunPage>(page, refused.Name == "role-may-not" ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        });
    }

    internal sealed record RunForm
    {
        [FromForm] public string? Act { get; init; } [FromForm] public string? Provisionally { get; init; } [FromForm] public string? Day { get; init; }
        [FromForm] public string? Reference { get; init; } [FromForm] public string? Budget { get; init; } [FromForm] public string? Seen { get; init; } [FromForm] public string? Agent { get; init; }

        public RunAsk? Ask => Enum.TryParse<RunAct>(Act, ignoreCase: true, out var act) && Enum.IsDefined(act) && (Agent is null || act is RunAct.Draft or RunAct.Approve or RunAct.Pay)
            ? new(act, Provisionally is not null, Day, Reference, Budget) { Seen = Seen, Agent = Agent } : null;
    }
}
