using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Board;

internal static class BoardEndpoints
{
    public const string Address = "/board", Stream = "/board/stream";

    public static IServiceCollection AddBoard(this IServiceCollection services) => services.AddSingleton<BoardVersion>().AddSingleton<BoardShops>().AddSingleton<BoardBefore>().AddSingleton<BoardSales>().AddSingleton<BoardTargets>().AddSingleton<BoardToday>().AddSingleton<BoardChatsQuery>()
        .AddSingleton<BoardQuery>().AddSingleton<BoardFrames>().AddSingleton<BoardOwnFor>(s => s.GetRequiredService<BoardQuery>().OwnOf).AddSingleton<BoardFor>(s => s.GetRequiredService<BoardQuery>().For).AddSingleton<BoardChatsFor>(s => s.GetRequiredService<BoardChatsQuery>().For);

    public static void MapBoard(this IEndpointRouteBuilder pages)
    {
        pages.MapWarnings();
        pages.MapGet(Address, async (string? shop, string? group, string? wall, HttpContext context, [FromServices] BoardFor view) => Pages.Show<BoardPage, BoardView>(await view(new(Given(shop), Given(group), wall == "1"), context)));

        pages.MapGet(BoardLinks.ChatsPath, async (string? shop, string? group, string? agent, string? show, string? sort, string? page, HttpContext context, [FromServices] BoardChatsFor view) => BoardLinks.Parse(Given(show)) is { } shown && BoardLinks.ParseSort(Given(sort)) is { } sorted
            ? Pages.Show<BoardChatsPage, BoardChatsView>(await view(new(Given(shop), Given(group), Given(agent), shown, Paging.Asked(page)) { Sort = sorted }, context)) : Pages.Error(StatusCodes.Status404NotFound));
        pages.MapGet(Stream, async (string? shop, string? group, string? wall, HttpContext context, [FromServices] BoardFrames frames, [FromServices] BoardQuery query, [FromServices] ViewerFor viewers, [FromServices] Database database, [FromServices] IHostApplicationLifetime life) =>
        {
            if (viewers(context) is not { } viewer || Given(shop) is not { } name || database.Shops.Find(name) is null) return Results.NotFound();
            if (Given(group) is { } asked && !query.GroupsOf(viewer, name).Contains(asked, StringComparer.Ordinal) || BoardScope.Of(viewer, name, Given(group)) is not { } scope) return Results.NotFound();
            Streams(context.Response);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping, context.RequestAborted);
            await frames.Watch(scope, Preferences.Language(context), wall == "1", context.Response.BodyWriter, () => Still(context, viewers) is { } still && BoardScope.Of(still, name, Given(group)) is { } now && now.Key == scope.Key, over.Token);
            return Results.Empty;
        });
    }

    /// <summary>Who watches as of now: what was found when the request came is kept for the request, and this one lasts for hours.</summary>
    private static Viewer? Still(HttpContext context, ViewerFor viewers)
    {
        context.Items.Remove(typeof(Viewer));
        return viewers(context);
    }

    /// <summary>Whoever gathers, packs or keeps an answer before it passes it on would hold the board back.</summary>
    private static void Streams(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        (response.Headers.CacheControl, response.Headers.ContentEncoding, response.Headers["X-Accel-Buffering"]) = ("no-cache,no-store", "identity", "no");
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
