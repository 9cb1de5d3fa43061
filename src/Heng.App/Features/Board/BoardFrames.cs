using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text;
using Heng.App.Features.Live;
using Heng.App.Ui;

namespace Heng.App.Features.Board;

/// <summary>What a board shows at a moment, as it goes to who watches.</summary>
internal sealed record BoardFrame(ImmutableArray<byte[]> Pieces)
{
    /// <summary>An event of a stream; a piece that says what the one before said is that one.</summary>
    public static byte[] Event(string name, string html, byte[] before)
    {
        var bytes = Encoding.UTF8.GetBytes($"event: {name}\ndata: {html.ReplaceLineEndings("\ndata: ")}\n\n");
        return bytes.AsSpan().SequenceEqual(before) ? before : bytes;
    }
}

/// <summary>
/// The board as it goes to who watches: pieces of the page, made once for all who see the same in the same language, however many they are. Whoever is slow gets fewer pieces, and always the
/// newest.
/// </summary>
public sealed class BoardFrames(LiveBook book, LiveFeed feed, BoardQuery query, IServiceScopeFactory services, TimeProvider time, ILogger<BoardFrames> log)
{
    private const int AskAgainSeconds = 10;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Scope, string Language, bool Wall), BoardShowing> showings = [];

    /// <param name="mayGoOn">Asked now and then: whether who watches may still see it.</param>
    public async Task Watch(BoardScope scope, Language language, bool wall, PipeWriter to, Func<bool> mayGoOn, CancellationToken cancel)
    {
        var showing = Join(scope, language, wall);
        try
        {
            var (shown, asked) = (BoardShowing.Nothing, time.GetTimestamp());
            while (await showing.After(shown, cancel) is { } frame)
            {
                if (time.GetElapsedTime(asked).TotalSeconds >= AskAgainSeconds)
                {
                    if (!mayGoOn()) return;
                    asked = time.GetTimestamp();
                }
                foreach (var (piece, before) in frame.Pieces.Zip(shown.Pieces))
                    if (piece != before) to.Write(piece);
                shown = frame;
                if ((await to.FlushAsync(cancel)).IsCompleted) return;
            }
        }
        catch (OperationCanceledException)
        {
            // Who watched has gone, or the server ends.
        }
        finally
        {
            Leave(showing);
        }
    }

    private BoardShowing Join(BoardScope scope, Language language, bool wall)
    {
        var key = (scope.Key, language.Tag, wall);
        lock (gate)
        {
            if (!showings.TryGetValue(key, out var showing) || showing.IsOver) showings[key] = showing = new(scope, language, wall, book, feed, query, services, time, log);
            showing.Watchers++;
            return showing;
        }
    }

    private void Leave(BoardShowing showing)
    {
        lock (gate)
        {
            if (--showing.Watchers > 0) return;
            if (showings.TryGetValue(showing.Key, out var known) && known == showing) showings.Remove(showing.Key);
        }
        showing.Dispose();
    }
}
