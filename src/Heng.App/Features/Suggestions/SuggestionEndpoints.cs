using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Exports;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Suggestions;

internal static class SuggestionEndpoints
{
    private const string New = Links.Suggestions + "/new", Similar = Links.Suggestions + "/similar", Board = Links.Suggestions + "/board", One = Links.Suggestions + "/{id:long}";

    public static IServiceCollection AddSuggestions(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new SuggestionsQuery(s.GetRequiredService<Database>(), folder, s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<SuggestionsFor>(s => s.GetRequiredService<SuggestionsQuery>().List)
        .AddSingleton<SuggestionsExportFor>(s => s.GetRequiredService<SuggestionsQuery>().Export)
        .AddSingleton<NewSuggestionFor>(s => s.GetRequiredService<SuggestionsQuery>().New)
        .AddSingleton<SuggestionFor>(s => s.GetRequiredService<SuggestionsQuery>().One)
        .AddSingleton<SuggestionBoardFor>(s => s.GetRequiredService<SuggestionsQuery>().Board);

    public static void MapSuggestions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Suggestions, async ([AsParameters] Query query, HttpContext context, [FromServices] SuggestionsFor view) => Pages.Show<SuggestionsPage, SuggestionsView>(await view(query.Ask, context)));
        foreach (var kind in new[] { "csv", "xlsx" })
            pages.MapGet($"{Links.Suggestions}.{kind}", async ([AsParameters] Query query, HttpContext context, [FromServices] SuggestionsExportFor export) =>
                (await export(query.Ask, context)) is { View: { } sheet } ? sheet.As(kind) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapGet(New, async (HttpContext context, [FromServices] NewSuggestionFor view) => Pages.Show<NewSuggestionPage, NewSuggestionView>((await view(null, false, context)).Seen));
        pages.MapPost(New, async (IFormCollection form, HttpContext context, [FromServices] NewSuggestionFor view) =>
        {
            var (seen, written) = await view(TextIn(form), true, context);
            if (written is { } id) return new SeeOther(Links.Suggestion(id));
            return seen.View is { } page ? Pages.Show<NewSuggestionPage>(page, page.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });
        // A form, so that what is being written stands in no address.
        pages.MapPost(Similar, async (IFormCollection form, HttpContext context, [FromServices] NewSuggestionFor view) => Pages.Show<SimilarPart, NewSuggestionView>((await view(TextIn(form), false, context)).Seen));

        pages.MapGet(Board, async (string? month, string? span, HttpContext context, [FromServices] SuggestionBoardFor view, [FromServices] TimeProvider time) =>
            // Suggestions come as they come, whatever month was imported last: without a month it is the running one.
            string.IsNullOrEmpty(month) ? Results.Redirect(Links.SuggestionBoardOf(Month.Of(ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()))), span == "quarter"))
            : Month.Parse(month) is { } of ? Pages.Show<SuggestionBoardPage, SuggestionBoardView>(await view(of, span == "quarter", context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] SuggestionFor view) => Pages.Show<SuggestionPage, SuggestionView>(await view(id, null, context)));
        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] SuggestionFor view) =>
        {
            var seen = await view(id, new(form.Text("act") ?? "", form.Text("why")?.ReplaceLineEndings(" "), form.Whole("into")), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Suggestion(id)) : Pages.Show<SuggestionPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static SuggestionText TextIn(IFormCollection form) => new(form.Text("title")?.ReplaceLineEndings(" ") ?? "", form.Text("words") ?? "", form.Text("helps") ?? "",
        Read<SuggestionCategory>(form.Text("category")) ?? SuggestionCategory.Other, form.Ticked("unnamed"), form.Text("seen") == "1")
    {
        CategoryUnknown = form.Text("category") is { } category && Read<SuggestionCategory>(category) is null,
    };

    private static T? Read<T>(string? id) where T : struct, Enum => Enum.GetValues<T>().Where(v => Json.Kebab(v) == id).Select(v => (T?)v).FirstOrDefault();

    internal sealed record Query
    {
        public string? Stage { get; init; } public string? Category { get; init; } public string? Mine { get; init; } public string? Late { get; init; } public string? Q { get; init; }
        public string? Sort { get; init; } public string? Page { get; init; }

        public SuggestionsAsk Ask => new(Read<SuggestionStage>(Stage), Read<SuggestionCategory>(Category), Mine == "1", Late == "1", string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, 100)],
            Read<SuggestionSort>(Sort) ?? SuggestionSort.Newest, Paging.Asked(Page));
    }
}
