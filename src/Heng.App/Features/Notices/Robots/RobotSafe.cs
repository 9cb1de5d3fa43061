using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

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

/// <summary>Keeps robots' keys encrypted, with the key ring that lies in the data folder. The database alone opens nothing.</summary>
public sealed class RobotSafe(string folder)
{
    private readonly IDataProtector protector =
        DataProtectionProvider.Create(DataFolder.Make(Path.Combine(folder, "keys")), options => options.SetApplicationName("heng")).CreateProtector("heng.robots");

    public string Close(RobotKeys keys) => protector.Protect(JsonSerializer.Serialize(keys));

    /// <summary>Null where the key ring is not the one it was closed with.</summary>
    public RobotKeys? Open(string secrets)
    {
        try
        {
            return JsonSerializer.Deserialize<RobotKeys>(protector.Unprotect(secrets));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
