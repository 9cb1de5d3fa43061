namespace Heng.Intake.Fields;

/// <summary>
/// What identifies a buyer is masked before it becomes a record (隐私脱敏): mobile numbers, landlines with their area code, and name and address of an order
/// confirmation that agents paste. A star stands for each character, so that a text keeps its length, and masking twice is masking once: digits beside three stars
/// are never taken for a number's. Numbers of orders are longer than any phone's and stay.
/// </summary>
public static class Privacy
{
    private const int FewestDigits = 10;

    /// <summary>Whether <see cref="Masked"/> may change the text, told from its UTF-8: it changes none with fewer digits than a phone has and no name or address before a colon.</summary>
    public static bool MayHide(ReadOnlySpan<byte> text)
    {
        var (digits, at) = (0, text.IndexOfAnyInRange((byte)'0', (byte)':'));
        // Most texts have neither a digit nor a colon, and two scans tell.
        if (text.IndexOf("："u8) is var wide and >= 0 && (at < 0 || wide < at)) at = wide;
        if (at < 0) return false;
        for (; at < text.Length; at++)
        {
            var one = text[at];
            if (one is >= (byte)'0' and <= (byte)'9') digits++;
            else if (one == (byte)':' && IsLabel(text[..at]) || one == 0xEF && text[at..].StartsWith("："u8) && IsLabel(text[..at])) return true;
        }
        return digits >= FewestDigits;
    }

    /// <summary>The last characters of the labels that <see cref="Labelled"/> stars a value behind.</summary>
    private static bool IsLabel(ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd((byte)' ');
        return before.EndsWith("址"u8) || before.EndsWith("人"u8) || before.EndsWith("名"u8);
    }

    // Without a digit there is no phone, without a colon no label: most texts have neither, and two scans tell. The colon follows the 9, so one range holds both.
    public static string Masked(string text)
    {
        var (sign, wide) = (text.AsSpan().IndexOfAnyInRange('0', ':'), text.AsSpan().IndexOf('：'));
        if (sign < 0 && wide < 0) return text;
        var first = sign < 0 || (wide >= 0 && wide < sign) ? wide : sign;
        var starred = new StarredText(text);
        Phones.Star(ref starred, first);
        Labelled.Star(ref starred, first);
        return starred.Result;
    }
}

/// <summary>A text that is copied when the first star is set, for most need none.</summary>
internal ref struct StarredText(string text)
{
    private char[]? copy;
    public readonly string Result => copy is null ? text : new string(copy);
    public readonly ReadOnlySpan<char> Now => copy is null ? text : copy;

    public void Star(int from, int to)
    {
        if (to <= from) return;
        copy ??= text.ToCharArray();
        copy.AsSpan(from, to - from).Fill('*');
    }
}
