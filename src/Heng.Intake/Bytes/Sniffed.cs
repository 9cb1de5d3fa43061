using System.Text.Unicode;

namespace Heng.Intake.Bytes;

internal enum FileKind { Empty, Text, Sheet, Html, Binary, UnknownEncoding }

/// <summary>What a file's first megabyte says it is. Every row is still checked against <see cref="Charset"/> when it is read.</summary>
internal readonly record struct Sniffed(FileKind Kind, Charset Charset, int Preamble, byte LineEnd)
{
    public const int PrefixBytes = 1 << 20;

    public static Sniffed From(ReadOnlySpan<byte> prefix)
    {
        if (prefix.IsEmpty) return Plain(FileKind.Empty);
        if (prefix.StartsWith("PK\u0003\u0004"u8) || prefix.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return Plain(FileKind.Sheet);
        if (prefix.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(FileKind.Text, Charset.Utf16, 2, (byte)'\n');
        if (prefix.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(FileKind.Text, Charset.Utf16BigEndian, 2, (byte)'\n');
        var preamble = prefix.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var text = prefix[preamble..];
        if (IsBinary(text)) return Plain(FileKind.Binary);
        if (IsHtml(text)) return Plain(FileKind.Html);
        var charset = preamble > 0 ? Charset.Utf8 : CharsetOf(text);
        if (charset is null) return Plain(FileKind.UnknownEncoding);
        // A lone CR ends lines only where no LF does: old Macintosh tables.
        var lineEnd = text.Contains((byte)'\n') || !text.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        return new(FileKind.Text, charset, preamble, lineEnd);
    }

    private static Sniffed Plain(FileKind kind) => new(kind, Charset.Utf8, 0, (byte)'\n');

    private static bool IsBinary(ReadOnlySpan<byte> text)
    {
        var controls = 0;
        foreach (var b in text)
        {
            if (b == 0) return true;
            if (b is < 0x09 or (> 0x0D and < 0x20)) controls++;
        }
        return controls > 8 && controls > text.Length / 50;
    }

    private static bool IsHtml(ReadOnlySpan<byte> text)
    {
        var start = text.TrimStart(" \t\r\n"u8);
        return start.StartsWith("<html"u8) || start.StartsWith("<HTML"u8) || start.StartsWith("<!DOCTYPE"u8) || start.StartsWith("<table"u8) || start.StartsWith("<?xml"u8);
    }

    /// <summary>A few broken places leave the file readable and cost their rows; many mean another encoding.</summary>
    private static Charset? CharsetOf(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(WithoutCutTail(text))) return Charset.Utf8;
        var utf8 = Charset.Utf8.Judge(text);
        if (utf8.Good >= 4 * utf8.Bad) return Charset.Utf8;
        var gb = Charset.Gb18030.Judge(text);
        if (gb.Good >= 4 * gb.Bad) return Charset.Gb18030;
        return utf8.Bad * 50 <= text.Length ? Charset.Utf8 : null;
    }

    /// <summary>The prefix may end inside a character of up to four bytes.</summary>
    private static ReadOnlySpan<byte> WithoutCutTail(ReadOnlySpan<byte> text)
    {
        if (text.Length < PrefixBytes - 3) return text;
        for (var back = 1; back <= 3; back++)
        {
            if (text[^back] >= 0xC0) return text[..^back];
        }
        return text;
    }
}
