using System.Net;
using Heng.Engine.Records;
using Polly;
using Polly.Retry;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>How a platform is asked: how long one answer may take, how often it is tried again, and the longest wait between two tries.</summary>
public sealed record Patience(TimeSpan Answer, int Tries, TimeSpan First, TimeSpan Longest)
{
    public static readonly Patience Usual = new(TimeSpan.FromSeconds(30), 5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
}

/// <summary>
/// Asks the Taobao Open Platform: signs, keeps the pace, waits out what passes by itself and names what does not. Faults are values; only a cancel is thrown.
/// </summary>
public sealed class TopClient : IDisposable
{
    /// <summary>The most that the platform lets a time stamp differ from its own clock.</summary>
    public static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(10);

    private const int LargestAnswer = 32 << 20;

    private readonly HttpClient http;
    private readonly Uri gateway;
    private readonly TopKeys keys;
    private readonly Pace pace;
    private readonly Patience patience;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<Reply> tries;

    public TopClient(Uri gateway, TopKeys keys, Pace pace, TimeProvider time, Patience? patience = null, string signMethod = Signature.Hmac)
    {
        (this.gateway, this.keys, this.pace, this.time, this.patience, SignMethod) = (gateway, keys, pace, time, patience ?? Patience.Usual, signMethod);
        // A redirect would send the keys to an address that nobody allowed.
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !Gateway.IsHere(gateway), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer,
        };
        tries = new ResiliencePipelineBuilder<Reply> { TimeProvider = time }.AddRetry(Retry()).Build();
    }

    public string SignMethod { get; }

    /// <summary>Answers so far, tries included.</summary>
    public int Calls { get; private set; }

    public async Task<Reply> Ask(string method, IEnumerable<KeyValuePair<string, string>> asked, CancellationToken cancel)
    {
        var own = asked.ToList();
        var reply = await tries.ExecuteAsync(async token => await Once(method, own, token), cancel);
        return reply is Faulted { Fault: var fault } ? new Faulted(fault with { Details = [.. fault.Details.Select(keys.Without)] }) : reply;
    }

    public void Dispose() => http.Dispose();

    private RetryStrategyOptions<Reply> Retry() => new()
    {
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is Faulted { Fault: { Again: true } fault } && (fault.Wait ?? TimeSpan.Zero) <= patience.Longest),
        MaxRetryAttempts = patience.Tries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = patience.First,
        MaxDelay = patience.Longest,
        // A limit that says how long it lasts is waited out, and a second more; null is the backoff above.
        DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result is Faulted { Fault.Wait: { } wait } ? wait + TimeSpan.FromSeconds(1) : (TimeSpan?)null),
    };

    private async Task<Reply> Once(string method, List<KeyValuePair<string, string>> asked, CancellationToken cancel)
    {
        await pace.Next(cancel);
        Calls++;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience.Answer);
        try
        {
            using var form = new FormUrlEncodedContent(Signed(method, asked));
            using var response = await http.PostAsync(gateway, form, limit.Token);
            if ((int)response.StatusCode >= 500) return new Faulted(Faults.Unavailable with { Details = [$"HTTP {(int)response.StatusCode}"] });
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return new Faulted(Faults.Limited with { Details = ["HTTP 429"] });
            if (response.StatusCode != HttpStatusCode.OK) return new Faulted(Faults.Unreadable with { Details = [$"HTTP {(int)response.StatusCode}"] });
            return TopAnswer.Read(await response.Content.ReadAsByteArrayAsync(limit.Token), method);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Faulted(Faults.Slow);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Faulted(Faults.Unreachable);
        }
    }

    /// <summary>Signed anew for each try: the time stamp may not be old.</summary>
    private List<KeyValuePair<string, string>> Signed(string method, List<KeyValuePair<string, string>> asked)
    {
        List<KeyValuePair<string, string>> all =
        [
            new("method", method), new("app_key", keys.AppKey), new("session", keys.Session), new("timestamp", Signature.Time(new Instant(time.GetUtcNow().ToUnixTimeSeconds()))),
            new("format", "json"), new("v", "2.0"), new("sign_method", SignMethod), .. asked.Where(p => p.Value.Length > 0),
        ];
        return [.. all, new("sign", Signature.Of(all, keys.AppSecret))];
    }
}
