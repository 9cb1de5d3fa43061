using System.Globalization;
using System.Security.Cryptography;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.SignIn;

/// <summary>
/// Known devices (已知设备): those that somebody signed in on before, by a cookie that outlives the session. It opens nothing;
/// it only counts the device's tries apart from everybody else's.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    public const string Cookie = "heng.device";
    private const int MostUsers = 20;
    private readonly IDataProtector protector = protection.CreateProtector(Cookie);

    /// <summary>The device's own mark where this account was signed in on it; else null.</summary>
    public string? Of(HttpContext context, UserAccount user) => Read(context) is var (device, users) && users.Contains(Id(user)) ? device : null;

    public void Learn(HttpContext context, UserAccount user)
    {
        var (device, users) = Read(context) ?? (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
        var kept = users.Where(u => u != Id(user)).Prepend(Id(user)).Take(MostUsers);
        context.Response.Cookies.Append(Cookie, protector.Protect($"{device} {string.Join(' ', kept)}"), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/",
        });
    }

    private (string Device, string[] Users)? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } text) return null;
        try
        {
            var parts = protector.Unprotect(text).Split(' ');
            return (parts[0], parts[1..]);
        }
        catch (CryptographicException)
        {
            // Made up, or from before the keys were changed: an unknown device.
            return null;
        }
    }

    private static string Id(UserAccount user) => user.Id.ToString(CultureInfo.InvariantCulture);
}
