using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Heng.Bench.Quality;

namespace Heng.Bench.Live;

/// <summary>
/// Sends invented chats of now to a served shop at a steady rate over loopback while many watch its board, and tells how long it took from sending a message to a board that counts it, and from
/// a buyer's word that asks for somebody's eye to a board that counts its warning.
/// </summary>
internal static class LiveCommand
{
    private const int SendsASecond = 20;
    /// <summary>Of so many watchers, spread over all, it is noted what they see and when.</summary>
    private const int Noted = 5;
    private const string Threat = "再不发货我就投诉你们";
    /// <summary>What the rules in force draw attention to: nothing that is sent has it, but the threats.</summary>
    private static readonly string[] Risky = ["投诉", "12315", "退", "差评", "假"];

    public static int Run(LiveOptions options) => Run(options, Environment.GetEnvironmentVariable("HENG_PROGRAM") ?? throw new InvalidOperationException("HENG_PROGRAM names heng.dll")).GetAwaiter().GetResult();

    private static async Task<int> Run(LiveOptions options, string program)
    {
        using var served = new ServedShop(program);
        using var stop = new CancellationTokenSource();
        var (messages, risks) = (new SentTimes(), new SentTimes());
        using var browser = served.Browser();
        await ServedShop.WarnOfRiskWordsAlone(browser);
        var watching = Enumerable.Range(0, options.Watchers).Select(w => w % Math.Max(1, options.Watchers / Noted) == 0 ? BoardWatcher.Note(browser, served.Shop, messages, risks, stop.Token) : BoardWatcher.Drain(browser, served.Shop, stop.Token)).ToList();
        var (answers, accepted, late) = await Send(options, served, messages, risks);
        await Task.Delay(1000, CancellationToken.None);
        await stop.CancelAsync();
        var frames = (await Task.WhenAll(watching)).Sum();
        var (megabytes, processor) = served.Used;
        Say(options, [
            ("messages accepted", accepted, "0"), ("messages a second", accepted / (double)options.Seconds, "0"), ("sendings behind time", late, "0"),
            ("answer p50 ms", At(answers, .5), "0.0"), ("answer p99 ms", At(answers, .99), "0.0"), ("event to board p50 ms", At(messages.Seen, .5), "0.0"), ("event to board p99 ms", At(messages.Seen, .99), "0.0"),
            ("warnings sent for", risks.Sent, "0"), ("warnings seen on a board", risks.Counted, "0"), ("event to warning p50 ms", At(risks.Seen, .5), "0.0"), ("event to warning p99 ms", At(risks.Seen, .99), "0.0"),
            ("pieces sent to watchers", frames, "0"), ("memory MB", megabytes, "0"), ("processor seconds", processor, "0.0"),
        ]);
        return accepted > 0 ? 0 : 1;
    }

    private static async Task<(double[] Answers, long Accepted, long Late)> Send(LiveOptions options, ServedShop served, SentTimes messages, SentTimes risks)
    {
        using var client = new HttpClient { BaseAddress = new(served.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", served.Key);
        string[] texts = [.. new InventedChat(options.Rate * 4, InventedRules.PhraseList()).Texts.Where(t => !Risky.Any(r => t.Contains(r, StringComparison.Ordinal)))];
        var (answers, started) = (new ConcurrentBag<double>(), Stopwatch.GetTimestamp());
        var (aTime, sends) = (Math.Max(1, options.Rate / SendsASecond), options.Seconds * SendsASecond);
        long accepted = 0, late = 0, line = 0;
        var inFlight = new List<Task>();
        for (var n = 0; n < sends; n++)
        {
            var due = TimeSpan.FromSeconds(n / (double)SendsASecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            else if (due < TimeSpan.FromMilliseconds(-50)) late++;
            var threat = n % SendsASecond == SendsASecond / 2;
            var body = Lines(served.Shop, texts, line, aTime) + (threat ? Line(served.Shop, $"r{n}", $"{served.Shop}:a{n / SendsASecond % 200}", "buyer", $"t{n}", Threat) : "");
            line += aTime;
            inFlight.RemoveAll(t => t.IsCompletedSuccessfully);
            inFlight.Add(Post(body, aTime + (threat ? 1 : 0), threat));
        }
        await Task.WhenAll(inFlight);
        return ([.. answers], accepted, late);

        async Task Post(string body, int count, bool threat)
        {
            var at = Stopwatch.GetTimestamp();
            messages.Sending(count, at);
            if (threat) risks.Sending(1, at);
            using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri("/api/v1/messages", UriKind.Relative), content);
            answers.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            if (answer.IsSuccessStatusCode) Interlocked.Add(ref accepted, count);
        }
    }

    private static string Lines(string shop, string[] texts, long from, int count)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
        {
            // Two hundred people, each with some ten chats at a time; a chat of twenty messages.
            var buyer = i % 2000 + i / 40_000 * 2000;
            text.Append(Line(shop, $"b{buyer}", $"{shop}:a{i % 200}", i / 2000 % 2 == 0 ? "buyer" : "agent", $"m{i}", texts[i % texts.Length]));
        }
        return text.ToString();
    }

    private static string Line(string shop, string buyer, string account, string from, string id, string text)
    {
        var now = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{{\"shop\":\"{shop}\",\"buyer\":\"{buyer}\",\"account\":\"{account}\",\"at\":\"{now}\",\"from\":\"{from}\",\"id\":\"{id}\",\"text\":\"{text.Replace("\"", "", StringComparison.Ordinal)}\"}}\n";
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
}
