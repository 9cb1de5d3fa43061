using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Heng.App.Features.Live;
using Heng.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Features.Board;

/// <summary>
/// The board as it goes to who watches: pieces of the page, made once for all who see the same in the same language, however many they are. A piece that says what the one before said
/// is not sent.
/// </summary>
public sealed class BoardFrames(LiveBook book, LiveFeed feed, BoardQuery query, TimeProvider time)
{
    /// <summary>No watcher gets more pieces than this.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(80);
    private readonly ConcurrentDictionary<(string Scope, string Language, bool Rows), (long At, Lazy<Task<string>> Html)> made = [];

    /// <param name="mayGoOn">Asked now and then: whether who watches may still see it.</param>
    public async IAsyncEnumerable<SseItem<string>> Watch(BoardScope scope, Language language, IServiceProvider services, Func<bool> mayGoOn, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var listener = feed.Listen(scope.Shop);
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        string? now = null, rows = null;
        long second = 0, sent = 0, asked = Second;
        while (!cancel.IsCancellationRequested)
        {
            if (await Waken(listener, cancel)) yield break;
            if (Second - asked >= 10)
            {
                if (!mayGoOn()) yield break;
                asked = Second;
            }
            var wait = Apart - time.GetElapsedTime(sent);
            if (sent != 0 && wait > TimeSpan.Zero) await Task.Delay(wait, CancellationToken.None);
            sent = time.GetTimestamp();
            if (book.Of(scope.Shop) is not { } shop) yield break;
            var next = await Html(renderer, shop, scope, language, rows: false);
            if (next != now) yield return new(now = next, "now");
            if (Second == second) continue;
            second = Second;
            next = await Html(renderer, shop, scope, language, rows: true);
            if (next != rows) yield return new(rows = next, "rows");
        }
    }

    private long Second => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Whether it is over instead.</summary>
    private static async Task<bool> Waken(LiveFeed.Listener listener, CancellationToken cancel)
    {
        try
        {
            await listener.Next(cancel);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private Task<string> Html(HtmlRenderer renderer, LiveShop shop, BoardScope scope, Language language, bool rows)
    {
        var at = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / (rows ? TimeSpan.TicksPerSecond : Apart.Ticks / 2);
        var key = (scope.Key, language.Tag, rows);
        var entry = made.AddOrUpdate(key, _ => Made(), (_, known) => known.At == at ? known : Made());
        return entry.Html.Value;

        (long, Lazy<Task<string>>) Made() => (at, new(() => renderer.Dispatcher.InvokeAsync(async () =>
            rows ? (await renderer.RenderComponentAsync<BoardRowsPart>(View(query.Rows(shop, scope), language))).ToHtmlString() : (await renderer.RenderComponentAsync<BoardNowPart>(View(query.Now(shop, scope), language))).ToHtmlString())));
    }

    private static ParameterView View(object view, Language language) => ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view, ["In"] = language });
}
