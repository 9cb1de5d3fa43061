using Heng.Intake.Bytes;

namespace Heng.Intake;

/// <summary>A file on disk as a stream of text bytes in <see cref="Charset"/>, whatever it is written in.</summary>
internal sealed class TextFile(string path, Sniffed sniffed)
{
    private Func<long> position = () => 0;

    public bool IsSheet => sniffed.Kind == FileKind.Sheet;
    public byte LineEnd => sniffed.LineEnd;
    public string Encoding => IsSheet ? "Excel" : sniffed.Charset.Name;
    public long Length { get; } = new FileInfo(path).Length;
    public long Position => Math.Min(position(), Length);

    /// <summary>UTF-16 is turned into UTF-8 on the way; UTF-8 and GB18030 are read as they are.</summary>
    public Charset Charset => ReferenceEquals(sniffed.Charset, Charset.Gb18030) ? Charset.Gb18030 : Charset.Utf8;

    /// <summary>The text from its start. A walk aside does not count as progress.</summary>
    public ByteWindow Window(bool aside = false)
    {
        var open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, IsSheet ? 4096 : 1, FileOptions.SequentialScan);
        if (!aside) position = () => open.CanRead ? open.Position : 0;
        if (IsSheet) return new(Workbook.Rows(open), (byte)'\n');
        open.Position = sniffed.Preamble;
        return new(sniffed.Charset == Charset ? open : sniffed.Charset.AsUtf8(open), LineEnd);
    }
}
