using Heng.App.Features.Doing;
using Heng.App.Features.Imports;
using Heng.App.Ui;
using Heng.Engine.Rules;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Rules;

internal static class RulesEndpoints
{
    private const string Address = "/rules";

    public static IServiceCollection AddRules(this IServiceCollection services, string folder) => services
        .AddSingleton(p => new RecomputeJobs(p.GetRequiredService<Database>(), folder, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<RecomputeJobs>>()))
        .AddSingleton<RulesQuery>()
        .AddSingleton<RulesFor>(p => p.GetRequiredService<RulesQuery>().For)
        .AddSingleton<AnswerProposal>(p => p.GetRequiredService<RulesQuery>().Answer)
        .AddSingleton<ConfirmAutoReply>(p => p.GetRequiredService<RulesQuery>().Confirm)
        .AddSingleton<StartRecompute>(p => p.GetRequiredService<RulesQuery>().Start)
        .AddSingleton<RecomputeFor>(p => p.GetRequiredService<RulesQuery>().Job)
        .AddSingleton<CancelRecompute>(p => p.GetRequiredService<RulesQuery>().Cancel);

    public static void MapRules(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? shop, int? saved, HttpContext context, [FromServices] RulesFor view) =>
        {
            var seen = await view(shop, null, RulesAct.Look, context);
            return seen.View is { } page ? Pages.Show<RulesPage>(page with { Saved = saved }) : Pages.Error(seen.Status);
        });

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] RulesFor view, [FromServices] AnswerProposal answer) =>
        {
            if (form.Text("proposal") is not null) return Answered(await answer(ShopIn(form), form.Whole("proposal") ?? 0, form["act"] == "confirm", form.Text("why")?.ReplaceLineEndings(" "), context));
            var saving = form["act"] == "save";
            var typed = new RulesForm(RuleSettings.All.Where(s => form.ContainsKey(s.Id)).ToDictionary(s => s.Id, s => form[s.Id].ToString(), StringComparer.Ordinal), Line(form["from"]), Line(form["reason"]), Line(form["month"]));
            var seen = await view(ShopIn(form), typed, saving ? RulesAct.Save : RulesAct.Preview, context);
            if (seen.View is { Saved: not null } or { Proposed: true }) return Answered(seen);
            return seen.View is { } page ? Pages.Show<RulesPage>(page, page.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK) : Pages.Error(seen.Status);
        });

        pages.MapPost(Address + "/texts", async (IFormCollection form, HttpContext context, [FromServices] ConfirmAutoReply confirm) =>
            Answered(await confirm(ShopIn(form), form["text"].ToString(), Line(form["day"]), context), "#proposals"));

        pages.MapPost(Address + "/recompute", async (IFormCollection form, HttpContext context, [FromServices] StartRecompute start) =>
        {
            var (id, seen) = await start(ShopIn(form), new(Line(form["from"]), Line(form["to"]), Line(form["reason"])), context);
            if (id is not null) return new SeeOther($"{Address}/recompute/{id}");
            return seen.View is { } page ? Pages.Show<RulesPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(Address + "/recompute/{id}", async (string id, HttpContext context, [FromServices] RecomputeFor view) => Pages.Show<RecomputePage, RecomputeView>(await view(id, context)));

        pages.MapGet(Address + "/recompute/{id}/progress", async (string id, HttpContext context, [FromServices] RecomputeFor view) =>
        {
            var seen = await view(id, context);
            if (seen.View is not { } job) return Pages.Error(seen.Status);
            if (job.State != ImportState.Running) context.Response.Headers["HX-Refresh"] = "true";
            return Pages.Show<RecomputeProgress>(job);
        });

        pages.MapPost(Address + "/recompute/{id}/cancel", async (string id, [FromForm] string? _, HttpContext context, [FromServices] CancelRecompute cancel) =>
            await cancel(id, context) ? new SeeOther($"{Address}/recompute/{Uri.EscapeDataString(id)}") : Pages.Error(StatusCodes.Status403Forbidden));
    }

    /// <summary>Back to the page, which says what came of it; with faults the page as it is.</summary>
    private static IResult Answered(Seen<RulesView> seen, string at = "") => seen.View switch
    {
        null => Pages.Error(seen.Status),
        { Faults.Count: > 0 } page => Pages.Show<RulesPage>(page, StatusCodes.Status400BadRequest),
        { } page => new SeeOther(Links.With(Address, ("shop", page.Shop), ("saved", page.Saved?.ToString(System.Globalization.CultureInfo.InvariantCulture))) + at),
    };

    private static string? ShopIn(IFormCollection form) => Line(form["shop"]) is { Length: > 0 } shop ? shop : null;
    private static string Line(string? text) => (text ?? "").Trim();
}
