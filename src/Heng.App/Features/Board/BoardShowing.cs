using Heng.App.Features.Live;
using Heng.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Features.Board;

/// <summary>One board that is shown: made anew whenever its shop's day has changed, while anybody watches.</summary>
internal sealed partial class BoardShowing : IDisposable
{
    /// <summary>No watcher gets more pieces than this.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(30);
    private readonly CancellationTokenSource over = new();
    private readonly BoardScope scope;
    private readonly Language language;
    private readonly LiveBook book;
    private readonly BoardQuery query;
    private readonly TimeProvider time;
    private BoardFrame shown = BoardFrame.Nothing;
    private TaskCompletionSource next = Unseen();

    public BoardShowing(BoardScope scope, Language language, LiveBook book, LiveFeed feed, BoardQuery query, IServiceScopeFactory services, TimeProvider time, ILogger log)
    {
        (this.scope, this.language, this.book, this.query, this.time) = (scope, language, book, query, time);
        _ = Run(feed, services, log);
    }

    public (string Scope, string Language) Key => (scope.Key, language.Tag);
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
        try
        {
            await using var own = services.CreateAsyncScope();
            await using var renderer = new HtmlRenderer(own.ServiceProvider, NullLoggerFactory.Instance);
            using var listener = feed.Listen(scope.Shop);
            for (long second = 0; book.Of(scope.Shop) is { } shop; await listener.Next(over.Token))
            {
                var began = time.GetTimestamp();
                var now = BoardFrame.Event("now", await Html<BoardNowPart>(renderer, query.Now(shop, scope)), shown.Now);
                var rows = shown.Rows;
                if (Second != second)
                {
                    second = Second;
                    rows = BoardFrame.Event("rows", await Html<BoardRowsPart>(renderer, query.Rows(shop, scope)), rows);
                }
                Show(new(now, rows));
                if (Apart - time.GetElapsedTime(began) is { Ticks: > 0 } wait) await Task.Delay(wait, over.Token);
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
        }
#pragma warning restore CA1031
        IsOver = true;
        Volatile.Read(ref next).TrySetResult();
    }

    private long Second => time.GetUtcNow().ToUnixTimeSeconds();

    private void Show(BoardFrame frame)
    {
        if (frame.Now == shown.Now && frame.Rows == shown.Rows) return;
        Volatile.Write(ref shown, frame);
        Interlocked.Exchange(ref next, Unseen()).SetResult();
    }

    private Task<string> Html<T>(HtmlRenderer renderer, object view) where T : IComponent => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view, ["In"] = language }))).ToHtmlString());

    private static TaskCompletionSource Unseen() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Error, Message = "a board could not be shown; whoever watches it asks again")]
    private static partial void Failed(ILogger log, Exception e);
}
