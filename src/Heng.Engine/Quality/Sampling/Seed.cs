using System.Security.Cryptography;
using System.Text;

namespace Heng.Engine.Quality.Sampling;

/// <summary>The number that a draw follows from (种子): 32 bytes, in hex. Its commitment (承诺) is SHA-256 of these bytes, in hex, and is told before the period; the seed after it.</summary>
public sealed class Seed
{
    public const int Bytes = 32;
    private readonly byte[] bytes;

    private Seed(byte[] bytes) => this.bytes = bytes;

    public static Seed Of(byte[] bytes) => bytes.Length == Bytes ? new([.. bytes]) : throw new ArgumentException("a seed has 32 bytes", nameof(bytes));

    /// <summary>Null for what is not 64 digits of hex.</summary>
    public static Seed? Parse(string? hex) => hex is { Length: Bytes * 2 } && hex.All(char.IsAsciiHexDigit) ? new(Convert.FromHexString(hex)) : null;

    public string Hex => Convert.ToHexStringLower(bytes);
    public string Commitment => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256(seed ‖ text), in hex.</summary>
    public string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(text)]));
}
