using System.Security.Cryptography;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.Safes;

/// <summary>Keeps secrets encrypted, with the key ring that already lies in the data folder for sessions. The database alone opens nothing, and what was closed for one purpose no other opens.</summary>
public abstract class Safe(string folder, string purpose)
{
    private readonly IDataProtector protector =
        DataProtectionProvider.Create(DataFolder.Make(Path.Combine(folder, "keys")), options => options.SetApplicationName("heng")).CreateProtector(purpose);

    protected string Lock(string text) => protector.Protect(text);

    /// <summary>Null where the key ring is not the one it was closed with.</summary>
    protected string? Unlock(string secret)
    {
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
