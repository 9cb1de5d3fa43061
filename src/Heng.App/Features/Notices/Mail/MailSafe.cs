using Heng.App.Features.Safes;

namespace Heng.App.Features.Notices.Mail;

/// <summary>Keeps the mail account's password.</summary>
public sealed class MailSafe(string folder) : Safe(folder, "heng.mail")
{
    public string Close(string password) => Lock(password);
    public string? Open(string secret) => Unlock(secret);
}
