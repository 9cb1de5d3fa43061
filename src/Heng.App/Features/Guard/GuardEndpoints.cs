using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Guard;

internal static class GuardEndpoints
{
    public static IServiceCollection AddGuard(this IServiceCollection services) => services
        .AddSingleton<GuardQuery>()
        .AddSingleton<GuardFor>(s => s.GetRequiredService<GuardQuery>().For);

    public static void MapGuard(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/pay/guard", async (string? month, string? did, HttpContext context, [FromServices] GuardFor view) =>
        {
            if (Month.Parse(month ?? "") is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, null, context);
            return seen.View is { } page ? Pages.Show<GuardPage>(page with { Did = did }) : Pages.Error(seen.Status);
        }).AddEndpointFilter<DefaultMonth>();

        pages.MapPost("/pay/guard", async (IFormCollection form, HttpContext context, [FromServices] GuardFor view) =>
        {
            if (Month.Parse(Line(form["month"])) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var asked = new GuardForm(Line(form["act"]), Line(form["finding"]), Line(form["stamp"]), Line(form["reason"]), Line(form["place"]), Line(form["days"]), Line(form["least"]), Line(form["most"])) { FlexibleHolidays = Line(form["flexible"]) };
            var seen = await view(of, asked, context);
            if (seen.View is { Did: { } did }) return new SeeOther(Links.With(Links.Guard(of), ("did", did)));
            return seen.View is { } page ? Pages.Show<GuardPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });
    }

    private static string Line(string? text) => (text ?? "").Trim();
}
