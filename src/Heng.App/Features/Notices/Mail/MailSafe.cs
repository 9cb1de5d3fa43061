using System.Security.Cryptography;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.Notices.Mail;

/// <summary>Keeps the mail account's password encrypted, with the key ring that lies in the data folder.</summary>
public sealed class MailSafe(string folder)
{
    private readonly IDataProtector protector =
        DataProtectionProvider.Create(DataFolder.Make(Path.Combine(folder, "keys")), options => options.SetApplicationName("heng")).CreateProtector("heng.mail");

    public string Close(string password) => protector.Protect(password);

    /// <summary>Null where the key ring is not the one it was closed with.</summary>
    public string? Open(string secret)
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
