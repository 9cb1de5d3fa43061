using System.Globalization;
using System.Security.Cryptography;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.SignIn.Codes;

/// <summary>Keeps secrets of second factors encrypted, and writes the ticket of who gave the right password and still owes the code: good for five minutes, for that account as it is.</summary>
public sealed class CodeSafe(IDataProtectionProvider protection)
{
    public static readonly TimeSpan TicketHolds = TimeSpan.FromMinutes(5);
    private readonly IDataProtector secrets = protection.CreateProtector("heng.sign-in-codes");
    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("heng.sign-in-tickets").ToTimeLimitedDataProtector();

    public string Close(byte[] secret) => secrets.Protect(Convert.ToBase64String(secret));

    /// <summary>Null where the key ring is not the one it was closed with.</summary>
    public byte[]? Open(string secret)
    {
        try
        {
            return Convert.FromBase64String(secrets.Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string TicketFor(UserAccount user) => tickets.Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Id} {user.SecurityStamp}"), TicketHolds);

    /// <summary>Whose ticket it is; null where it is over, made up, or the account changed since.</summary>
    public (long User, string Stamp)? Read(string ticket)
    {
        try
        {
            var parts = tickets.Unprotect(ticket).Split(' ');
            return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
