using Heng.App.Features.Safes;

namespace Heng.App.Features.Webhooks;

/// <summary>Keeps what hooks are signed with.</summary>
public sealed class WebhookSafe(string folder) : Safe(folder, "heng.webhooks")
{
    public string Close(string secret) => Lock(secret);
    public string? Open(string closed) => Unlock(closed);
}
