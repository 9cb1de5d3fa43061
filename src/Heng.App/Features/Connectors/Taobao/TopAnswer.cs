using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>Reads the platform's envelope: the answer of a method, or which fault it tells of.</summary>
public static partial class TopAnswer
{
    private static readonly string[] BusinessCodes = ["ret", "ret_code", "result_code"];
    private static readonly string[] Good = ["", "0", "200", "10000", "true", "success"];

    public static Reply Read(ReadOnlyMemory<byte> body, string method)
    {
        JsonElement root;
        try
        {
            using var json = JsonDocument.Parse(body);
            root = json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return new Faulted(Faults.Unreadable);
        }
        if (root.ValueKind != JsonValueKind.Object) return new Faulted(Faults.Unreadable);
        if (root.TryGetProperty("error_response", out var error)) return new Faulted(FaultOf(error));
        if (!root.TryGetProperty(RootOf(method), out var answer) || answer.ValueKind != JsonValueKind.Object) return new Faulted(Faults.Unreadable);
        foreach (var name in BusinessCodes)
            if (Text(answer, name) is { } code && !Good.Contains(code, StringComparer.OrdinalIgnoreCase)) return new Faulted(BusinessFault(name, code));
        return new Answered(answer);
    }

    /// <summary><c>taobao.trades.sold.get</c> answers under <c>trades_sold_get_response</c>.</summary>
    public static string RootOf(string method) =>
        (method.StartsWith("taobao.", StringComparison.Ordinal) ? method["taobao.".Length..] : method).Replace('.', '_') + "_response";

    /// <summary>The rows of a list, which the platform wraps once more (<c>trades: {trade: […]}</c>) or, asked to simplify, does not. What is not there is empty.</summary>
    public static IReadOnlyList<JsonElement> List(JsonElement answer, string name)
    {
        if (!answer.TryGetProperty(name, out var list)) return [];
        if (list.ValueKind == JsonValueKind.Object) list = list.EnumerateObject().Select(p => p.Value).FirstOrDefault(v => v.ValueKind == JsonValueKind.Array);
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object)] : [];
    }

    /// <summary>A plain value as it is written, number or text; null where there is none.</summary>
    public static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;

    public static decimal? Money(JsonElement row, string name) =>
        decimal.TryParse(Text(row, name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? yuan : null;

    public static int? Count(JsonElement row, string name) => int.TryParse(Text(row, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static Fault FaultOf(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object) return Faults.Unreadable;
        var (code, sub) = (Text(error, "code") ?? "", Text(error, "sub_code") ?? "");
        var words = $"{Text(error, "msg")} {Text(error, "sub_msg")}";
        return Named(code, sub, words) with
        {
            Details = [.. new[] { "code", "msg", "sub_code", "sub_msg", "request_id" }.Select(n => Text(error, n) is { } value ? $"{n}={value}" : null).OfType<string>()],
            Wait = Ban().Match(words) is { Success: true } ban ? TimeSpan.FromSeconds(int.Parse(ban.Groups[1].Value, CultureInfo.InvariantCulture)) : null,
        };
    }

    private static Fault Named(string code, string sub, string words) => code switch
    {
        "25" => Faults.BadSignature,
        "26" or "27" => Faults.SessionEnded,
        "28" or "29" => Faults.KeyUnknown,
        "30" or "31" => Faults.ClockOff,
        "11" or "12" or "13" => Faults.NoPermission,
        "7" => Faults.Limited,
        _ when IsLimit(sub) || words.Contains("App Call Limited", StringComparison.OrdinalIgnoreCase) => Faults.Limited,
        _ when sub.Contains("permission", StringComparison.Ordinal) => Faults.NoPermission,
        _ when sub.Contains("sessionkey", StringComparison.Ordinal) => Faults.SessionEnded,
        _ => Faults.Refused,
    };

    private static bool IsLimit(string sub) => sub.StartsWith("isv.", StringComparison.Ordinal) && sub.EndsWith("-limit", StringComparison.Ordinal)
        || sub.StartsWith("accesscontrol.limited", StringComparison.Ordinal);

    private static Fault BusinessFault(string name, string code) => (code switch
    {
        "50000" => Faults.NotOfShop,
        "60000" => Faults.WindowRefused,
        _ => Faults.Refused,
    }) with { Details = [$"{name}={code}"] };

    [GeneratedRegex(@"\b(?:ban will last|last) for (\d{1,6}) more second", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ban();
}
