using System.Security.Cryptography;
using System.Text;

namespace Heng.App.Features.ApiKeys;

/// <summary>A key as its owner holds it: <c>heng_prefix_secret</c>. The prefix is shown on pages; the secret, 256 random bits, is told once and kept by nobody here.</summary>
public static class KeyText
{
    private const string Head = "heng_";
    private const int PrefixDigits = 8, SecretDigits = 64;

    public static (string Text, string Prefix, string SecretHash) New()
    {
        var (prefix, secret) = (RandomNumberGenerator.GetHexString(PrefixDigits, lowercase: true), RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true));
        return ($"{Head}{prefix}_{secret}", prefix, HashOf(secret));
    }

    /// <summary>Null where it is no key at all.</summary>
    public static (string Prefix, string Secret)? Read(string text) =>
        text.Length == Head.Length + PrefixDigits + 1 + SecretDigits && text.StartsWith(Head, StringComparison.Ordinal) && text[Head.Length + PrefixDigits] == '_'
            && text[Head.Length..(Head.Length + PrefixDigits)] is var prefix && text[^SecretDigits..] is var secret && (prefix + secret).All(char.IsAsciiHexDigitLower) ? (prefix, secret) : null;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    /// <summary>Takes as long for a wrong first digit as for a wrong last.</summary>
    public static bool Fits(string secret, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
