using System.Text;

namespace Heng.Intake.Bytes;

/// <summary>
/// An encoding that admits it cannot read: broken bytes decode to U+FFFF, which no exporter writes, so that a row with them is rejected instead of read as mojibake.
/// NUL counts as broken too, because neither a person nor PostgreSQL can keep it in a text.
/// </summary>
internal sealed class Charset
{
    private const char Broken = '\uFFFF';
    private readonly Encoding encoding;

    private Charset(string name, Encoding encoding)
    {
        Name = name;
        this.encoding = encoding;
    }

    public static readonly Charset Utf8 = new("UTF-8", Marking("utf-8"));
    public static readonly Charset Gb18030 = new("GB18030", Marking("gb18030"));
    public static readonly Charset Utf16 = new("UTF-16LE", Marking("utf-16"));
    public static readonly Charset Utf16BigEndian = new("UTF-16BE", Marking("utf-16BE"));

    public string Name { get; }

    /// <summary>Null when the bytes are no text in this encoding.</summary>
    public string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return text.AsSpan().IndexOfAny(Broken, '\0') < 0 ? text : null;
    }

    /// <summary>For people to look at: broken bytes become the replacement character, NUL a blank.</summary>
    public string Lossy(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes).Replace(Broken, '\uFFFD').Replace('\0', ' ');

    public byte[] Bytes(string text) => encoding.GetBytes(text);

    /// <summary>How many characters beyond ASCII these bytes hold and how many places are broken.</summary>
    public (int Good, int Bad) Judge(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        foreach (var c in encoding.GetString(bytes))
        {
            if (c == Broken) bad++;
            else if (c > 0x7F) good++;
        }
        return (good, bad);
    }

    public Stream AsUtf8(Stream stream) => Encoding.CreateTranscodingStream(stream, encoding, Utf8.encoding);

    private static Encoding Marking(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Broken.ToString()));
    }
}
