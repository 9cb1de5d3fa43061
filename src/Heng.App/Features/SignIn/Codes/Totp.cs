using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Heng.Engine.Records;

namespace Heng.App.Features.SignIn.Codes;

/// <summary>Codes by time (动态验证码, RFC 6238): HMAC-SHA-1 over the number of half minutes, as every authenticator app works them out.</summary>
public static class Totp
{
    public const int StepSeconds = 30, Digits = 6;

    public static long StepOf(Instant at) => at.UnixSeconds / StepSeconds;

    public static string CodeAt(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know SHA-1; as an HMAC it is sound.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        var power = 1u;
        for (var i = 0; i < digits; i++) power *= 10;
        return (number % power).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code is of: the present one, or one beside it, since clocks differ and typing takes time. Null where it is none of these.</summary>
    public static long? StepWith(byte[] secret, string code, Instant now)
    {
        if (code.Length != Digits || !code.All(char.IsAsciiDigit)) return null;
        var typed = System.Text.Encoding.ASCII.GetBytes(code);
        foreach (var step in new[] { StepOf(now), StepOf(now) - 1, StepOf(now) + 1 })
            if (CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.ASCII.GetBytes(CodeAt(secret, step)))) return step;
        return null;
    }
}
