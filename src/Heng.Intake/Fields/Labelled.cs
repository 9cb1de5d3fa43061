using System.Buffers;

namespace Heng.Intake.Fields;

/// <summary>
/// Name and address behind their label, as in the order confirmation that agents paste: 收货人：张三 手机：… 地址：…. Of a name the first character stays,
/// of an address six at most. A link behind 地址： is no address.
/// </summary>
internal static class Labelled
{
    private const int KeptOfAddress = 6;
    private static readonly string[] Names = ["收货人", "收件人", "联系人", "姓名"];
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t　，,、|/");
    private static readonly string[] Any =
        ["收货人姓名", "收件人姓名", "收货人", "收件人", "联系人", "姓名", "手机号码", "联系手机", "手机号", "手机", "联系电话", "联系方式", "电话号码", "电话", "收货地址", "收件地址", "详细地址", "联系地址", "地址", "所在地区", "邮编", "备注"];

    public static void Star(ref StarredText text, int from)
    {
        for (var at = from; ;)
        {
            var step = text.Now[at..].IndexOfAny(':', '：');
            if (step < 0) return;
            at += step + 1;
            var label = text.Now[..(at - 1)].TrimEnd(' ');
            if (label.EndsWith("地址")) at = StarValue(ref text, at, isName: false);
            else if (EndsWithOne(label, Names) > 0) at = StarValue(ref text, at, isName: true);
        }
    }

    private static int StarValue(ref StarredText text, int from, bool isName)
    {
        var line = text.Now[from..];
        var stop = line.IndexOfAny("\r\n;；");
        if (stop >= 0) line = line[..stop];
        var start = from + line.Length - line.TrimStart(" \t　").Length;
        var value = text.Now[start..(from + line.Length)];
        if (isName && value.IndexOfAny(EndOfName) is var blank and >= 0) value = value[..blank];
        value = BeforeNextLabel(value);
        if (value.IsEmpty || (!isName && (value.StartsWith("http") || value.StartsWith("www")))) return start;
        var kept = isName ? 1 : Math.Min(KeptOfAddress, (value.Length + 1) / 2);
        // Half of a surrogate pair is no character.
        if (char.IsHighSurrogate(value[kept - 1])) kept++;
        text.Star(start + kept, start + value.Length);
        return start + value.Length;
    }

    /// <summary>Where everything stands in one line, the next label ends the value.</summary>
    private static ReadOnlySpan<char> BeforeNextLabel(ReadOnlySpan<char> value)
    {
        for (var at = 0; ;)
        {
            var step = value[at..].IndexOfAny(':', '：');
            if (step < 0) return value;
            at += step;
            var before = value[..at].TrimEnd(' ');
            if (EndsWithOne(before, Any) is var length and > 0) return before[..^length].TrimEnd(" \t，,");
            at++;
        }
    }

    private static int EndsWithOne(ReadOnlySpan<char> text, string[] labels)
    {
        foreach (var label in labels)
        {
            if (text.EndsWith(label)) return label.Length;
        }
        return 0;
    }
}
