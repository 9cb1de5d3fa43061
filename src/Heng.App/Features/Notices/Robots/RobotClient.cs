using System.Text;
using Heng.App.Features.Notices.Sending;

namespace Heng.App.Features.Notices.Robots;

/// <summary>Posts to a robot once. Redirects are not followed, the answer is short or none, and what cannot be reached is a value; only a mistake of ours is thrown.</summary>
public sealed class RobotClient(TimeProvider time, TimeSpan? patience = null) : IDisposable
{
    private const int LargestAnswer = 64 << 10;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = patience ?? TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LargestAnswer,
    };

    public async Task<Delivery> Post(RobotPlatform platform, Uri address, string? secret, string text, CancellationToken cancel)
    {
        var request = RobotRequest.Of(platform, address, secret, text, time.GetUtcNow());
        try
        {
            using var content = new StringContent(request.Json, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(request.Address, content, cancel);
            return RobotAnswer.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(DeliveryKind.Unreachable, "no answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(DeliveryKind.Unreachable, "not reached");
        }
    }

    public void Dispose() => http.Dispose();
}
