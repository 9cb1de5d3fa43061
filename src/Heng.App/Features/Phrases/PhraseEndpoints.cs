using Heng.App.Features.Exams;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Phrases;

internal static class PhraseEndpoints
{
    public static IServiceCollection AddPhrases(this IServiceCollection services) => services
        .AddSingleton(s => new PhrasesQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PhraseSuggesting(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<PhrasesFor>(s => s.GetRequiredService<PhrasesQuery>().List)
        .AddSingleton<PhraseTableFor>(s => s.GetRequiredService<PhrasesQuery>().Table)
        .AddSingleton<PhraseSheetFor>(s => s.GetRequiredService<PhrasesQuery>().Sheet)
        .AddSingleton<PhraseFor>(s => s.GetRequiredService<PhrasesQuery>().One)
        .AddSingleton<PhraseSuggestionsFor>(s => s.GetRequiredService<PhraseSuggesting>().For);

    public static IEndpointRouteBuilder MapPhrases(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Phrases, async ([AsParameters] Query query, HttpContext context, [FromServices] PhrasesFor view) => Pages.Show<PhrasesPage, PhrasesView>(await view(query.Ask, null, context)));
        pages.MapPost(Links.Phrases, async (IFormCollection form, HttpContext context, [FromServices] PhrasesFor view) => FilingEndpoints.Posted<PhrasesPage, PhrasesView>(await view(new(), form, context), v => v.Refused, v => v.Next ?? Links.Phrases));
        pages.MapPost(Links.PhraseTable, async (IFormCollection form, HttpContext context, [FromServices] PhraseTableFor take) =>
            Pages.Show<PhrasesPage, PhrasesView>(await ExamEndpoints.WithFile(form.Files.GetFile("file"), (path, _) => take(path, context)))).WithMetadata(new RequestSizeLimitAttribute(PhraseTable.Largest + 65_536));
        foreach (var kind in new[] { "csv", "xlsx" })
            pages.MapGet($"{Links.Phrases}.{kind}", (HttpContext context, [FromServices] PhraseSheetFor sheet) => sheet(context)?.As(kind) ?? Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapGet(Links.PhraseSuggestions, async (string? metric, HttpContext context, [FromServices] PhraseSuggestionsFor view) => Pages.Show<PhraseSuggestionsPage, PhraseSuggestionsView>(await view(metric, null, context)));
        pages.MapPost(Links.PhraseSuggestions, async (IFormCollection form, HttpContext context, [FromServices] PhraseSuggestionsFor view) =>
            FilingEndpoints.Posted<PhraseSuggestionsPage, PhraseSuggestionsView>(await view(null, form, context), v => v.Refused, v => v.Next ?? Links.PhraseSuggestions));

        pages.MapGet(Links.Phrases + "/{id:long}", async (long id, HttpContext context, [FromServices] PhraseFor view) => Pages.Show<PhrasePage, PhraseView>(await view(id, null, context)));
        pages.MapPost(Links.Phrases + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] PhraseFor view) => FilingEndpoints.Posted<PhrasePage, PhraseView>(await view(id, form, context), v => v.Refused, v => Links.Phrase(v.Id)));
        return pages;
    }

    internal sealed record Query
    {
        public string? Q { get; init; } public string? Category { get; init; } public string? Show { get; init; } public string? Page { get; init; }

        public PhrasesAsk Ask => new(Clean(Q), Clean(Category), Clean(Show), Paging.Asked(Page));

        private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var trimmed && trimmed.Length > 100 ? trimmed[..100] : text.Trim();
    }
}
