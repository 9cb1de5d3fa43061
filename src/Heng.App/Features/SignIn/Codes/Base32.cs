using System.Text;

namespace Heng.App.Features.SignIn.Codes;

/// <summary>Bytes as authenticator apps want them typed (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = (buffer << 8 | one, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Letters[buffer >> bits - 5 & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Letters[buffer << 5 - bits & 31]);
        return text.ToString();
    }
}
