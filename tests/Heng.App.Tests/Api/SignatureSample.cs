using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heng.App.Tests.Api;

/// <summary>What docs/api.md tells a receiver to copy, compiled: a test holds the two to be the same.</summary>
internal static class SignatureSample
{
    // docs/api.md begins
    static bool IsFromHeng(string secret, string signature, byte[] body, DateTimeOffset now)
    {
        var parts = signature.Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[^1]);
        if (!parts.TryGetValue("t", out var t) || !parts.TryGetValue("v1", out var v1) || !long.TryParse(t, CultureInfo.InvariantCulture, out var at)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - at) > 300) return false;
        byte[] signed = [.. Encoding.ASCII.GetBytes(t + "."), .. body];
        var mine = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mine)), Encoding.ASCII.GetBytes(v1));
    }
    // docs/api.md ends

    public static bool Accepts(string secret, string signature, byte[] body, DateTimeOffset now) => IsFromHeng(secret, signature, body, now);
}
