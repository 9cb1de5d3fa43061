using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Appraisals;

internal static class AppraisalEndpoints
{
    private const string Address = "/month/{month}/appraisal";

    public static IServiceCollection AddAppraisals(this IServiceCollection services) => services
        .AddSingleton<AppraisalQuery>().AddSingleton<AppraisalFor>(s => s.GetRequiredService<AppraisalQuery>().For);

    public static void MapAppraisals(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, string? scheme, string? cycle, HttpContext context, [FromServices] AppraisalFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<AppraisalPage, AppraisalView>(await view(of, Given(scheme), Given(cycle), null, context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Address, async (string month, [AsParameters] AppraisalForm form, HttpContext context, [FromServices] AppraisalFor view) =>
        {
            if (Month.Parse(month) is not { } of || form.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, Given(form.Scheme), Given(form.Cycle), ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Appraisal(of, page.Of?.Scheme, page.Of is { } one ? CycleWords.Id(one.Cycle) : null)) : Pages.Show<AppraisalPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed record AppraisalForm
    {
        [FromForm] public string? Act { get; init; } [FromForm] public string? Scheme { get; init; } [FromForm] public string? Cycle { get; init; } [FromForm] public string? About { get; init; }
        [FromForm] public string? Stage { get; init; } [FromForm] public string? As { get; init; } [FromForm] public string? To { get; init; } [FromForm] public string? Why { get; init; }
        [FromForm] public string? Instead { get; init; }

        public AppraisalAsk? Ask => Enum.TryParse<AppraisalAct>(Act, ignoreCase: true, out var act) && Enum.IsDefined(act)
            ? new(act) { About = Given(About), Stage = Given(Stage), As = Given(As), To = Given(To), Why = Given(Why?.ReplaceLineEndings(" ")), Instead = Given(Instead) } : null;
    }
}
