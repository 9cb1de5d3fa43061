using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

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

/// <summary>Keeps keys encrypted, with the key ring that already lies in the data folder for sessions. The database alone opens nothing.</summary>
public sealed class KeySafe(string folder)
{
    private readonly IDataProtector protector =
        DataProtectionProvider.Create(DataFolder.Make(Path.Combine(folder, "keys")), options => options.SetApplicationName("heng")).CreateProtector("heng.connectors");

    public string Close(TopKeys keys) => protector.Protect(JsonSerializer.Serialize(keys));

    /// <summary>Null where the key ring is not the one it was closed with.</summary>
    public TopKeys? Open(string secrets)
    {
        try
        {
            return JsonSerializer.Deserialize<TopKeys>(protector.Unprotect(secrets));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
