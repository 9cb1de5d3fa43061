using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Engine.Quality.Meaning;
using Polly;
using Polly.Timeout;

namespace Heng.App.Features.Meaning;

/// <summary>
/// Asks a model once, as every OpenAI-compatible endpoint is asked. Redirects are not followed, so that a chat goes nowhere but where it was sent; an answer is at most 256 KB and comes within
/// its time, else there is none. Nothing is sent twice.
/// </summary>
public sealed class MeaningClient : IDisposable
{
    public const int LargestAnswer = 256 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline within;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer,
    };

    public MeaningClient(TimeSpan? patience = null) => within = new ResiliencePipelineBuilder().AddTimeout(patience ?? Patience).Build();

    public async Task<(string? Answer, MeaningRefusal? Failed)> Ask(Uri address, string model, string? key, MeaningQuestion question, CancellationToken cancel)
    {
        try
        {
            return await within.ExecuteAsync(async token => await Once(address, model, key, question, token), cancel);
        }
        catch (TimeoutRejectedException)
        {
            return (null, MeaningRefusal.TooSlow);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (null, MeaningRefusal.AnswerTooLarge);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, MeaningRefusal.Unreachable);
        }
    }

    private async Task<(string?, MeaningRefusal?)> Once(Uri address, string model, string? key, MeaningQuestion question, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.AbsoluteUri.TrimEnd('/') + "/chat/completions")) { Content = new StringContent(Body(model, question), Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request, cancel);
        if ((int)response.StatusCode is >= 300 and < 400) return (null, MeaningRefusal.Redirected);
        if (!response.IsSuccessStatusCode) return (null, MeaningRefusal.AnsweredWithError);
        return Said(await response.Content.ReadAsStringAsync(cancel)) is { } said ? (said, null) : (null, MeaningRefusal.NoJson);
    }

    private static string Body(string model, MeaningQuestion question) => new JsonObject
    {
        ["model"] = model, ["temperature"] = 0, ["max_tokens"] = 2000,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = question.Instructions }, new JsonObject { ["role"] = "user", ["content"] = question.Chat }),
    }.ToJsonString();

    private static string? Said(string answer)
    {
        try
        {
            return JsonNode.Parse(answer)?["choices"]?[0]?["message"]?["content"]?.GetValue<string>();
        }
        // An object where a list belongs, a number where a text does.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentOutOfRangeException or FormatException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
