using Heng.App.Features.Live;
using Heng.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Features.Board;

/// <summary>
/// One board that is shown, made anew while anybody watches: the few numbers whenever the shop's day has changed, what is read twice a second, what is looked up once a second. Each piece goes
/// its own way, so that none waits for one that takes longer.
/// </summary>
internal sealed partial class BoardShowing : IDisposable
{
    private static readonly Piece Now = new("now", TimeSpan.FromMilliseconds(30), typeof(BoardNowPart), (query, shop, scope) => query.Now(shop, scope)),
        // Says that the connection stands where nothing else is to be said.
        Beat = new("beat", TimeSpan.FromSeconds(2), null, (_, _, _) => 0);
    private static readonly Piece[] Page =
    [
        Now, new("lists", TimeSpan.FromMilliseconds(500), typeof(BoardListsPart), (query, shop, scope) => query.Lists(shop, scope)), Beat,
        new("rows", TimeSpan.FromSeconds(1), typeof(BoardRowsPart), (query, shop, scope) => query.Rows(shop, scope)),
    ],
    // Who is worst off changes places seldom enough to be read from afar.
    Wall =
    [
        Now, new("lists", TimeSpan.FromMilliseconds(500), typeof(BoardWallListsPart), (query, shop, scope) => query.Lists(shop, scope)), Beat,
        new("rows", TimeSpan.FromSeconds(5), typeof(BoardWallRowsPart), (query, shop, scope) => query.Rows(shop, scope)),
    ];
    public static readonly BoardFrame Nothing = new([.. Page.Select(_ => Array.Empty<byte>())]);
    private readonly bool wall;
    private readonly CancellationTokenSource over = new();
    private readonly Lock turn = new();
    private readonly BoardScope scope;
    private readonly Language language;
    private readonly LiveBook book;
    private readonly BoardQuery query;
    private readonly TimeProvider time;
    private BoardFrame shown = Nothing;
    private TaskCompletionSource next = Unseen();

    public BoardShowing(BoardScope scope, Language language, bool wall, LiveBook book, LiveFeed feed, BoardQuery query, IServiceScopeFactory services, TimeProvider time, ILogger log)
    {
        (this.scope, this.language, this.wall, this.book, this.query, this.time) = (scope, language, wall, book, query, time);
        _ = Run(feed, services, log);
    }

    public (string Scope, string Language, bool Wall) Key => (scope.Key, language.Tag, wall);
    public int Watchers { get; set; }
    public bool IsOver { get; private set; }

    /// <summary>The newest frame that is not the one shown; null where there will be none.</summary>
    public async ValueTask<BoardFrame?> After(BoardFrame seen, CancellationToken cancel)
    {
        while (true)
        {
            var coming = Volatile.Read(ref next);
            if (Volatile.Read(ref shown) is var frame && frame != seen) return frame;
            if (IsOver) return null;
            await coming.Task.WaitAsync(cancel);
        }
    }

    public void Dispose() => over.Cancel();

    private async Task Run(LiveFeed feed, IServiceScopeFactory services, ILogger log)
    {
        await Task.Yield();
        await Task.WhenAll((wall ? Wall : Page).Select((piece, at) => Task.Run(() => Renew(piece, at, feed, services, log))));
        IsOver = true;
        Volatile.Read(ref next).TrySetResult();
    }

    private async Task Renew(Piece piece, int at, LiveFeed feed, IServiceScopeFactory services, ILogger log)
    {
        try
        {
            await using var own = services.CreateAsyncScope();
            await using var renderer = new HtmlRenderer(own.ServiceProvider, NullLoggerFactory.Instance);
            using var listener = feed.Listen(scope.Shop);
            for (; book.Of(scope.Shop) is { } shop; await listener.Next(over.Token))
            {
                var began = time.GetTimestamp();
                Show(at, piece.Part is { } part ? BoardFrame.Event(piece.Name, await Html(renderer, part, piece.View(query, shop, scope)), shown.Pieces[at]) : BoardFrame.Event(piece.Name, "", []));
                if (piece.Apart - time.GetElapsedTime(began) is { Ticks: > 0 } wait) await Task.Delay(wait, over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
#pragma warning disable CA1031 // Whoever watches asks again; the reason is in the log.
        catch (Exception e)
        {
            Failed(log, e);
            await over.CancelAsync();
        }
#pragma warning restore CA1031
    }

    private void Show(int at, byte[] piece)
    {
        lock (turn)
        {
            if (piece == shown.Pieces[at]) return;
            Volatile.Write(ref shown, new(shown.Pieces.SetItem(at, piece)));
            Interlocked.Exchange(ref next, Unseen()).SetResult();
        }
    }

    private Task<string> Html(HtmlRenderer renderer, Type part, object view) => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync(part, ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view, ["In"] = language }))).ToHtmlString());

    private static TaskCompletionSource Unseen() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Error, Message = "a board could not be shown; whoever watches it asks again")]
    private static partial void Failed(ILogger log, Exception e);

    /// <param name="Apart">No watcher gets it more often.</param>
    private sealed record Piece(string Name, TimeSpan Apart, Type? Part, Func<BoardQuery, LiveShop, BoardScope, object> View);
}
