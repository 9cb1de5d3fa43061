using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.CustomMetrics;

internal static class CustomMetricsEndpoints
{
    private const string Address = "/metrics/custom";

    public static void MapCustomMetrics(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? edit, string? saved, string? retired, HttpContext context, [FromServices] CustomMetricsFor view) =>
        {
            var seen = await view(null, edit, MetricAct.Look, context);
            return seen.View is { } page ? Pages.Show<CustomMetricsPage>(page with { Saved = saved, Retired = retired }) : Pages.Error(seen.Status);
        });

        pages.MapPost(Address, async ([FromForm] string? id, [FromForm] string? zh, [FromForm] string? en, [FromForm] string? unit, [FromForm] string? better, [FromForm] string? formula,
            [FromForm] string? from, [FromForm] string? person, [FromForm] string? month, [FromForm] string? act, HttpContext context, [FromServices] CustomMetricsFor view) =>
        {
            var form = new MetricForm(Line(id), Line(zh), Line(en), Line(unit), Line(better), (formula ?? "").ReplaceLineEndings(" ").Trim(), Line(from), Line(person), Line(month));
            var wanted = act switch { "save" => MetricAct.Save, "retire" => MetricAct.Retire, _ => MetricAct.Try };
            var seen = await view(form, null, wanted, context);
            if (seen.View is { Saved: { } saved }) return new SeeOther(Links.With(Address, ("saved", saved)) + "#defined");
            if (seen.View is { Retired: { } retired }) return new SeeOther(Links.With(Address, ("retired", retired)) + "#defined");
            return seen.View is { } page ? Pages.Show<CustomMetricsPage>(page, wanted != MetricAct.Try ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK) : Pages.Error(seen.Status);
        });
    }

    private static string Line(string? text) => (text ?? "").Trim();
}
