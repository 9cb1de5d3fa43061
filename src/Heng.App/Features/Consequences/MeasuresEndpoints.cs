using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Consequences;

internal static class MeasuresEndpoints
{
    private const string Address = "/month/{month}/measures";

    public static IServiceCollection AddMeasures(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new MeasuresQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<MeasuresFor>(s => s.GetRequiredService<MeasuresQuery>().For);

    public static void MapMeasures(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, HttpContext context, [FromServices] MeasuresFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<MeasuresPage, MeasuresView>(await view(of, null, context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Address, async (string month, [AsParameters] MeasureForm form, HttpContext context, [FromServices] MeasuresFor view) =>
        {
            if (Month.Parse(month) is not { } of || form.Ask(of) is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Measures(of)) : Pages.Show<MeasuresPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    internal sealed record MeasureForm
    {
        [FromForm] public string? Act { get; init; } [FromForm] public string? Plan { get; init; } [FromForm] public string? Rule { get; init; } [FromForm] public string? Agent { get; init; }
        [FromForm] public string? Measure { get; init; } [FromForm] public string? Day { get; init; } [FromForm] public string? Why { get; init; }

        public MeasureAsk? Ask(Month month) => Read<MeasureEvent>(Act) is { } act && Read<MeasureKind>(Measure) is { } kind
            ? new(new(month, Plan ?? "", Rule ?? "", Agent ?? "", kind), act,
                act == MeasureEvent.Accepted && DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Why?.ReplaceLineEndings(" ").Trim())
            : null;

        private static T? Read<T>(string? word) where T : struct, Enum => Enum.GetValues<T>().Where(v => Json.Kebab(v) == word).Select(v => (T?)v).FirstOrDefault();
    }
}
