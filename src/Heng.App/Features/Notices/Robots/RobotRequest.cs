using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.Notices.Robots;

/// <summary>A text as each platform wants it posted, signed where there is a secret. 企业微信 signs nothing: the key in the address is the secret.</summary>
public sealed record RobotRequest(Uri Address, string Json)
{
    public static RobotRequest Of(RobotPlatform platform, Uri address, string? secret, string text, DateTimeOffset now)
    {
        var content = new JsonObject { ["content"] = text };
        return platform switch
        {
            RobotPlatform.DingTalk => new(secret is null ? address : Signed(address, now.ToUnixTimeMilliseconds(), secret), Written(new() { ["msgtype"] = "text", ["text"] = content })),
            RobotPlatform.WeCom => new(address, Written(new() { ["msgtype"] = "text", ["text"] = content })),
            _ => new(address, Written(Feishu(text, secret, now.ToUnixTimeSeconds()))),
        };
    }

    private static Uri Signed(Uri address, long milliseconds, string secret) => new(string.Create(CultureInfo.InvariantCulture,
        $"{address.OriginalString}{(address.Query.Length == 0 ? '?' : '&')}timestamp={milliseconds}&sign={Uri.EscapeDataString(RobotSignature.DingTalk(milliseconds, secret))}"));

    private static JsonObject Feishu(string text, string? secret, long seconds)
    {
        var body = new JsonObject { ["msg_type"] = "text", ["content"] = new JsonObject { ["text"] = text } };
        if (secret is null) return body;
        body["timestamp"] = seconds.ToString(CultureInfo.InvariantCulture);
        body["sign"] = RobotSignature.Feishu(seconds, secret);
        return body;
    }

    private static string Written(JsonObject body) => body.ToJsonString(Output.Json);
}
