using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heng.App.Features.Notices.Robots;

/// <summary>
/// How robots have messages signed (加签). The two platforms swap key and message: 钉钉 signs "timestamp\nsecret" with the secret, in milliseconds;
/// 飞书 signs nothing with "timestamp\nsecret" as the key, in seconds.
/// </summary>
public static class RobotSignature
{
    public static string DingTalk(long milliseconds, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Together(milliseconds, secret)));

    public static string Feishu(long seconds, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Together(seconds, secret), Array.Empty<byte>()));

    private static byte[] Together(long timestamp, string secret) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}\n{secret}"));
}
