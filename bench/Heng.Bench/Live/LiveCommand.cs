using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Heng.Bench.Quality;

namespace Heng.Bench.Live;

/// <summary>
/// Sends invented chats of now to a served shop at a steady rate over loopback while many watch its board, and tells how long it took from sending a message to a board that counts it.
/// </summary>
internal static partial class LiveCommand
{
    private const int SendsASecond = 20;
    /// <summary>Of so many watchers, spread over all, it is noted what they see and when.</summary>
    private const int Noted = 5;

    public static int Run(LiveOptions options) => Run(options, Environment.GetEnvironmentVariable("HENG_PROGRAM") ?? throw new InvalidOperationException("HENG_PROGRAM names heng.dll")).GetAwaiter().GetResult();

    private static async Task<int> Run(LiveOptions options, string program)
    {
        using var served = new ServedShop(program);
        using var stop = new CancellationTokenSource();
        var sent = new SentTimes();
        var seen = new ConcurrentBag<double>();
        using var browser = served.Browser();
        var watching = Enumerable.Range(0, options.Watchers).Select(w => Watch(browser, served.Shop, w % Math.Max(1, options.Watchers / Noted) == 0 ? sent : null, seen, stop.Token)).ToList();
        var (answers, accepted, late) = await Send(options, served, sent);
        await Task.Delay(1000, CancellationToken.None);
        await stop.CancelAsync();
        var frames = (await Task.WhenAll(watching)).Sum();
        var (megabytes, processor) = served.Used;
        Say(options, [
            ("messages accepted", accepted, "0"), ("messages a second", accepted / (double)options.Seconds, "0"), ("sendings behind time", late, "0"),
            ("answer p50 ms", At(answers, .5), "0.0"), ("answer p99 ms", At(answers, .99), "0.0"), ("event to board p50 ms", At([.. seen], .5), "0.0"), ("event to board p99 ms", At([.. seen], .99), "0.0"),
            ("pieces sent to watchers", frames, "0"), ("memory MB", megabytes, "0"), ("processor seconds", processor, "0.0"),
        ]);
        return accepted > 0 ? 0 : 1;
    }

    private static async Task<(double[] Answers, long Accepted, long Late)> Send(LiveOptions options, ServedShop served, SentTimes sent)
    {
        using var client = new HttpClient { BaseAddress = new(served.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", served.Key);
        var chat = new InventedChat(options.Rate * 4, InventedRules.PhraseList());
        var (answers, started) = (new ConcurrentBag<double>(), Stopwatch.GetTimestamp());
        var (aTime, sends) = (Math.Max(1, options.Rate / SendsASecond), options.Seconds * SendsASecond);
        long accepted = 0, late = 0, line = 0;
        var inFlight = new List<Task>();
        for (var n = 0; n < sends; n++)
        {
            var due = TimeSpan.FromSeconds(n / (double)SendsASecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            else if (due < TimeSpan.FromMilliseconds(-50)) late++;
            var body = Lines(served.Shop, chat, line, aTime);
            line += aTime;
            inFlight.RemoveAll(t => t.IsCompletedSuccessfully);
            inFlight.Add(Post(body));
        }
        await Task.WhenAll(inFlight);
        return ([.. answers], accepted, late);

        async Task Post(string body)
        {
            var at = Stopwatch.GetTimestamp();
            sent.Sending(aTime, at);
            using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri("/api/v1/messages", UriKind.Relative), content);
            answers.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            if (answer.IsSuccessStatusCode) Interlocked.Add(ref accepted, aTime);
        }
    }

    private static string Lines(string shop, InventedChat chat, long from, int count)
    {
        var text = new StringBuilder();
        var now = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        for (var i = from; i < from + count; i++)
        {
            // Two hundred people, each with some ten chats at a time; a chat of twenty messages.
            var buyer = i % 2000 + i / 40_000 * 2000;
            text.Append(CultureInfo.InvariantCulture, $"{{\"shop\":\"{shop}\",\"buyer\":\"b{buyer}\",\"account\":\"{shop}:a{i % 200}\",\"at\":\"{now}\",\"from\":\"{(i / 2000 % 2 == 0 ? "buyer" : "agent")}\",\"id\":\"m{i}\",\"text\":\"{chat.Texts[(int)(i % chat.Messages)].Replace("\"", "", StringComparison.Ordinal)}\"}}\n");
        }
        return text.ToString();
    }

    /// <summary>One who watches; of some it is noted when the board first counted so many messages.</summary>
    private static async Task<long> Watch(HttpClient browser, string shop, SentTimes? sent, ConcurrentBag<double> seen, CancellationToken stop)
    {
        long pieces = 0;
        try
        {
            using var stream = await browser.GetStreamAsync(new Uri($"/board/stream?shop={Uri.EscapeDataString(shop)}", UriKind.Relative), stop);
            if (sent is null) return await Drain(stream, stop);
            using var lines = new StreamReader(stream);
            long counted = 0;
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("event:", StringComparison.Ordinal)) pieces++;
                if (Counted().Match(line) is not { Success: true } match) continue;
                var now = Stopwatch.GetTimestamp();
                var count = long.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                foreach (var at in sent.Between(counted, count)) seen.Add(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
                counted = Math.Max(counted, count);
            }
        }
        catch (OperationCanceledException)
        {
            // The bench is over.
        }
        return pieces;
    }

    /// <summary>Reads all that comes, as a browser would have to, and counts the pieces.</summary>
    private static async Task<long> Drain(Stream stream, CancellationToken stop)
    {
        long pieces = 0;
        var buffer = new byte[64 << 10];
        try
        {
            while (await stream.ReadAsync(buffer, stop) is > 0 and var read) pieces += buffer.AsSpan(0, read).Count("event: "u8);
        }
        catch (OperationCanceledException)
        {
            // The bench is over.
        }
        return pieces;
    }

    private static double At(double[] times, double share)
    {
        if (times.Length == 0) return double.NaN;
        Array.Sort(times);
        return times[Math.Min(times.Length - 1, (int)(times.Length * share))];
    }

    private static void Say(LiveOptions options, IReadOnlyList<(string Name, double Value, string Format)> figures)
    {
        if (options.Json) Console.WriteLine("{" + string.Join(',', figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"\"{f.Name}\":{(double.IsNaN(f.Value) ? "null" : f.Value.ToString(f.Format, CultureInfo.InvariantCulture))}"))) + "}");
        else foreach (var (name, value, format) in figures) Console.WriteLine($"{name,-28}{value.ToString(format, CultureInfo.InvariantCulture),14}");
    }

    [GeneratedRegex(@"今天 ([\d,]+) 条消息")]
    private static partial Regex Counted();

    /// <summary>When each sending set out, by how many messages there were with it.</summary>
    private sealed class SentTimes
    {
        private readonly List<(long Count, long At)> sendings = [];
        private long count;

        public void Sending(int messages, long at)
        {
            lock (sendings) sendings.Add((count += messages, at));
        }

        public IReadOnlyList<long> Between(long after, long to)
        {
            lock (sendings) return [.. sendings.Where(s => s.Count > after && s.Count <= to).Select(s => s.At)];
        }
    }
}
