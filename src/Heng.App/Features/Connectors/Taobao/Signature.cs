using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heng.Engine.Records;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>How the Taobao Open Platform (淘宝开放平台) has its requests signed: names in ordinal order, name and value end to end, what is empty left out.</summary>
public static class Signature
{
    public const string Md5 = "md5", Hmac = "hmac";

    /// <summary>By the method that <c>sign_method</c> names.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        var text = new StringBuilder();
        var hmac = false;
        foreach (var (name, value) in parameters.Where(p => p.Key.Length > 0 && p.Value.Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
            hmac |= name == "sign_method" && value == Hmac;
        }
#pragma warning disable CA5351 // The platform knows these two methods only.
        return Convert.ToHexString(hmac
            ? HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text.ToString()))
            : MD5.HashData(Encoding.UTF8.GetBytes(secret + text + secret)));
#pragma warning restore CA5351
    }

    /// <summary>A time as the platform writes it, by its own clock wherever this machine stands.</summary>
    public static string Time(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
