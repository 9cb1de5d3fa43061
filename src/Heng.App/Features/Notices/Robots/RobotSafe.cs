using System.Text;
using System.Text.Json;
using Heng.App.Features.Safes;

namespace Heng.App.Features.Notices.Robots;

/// <summary>Where a robot is reached, token included, and what is signed with. Never printed: as text it shows nothing.</summary>
public sealed record RobotKeys(string Address, string? Secret)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append('…');
        return true;
    }

    /// <summary>The text without the keys: a platform may repeat what it was sent.</summary>
    public string Without(string text) => new[] { Address, Secret ?? "", new Uri(Address).Query, Address[(Address.LastIndexOfAny(['/', '=']) + 1)..] }
        .Where(k => k.Length > 3).Aggregate(text, (t, key) => t.Replace(key, "…", StringComparison.Ordinal));
}

/// <summary>Keeps robots' keys.</summary>
public sealed class RobotSafe(string folder) : Safe(folder, "heng.robots")
{
    public string Close(RobotKeys keys) => Lock(JsonSerializer.Serialize(keys));

    /// <summary>Null where the key ring is not the one they were closed with.</summary>
    public RobotKeys? Open(string secrets) => Unlock(secrets) is { } text ? JsonSerializer.Deserialize<RobotKeys>(text) : null;
}
