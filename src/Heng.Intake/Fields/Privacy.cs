namespace Heng.Intake.Fields;

/// <summary>
/// What identifies a buyer is masked before it becomes a record (隐私脱敏): mobile numbers, landlines with their area code, and name and address of an order
/// confirmation that agents paste. A star stands for each character, so that a text keeps its length, and masking twice is masking once: digits beside three stars
/// are never taken for a number's. Numbers of orders are longer than any phone's and stay.
/// </summary>
internal static class Privacy
{
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
