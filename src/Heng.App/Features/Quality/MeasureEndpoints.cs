using Heng.App.Features.Imports;
using Heng.App.Features.Quality.ReadWhole;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Doing;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Quality;

/// <summary>The pages of one rule, of its trials, of labels and of audits.</summary>
internal static class MeasureEndpoints
{
    private const string One = Links.QualityRules + "/{id}", Trial = Links.QualityRules + "/preview/{id}";

    public static IServiceCollection AddMeasuredQuality(this IServiceCollection services) => services
        .AddSingleton<PreviewJobs>().AddSingleton<RuleQuery>().AddSingleton<PreviewQuery>().AddSingleton<LabelQuery>().AddSingleton<AuditQuery>()
        .AddSingleton<RuleFor>(s => s.GetRequiredService<RuleQuery>().For)
        .AddSingleton<PreviewFor>(s => s.GetRequiredService<PreviewQuery>().For)
        .AddSingleton<LabelFor>(s => s.GetRequiredService<LabelQuery>().For)
        .AddSingleton<AuditFor>(s => s.GetRequiredService<AuditQuery>().For);

    public static void MapMeasuredQuality(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(One, async (string id, HttpContext context, [FromServices] RuleFor view) => Pages.Show<RulePage, RuleView>(await view(id, null, context)));
        pages.MapPost(One, async (string id, IFormCollection form, HttpContext context, [FromServices] RuleFor view) =>
        {
            var seen = await view(id, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status)
                : page.Preview is { } job ? new SeeOther(Links.QualityPreview(job))
                : page.Refused is null ? new SeeOther(Links.QualityRule(id)) : Pages.Show<RulePage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Trial, async (string id, HttpContext context, [FromServices] PreviewFor view) => Pages.Show<PreviewPage, PreviewView>(await view(id, false, context)));
        pages.MapGet(Trial + "/progress", async (string id, HttpContext context, [FromServices] PreviewFor view) =>
        {
            var seen = await view(id, false, context);
            if (seen.View is not { } job) return Pages.Error(seen.Status);
            if (job.State != ImportState.Running) context.Response.Headers["HX-Refresh"] = "true";
            return Pages.Show<PreviewProgress>(job);
        });
        pages.MapPost(Trial + "/cancel", async (string id, [FromForm] string? _, HttpContext context, [FromServices] PreviewFor view) =>
            (await view(id, true, context)) is { View: null } none ? Pages.Error(none.Status) : new SeeOther(Links.QualityPreview(id)));

        pages.MapGet(Links.QualityLabel, async (string? rule, string? month, HttpContext context, [FromServices] LabelFor view) =>
            Pages.Show<LabelPage, LabelView>(await view(new(Given(rule), MonthIn(month)), null, context)));
        pages.MapPost(Links.QualityLabel, async (IFormCollection form, HttpContext context, [FromServices] LabelFor view) =>
        {
            var ask = new LabelAsk(form.Text("rule"), MonthIn(form.Text("month")));
            var seen = await view(ask, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(ask.Href) : Pages.Show<LabelPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Links.QualityAudit, async (string? month, string? shop, string? reception, HttpContext context, [FromServices] AuditFor view) =>
            Pages.Show<ReadWholePage, AuditView>(await view(new(MonthIn(month), Given(shop), Given(reception)), null, context)));
        pages.MapPost(Links.QualityAudit, async (IFormCollection form, HttpContext context, [FromServices] AuditFor view) =>
        {
            var ask = new AuditAsk(MonthIn(form.Text("month")), form.Text("shop"), form.Text("reception"));
            var seen = await view(ask, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is not null ? Pages.Show<ReadWholePage>(page, StatusCodes.Status400BadRequest)
                : new SeeOther(form.Text("act") is "missed" or "take-back" && form.Text("reception") is not null ? ask.Href : new AuditAsk(ask.Month).Href);
        });
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    private static Month? MonthIn(string? text) => Engine.Records.Month.Parse(text ?? "");
}
