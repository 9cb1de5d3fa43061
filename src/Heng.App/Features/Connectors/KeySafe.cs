using System.Text;
using System.Text.Json;
using Heng.App.Features.Safes;

namespace Heng.App.Features.Connectors;

/// <summary>What opens a platform's interface. Never printed: as text it shows nothing.</summary>
public sealed record TopKeys(string AppKey, string AppSecret, string Session)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append('…');
        return true;
    }

    /// <summary>The text without any of the keys: a platform may repeat what it was sent.</summary>
    public string Without(string text) => new[] { AppSecret, Session, AppKey }.Where(k => k.Length > 0).Aggregate(text, (t, key) => t.Replace(key, "…", StringComparison.Ordinal));
}

/// <summary>Keeps platforms' keys.</summary>
public sealed class KeySafe(string folder) : Safe(folder, "heng.connectors")
{
    public string Close(TopKeys keys) => Lock(JsonSerializer.Serialize(keys));

    /// <summary>Null where the key ring is not the one they were closed with.</summary>
    public TopKeys? Open(string secrets) => Unlock(secrets) is { } text ? JsonSerializer.Deserialize<TopKeys>(text) : null;
}
