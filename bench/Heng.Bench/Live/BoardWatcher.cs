using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Heng.Bench.Live;

/// <summary>One who watches the board's stream.</summary>
internal static partial class BoardWatcher
{
    /// <summary>Notes when the board first counted so many messages, and so many open warnings.</summary>
    public static async Task<long> Note(HttpClient browser, string shop, SentTimes messages, SentTimes risks, CancellationToken stop)
    {
        long pieces = 0;
        var (counted, warned) = (new SeenSoFar(messages), new SeenSoFar(risks));
        try
        {
            using var lines = new StreamReader(await Open(browser, shop, stop));
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("event:", StringComparison.Ordinal)) pieces++;
                if (Messages().Match(line) is { Success: true } count) counted.Reach(Number(count));
                if (Warnings().Match(line) is { Success: true } open) warned.Reach(Number(open));
            }
        }
        catch (OperationCanceledException)
        {
            // The bench is over.
        }
        return pieces;
    }

    /// <summary>Reads all that comes, as a browser would have to, and counts the pieces.</summary>
    public static async Task<long> Drain(HttpClient browser, string shop, CancellationToken stop)
    {
        long pieces = 0;
        var buffer = new byte[64 << 10];
        try
        {
            using var stream = await Open(browser, shop, stop);
            while (await stream.ReadAsync(buffer, stop) is > 0 and var read) pieces += buffer.AsSpan(0, read).Count("event: "u8);
        }
        catch (OperationCanceledException)
        {
            // The bench is over.
        }
        return pieces;
    }

    private static Task<Stream> Open(HttpClient browser, string shop, CancellationToken stop) => browser.GetStreamAsync(new Uri($"/board/stream?shop={Uri.EscapeDataString(shop)}", UriKind.Relative), stop);

    private static long Number(Match match) => long.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"今天 ([\d,]+) 条消息")]
    private static partial Regex Messages();

    // Up to three stand there by themselves and are not counted in words.
    [GeneratedRegex(@"共 ([\d,]+) 条预警")]
    private static partial Regex Warnings();

    private sealed class SeenSoFar(SentTimes sent)
    {
        private long reached;

        public void Reach(long count)
        {
            if (count <= reached) return;
            sent.See(reached, count, Stopwatch.GetTimestamp());
            reached = count;
        }
    }
}
