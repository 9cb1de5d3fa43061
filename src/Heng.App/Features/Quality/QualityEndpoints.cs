using Heng.App.CommandLine;
using Heng.App.Features.Coaching;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.Inspections;
using Heng.App.Features.Meaning;
using Heng.App.Features.Phrases;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Quality;

internal static class QualityEndpoints
{
    public static IServiceCollection AddQuality(this IServiceCollection services) => services.AddMeasuredQuality().AddCoaching()
        .AddSingleton<FindingsQuery>().AddSingleton<AttentionQuery>().AddSingleton<QualityRulesQuery>()
        .AddSingleton<FindingsFor>(s => s.GetRequiredService<FindingsQuery>().For)
        .AddSingleton<FindingsFileFor>(s => s.GetRequiredService<FindingsQuery>().File)
        .AddSingleton<AttentionFor>(s => s.GetRequiredService<AttentionQuery>().For)
        .AddSingleton<QualityRulesFor>(s => s.GetRequiredService<QualityRulesQuery>().For);

    /// <summary>Everything that stands under /quality.</summary>
    public static void MapQuality(this IEndpointRouteBuilder pages)
    {
        pages.MapPhrases().MapGoodExamples().MapMeaning();
        pages.MapInspections();
        pages.MapCoaching();
        pages.MapMeasuredQuality();
        // Findings are the tab that every role may see.
        pages.MapGet("/quality", () => new SeeOther(Links.QualityFindings));
        pages.MapGet(Links.QualityFindings, async ([AsParameters] Query query, HttpContext context, [FromServices] FindingsFor view) =>
            query.Ask is { } ask ? Pages.Show<FindingsPage, FindingsView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound)).AddEndpointFilter<DefaultMonth>();
        pages.MapGet(Links.QualityFindings + ".csv", ([AsParameters] Query query, HttpContext context, [FromServices] FindingsFileFor file) => File(query, "csv", context, file)).AddEndpointFilter<DefaultMonth>();
        pages.MapGet(Links.QualityFindings + ".xlsx", ([AsParameters] Query query, HttpContext context, [FromServices] FindingsFileFor file) => File(query, "xlsx", context, file)).AddEndpointFilter<DefaultMonth>();

        pages.MapGet(Links.QualityAttention, async ([AsParameters] AttentionAsked asked, HttpContext context, [FromServices] AttentionFor view) => Pages.Show<AttentionPage, AttentionView>(await view(asked.Ask, null, context)));
        pages.MapPost(Links.QualityAttention, async ([AsParameters] AttentionAsked asked, IFormCollection form, HttpContext context, [FromServices] AttentionFor view) =>
        {
            var seen = await view(asked.Ask, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(page.Ask.Href) : Pages.Show<AttentionPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Links.QualityRules, async (HttpContext context, [FromServices] QualityRulesFor view) => Pages.Show<QualityRulesPage, QualityRulesView>(await view(null, context)));
        pages.MapPost(Links.QualityRules, async (IFormCollection form, HttpContext context, [FromServices] QualityRulesFor view) =>
        {
            var seen = await view(form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(Links.QualityRules) : Pages.Show<QualityRulesPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static async Task<IResult> File(Query query, string kind, HttpContext context, FindingsFileFor file)
    {
        if (query.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = await file(ask, context);
        return seen.View is { } sheet ? sheet.As(kind) : Pages.Error(seen.Status);
    }

    internal sealed record AttentionAsked
    {
        public string? Kind { get; init; } public string? Page { get; init; }

        public AttentionAsk Ask => new(string.IsNullOrWhiteSpace(Kind) ? null : Kind.Trim(), Paging.Asked(Page));
    }

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Agent { get; init; } public string? Rule { get; init; } public string? Severity { get; init; } public string? State { get; init; }
        public string? Page { get; init; }

        public FindingsAsk? Ask => Engine.Records.Month.Parse(Month ?? "") is { } month ? new(month, Given(Agent), Given(Rule), OneOf<Severity>(Severity), Paging.Asked(Page), OneOf<FindingState>(State)) : null;

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        private static T? OneOf<T>(string? text) where T : struct, Enum => Enum.GetValues<T>().Where(s => Json.Kebab(s) == text).Select(s => (T?)s).FirstOrDefault();
    }
}
