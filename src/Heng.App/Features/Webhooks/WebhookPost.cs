using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Notices.Sending;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Webhooks;

/// <summary>Posts an event once, signed over the moment and the body. Redirects are not followed, nothing of the answer but its status is read, and what cannot be reached is a value.</summary>
public sealed class WebhookPost(TimeProvider time, TimeSpan? patience = null) : IDisposable
{
    public const string Signature = "Heng-Signature", EventId = "Heng-Event-Id";
    private readonly HttpClient open = Client(false, patience), house = Client(true, patience);

    public async Task<Delivery> Post(Uri address, bool privateAllowed, string secret, WebhookEvent what, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(BodyOf(what));
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(Signature, SignatureOf(secret, time.GetUtcNow().ToUnixTimeSeconds(), body));
        request.Headers.Add(EventId, IdOf(what));
        try
        {
            using var answer = await (privateAllowed ? house : open).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.StatusCode}");
            return new((int)answer.StatusCode switch { >= 200 and < 300 => DeliveryKind.Sent, 410 => DeliveryKind.Refused, 429 => DeliveryKind.Limited, _ => DeliveryKind.Unreachable }, status);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(DeliveryKind.Unreachable, "no answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            return new(DeliveryKind.Unreachable, "not reached");
        }
    }

    /// <summary>The same for the same event, at every try and to every hook.</summary>
    public static string IdOf(WebhookEvent what) => "evt-" + what.Seq.ToString(CultureInfo.InvariantCulture);

    public static string BodyOf(WebhookEvent what) => new JsonObject
    {
        ["id"] = IdOf(what), ["kind"] = what.Kind, ["subject"] = what.Subject, ["at"] = ShopClock.Shanghai.ToLocal(what.At).ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture),
    }.ToJsonString(Output.Json);

    public static string SignatureOf(string secret, long at, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(at.ToString(CultureInfo.InvariantCulture) + "."), .. body];
        return string.Create(CultureInfo.InvariantCulture, $"t={at},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
    }

    private static HttpClient Client(bool privateAllowed, TimeSpan? patience) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancel) => WebhookPlaces.Connect(context.DnsEndPoint, privateAllowed, cancel),
    }) { Timeout = patience ?? TimeSpan.FromSeconds(10) };

    public void Dispose()
    {
        open.Dispose();
        house.Dispose();
    }
}
