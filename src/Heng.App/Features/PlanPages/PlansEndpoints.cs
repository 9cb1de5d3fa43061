using Heng.App.Features.Doing;
using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.PlanPages;

internal static class PlansEndpoints
{
    private const string Address = "/plans";

    public static IServiceCollection AddPlanPages(this IServiceCollection services) => services
        .AddSingleton<PlansQuery>().AddSingleton<PlanEditQuery>().AddSingleton<RehearsalQuery>()
        .AddSingleton<PlansFor>(s => s.GetRequiredService<PlansQuery>().List)
        .AddSingleton<PlanFor>(s => s.GetRequiredService<PlansQuery>().One)
        .AddSingleton<PlanEditFor>(s => s.GetRequiredService<PlanEditQuery>().For)
        .AddSingleton<RehearsalFor>(s => s.GetRequiredService<RehearsalQuery>().For);

    public static void MapPlans(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (HttpContext context, [FromServices] PlansFor view) => Pages.Show<PlansPage, PlansView>(await view(context)));

        pages.MapGet(Address + "/{scheme}", async (string scheme, int? version, int? against, HttpContext context, [FromServices] PlanFor view) =>
            Pages.Show<PlanPage, PlanView>(await view(scheme, version, against, context)));

        pages.MapGet(Address + "/{scheme}/edit", async (string scheme, HttpContext context, [FromServices] PlanEditFor view) =>
            Pages.Show<PlanEditPage, PlanEditView>(await view(scheme, PlanEditAsk.Look, context)));

        pages.MapGet(Address + "/{scheme}/simulate", async (string scheme, string? budget, HttpContext context, [FromServices] RehearsalFor view) =>
            Pages.Show<RehearsalPage, RehearsalView>(await view(scheme, budget, null, context)));

        // What was published is read on its own page; a refusal stands over the rehearsal.
        pages.MapPost(Address + "/{scheme}/publish", async (string scheme, IFormCollection form, HttpContext context, [FromServices] RehearsalFor view) =>
        {
            var answer = await view(scheme, null, new(form.Text("seen") ?? "", form.Text("act") == "end" ? form.Whole("proposal") ?? 0 : null, form.Text("why")?.ReplaceLineEndings(" ")), context);
            if (answer.View is not { } page) return Pages.Error(answer.Status);
            if (page.Proposed || page.Ended) return new SeeOther($"{Address}/{scheme}/simulate");
            return page.Published is { } version ? new SeeOther($"{Address}/{scheme}?version={version}") : Pages.Show<RehearsalPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapPost(Address + "/{scheme}/edit", async (string scheme, [AsParameters] PlanEditForm form, HttpContext context, [FromServices] PlanEditFor view) =>
        {
            var seen = await view(scheme, form.Ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (context.Request.Headers.ContainsKey("HX-Request")) return Pages.Show<PlanFindings>(page);
            if (page.Discarded) return new SeeOther(page.Yaml.Length > 0 ? $"{Address}/{scheme}/edit" : Address);
            // What was saved under another scheme goes on there.
            if (page.Saved is { } saved && form.Ask.Act == PlanAct.Save) return new SeeOther($"{Address}/{saved.Scheme}/edit");
            return Pages.Show<PlanEditPage>(page, page.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        });
    }

    /// <summary>Which button was pressed: Act, or one of the two that know whose text they write over or let go.</summary>
    internal sealed record PlanEditForm
    {
        [FromForm] public string? Yaml { get; init; } [FromForm] public string? Act { get; init; } [FromForm] public string? Seen { get; init; } [FromForm] public string? Over { get; init; }
        [FromForm] public string? Discard { get; init; }

        public PlanEditAsk Ask =>
            Over is { Length: > 0 } ? new(Yaml ?? "", PlanAct.Save, Over)
            : Discard is { Length: > 0 } ? new(Yaml ?? "", PlanAct.Discard, Discard)
            : new(Yaml ?? "", Act switch { "save" => PlanAct.Save, "discard" => PlanAct.AskToDiscard, _ => PlanAct.Check }, Seen);
    }
}
