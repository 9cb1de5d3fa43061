using System.Globalization;
using System.Net;
using System.Text.Json;
using Heng.App.Features.Notices.Sending;

namespace Heng.App.Features.Notices.Robots;

/// <summary>What a platform answered: a code, 0 for done. Limits and what passes by itself are told from what does not.</summary>
public static class RobotAnswer
{
    private const int Longest = 160;

    // 130101 钉钉, 45009 and 45033 企业微信, 9499 and 11232 飞书.
    private static readonly long[] Limits = [130101, 45009, 45033, 9499, 11232];

    public static Delivery Read(HttpStatusCode status, string body)
    {
        if (status == HttpStatusCode.TooManyRequests) return new(DeliveryKind.Limited, "HTTP 429");
        if ((int)status >= 500) return new(DeliveryKind.Unreachable, Http(status));
        if (CodeOf(body) is not var (code, words)) return new(DeliveryKind.Refused, status == HttpStatusCode.OK ? "answer-unreadable" : Http(status));
        var answer = string.Create(CultureInfo.InvariantCulture, $"{code} {words}").Trim();
        if (Limits.Contains(code)) return new(DeliveryKind.Limited, answer);
        if (code == -1) return new(DeliveryKind.Unreachable, answer);
        return new(code == 0 && status == HttpStatusCode.OK ? DeliveryKind.Sent : DeliveryKind.Refused, answer);
    }

    private static string Http(HttpStatusCode status) => string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}");

    private static (long Code, string Words)? CodeOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            foreach (var (code, words) in new[] { ("errcode", "errmsg"), ("code", "msg"), ("StatusCode", "StatusMessage") })
                if (json.RootElement.TryGetProperty(code, out var number) && number.TryGetInt64(out var value))
                    return (value, json.RootElement.TryGetProperty(words, out var text) && text.ValueKind == JsonValueKind.String ? Short(text.GetString()!) : "");
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > Longest } longer ? longer[..Longest] : text.ReplaceLineEndings(" ");
}
